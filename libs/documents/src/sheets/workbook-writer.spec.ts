import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import PizZip from 'pizzip';
import type { RowInput, SheetLayout } from './sheet-layout.js';
import { readWorkbook } from './workbook-reader.js';
import { writeWorkbook } from './workbook-writer.js';
import { cellAt } from './workbook.js';

const createdAt = new Date('2026-06-30T08:00:00Z');

const buildLayout = (rows: SheetLayout['rows'], more: Partial<SheetLayout> = {}): SheetLayout => ({
  name: '台账',
  columns: [{ width: 8 }, { width: 20 }],
  top: [
    { cells: ['某区应急管理局台账'], merges: [{ from: 1, to: 2 }] },
    { cells: ['序号', '问题'], look: { bold: true } },
  ],
  headingRows: { first: 2, last: 2 },
  rows,
  ...more,
});

const write = (...sheets: SheetLayout[]): Promise<Buffer> => buffer(writeWorkbook(sheets, { createdAt }));
const partOf = (file: Buffer, name: string): string => new PizZip(file).file(name)!.asText();

describe('writing a workbook', () => {
  it('is read back as it was given, by us and by exceljs', async () => {
    const rows: RowInput[] = [
      { cells: [1, '消防通道被占用\n未整改 <1 & 2>'] },
      { cells: [{ day: '2021-09-30' }, true] },
    ];
    const file = await write(buildLayout(rows));
    const sheet = (await readWorkbook(file)).sheets[0]!;
    expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }]);
    expect(cellAt(sheet, 3, 2)?.value).toBe('消防通道被占用\n未整改 <1 & 2>');
    expect(cellAt(sheet, 4, 1)).toMatchObject({ value: 44469, day: '2021-09-30', text: '2021年9月30日' });
    expect(cellAt(sheet, 4, 2)?.value).toBe(true);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(file).buffer);
    expect(workbook.getWorksheet('台账')!.getCell('A4').value).toEqual(new Date(Date.UTC(2021, 8, 30)));
    expect(workbook.getWorksheet('台账')!.getCell('B2').font.bold).toBe(true);
  });

  it('leads from a cell to a file beside it, whatever signs are in its name', async () => {
    const paths = ['佐证/XC-1 甲 乙/01 照片 100%#2.jpg', '佐证/<a>&"b".txt'];
    const rows = paths.map((file): RowInput => ({ cells: [1, { content: file, file }] }));
    const file = await write(buildLayout(rows), buildLayout([{ cells: [1] }], { name: '无' }));
    const links = [...partOf(file, 'xl/worksheets/_rels/sheet1.xml.rels').matchAll(/Target="([^"]*)"/g)];
    expect(links.map(([, target]) => target)).toEqual([
      '佐证/XC-1%20甲%20乙/01%20照片%20100%25%232.jpg',
      '佐证/%3Ca%3E&amp;%22b%22.txt',
    ]);
    expect(partOf(file, 'xl/worksheets/sheet1.xml')).toContain(
      '<hyperlinks><hyperlink ref="B3" r:id="rId1"/><hyperlink ref="B4" r:id="rId2"/></hyperlinks><printOptions',
    );
    expect(new PizZip(file).file('xl/worksheets/_rels/sheet2.xml.rels')).toBeNull();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(file).buffer);
    expect(workbook.getWorksheet('台账')!.getCell('B3').value).toMatchObject({ text: paths[0] });
    expect(cellAt((await readWorkbook(file)).sheets[0]!, 3, 2)?.value).toBe(paths[0]);
  });

  it.each(['=1+1', '+86 10', '-见附件', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])(
    'stores %p as a text that editing does not turn into a formula',
    async (text) => {
      const file = await write(buildLayout([{ cells: [text] }]));
      const xml = partOf(file, 'xl/worksheets/sheet1.xml');
      const style = Number(/<c r="A3" s="(\d+)" t="inlineStr">/.exec(xml)?.[1]);
      const formats = partOf(file, 'xl/styles.xml')
        .split('<cellXfs')[1]!
        .match(/<xf .*?<\/xf>/g)!;
      expect(formats[style]).toContain('quotePrefix="1"');
      expect(xml).not.toContain('<f>');
      expect(cellAt((await readWorkbook(file)).sheets[0]!, 3, 1)).toMatchObject({
        value: text.replace('\r', '\n'),
        formula: null,
      });
    },
  );

  it('leaves negative numbers numbers', async () => {
    const file = await write(buildLayout([{ cells: [-5, Number.NaN] }]));
    expect(partOf(file, 'xl/worksheets/sheet1.xml')).toContain('<c r="A3" s="0"><v>-5</v></c><c r="B3" s="0"/>');
  });

  it('drops characters that XML cannot hold, keeps escapes literal and cuts what Excel cannot hold', async () => {
    const file = await write(
      buildLayout([{ cells: ['甲\u0000\u000b乙\ud800', '_x0041_'] }, { cells: ['长'.repeat(40_000)] }]),
    );
    const sheet = (await readWorkbook(file)).sheets[0]!;
    expect(cellAt(sheet, 3, 1)?.value).toBe('甲乙');
    expect(cellAt(sheet, 3, 2)?.value).toBe('_x0041_');
    expect(cellAt(sheet, 4, 1)?.text).toHaveLength(32_767);
  });

  it('freezes, filters and repeats the headings and numbers the printed pages', async () => {
    const file = await write(
      buildLayout([{ cells: [1, '甲'] }, { cells: [2, '乙'] }], {
        filter: true,
        frozenColumns: 1,
        print: { paper: 'A3', orientation: 'landscape', footer: '第 {page} 页 共 {pages} 页' },
      }),
    );
    const sheet = partOf(file, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A2:B4"/>');
    expect(sheet).toContain('<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(sheet).toContain('<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter>');
    expect(partOf(file, 'xl/workbook.xml')).toContain("'台账'!$2:$2</definedName>");
  });

  it('merges downwards and fills the cells of the lights', async () => {
    const red = { fill: 'F4B6B0' };
    const file = await write(
      buildLayout([
        { cells: [1, { content: '逾期 5 天', look: red }], merges: [{ from: 1, to: 1, rows: 2 }] },
        { cells: [null, '措施二'] },
      ]),
    );
    const sheet = (await readWorkbook(file)).sheets[0]!;
    expect(sheet.merges).toContainEqual({ top: 3, left: 1, bottom: 4, right: 1 });
    expect(cellAt(sheet, 3, 2)?.fill).toBe('F4B6B0');
  });

  it('gives wrapped texts and large letters the height they need', async () => {
    const look = { wrap: true };
    const title = { content: '台账', look: { size: 20 } };
    const file = await write(
      buildLayout([{ cells: [1, '短'] }, { cells: [2, '整改措施'.repeat(10)] }, { cells: [title] }], {
        columns: [{ width: 8 }, { width: 20, look }],
      }),
    );
    const heights = [...partOf(file, 'xl/worksheets/sheet1.xml').matchAll(/<row r="(\d+)"(?: ht="(\d+)")?/g)];
    const byRow = new Map(heights.map(([, row, height]) => [Number(row), Number(height ?? 0)]));
    expect(byRow.get(3)).toBe(0);
    expect(byRow.get(4)).toBeGreaterThan(60);
    expect(byRow.get(5)).toBeGreaterThan(28);
  });

  it('makes sheet names that Excel accepts', async () => {
    const rows: RowInput[] = [];
    const file = await write(
      buildLayout(rows, { name: '巡察/整改[2021]' }),
      buildLayout(rows, { name: '巡察 整改 2021 ' }),
      buildLayout(rows, { name: "it's" }),
    );
    const names = (await readWorkbook(file)).sheets.map((sheet) => sheet.name);
    expect(names).toEqual(['巡察 整改 2021', '巡察 整改 2021 2', "it's"]);
    expect(partOf(file, 'xl/workbook.xml')).toContain("'it''s'!$2:$2");
  });

  it('gives the same bytes for the same rows and instant', async () => {
    const rows: RowInput[] = [{ cells: [1, '甲'] }];
    expect(await write(buildLayout(rows))).toEqual(await write(buildLayout(rows)));
  });

  it('sends the first bytes before the rows are all there, and stops asking when the reader goes away', async () => {
    let produced = 0;
    let ended = false;
    async function* endless(): AsyncGenerator<RowInput> {
      try {
        for (;;) {
          produced++;
          if (produced % 1000 === 0) await new Promise((resolve) => setImmediate(resolve));
          yield { cells: [produced, `问题 ${Math.random()}`] };
        }
      } finally {
        ended = true;
      }
    }
    const stream = writeWorkbook([buildLayout(endless())], { createdAt });
    let received = 0;
    for await (const chunk of stream) {
      received += (chunk as Buffer).length;
      if (received > 200_000) break;
    }
    for (let looks = 0; !ended && looks < 100; looks += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ended).toBe(true);
    expect(produced).toBeLessThan(200_000);
  });

  it('fails when its rows fail', async () => {
    async function* failing(): AsyncGenerator<RowInput> {
      yield { cells: [1] };
      throw new Error('the database is gone');
    }
    await expect(write(buildLayout(failing()))).rejects.toThrow('the database is gone');
  });
});
