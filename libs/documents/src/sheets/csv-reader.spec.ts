import { AppError } from '@xiaohao/errors';
import { readWorkbook } from './workbook-reader.js';

async function readTexts(file: Buffer, fileName = '台账.csv'): Promise<(string | undefined)[][]> {
  const { sheets } = await readWorkbook(file, { fileName });
  return sheets[0]!.rows.map((row) => Array.from(row.cells, (cell) => cell?.text));
}

/** 序号,问题 / 1,张三 in GB18030. */
const gb18030 = Buffer.from('d0f2bac52ccecacce20a312cd5c5c8fd', 'hex');

describe('a .csv file', () => {
  it('is read as UTF-8, with and without mark, as GB18030 and as UTF-16', async () => {
    const expected = [
      ['序号', '问题'],
      ['1', '张三'],
    ];
    expect(await readTexts(Buffer.from('序号,问题\n1,张三'))).toEqual(expected);
    expect(await readTexts(Buffer.from('\ufeff序号,问题\r\n1,张三\r\n'))).toEqual(expected);
    expect(await readTexts(gb18030)).toEqual(expected);
    expect(await readTexts(Buffer.from('\ufeff序号\t问题\r\n1\t张三\r\n', 'utf16le'))).toEqual(expected);
  });

  it('keeps separators, quotes and line breaks inside quotes', async () => {
    expect(await readTexts(Buffer.from('a,"b,""c""\r\nd",e\n,,\n"",x,'))).toEqual([
      ['a', 'b,"c"\nd', 'e'],
      [undefined, 'x', undefined],
    ]);
  });

  it('finds semicolons and tabs by its first line', async () => {
    expect(await readTexts(Buffer.from('a;"b,c"\n1;2'))).toEqual([
      ['a', 'b,c'],
      ['1', '2'],
    ]);
  });

  it('counts blank lines, so that a row keeps its number', async () => {
    const { sheets } = await readWorkbook(Buffer.from('a\n\n\nb'), { fileName: 'x.csv' });
    expect(sheets[0]!.rows.map((row) => row.number)).toEqual([1, 4]);
    expect(sheets[0]!.name).toBe('x');
  });

  it('flags formulas and never runs them', async () => {
    const { sheets } = await readWorkbook(Buffer.from('=1+1,"=""007""",-5'), { fileName: 'x.csv' });
    const [sum, quoted, negative] = sheets[0]!.rows[0]!.cells;
    expect(sum).toMatchObject({ text: '=1+1', formula: '1+1' });
    expect(quoted).toMatchObject({ text: '007', formula: null });
    expect(negative).toMatchObject({ text: '-5', formula: null });
  });

  it('is refused when it holds no text', async () => {
    const binary = Buffer.from([0x00, 0x01, 0x02, 0xff]);
    await expect(readWorkbook(binary, { fileName: 'x.csv' })).rejects.toThrow(AppError);
    await expect(readWorkbook(binary, { fileName: 'x.csv' })).rejects.toMatchObject({ code: 'fileNotWorkbook' });
  });

  it('is refused with a cell longer than Excel keeps', async () => {
    const longest = Buffer.from(`a,${'长'.repeat(32_767)}`);
    expect((await readWorkbook(longest, { fileName: 'x.csv' })).sheets[0]!.rows).toHaveLength(1);
    const longer = Buffer.from(`a,${'长'.repeat(32_768)}`);
    await expect(readWorkbook(longer, { fileName: 'x.csv' })).rejects.toMatchObject({ code: 'workbookTooLarge' });
  });

  it('is judged by its content when a workbook carries its name', async () => {
    const legacy = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')]);
    await expect(readWorkbook(legacy, { fileName: 'x.csv' })).rejects.toMatchObject({ code: 'legacyExcel' });
  });
});
