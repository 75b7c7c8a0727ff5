import PizZip from 'pizzip';
import { writeOfficialDocument } from './official-document.js';
import { markEveryPage } from './page-marks.js';
import { documentTexts } from './docx-text.js';

const report = () =>
  writeOfficialDocument(
    { title: '工作报告', blocks: [{ kind: 'paragraph', runs: [{ text: '共 12 场。' }] }] },
    new Date('2026-07-01T00:00:00Z'),
  );
const part = (file: Buffer, name: string) => new PizZip(file).file(name)?.asText() ?? '';

describe('a mark on every page', () => {
  it('is the header of all pages, the first and the even ones, and the text stays', async () => {
    const file = await report();
    const marked = await markEveryPage(file, '作废　<2026年>');
    expect(part(marked, 'word/page-mark.xml')).toContain('作废　&lt;2026年&gt;');
    for (const kind of ['default', 'first', 'even']) {
      expect(part(marked, 'word/document.xml')).toMatch(new RegExp(`w:headerReference [^>]*w:type="${kind}"`));
    }
    expect(await documentTexts(marked)).toEqual(await documentTexts(file));
  });

  it('stands in headers the file has already, each kind named once', async () => {
    const once = await markEveryPage(await report(), '甲');
    const zip = new PizZip(once);
    // As a file of one's own: a header under another name.
    const rename = (name: string) =>
      zip.file(name, part(once, name).replaceAll('page-mark', 'header9').replaceAll('pageMark', 'rId99'));
    for (const name of ['word/document.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml']) rename(name);
    zip.file('word/header9.xml', part(once, 'word/page-mark.xml'));
    zip.remove('word/page-mark.xml');
    const marked = await markEveryPage(zip.generate({ type: 'nodebuffer' }), '乙');
    expect(part(marked, 'word/header9.xml')).toMatch(/乙[^]*甲/);
    expect(part(marked, 'word/document.xml').match(/w:headerReference/g)).toHaveLength(3);
  });
});
