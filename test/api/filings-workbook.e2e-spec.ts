import { buffer } from 'node:stream/consumers';
import { readWorkbook, writeWorkbook } from '@xiaohao/documents';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { rawWorkbook, textRow } from '../support/raw-workbook.js';

const today = '2026-07-02';
const period = '2026H1';
let api: TestApi;

beforeAll(async () => {
  api = await bootApi(today);
});
afterAll(() => api.stop());
beforeEach(() =>
  api.owner.query(
    'truncate filing_evidence, filing_event, indicator_filing, indicator_filing_history, filing_duty, message, delivery cascade',
  ),
);

const headings = ['填报单位', '期间', '指标代码', '指标', '本期数', '说明'];
type Written = (string | number | null)[];

/** Rows of 危化科 unless they say otherwise: code, value, note, unit, period. */
async function workbook(...rows: [key: string, value?: string | number, note?: string, unit?: string, of?: string][]) {
  const cells = rows.map(([key, value, note, unit = '危化科', of = period]): Written => [
    unit,
    of,
    key,
    '',
    value ?? null,
    note ?? null,
  ]);
  const layout = {
    name: '填报',
    columns: headings.map(() => ({ width: 12 })),
    top: [{ cells: headings }],
    headingRows: { first: 1, last: 1 },
  };
  return buffer(writeWorkbook([{ ...layout, rows: cells.map((row) => ({ cells: row })) }], { createdAt: new Date(0) }));
}
const upload = (content: Buffer, who = 'head', name = '填报.xlsx') =>
  api.as(who).upload(`/api/filings/workbook?period=${period}`, [{ name, content }]);
const preview = async (...rows: Parameters<typeof workbook>) => (await upload(await workbook(...rows))).body.rows;
const commit = (rows: any[], submit = true, who = 'head') =>
  api.as(who).post('/api/filings/workbook/commit', {
    period,
    submit,
    rows: rows.map(({ key, unitId, value, note, present }) => ({
      key,
      unitId,
      value,
      note,
      version: present?.version ?? 0,
    })),
  });
const put = (key: string, body: object = {}) =>
  api.as('head').put(`/api/indicators/${key}/filings`, {
    unitId: api.bureau.units.chemicals,
    period,
    value: 12,
    ...body,
  });
const download = async (who: string, query = '') => {
  const response = await api.as(who).raw(`/api/filings/workbook/period.xlsx?period=${period}${query}`);
  return { status: response.status, content: Buffer.from(await response.arrayBuffer()) };
};
const stored = () =>
  api.owner.query(
    'select key, value::float8 as value, note, status, version from indicator_filing where period = $1 order by key',
    [period],
  );

describe('the workbook of a period', () => {
  it('lists what a department is expected to file and has filed, with last period beside', async () => {
    await put('drills', { period: '2025H2', value: 9 });
    await put('fire_leaflets', { note: '含镇办' });
    const { sheets } = await readWorkbook((await download('head')).content);
    const rows = sheets[0]!.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ''));
    expect(rows[0]![0]).toBe('2026年上半年填报表');
    expect(rows.slice(3).map((row) => Array.from({ length: 9 }, (_, at) => row[at] ?? ''))).toEqual([
      ['危化科', '2026H1', 'drills', '事故应急演练', '场次', '期内发生', '9', '', ''],
      ['危化科', '2026H1', 'fire_leaflets', '发放防火宣传单', '份', '期内发生', '', '12', '含镇办'],
    ]);
  });

  it('lists every indicator where nothing is expected, and is of own units alone', async () => {
    const { sheets } = await readWorkbook((await download('clerk')).content);
    const indicators = await api.owner.query('select count(*)::int as n from indicator');
    expect(sheets[0]!.rows).toHaveLength(3 + indicators[0].n);
    const other = await download('clerk', `&unitId=${api.bureau.units.chemicals}`);
    expect(other.status).toBe(403);
    expect((await download('deputy')).status).toBe(403);
  });

  it('comes back as it went out: filled in, looked over with nothing stored, then submitted whole', async () => {
    await put('drills', { period: '2025H2', value: 9 });
    await put('fire_leaflets', { period: '2025H2', value: 800 });
    const { content } = await download('head');
    const { sheets } = await readWorkbook(content);
    const [drills, leaflets] = sheets[0]!.rows.slice(3).map(({ cells }) => cells.map((cell) => cell?.value ?? null));
    const layout = { name: '填报', columns: drills!.map(() => ({ width: 12 })), headingRows: { first: 3, last: 3 } };
    const top = sheets[0]!.rows.slice(0, 3).map(({ cells }) => ({ cells: cells.map((cell) => cell?.text ?? '') }));
    const rows = [
      [...drills!.slice(0, 7), 12, '含桌面推演'],
      [...leaflets!.slice(0, 7), 1236.5],
    ];
    const filled = await buffer(
      writeWorkbook([{ ...layout, top, rows: rows.map((cells) => ({ cells })) }], { createdAt: new Date(0) }),
    );
    const { status, body } = await upload(filled);
    expect([status, body.sheet]).toEqual([200, '填报']);
    expect(
      body.rows.map(({ effect, key, value, note, previous }: any) => [effect, key, value, note, previous]),
    ).toEqual([
      ['new', 'drills', 12, '含桌面推演', 9],
      ['new', 'fire_leaflets', 1236.5, null, 800],
    ]);
    expect(await stored()).toEqual([]);
    expect(await commit(body.rows)).toMatchObject({ status: 200, body: { count: 2 } });
    expect(await stored()).toEqual([
      { key: 'drills', value: 12, note: '含桌面推演', status: 'submitted', version: 1 },
      { key: 'fire_leaflets', value: 1236.5, note: null, status: 'submitted', version: 1 },
    ]);
    const { items } = (await api.as('office').get('/api/notices')).body;
    const subjects = items.map(({ subject }: any) => subject);
    expect(subjects.filter((subject: string) => subject.includes('2026年上半年'))).toEqual([
      '危化科提交了2026年上半年填报（2 项），待审定',
    ]);
  });
});

describe('an uploaded row', () => {
  it.each([
    ['of another unit', ['drills', 12, '', '减灾救灾科'], 'unitOther', '您不能为“减灾救灾科”填报，此行不存'],
    ['of a unit nobody knows', ['drills', 12, '', '危化处'], 'unitUnknown', '没有名为“危化处”的单位'],
    ['of an unknown indicator', ['drill', 12], 'indicatorUnknown', '没有这个指标：drill'],
    [
      'of another period',
      ['drills', 12, '', '危化科', '2025H2'],
      'periodOther',
      '这一行是 2025H2 的，不是所选的 2026H1',
    ],
    ['whose value is no number', ['drills', '十二'], 'notNumber', '“十二”不是数字'],
    ['below zero', ['drills', -1], 'valueWrong', '“-1”不能小于 0'],
    ['of five decimals', ['drills', 0.12345], 'valueWrong', '“0.12345”最多四位小数'],
  ] as const)('%s is refused', async (_, row, code, message) => {
    const [judged] = await preview([...row] as never);
    expect(judged).toMatchObject({ effect: 'refused', findings: [{ code, severity: 'error', message }] });
  });

  it('that says the same place again is refused with the row it repeats', async () => {
    const rows = await preview(['drills', 12], ['fire_leaflets'], ['drills', 13]);
    expect(rows.map(({ effect }: any) => effect)).toEqual(['new', 'blank', 'refused']);
    expect(rows[2].findings[0]).toMatchObject({
      code: 'repeated',
      cell: 'D4',
      message: '与第 2 行是同一单位的同一指标',
    });
  });

  it('that is rough, far from last period or over an accepted value is taken and told', async () => {
    await put('drills', { period: '2025H2', value: 1000 });
    const filing = (await put('drills')).body;
    await api
      .as('office')
      .post('/api/filings/actions', { action: 'accept', filings: [{ id: filing.id, version: filing.version }] });
    const [row] = await preview(['drills', '约1.2万场次']);
    expect(row).toMatchObject({
      effect: 'changed',
      value: 12_000,
      present: { value: 12, status: 'accepted', version: 1 },
    });
    expect(row.findings.map(({ code, severity, cell }: any) => [code, severity, cell])).toEqual([
      ['rough', 'warning', 'E2'],
      ['accepted', 'warning', 'E2'],
      ['farFromLast', 'warning', 'E2'],
    ]);
  });

  it('that says what stands there changes nothing; a note alone is told', async () => {
    await put('drills', { note: '含桌面推演' });
    const rows = await preview(['drills', 12, '含桌面推演'], ['fire_leaflets', undefined, '尚未统计']);
    expect(rows.map(({ effect, findings }: any) => [effect, findings.map(({ code }: any) => code)])).toEqual([
      ['same', []],
      ['blank', ['noteAlone']],
    ]);
  });
});

describe('storing what was looked over', () => {
  it('keeps drafts of which nobody hears', async () => {
    await commit(await preview(['drills', 12]), false);
    expect(await stored()).toMatchObject([{ status: 'draft', version: 1 }]);
    expect((await api.as('office').get('/api/notices')).body.items).toEqual([]);
  });

  it('takes all or none: one row that somebody changed meanwhile keeps the others out', async () => {
    const rows = await preview(['drills', 12], ['fire_leaflets', 800]);
    await put('fire_leaflets', { value: 900 });
    const late = await commit(rows);
    expect([late.status, late.body.code, late.body.details.key]).toEqual([409, 'stale', 'fire_leaflets']);
    expect(await stored()).toMatchObject([{ key: 'fire_leaflets', value: 900 }]);
  });

  it('of two who send the same at once lets one through', async () => {
    const rows = await preview(['drills', 12], ['fire_leaflets', 800]);
    const answers = await Promise.all([commit(rows), commit([...rows].reverse())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await stored()).toMatchObject([{ version: 1 }, { version: 1 }]);
  });

  it('trusts no row that was sent back', async () => {
    const [row] = await preview(['drills', 12]);
    const other = { ...row, unitId: api.bureau.units.relief };
    expect((await commit([row, other])).status).toBe(403);
    expect((await commit([row, { ...row, key: 'nothing' }])).status).toBe(404);
    expect((await commit([row, row])).body).toMatchObject({ code: 'inputWrong' });
    expect((await commit([{ ...row, value: -1 }])).body).toMatchObject({ code: 'inputWrong' });
    expect((await commit([row], true, 'deputy')).status).toBe(403);
    expect(await stored()).toEqual([]);
  });
});

describe('an uploaded file', () => {
  const rows = textRow(1, headings) + textRow(2, ['危化科', period, 'drills', '', '12', '']);

  it.each<[what: string, code: string, content: () => Buffer | Promise<Buffer>]>([
    ['no workbook', 'fileNotWorkbook', () => Buffer.from('%PDF-1.4')],
    ['one with macros', 'workbookMacro', () => rawWorkbook([{ rows }], { parts: { 'xl/vbaProject.bin': 'x' } })],
    ['a zip bomb', 'archiveBomb', () => rawWorkbook([{ rows }], { parts: { 'xl/media/a.bin': '0'.repeat(60e6) } })],
    ['too large', 'fileTooLarge', () => Buffer.alloc(5_100_000)],
  ])('that is %s is refused (%s)', async (_, code, content) => {
    expect((await upload(await content())).body.code).toBe(code);
    expect(await stored()).toEqual([]);
  });

  it('without the headings, or with nothing below them, is refused', async () => {
    const empty = await workbook();
    expect((await upload(empty)).body).toMatchObject({ code: 'inputMissing' });
    const csv = Buffer.from('单位,数\n危化科,1\n');
    expect((await upload(csv, 'head', '数.csv')).body).toMatchObject({ code: 'noHeader' });
    expect((await upload(await workbook(['drills', 1]), 'deputy')).status).toBe(403);
  });
});
