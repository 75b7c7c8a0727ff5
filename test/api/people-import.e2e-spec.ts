import { buffer } from 'node:stream/consumers';
import { readWorkbook, writeWorkbook } from '@xiaohao/documents';
import { bootApi, type Caller, type TestApi } from '../support/boot-api.js';

const today = '2026-07-01';
const headings = ['姓名', '账号', '单位', '角色', '分管单位', '邮箱', '手机'];

let api: TestApi;
let admin: Caller;
beforeAll(async () => {
  api = await bootApi(today);
  admin = api.as('admin');
});
afterAll(() => api.stop());

async function workbook(rows: string[][], { top = headings, sheet = '人员' } = {}): Promise<Buffer> {
  const columns = top.map(() => ({ width: 12 }));
  const layout = { name: sheet, columns, top: [{ cells: top }], headingRows: { first: 1, last: 1 } };
  return buffer(writeWorkbook([{ ...layout, rows: rows.map((cells) => ({ cells })) }], { createdAt: new Date(0) }));
}
const upload = (content: Buffer, name = '人员.xlsx') => admin.upload('/api/people/import', [{ name, content }]);
const preview = async (rows: string[][]) => (await upload(await workbook(rows))).body;
const commit = (rows: Record<string, unknown>[]) =>
  admin.post('/api/people/import/commit', { rows: rows.map(stripped) });
const stripped = ({ usernameProposed: _, ...row }: Record<string, unknown>) => row;
const counts = async () =>
  (await api.owner.query('select (select count(*) from person) as people, (select count(*) from post) as posts'))[0];

describe('a workbook of people', () => {
  it('has a template whose headings are read again', async () => {
    const response = await admin.raw('/api/people/import/template.xlsx');
    const file = Buffer.from(await response.arrayBuffer());
    const { sheets } = await readWorkbook(file);
    expect(sheets[0]!.rows[0]!.cells.map((cell) => cell!.text)).toEqual(headings);
    expect(sheets[1]!.rows.flatMap(({ cells }) => cells.map((cell) => cell?.text))).toEqual(
      expect.arrayContaining(['危化科', '分管领导', '科室负责人']),
    );
    expect((await upload(file)).body.code).toBe('inputMissing');
  });

  it('is looked at with nothing stored, then added whole, each with a password told once', async () => {
    const before = await counts();
    const seen = await preview([
      ['周敏', 'zhoumin', '危化科', '科室负责人', '', 'zhou@test.invalid', '13800000000'],
      ['吴强', '', '局 领导', '分管领导', '危化科、减灾救灾科', '', ''],
      ['郑洁', '', '云栖镇', 'clerk', '', '', ''],
    ]);
    expect(seen.problems).toEqual([]);
    expect(seen.people.map(({ username }: { username: string }) => username)).toEqual(['zhoumin', 'p1001', 'p1002']);
    expect(await counts()).toEqual(before);

    const { status, body } = await commit(seen.people);
    expect(status).toBe(200);
    for (const { username, password } of body.people) {
      const signedIn = await api.anonymous.post('/api/auth/login', { username, password });
      expect(signedIn.body).toMatchObject({ username, mustChangePassword: true });
    }
    const accounts = (await admin.get('/api/people/accounts?q=p1001')).body;
    expect(accounts[0].posts[0]).toMatchObject({
      role: 'deputy',
      charge: [{ name: '减灾救灾科' }, { name: '危化科' }],
    });
    const told = await readWorkbook(Buffer.from(body.workbook, 'base64'));
    expect(told.sheets[0]!.rows[2]!.cells.map((cell) => cell!.text)).toEqual([
      '周敏',
      'zhoumin',
      '危化科',
      body.people[0].password,
    ]);
    const stored = JSON.stringify(await api.owner.query('select details from people_event'));
    const hashes = JSON.stringify(await api.owner.query('select password_hash, phone from person'));
    expect(hashes).toContain('13800000000');
    for (const { password } of body.people) expect(stored + hashes).not.toContain(password);
  });

  it('names each problem by row and column', async () => {
    const { problems } = await preview([
      ['甲', 'twin', '危化科', '承办人', '', '', ''],
      ['乙', 'TWIN', '没有的科', '承办人', '', '', ''],
      ['丙', 'head', '危化科', '皇帝', '', 'x', ''],
      ['', '有 空格', '危化科', '承办人', '危化科', '', 'abc'],
    ]);
    expect(problems.map(({ cell, message }: { cell: string; message: string }) => `${cell} ${message}`)).toEqual([
      'B3 账号“TWIN”与第 2 行重复',
      'C3 没有单位“没有的科”，请先添加单位',
      'B4 账号“head”已存在',
      'F4 “x”不是邮箱地址',
      'D4 没有角色“皇帝”',
      'A5 没有填写',
      'B5 “有 空格”只能用文字、数字和 . _ -',
      'G5 “abc”不是电话号码',
      'E5 只有分管领导有分管单位',
    ]);
  });

  it('is added whole or not at all', async () => {
    const before = await counts();
    const row = { unit: '危化科', role: '承办人', charge: '', email: '', phone: '' };
    const rows = [
      { ...row, row: 2, name: '甲', username: 'fresh1' },
      { ...row, row: 3, name: '乙', username: 'head' },
    ];
    const { status, body } = await commit(rows);
    expect([status, body.code, body.message]).toEqual([422, 'peopleImportWrong', expect.stringContaining('第 3 行')]);
    expect(await counts()).toEqual(before);
  });

  it('is added once, however often it is confirmed at once', async () => {
    const row = { unit: '危化科', role: '承办人', charge: '', email: '', phone: '' };
    const rows = [{ ...row, row: 2, name: '甲', username: 'once' }];
    const answers = await Promise.all([commit(rows), commit(rows), commit(rows)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
  });

  it.each([
    ['no workbook', () => Promise.resolve(Buffer.from('hello')), 'fileNotWorkbook'],
    ['other headings', () => workbook([['a', 'b']], { top: ['问题', '时限'] }), 'noHeader'],
    [
      'too many people',
      () => workbook(Array.from({ length: 501 }, () => ['甲', '', '危化科', '承办人'])),
      'workbookTooLarge',
    ],
  ])('is refused when it is %s', async (_, file, code) => {
    expect((await upload(await file())).body.code).toBe(code);
  });

  it('is for whoever keeps accounts', async () => {
    expect((await api.as('head').upload('/api/people/import', [{ name: 'x.xlsx', content: 'x' }])).status).toBe(403);
    expect((await api.as('head').post('/api/people/import/commit', { rows: [] })).status).toBe(403);
  });
});
