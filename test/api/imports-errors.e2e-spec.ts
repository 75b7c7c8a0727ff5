import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import PizZip from 'pizzip';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';

/** LibreOffice on a busy machine takes its time. */
jest.setTimeout(240_000);

const today = '2026-07-01';
const run = promisify(execFile);
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

/** A ledger as people dress one: title merged, widths, a formula, a second sheet, a comment of theirs, print setup. */
async function dressedLedger(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('整改台账', { pageSetup: { paperSize: 9, orientation: 'landscape' } });
  sheet.addRow(['2026年巡察反馈问题整改台账']);
  sheet.mergeCells('A1:F1');
  sheet.addRow(['序号', '问题', '责任单位', '责任人', '整改时限', '完成情况']);
  sheet.addRow([1, '制度不健全', '没有的科室', '', '2026年9月30日', '整改中']);
  sheet.addRow([2, null, '危化科', '', 9.3, '整改中']);
  sheet.addRow([3, '台账不清', '危化科', '', '2026年10月31日', '整改中']);
  sheet.getCell('B3').font = { name: '仿宋', size: 14, bold: true };
  sheet.getCell('C3').font = { name: '仿宋', size: 14, italic: true };
  sheet.getCell('C3').note = '问过办公室';
  sheet.getColumn(2).width = 44;
  const second = workbook.addWorksheet('统计');
  second.getCell('A1').value = { formula: '1+1', result: 2 };
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A title missing, a year to be confirmed on a cell somebody wrote a comment on, and a row printed on every page. */
async function doubtfulLedger(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('台账', { pageSetup: { printTitlesRow: '1:1' } });
  sheet.addRow(['序号', '问题', '责任单位', '整改时限', '完成情况', '发现日期']);
  sheet.addRow([1, null, '危化科', '2026年9月30日', '整改中', '2026年3月1日']);
  sheet.addRow([2, '台账不清', '危化科', '9月30日', '整改中', '2026年3月1日']);
  sheet.getCell('D3').note = '问过他们';
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function markedOf(id: string): Promise<Buffer> {
  const response = await api.as('inspection').raw(`/api/imports/${id}/errors.xlsx`);
  const file = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(`${response.status} ${file.toString()}`);
  return file;
}

async function opened(file: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as unknown as ExcelJS.Buffer);
  return workbook;
}

const noteOf = (cell: ExcelJS.Cell) => {
  const note = cell.note as ExcelJS.Comment | string | undefined;
  return typeof note === 'object' ? (note.texts ?? []).map(({ text }) => text).join('') : (note ?? '');
};
const fillOf = (cell: ExcelJS.Cell) => (cell.fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb;

async function savedByLibreOffice(file: Buffer): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaohao-marked-'));
  try {
    await writeFile(join(folder, 'marked.xlsx'), file);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const out = join(folder, 'saved');
    await run('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, join(folder, 'marked.xlsx')]);
    return await readFile(join(out, 'marked.xlsx'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('the file with its errors marked', () => {
  it('is their own: marks and comments where something is to be put right, all else as it was', async () => {
    const { body } = await stage.preview(api.as('inspection'), await dressedLedger(), { kind: 'inspection_issue' });
    const workbook = await opened(await markedOf(body.id));
    const sheet = workbook.getWorksheet('整改台账')!;
    expect(noteOf(sheet.getCell('C3'))).toBe(
      '问过办公室\n【必须改】没有叫“没有的科室”的单位，请改成单位的全称或通用简称；确是新单位的，请告诉导入台账的同事',
    );
    expect(noteOf(sheet.getCell('B4'))).toBe('【必须改】没有写问题（任务）内容，请补写；这一行不要了就整行删除');
    expect(noteOf(sheet.getCell('E4'))).toContain('两种读法');
    for (const cell of ['C3', 'B4', 'E4']) expect([cell, fillOf(sheet.getCell(cell))]).toEqual([cell, 'FFFFC7CE']);
    expect(fillOf(sheet.getCell('B3'))).toBeUndefined();
    expect(sheet.getCell('C3').font).toMatchObject({ name: '仿宋', size: 14, italic: true });
    expect(sheet.getCell('B3').font).toMatchObject({ name: '仿宋', size: 14, bold: true });
    expect(sheet.getColumn(2).width).toBe(44);
    expect(sheet.model.merges).toEqual(['A1:F1']);
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape' });
    expect(workbook.getWorksheet('统计')!.getCell('A1').formula).toBe('1+1');
  });

  it('is read by LibreOffice, corrected there and imported again without a finding in those cells', async () => {
    const { body } = await stage.preview(api.as('inspection'), await dressedLedger(), { kind: 'inspection_issue' });
    const workbook = await opened(await savedByLibreOffice(await markedOf(body.id)));
    const sheet = workbook.getWorksheet('整改台账')!;
    expect(noteOf(sheet.getCell('B4'))).toContain('没有写问题（任务）内容');
    expect(fillOf(sheet.getCell('B4'))).toBe('FFFFC7CE');
    sheet.getCell('C3').value = '危化科';
    sheet.getCell('B4').value = '补写的问题';
    sheet.getCell('E4').value = '2026年9月30日';
    const corrected = await savedByLibreOffice(Buffer.from(await workbook.xlsx.writeBuffer()));
    const again = await stage.preview(api.as('inspection'), corrected, { kind: 'inspection_issue' });
    expect(again.body.counts).toMatchObject({ create: 3 });
    const said = again.body.tickets.flatMap(({ issues }: { issues: { cell: string; code: string }[] }) => issues);
    expect(said.filter(({ cell }: { cell: string }) => ['C3', 'B4', 'E4'].includes(cell))).toEqual([]);
    const [read] = again.body.sheets.filter(({ role }: { role: string }) => role !== 'skipped');
    expect(read.findings).toContainEqual(expect.objectContaining({ code: 'raisedOnAssumed', cell: '' }));
  });

  it('comes back from a .csv as a workbook', async () => {
    const csv =
      '序号,问题,责任单位,整改时限,完成情况\n1,制度不健全,没有的科室,2026年9月30日,整改中\n\n2,,危化科,2026年9月30日,整改中\n';
    const { body } = await stage.preview(
      api.as('inspection'),
      Buffer.from(csv),
      { kind: 'inspection_issue' },
      '台账.csv',
    );
    const sheet = (await opened(await markedOf(body.id))).worksheets[1]!;
    expect(noteOf(sheet.getCell('C2'))).toContain('没有的科室');
    expect([sheet.getCell('B2').text, fillOf(sheet.getCell('B4'))]).toEqual(['制度不健全', 'FFFFC7CE']);
  });

  it('tells what must be put right from what is to be confirmed, with a first sheet that counts and leads to both', async () => {
    const { body } = await stage.preview(api.as('inspection'), await doubtfulLedger(), { kind: 'inspection_issue' });
    const workbook = await opened(await markedOf(body.id));
    const sheet = workbook.getWorksheet('台账')!;
    expect([fillOf(sheet.getCell('B2')), fillOf(sheet.getCell('D3'))]).toEqual(['FFFFC7CE', 'FFFFEB9C']);
    expect(noteOf(sheet.getCell('D3'))).toMatch(/^问过他们\n【请确认】/);
    const front = workbook.worksheets[0]!;
    expect(front.name).toBe('导入检查（填写说明）');
    const lines = front
      .getSheetValues()
      .flatMap((row) => (Array.isArray(row) ? [row.slice(1).map(String).join(' ')] : []));
    expect(lines[1]).toContain('必须改，1 处');
    expect(lines[2]).toContain('请确认，1 处');
    expect(lines[4]).toContain('没有颜色的：请确认，');
    expect(front.getCell('B7').hyperlink ?? front.getCell('B7').value).toBeTruthy();
    expect(front.getCell('A7').text).toBe('台账');
    expect((workbook.views as ExcelJS.WorkbookView[] | undefined)?.[0]?.activeTab ?? 0).toBe(0);
    // A name that holds in one sheet still points at that sheet.
    expect(sheet.pageSetup.printTitlesRow).toBe('1:1');
  });

  it('bears no marks of a former time: what was corrected is clean again, the sheet is not read, comments do not pile up', async () => {
    const first = await stage.preview(api.as('inspection'), await doubtfulLedger(), { kind: 'inspection_issue' });
    const marked = await opened(await markedOf(first.body.id));
    marked.getWorksheet('台账')!.getCell('B2').value = '补写的问题';
    const back = Buffer.from(await marked.xlsx.writeBuffer());
    const second = await stage.preview(api.as('inspection'), back, { kind: 'inspection_issue' });
    expect(second.body.sheets.map(({ name, role }: { name: string; role: string }) => [name, role])).toEqual([
      ['导入检查（填写说明）', 'skipped'],
      ['台账', 'ledger'],
    ]);
    const notes = second.body.sheets[1].findings.filter(({ code }: { code: string }) => code === 'notesUnread');
    expect(notes).toMatchObject([{ cell: '', message: expect.stringContaining('1 处批注不导入：D3“问过他们') }]);
    const again = await opened(await markedOf(second.body.id));
    const sheet = again.getWorksheet('台账')!;
    expect(again.worksheets.map(({ name }) => name)).toEqual(['导入检查（填写说明）', '台账']);
    expect([noteOf(sheet.getCell('B2')), fillOf(sheet.getCell('B2'))]).toEqual(['', undefined]);
    expect(noteOf(sheet.getCell('D3')).match(/【请确认】/g)).toHaveLength(1);
    expect(noteOf(sheet.getCell('D3'))).toMatch(/^问过他们/);
    expect(fillOf(sheet.getCell('D3'))).toBe('FFFFEB9C');
    expect(again.worksheets[0]!.getCell('A2').text).toContain('必须改，0 处');
  });

  /** `E5、E7—E9`, as the first sheet names places, one by one. */
  const placesIn = (text: string) =>
    text.split('、').flatMap((part) => {
      const [from, to = from] = part.split('—');
      if (!/^[A-Z]+\d+$/.test(from!)) return [part];
      const [letters, first, last] = [from!.replace(/\d+/, ''), ...[from!, to!].map((one) => Number(/\d+/.exec(one)))];
      return Array.from({ length: last! - first! + 1 }, (_, at) => `${letters}${first! + at}`);
    });
  const folder = join(__dirname, '../files/ledgers');
  const kept = readdirSync(folder).filter((file) => !file.endsWith('.json'));

  it.each(kept)('tells of %s all that the page tells, place by place, on a first sheet one page wide', async (file) => {
    const { body } = await stage.preview(api.as('inspection'), readFileSync(join(folder, file)), {}, file);
    const wanted = new Map<string, Set<string>>();
    const want = (place: string, said: string) => wanted.set(place, (wanted.get(place) ?? new Set()).add(said));
    for (const { name, findings } of body.sheets) {
      for (const { cell, message } of findings ?? []) want(`${name} ${cell || '整张表'}`, message);
    }
    for (const { sheet, row, issues } of body.tickets) {
      for (const { cell, message } of issues) want(`${sheet} ${cell || `第 ${row} 行`}`, message);
    }
    const workbook = await opened(await markedOf(body.id));
    const front = workbook.worksheets[0]!;
    const told = new Map<string, number>();
    front.eachRow((row, at) => {
      if (at < 7) return;
      for (const place of placesIn(row.getCell(2).text)) {
        const key = `${row.getCell(1).text} ${place}`;
        told.set(key, (told.get(key) ?? 0) + 1);
        const isMark = /^[A-Z]+\d+$/.test(place) && row.getCell(3).text !== '供了解';
        if (!isMark) continue;
        const marked = workbook.getWorksheet(row.getCell(1).text)!.getCell(place);
        expect([key, noteOf(marked)]).toEqual([key, expect.stringContaining(row.getCell(4).text)]);
      }
    });
    expect(Object.fromEntries(told)).toEqual(
      Object.fromEntries([...wanted].map(([place, said]) => [place, said.size])),
    );
    expect(told.size).toBeGreaterThan(0);
    expect(front.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
  });

  it('marks merged cells at the first of them, where it is seen', async () => {
    const ledger = new ExcelJS.Workbook();
    const sheet = ledger.addWorksheet('台账');
    sheet.addRow(['序号', '问题', '责任单位', '整改时限', '完成情况', '发现日期']);
    sheet.addRow([1, '台账不清', '危化科', null, '整改中', '2026年3月1日']);
    sheet.addRow([2, '记录不全', '危化科', null, '整改中', '2026年3月1日']);
    sheet.addRow([3, '制度不全', '危化科', '2026年9月30日', '整改中', '2026年3月1日']);
    sheet.mergeCells('D2:D3');
    const file = Buffer.from(await ledger.xlsx.writeBuffer());
    const { body } = await stage.preview(api.as('inspection'), file, { kind: 'inspection_issue' });
    const cells = body.tickets.flatMap(({ issues }: { issues: { cell: string }[] }) => issues.map(({ cell }) => cell));
    expect(cells).toEqual(['D2', 'D3']);
    const bytes = await markedOf(body.id);
    const comments = new PizZip(bytes).file('xl/comments1.xml')!.asText();
    expect([...comments.matchAll(/<comment ref="(\w+)"/g)].map(([, cell]) => cell)).toEqual(['D2']);
    const marked = (await opened(bytes)).getWorksheet('台账')!;
    expect(noteOf(marked.getCell('D2')).match(/没有写时限/g)).toHaveLength(1);
    expect(fillOf(marked.getCell('D2'))).toBe('FFFFEB9C');
  });

  it.each(kept)('counts on the first sheet as many places as %s bears marks of each colour', async (file) => {
    const { body } = await stage.preview(api.as('inspection'), readFileSync(join(folder, file)), {}, file);
    const workbook = await opened(await markedOf(body.id));
    const [front, ...sheets] = workbook.worksheets;
    const marks = { '【必须改】': 0, '【请确认】': 0 };
    for (const sheet of sheets) {
      sheet.eachRow((row) =>
        row.eachCell({ includeEmpty: true }, (cell) => {
          if (cell.isMerged && cell.master !== cell) return;
          const said = noteOf(cell);
          for (const opening of Object.keys(marks) as (keyof typeof marks)[])
            if (said.includes(opening)) marks[opening]++;
        }),
      );
    }
    const counted = [2, 3].map((at) => Number(/，(\d+) 处/.exec(front!.getCell(`A${at}`).text)![1]));
    expect(counted).toEqual([marks['【必须改】'], marks['【请确认】']]);
  });

  it('exists for nobody who may not see the import', async () => {
    const { body } = await stage.preview(api.as('inspection'), await dressedLedger(), { kind: 'inspection_issue' });
    expect((await api.as('safety').get(`/api/imports/${body.id}/errors.xlsx`)).status).toBe(404);
    expect((await api.as('handler').get(`/api/imports/${body.id}/errors.xlsx`)).status).toBe(403);
    expect((await api.anonymous.get(`/api/imports/${body.id}/errors.xlsx`)).status).toBe(401);
  });
});
