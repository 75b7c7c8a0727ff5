import PizZip from 'pizzip';
import { documentTexts } from './docx-text.js';
import { writeOfficialDocument } from './official-document.js';
import { printCopy } from './print-copy.js';

const report = () =>
  writeOfficialDocument(
    { title: '工作报告', blocks: [{ kind: 'paragraph', runs: [{ text: '开展检查，共 12 场。' }] }] },
    new Date('2026-07-01T00:00:00Z'),
  );
const part = (file: Buffer, name: string) => new PizZip(file).file(name)!.asText();

/** The report with its styles as somebody else's file may have them. */
async function withStyles(change: (styles: string) => string): Promise<Buffer> {
  const zip = new PizZip(await report());
  zip.file('word/styles.xml', change(zip.file('word/styles.xml')!.asText()));
  return zip.generate({ type: 'nodebuffer' });
}

describe('a copy for print', () => {
  it.each([
    ['written by us', (styles: string) => styles],
    [
      'with hanging punctuation',
      (styles: string) => styles.replace('overflowPunct w:val="1"', 'overflowPunct w:val="0"'),
    ],
    ['without defaults of paragraphs', (styles: string) => styles.replace(/<w:pPrDefault>.*<\/w:pPrDefault>/s, '')],
    ['with empty ones', (styles: string) => styles.replace(/<w:pPrDefault>.*<\/w:pPrDefault>/s, '<w:pPrDefault/>')],
    ['without any defaults', (styles: string) => styles.replace(/<w:docDefaults>.*<\/w:docDefaults>/s, '')],
  ])('keeps its punctuation within the line, %s', async (_, change) => {
    const file = await withStyles(change);
    const copy = await printCopy(file);
    const switches = part(copy, 'word/styles.xml').match(/<w:overflowPunct[^>]*>/g);
    expect(switches).toEqual(['<w:overflowPunct w:val="1"/>']);
    expect(part(copy, 'word/styles.xml')).toMatch(/<w:pPrDefault><w:pPr><w:\w+[^>]*\/>/);
    expect(await documentTexts(copy)).toEqual(await documentTexts(file));
  });

  it('sets Chinese and digits side by side without a space, over runs and in headers and footnotes too', async () => {
    const zip = new PizZip(await report());
    const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const body = (xml: string) =>
      xml.replace(
        /<w:t(?: [^>]*)?>开展检查[^<]*<\/w:t>/,
        `<w:t>检查12场GB标准A、B，</w:t></w:r>${run('共')}${run('3')}<w:r><w:t xml:space="preserve">次 4 人</w:t>`,
      );
    zip.file('word/document.xml', body(zip.file('word/document.xml')!.asText()));
    const footer = Object.keys(zip.files).find((name) => /footer\d+\.xml$/.test(name))!;
    zip.file(
      footer,
      zip
        .file(footer)!
        .asText()
        .replace('</w:p>', `${run('第1页')}</w:p>`),
    );
    const copy = await printCopy(zip.generate({ type: 'nodebuffer' }));
    const marked = (name: string) =>
      part(copy, name)
        .replace(/<[^>]*>/g, '')
        .replaceAll('\u200b', '|');
    expect(marked('word/document.xml')).toContain('检查|12|场|GB|标准|A、B，共|3|次 4 人');
    expect(marked(footer)).toContain('第|1|页');
  });
});
