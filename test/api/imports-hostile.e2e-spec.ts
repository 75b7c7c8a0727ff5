import { select } from '@xiaohao/database';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';
import { rawWorkbook, repeated, textRow } from '../support/raw-workbook.js';

const today = '2026-07-01';
let api: TestApi;
let stage: ImportStage;

beforeAll(async () => {
  api = await bootApi(today);
  stage = await openImportStage(api, today);
});
afterAll(async () => {
  await stage.close();
  await api.stop();
});

const inspection = () => api.as('inspection');
const preview = async (file: Buffer, name?: string) => (await stage.preview(inspection(), file, {}, name)).body;

const headings = ['序号', '具体问题', '整改措施', '责任科室', '责任人', '整改时限', '完成情况'];
const lastColumns = ['逐项核对', '危化科', '承办甲', '2026年9月30日', '正在推进'];
const head = textRow(1, headings);
const ledgerRow = (no: number, title: string) => textRow(no, [String(no - 1), title, ...lastColumns]);
const ledger = head + ledgerRow(2, '隐患台账更新不及时');
const long = '长'.repeat(100_000);

describe('a file nobody should have to open', () => {
  it.each<[what: string, code: string, name: string, content: Buffer]>([
    ['a PDF named .xlsx', 'fileNotWorkbook', '台账.xlsx', Buffer.from('%PDF-1.7\n…')],
    ['an .et named .xlsx', 'legacyExcel', '台账.xlsx', compound('Workbook')],
    ['a .doc named .xlsx', 'fileNotWorkbook', '台账.xlsx', compound('WordDocument')],
    ['a workbook with a password', 'fileEncrypted', '台账.xlsx', compound('EncryptedPackage')],
    ['an empty .csv', 'fileNotWorkbook', '台账.csv', Buffer.alloc(0)],
  ])('is refused where it is uploaded: %s (%s)', async (_, code, name, content) => {
    const before = await stored();
    const { status, body } = await inspection().upload('/api/imports', [{ name, content }]);
    expect([status, body.code]).toEqual([422, code]);
    expect(body.message).toMatch(/[\u4e00-\u9fa5]{4}/);
    expect(await stored()).toEqual(before);
  });

  const macro = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
  it.each<[what: string, code: string, file: () => Promise<Buffer>]>([
    ['an .xlsm', 'workbookMacro', () => rawWorkbook([{ rows: ledger }], { mainType: macro })],
    ['macros inside', 'workbookMacro', () => rawWorkbook([{ rows: ledger }], { parts: { 'xl/vbaProject.bin': 'x' } })],
    ['a cell of 100,000 characters', 'workbookTooLarge', () => rawWorkbook([{ rows: head + ledgerRow(2, long) }])],
    ['such a cell in the table of texts', 'workbookTooLarge', () => withShared(`<si><t>${long}</t></si>`)],
    ['a formula of 100,000 characters', 'workbookTooLarge', () => rawWorkbook([{ rows: formulaRow(long) }])],
    ['a cell in the last of 16,384 columns', 'workbookTooLarge', () => rawWorkbook([{ rows: lastColumn() }])],
    ['one sheet more than 200', 'workbookTooLarge', () => rawWorkbook(manySheets(201))],
    ['100,000 merged areas over one another', 'workbookTooLarge', () => rawWorkbook([nestedMerges()])],
    ['pictures alone', 'noHeader', () => rawWorkbook([{}], { parts: { 'xl/media/image1.png': 'x' } })],
    ['half of its sheet missing', 'archiveBroken', () => rawWorkbook([{ rows: '<row r="1"><c>' }])],
  ])('fails when it is read, with a sentence that says why: %s (%s)', async (_, code, file) => {
    const body = await preview(await file());
    expect([body.status, body.failure.code, body.tickets]).toEqual(['failed', code, []]);
    expect(body.failure.message).toMatch(/[\u4e00-\u9fa5]{4}/);
    expect(body.failure.message).not.toMatch(/[{}]|undefined/);
  });

  it('says in which cell the limit was passed, also where the text stands elsewhere in the file', async () => {
    const body = await preview(await withShared(`<si><t>${long}</t></si>`));
    expect(body.failure.details.place).toBe('台账!B3');
  });

  it('is a .csv with NUL characters', async () => {
    const body = await preview(Buffer.from(`${headings.join(',')}\n1,甲\0,,,,,\n`), '台账.csv');
    expect([body.status, body.failure.code]).toEqual(['failed', 'fileNotWorkbook']);
  });
});

describe('a strange file that still holds a ledger', () => {
  it.each<[what: string, file: () => Promise<Buffer>]>([
    ['a million empty rows in a format', () => rawWorkbook([{ rows: emptyRows() }])],
    ['two million texts nobody uses', () => rawWorkbook([{ rows: ledger }], { strings: unused() })],
    ['links to other files', () => rawWorkbook([{ rows: ledger }], { parts: externalLink })],
  ])('is read: %s', async (_, file) => {
    const body = await preview(await file());
    expect([body.status, body.failure]).toEqual(['ready', null]);
    expect(body.tickets).toMatchObject([{ title: '隐患台账更新不及时', leadUnit: '危化科' }]);
  });

  it('is read from UTF-16, as Excel saves Unicode text', async () => {
    const text = `${headings.join('\t')}\r\n1\t甲\t${lastColumns.join('\t')}\r\n`;
    const body = await preview(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]), '台账.csv');
    expect(body.tickets).toMatchObject([{ title: '甲', deadline: { date: '2026-09-30' } }]);
  });

  it.each([
    '=HYPERLINK("http://evil.invalid/","点我")',
    '<script>alert(1)</script>',
    `' OR 1=1; drop table ticket; --`,
    '\u202e题问\u202c与\u200f方向',
    '{{constructor.constructor("return process")()}}',
    '__proto__',
  ])('keeps %s as the text it is, through the commit', async (title) => {
    const before = await stored();
    const { id, tickets } = await preview(await rawWorkbook([{ rows: head + ledgerRow(2, title) }]));
    expect(tickets).toMatchObject([{ title, decision: 'create' }]);
    expect(await stored()).toMatchObject({ tickets: before.tickets });
    await inspection().post(`/api/imports/${id}/commit`);
    await stage.runJobs();
    const { body } = await inspection().get(`/api/imports/${id}`);
    expect((await inspection().get(`/api/tickets/${body.tickets[0].ticketId}`)).body.title).toBe(title);
  });

  it.each(['__proto__', 'constructor', 'toString'])('takes %s for the name of anything', async (name) => {
    const row = textRow(2, ['1', `${name}甲`, name, name, name, name, name, name]);
    const rows = textRow(1, [...headings, name]) + row;
    const { tickets, sheets } = await preview(await rawWorkbook([{ name, rows }]));
    expect(sheets).toMatchObject([{ name, role: 'ledger' }]);
    expect(tickets[0]).toMatchObject({ sheet: name, leadUnit: name, deadline: { kind: 'unresolved', raw: name } });
    expect(Object.entries(tickets[0].details)).toEqual([[name, name]]);
  });
});

async function stored() {
  const [row] = await select<{ imports: number; tickets: number }>(
    api.owner,
    `select (select count(*)::int from ledger_import) as imports, (select count(*)::int from ticket) as tickets`,
  );
  return row!;
}

/** The first bytes of an OLE file with one stream name in it: all that telling its kind looks at. */
function compound(stream: string): Buffer {
  const name = Buffer.from(stream, 'utf16le');
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1016), name, Buffer.alloc(512)]);
}

/** The ledger, and in B3 the first of these shared texts. */
const withShared = (strings: string) =>
  rawWorkbook([{ rows: `${ledger}<row r="3"><c/><c t="s"><v>0</v></c></row>` }], { strings });

const unused = () => repeated(2_000_000, (at) => `<si><t>${at}</t></si>`);

const formulaRow = (formula: string) => `${ledger}<row r="3"><c/><c><f>${formula}</f><v>1</v></c></row>`;
const lastColumn = () => `${ledger}<row r="3"><c r="XFD3"><v>1</v></c></row>`;
const manySheets = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `表${at}`, rows: ledger }));

function nestedMerges() {
  const rows = ledger + Array.from({ length: 60 }, (_, at) => ledgerRow(at + 3, `问题${at}`)).join('');
  const merges = repeated(100_000, (at) => `<mergeCell ref="A1:XFD${1_048_576 - at}"/>`);
  return { rows, after: merges };
}

function* emptyRows(): Generator<string> {
  yield ledger;
  yield* repeated(1_000_000, (at) => `<row r="${at + 3}" s="1" customFormat="1"><c s="1"/></row>`);
}

const externalLink = {
  'xl/externalLinks/externalLink1.xml': '<externalLink/>',
  'xl/externalLinks/_rels/externalLink1.xml.rels':
    '<Relationships><Relationship Id="rId1" Type="externalLinkPath" Target="http://evil.invalid/a.xlsx" TargetMode="External"/></Relationships>',
};
