import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import {
  cellAt,
  type DocumentBlock,
  documentTexts,
  readWorkbook,
  type SheetLayout,
  writeOfficialDocument,
  writeWorkbook,
} from '@xiaohao/documents';

jest.setTimeout(120_000);

const createdAt = new Date('2022-07-05T00:00:00Z');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaohao-documents-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets LibreOffice open a file and save it in another format; a profile of its own keeps it from a running one. */
function convert(name: string, content: Buffer, format: string): string {
  writeFileSync(join(folder, name), content);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', folder, join(folder, name)], {
    stdio: 'ignore',
    timeout: 100_000,
  });
  return join(folder, name.replace(/\.\w+$/, `.${format}`));
}

/** The lines of each page of a PDF, blank ones left out. */
function pagesOf(pdf: string): string[][] {
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.split('\n').filter((line) => line.trim() !== ''));
}

const buildLedger = (count: number): SheetLayout => ({
  name: '台账',
  columns: [{ width: 8 }, { width: 40 }, { width: 18 }],
  top: [
    { cells: ['巡察整改台账'], merges: [{ from: 1, to: 3 }] },
    { cells: ['序号', '问题', '整改时限'], look: { bold: true } },
  ],
  headingRows: { first: 2, last: 2 },
  rows: Array.from({ length: count }, (_, at) => ({
    cells: [at + 1, at === 0 ? '=1+1' : `问题${at + 1}`, { day: '2022-06-30' }],
  })),
  filter: true,
  print: { paper: 'A4', orientation: 'landscape', footer: '第 {page} 页 共 {pages} 页' },
});

describe('what LibreOffice sees', () => {
  it('is an official document of 22 lines a page, numbered right and left, with the heading row on each page', async () => {
    const sentence = '区应急管理局坚持问题导向扎实开展巡察反馈问题整改工作并持续巩固整改成果';
    const paragraph: DocumentBlock = { kind: 'paragraph', runs: [{ text: `${sentence.repeat(24)}。` }] };
    // Commas that come to stand at the end of a line, whatever the font's width.
    const commas = Array.from({ length: 60 }, (_, at): DocumentBlock => {
      const issue = `（${at}）支部换届逾期（XC-2026-${at}，局办公室，时限：2026年9月${at}日）${'已'.repeat(at % 30)}列入`;
      return { kind: 'paragraph', runs: [{ text: `${issue}，正在办理，悬挂横幅170余幅，检修各类装备95台套。` }] };
    });
    const file = await writeOfficialDocument(
      {
        title: '清河区应急管理局\n上半年工作报告',
        addressee: '区委',
        blocks: [
          paragraph,
          { kind: 'pageBreak' },
          {
            kind: 'table',
            columns: [
              { heading: '序号', width: 1 },
              { heading: '巡察问题', width: 4 },
            ],
            rows: Array.from({ length: 40 }, (_, at) => [[{ text: `${at + 1}` }], [{ text: `问题${at + 1}` }]]),
          },
          ...commas,
          { kind: 'signature', unit: '清河区应急管理局', day: '2022-07-05' },
        ],
      },
      createdAt,
    );
    const pages = pagesOf(convert('report.docx', file, 'pdf'));
    expect(pages[0]!.map((line) => line.trim()).slice(0, 3)).toEqual(['清河区应急管理局', '上半年工作报告', '区委：']);
    // Two lines of title, a blank one, nineteen of text and the page number.
    expect(pages[0]).toHaveLength(22);
    const numbers = pages.map((lines) => lines[lines.length - 1]!);
    expect(numbers.map((line) => line.replace(/\s/g, ''))).toEqual(pages.map((_, at) => `—${at + 1}—`));
    expect(numbers[0]!.search(/\S/)).toBeGreaterThan(numbers[1]!.search(/\S/));
    const tablePages = pages.filter((lines) => lines.some((line) => /问题\s*\d/.test(line)));
    expect(tablePages.length).toBeGreaterThan(1);
    for (const lines of tablePages) expect(lines[0]).toMatch(/序号\s+巡察问题/);
    expect(pages.flat().map((line) => line.replace(/\s/g, ''))).toContain('2022年7月5日');
    expect(pages.flat().join('').match(/，/g)).toHaveLength(5 * commas.length);
  });

  it('is a ledger whose dates are dates, whose formulas are texts and whose heading stands on every page', async () => {
    const ledger = await buffer(writeWorkbook([buildLedger(90)], { createdAt }));
    const pages = pagesOf(convert('ledger.xlsx', ledger, 'pdf'));
    expect(pages.length).toBeGreaterThan(1);
    for (const [at, lines] of pages.entries()) {
      expect(lines.some((line) => /序号\s+问题\s+整改时限/.test(line))).toBe(true);
      expect(lines[lines.length - 1]!.replace(/\s/g, '')).toBe(`第${at + 1}页共${pages.length}页`);
    }
    const csv = readFileSync(convert('ledger.xlsx', ledger, 'csv'), 'utf8').split('\n');
    expect(csv[2]).toMatch(/^1,=1\+1,(06\/30\/2022|2022年6月30日)/);
  });

  it('is saved again as a workbook that we read with the same cells', async () => {
    const ledger = await buffer(writeWorkbook([buildLedger(3)], { createdAt }));
    const other = readFileSync(convert('again.xlsx', ledger, 'ods'));
    const sheet = (await readWorkbook(readFileSync(convert('back.ods', other, 'xlsx')))).sheets[0]!;
    expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 3 }]);
    expect(sheet.rows.map((row) => row.cells.map((cell) => cell?.text ?? ''))).toMatchObject([
      ['巡察整改台账'],
      ['序号', '问题', '整改时限'],
      ['1', '=1+1', '2022年6月30日'],
      ['2', '问题2', '2022年6月30日'],
      ['3', '问题3', '2022年6月30日'],
    ]);
    expect(cellAt(sheet, 3, 2)).toMatchObject({ value: '=1+1', formula: null });
    expect(cellAt(sheet, 5, 3)).toMatchObject({ value: 44742, day: '2022-06-30' });
  });

  it('is saved again as a document that we read with the same paragraphs', async () => {
    const saved = readFileSync(convert('plain.txt', Buffer.from('\ufeff第一段\n\n第二段 {issues}\n'), 'docx'));
    expect(await documentTexts(saved)).toEqual(['第一段', '第二段 {issues}']);
  });
});
