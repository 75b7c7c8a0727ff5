import { buffer } from 'node:stream/consumers';
import { AppError } from '@xiaohao/errors';
import ExcelJS from 'exceljs';
import PizZip from 'pizzip';
import { readWorkbook, type ReadWorkbookOptions } from './workbook-reader.js';
import { type Cell, cellAt, type Sheet } from './workbook.js';
import { zipParts } from '../packages/zip-stream.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const minimalParts: Record<string, string> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${sheetMl}.sheet.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
};

function buildFile(parts: Record<string, string>): Buffer {
  const zip = new PizZip();
  for (const [name, text] of Object.entries({ ...minimalParts, ...parts })) zip.file(name, text);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const buildSheet = (rows: string, after = '') =>
  `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** A workbook whose only sheet holds these rows, read back. */
async function readRows(rows: string, parts: Record<string, string> = {}, after = ''): Promise<Sheet> {
  const file = buildFile({ 'xl/worksheets/sheet1.xml': buildSheet(rows, after), ...parts });
  return (await readWorkbook(file)).sheets[0]!;
}

function getCell(sheet: Sheet, row: number, column: number): Cell {
  const cell = cellAt(sheet, row, column);
  if (!cell) throw new Error(`no cell in row ${row}, column ${column}`);
  return cell;
}

async function refusal(file: Buffer, options?: ReadWorkbookOptions): Promise<AppError> {
  const error: unknown = await readWorkbook(file, options).catch((thrown: unknown) => thrown);
  if (error instanceof AppError) return error;
  throw new Error(`not refused: ${String(error)}`);
}

describe('reading a workbook', () => {
  it('has no character in the name of a sheet that no XML may hold', async () => {
    const workbook = minimalParts['xl/workbook.xml']!.replace('台账', '台&#xD800;&#0;账&#1;\u0002');
    expect((await readRows('', { 'xl/workbook.xml': workbook })).name).toBe('台账');
  });

  it('reads what exceljs writes: texts, numbers, days, merges, fills, widths, hidden sheets', async () => {
    const workbook = new ExcelJS.Workbook();
    const written = workbook.addWorksheet('巡察台账');
    written.mergeCells('A1:C1');
    written.getCell('A1').value = '巡察整改台账';
    written.getCell('A3').value = { richText: [{ text: '具体' }, { font: { bold: true }, text: '问题' }] };
    written.getCell('B3').value = 9.3;
    written.getCell('B3').numFmt = '0.00';
    written.getCell('C3').value = new Date(Date.UTC(2021, 8, 30));
    written.getCell('C3').numFmt = 'm"月"d"日"';
    written.getCell('D3').value = true;
    written.getCell('E3').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFF0000' } };
    written.getColumn(2).width = 30;
    workbook.addWorksheet('代码', { state: 'veryHidden' });
    const { sheets } = await readWorkbook(Buffer.from(await workbook.xlsx.writeBuffer()));
    const sheet = sheets[0]!;
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['巡察台账', 'visible'],
      ['代码', 'veryHidden'],
    ]);
    expect(sheet.rows.map((row) => row.number)).toEqual([1, 3]);
    expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 3 }]);
    expect(sheet.columnWidths[1]).toBe(30);
    expect(getCell(sheet, 3, 1).value).toBe('具体问题');
    expect(getCell(sheet, 3, 2)).toMatchObject({ value: 9.3, text: '9.30', numberFormat: '0.00', day: null });
    expect(getCell(sheet, 3, 3)).toMatchObject({ value: 44469, text: '9月30日', day: '2021-09-30' });
    expect(getCell(sheet, 3, 4)).toMatchObject({ value: true, text: 'TRUE' });
    expect(getCell(sheet, 3, 5)).toMatchObject({ value: null, text: '', fill: 'FF0000' });
  });

  it('takes the kept result of a formula and says that there is one', async () => {
    const sheet = await readRows(
      '<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>3</v></c><c r="B1" t="str"><f t="shared" ref="B1:C1" si="0">A1&amp;"个"</f><v>3个</v></c>' +
        '<c r="C1" t="str"><f t="shared" si="0"/><v>4个</v></c><c r="D1"><f>WEBSERVICE("http://127.0.0.1/")</f></c></row>',
    );
    expect(getCell(sheet, 1, 1)).toMatchObject({ value: 3, formula: 'SUM(B1:C1)' });
    expect(getCell(sheet, 1, 2)).toMatchObject({ value: '3个', formula: 'A1&"个"' });
    expect(getCell(sheet, 1, 3)).toMatchObject({ value: '4个', formula: 'A1&"个"' });
    expect(getCell(sheet, 1, 4)).toMatchObject({ value: null, text: '', formula: 'WEBSERVICE("http://127.0.0.1/")' });
  });

  it('joins rich text, drops phonetic guides, decodes escapes and control characters', async () => {
    const sheet = await readRows(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>李</t><rPh sb="0" eb="1"><t>LI</t></rPh></is></c></row>',
      {
        'xl/sharedStrings.xml':
          '<sst><si><r><t>张</t></r><r><t xml:space="preserve">  三</t></r><rPh sb="0" eb="1"><t>ZHANG</t></rPh></si>' +
          '<si><t>第一行_x000D_\n第二行_x0000_\u0001</t></si></sst>',
      },
    );
    expect(getCell(sheet, 1, 1).value).toBe('张  三');
    expect(getCell(sheet, 1, 2).value).toBe('第一行\n第二行');
    expect(getCell(sheet, 1, 3).value).toBe('李');
  });

  it('reads workbooks of the 1904 date system', async () => {
    const sheet = await readRows('<row r="1"><c r="A1" s="1"><v>43007</v></c></row>', {
      'xl/workbook.xml': minimalParts['xl/workbook.xml']!.replace('<sheets>', '<workbookPr date1904="1"/><sheets>'),
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    });
    expect(getCell(sheet, 1, 1)).toMatchObject({ day: '2021-09-30', text: '2021/9/30' });
  });

  it('reads cells and rows that carry no address, prefixed names, ISO dates, errors and the strict dialect', async () => {
    const sheet = await readRows('', {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c t="d"><x:v>2021-09-30T00:00:00</x:v></x:c></x:row><x:row><x:c t="e"><x:v>#REF!</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    });
    expect(getCell(sheet, 1, 1).value).toBe('甲');
    expect(getCell(sheet, 1, 2).day).toBe('2021-09-30');
    expect(getCell(sheet, 2, 1)).toMatchObject({ value: null, text: '#REF!' });
  });

  it('resolves theme colours with their tint', async () => {
    const sheet = await readRows('<row r="1"><c r="A1" s="1"><v>1</v></c></row>', {
      'xl/_rels/workbook.xml.rels': minimalParts['xl/_rels/workbook.xml.rels']!.replace(
        '</Relationships>',
        `<Relationship Id="rId4" Type="${office}/theme" Target="theme/theme1.xml"/></Relationships>`,
      ),
      'xl/theme/theme1.xml':
        '<a:theme xmlns:a="t"><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="800000"/></a:accent1></a:clrScheme></a:theme>',
      'xl/styles.xml':
        '<styleSheet><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5"/></patternFill></fill></fills><cellXfs><xf/><xf fillId="1"/></cellXfs></styleSheet>',
    });
    expect(getCell(sheet, 1, 1).fill).toBe('C08080');
  });

  it('passes over a million empty styled rows without keeping them', async () => {
    function* rows(): Generator<string> {
      yield `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row>`;
      for (let row = 2; row <= 1_000_000; row += 1000) {
        let rows = '';
        for (let at = row; at < row + 1000; at++) rows += `<row r="${at}" s="1" customFormat="1"/>`;
        yield rows;
      }
      yield '</sheetData></worksheet>';
    }
    const parts = Object.entries(minimalParts).map(([name, text]) => ({ name, content: [text] }));
    const file = await buffer(zipParts([...parts, { name: 'xl/worksheets/sheet1.xml', content: rows() }]));
    const { sheets } = await readWorkbook(file);
    expect(sheets[0]!.rows.map((row) => row.number)).toEqual([1]);
  }, 60_000);

  it('never follows a link that leads outside the file, even where its target looks like a part', async () => {
    const sheet = await readRows(
      '<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>7</v></c><c r="B1" t="s"><v>0</v></c></row>',
      {
        'xl/_rels/workbook.xml.rels': minimalParts['xl/_rels/workbook.xml.rels']!.replace(
          '<Relationships>',
          `<Relationships><Relationship Id="rId9" Type="${office}/sharedStrings" Target="other.xml" TargetMode="External"/>`,
        ),
        'xl/other.xml': '<sst><si><t>外</t></si></sst>',
        'xl/sharedStrings.xml': '<sst><si><t>内</t></si></sst>',
      },
    );
    expect(getCell(sheet, 1, 1).value).toBe(7);
    expect(getCell(sheet, 1, 2).value).toBe('内');
  });
});

describe('a file that is refused', () => {
  const compound = (stream: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);
  const typed = (type: string) => ({
    '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
  });

  it.each<[string, string, Buffer]>([
    ['a PDF', 'fileNotWorkbook', Buffer.from('%PDF-1.7 …')],
    ['an empty file', 'fileNotWorkbook', Buffer.alloc(0)],
    ['an HTML table named .xls', 'fileNotWorkbook', Buffer.from('<html><table></table></html>')],
    ['a zip of something else', 'fileNotWorkbook', new PizZip().file('a.txt', 'x').generate({ type: 'nodebuffer' })],
    [
      'a Word document',
      'fileNotWorkbook',
      buildFile(typed('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml')),
    ],
    ['an encrypted workbook', 'fileEncrypted', compound('EncryptedPackage')],
    ['an .xls or .et', 'legacyExcel', compound('Workbook')],
    ['an .xlsm', 'workbookMacro', buildFile(typed('application/vnd.ms-excel.sheet.macroEnabled.main+xml'))],
    ['macros in an .xlsx', 'workbookMacro', buildFile({ 'xl/vbaProject.bin': 'x' })],
    ['a missing worksheet', 'archiveBroken', buildFile({})],
    [
      'a text index beyond the texts',
      'archiveBroken',
      buildFile({ 'xl/worksheets/sheet1.xml': buildSheet('<row><c t="s"><v>5</v></c></row>') }),
    ],
    [
      'an impossible row',
      'archiveBroken',
      buildFile({ 'xl/worksheets/sheet1.xml': buildSheet('<row r="99999999"/>') }),
    ],
    [
      'an entity bomb',
      'documentTypeForbidden',
      buildFile({ 'xl/worksheets/sheet1.xml': `<!DOCTYPE a [<!ENTITY x "${'x'.repeat(100)}">]>${buildSheet('')}` }),
    ],
    ['a sheet of zeros', 'archiveBomb', buildFile({ 'xl/worksheets/sheet1.xml': buildSheet(' '.repeat(5_000_000)) })],
  ])('is %s (%s)', async (_, code, file) => {
    expect((await refusal(file)).code).toBe(code);
  });

  it('is one beyond the limits, and the place is named', async () => {
    const file = buildFile({
      'xl/worksheets/sheet1.xml': buildSheet(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>三四五</t></is></c></row>',
      ),
    });
    expect((await refusal(file, { limits: { rows: 1 } })).details).toEqual({ place: '台账!A2', limit: '1 行' });
    expect((await refusal(file, { limits: { columns: 1 } })).details).toEqual({ place: '台账!B1', limit: '1 列' });
    expect((await refusal(file, { limits: { cells: 2 } })).details).toEqual({ place: '台账!A2', limit: '2 个单元格' });
    expect((await refusal(file, { limits: { characters: 2 } })).code).toBe('workbookTooLarge');
    expect((await refusal(file, { limits: { sheets: 0 } })).code).toBe('workbookTooLarge');
    expect((await refusal(file, { archive: { fileBytes: 10 } })).code).toBe('fileTooLarge');
  });
});
