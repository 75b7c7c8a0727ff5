import { AppError } from '@xiaohao/errors';
import PizZip from 'pizzip';
import { assertReadable, documentLimits } from './document-limits.js';
import { readParagraphs } from './document-paragraphs.js';
import { documentTexts } from './docx-text.js';

const read = (body: string) => readParagraphs('word/document.xml', Buffer.from(`<w:document>${body}</w:document>`));
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof AppError ? `${error.code} ${error.message}` : String(error);
  }
  return 'nothing';
};
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (span: string) => `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${paragraph('次')}</w:tc>`;
const row = (...spans: string[]) => `<w:tbl><w:tr>${spans.map(cell).join('')}</w:tr></w:tbl>`;
const nested = (depth: number) =>
  `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${paragraph('甲')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;
const lines = (length: number) => Array.from({ length }, () => '字');
const manyCharacters = (count: number) => paragraph('字'.repeat(10_000)).repeat(count / 10_000);

describe('a document', () => {
  it.each([
    ['a cell over a hundred million columns', () => row('100000000'), '63 列'],
    ['more columns in a row than Word takes', () => row('60', '4'), '63 列'],
    ['tables within tables', () => nested(documentLimits.tableDepth + 1), '20 层'],
    ['more paragraphs than a report has', () => '<w:p/>'.repeat(documentLimits.paragraphs + 1), '20000 段'],
    ['a paragraph without an end', () => paragraph('1'.repeat(documentLimits.paragraphCharacters + 1)), '第 1 段'],
    ['more text than a report has', () => manyCharacters(documentLimits.characters + 10_000), '1000000 字'],
  ])('is refused for %s, with the limit', (_, body, limit) => {
    const told = refusal(() => read(body()));
    expect(told).toMatch(/^documentTooLarge 文档过大：/);
    expect(told).toContain(limit);
  });

  it('is read whole up to the limits', () => {
    expect(read(nested(documentLimits.tableDepth) + manyCharacters(documentLimits.characters - 10_000))).toHaveLength(
      100,
    );
    expect(read(row('62', '1')).map(({ column, span }) => [column, span])).toEqual([
      [0, 62],
      [62, 1],
    ]);
  });

  it.each(['-5', '0', '1.5', 'x', ''])('has a cell one column wide where it is said to be %s', (span) => {
    expect(read(row(span, '2')).map(({ column, span: wide }) => [column, wide])).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('is refused where elements are nested without end', () => {
    const body = `${'<w:ins>'.repeat(600)}${'</w:ins>'.repeat(600)}`;
    expect(refusal(() => read(body))).toMatch(/^archiveBomb/);
  });

  it('has no character in it that no XML may hold, however it is named; one written plainly is damage', () => {
    expect(read(paragraph('开展&#xD800;检查12次，&#0;发现&#xFFFF;隐患&#20013;'))[0]!.text).toBe(
      '开展检查12次，发现隐患中',
    );
    expect(refusal(() => read(paragraph('检查\0次')))).toMatch(/^archiveBroken/);
  });

  it('that unpacks to more text than a report has is refused by its directory', async () => {
    const zip = new PizZip();
    const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
    zip.file('[Content_Types].xml', `<Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`);
    zip.file(
      '_rels/.rels',
      '<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
    );
    const noise = Array.from({ length: 2000 }, (_, at) => (at * 7919).toString(36)).join('');
    for (const name of ['document', 'header1'])
      zip.file(`word/${name}.xml`, noise.repeat((11 * 1024 ** 2) / noise.length));
    const file = zip.generate({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 1 } });
    await expect(documentTexts(file)).rejects.toMatchObject({ code: 'documentTooLarge' });
  });

  it('of plain text has the same limits', () => {
    expect(refusal(() => assertReadable(['字'.repeat(documentLimits.paragraphCharacters + 1)]))).toContain('第 1 段');
    expect(refusal(() => assertReadable(lines(documentLimits.paragraphs + 1)))).toContain('20000 段');
    expect(refusal(() => assertReadable(lines(documentLimits.paragraphs)))).toBe('nothing');
  });
});
