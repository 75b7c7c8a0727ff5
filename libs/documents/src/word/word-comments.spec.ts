import PizZip from 'pizzip';
import { documentTexts } from './docx-text.js';
import { writeOfficialDocument } from './official-document.js';
import { withoutComments } from './word-comments.js';
import { fillTemplate, type TemplateSource } from './word-template.js';

const template = (...texts: string[]) =>
  writeOfficialDocument(
    { title: '报告', blocks: texts.map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] })) },
    new Date('2026-07-01T00:00:00Z'),
  );
const note = (text: string) => ({ text, author: '办公室甲', at: '2026-07-02T01:02:03.456Z' });
const source = (commented: readonly string[]): TemplateSource => ({
  text: (key) => ({ drills: '15', issues: '8' })[key] ?? '____',
  list: () => [],
  comment: (key) => (commented.includes(key) ? note(`${key} <改写>`) : null),
});
const part = (file: Buffer, name: string) => new PizZip(file).file(name)?.asText() ?? '';
const body = (file: Buffer) => part(file, 'word/document.xml');
const comments = (file: Buffer) => part(file, 'word/report-comments.xml');

describe('a comment on what a tag prints', () => {
  it('stands at each place it is printed, with its author and instant, and changes no text', async () => {
    const file = await template('演练{drills}场，整改{issues}个，共{drills}场。');
    const filled = await fillTemplate(file, source(['drills']));
    expect(await documentTexts(filled)).toEqual(['报告', '演练15场，整改8个，共15场。']);
    const ranges = [
      ...body(filled).matchAll(/<w:commentRangeStart w:id="(\d)"\/>(.*?)<w:commentRangeEnd w:id="(\d)"\/>/g),
    ];
    expect(ranges.map(([, from, run, to]) => [from, run!.replace(/<[^>]*>/g, ''), to])).toEqual([
      ['0', '15', '0'],
      ['1', '15', '1'],
    ]);
    expect(body(filled).match(/<w:commentReference w:id="\d"\/>/g)).toHaveLength(2);
    expect(comments(filled).match(/w:author="办公室甲" w:date="2026-07-02T01:02:03Z"/g)).toHaveLength(2);
    expect(comments(filled)).toContain('drills &lt;改写&gt;');
    expect(part(filled, '[Content_Types].xml')).toContain('/word/report-comments.xml');
    expect(part(filled, 'word/_rels/document.xml.rels')).toContain('Target="report-comments.xml"');
  });

  it('keeps the looks of the text around it', async () => {
    const zip = new PizZip(await template('演练{drills}场'));
    const bold = '<w:r w:rsidR="00AB"><w:rPr><w:b/><w:rPrChange w:id="7"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>';
    const xml = body(zip.generate({ type: 'nodebuffer' }));
    const run = xml.slice(0, xml.indexOf('演练')).lastIndexOf('<w:r>');
    zip.file('word/document.xml', xml.slice(0, run) + xml.slice(run).replace(/<w:r>(<w:rPr>.*?<\/w:rPr>)?/, bold));
    const filled = await fillTemplate(zip.generate({ type: 'nodebuffer' }), source(['drills']));
    expect(body(filled)).toContain(
      '<w:r w:rsidR="00AB"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">15</w:t></w:r><w:commentRangeEnd',
    );
  });

  it('joins the comments the template has', async () => {
    const once = await fillTemplate(await template('演练{drills}场'), source(['drills']));
    const zip = new PizZip(once);
    zip.file('word/document.xml', body(once).replace('场', '场{issues}'));
    const filled = await fillTemplate(zip.generate({ type: 'nodebuffer' }), source(['issues']));
    expect([...comments(filled).matchAll(/<w:comment w:id="(\d+)"/g)].map(([, id]) => id)).toEqual(['0', '1']);
    expect(body(filled)).toContain('<w:commentRangeStart w:id="1"/>');
  });

  it('is left out of headers and text boxes, where Word takes none', async () => {
    const zip = new PizZip(await template('甲'));
    const xml = body(zip.generate({ type: 'nodebuffer' }));
    zip.file(
      'word/document.xml',
      xml.replace(
        '<w:t xml:space="preserve">甲',
        '<w:txbxContent><w:t xml:space="preserve">{drills}</w:t></w:txbxContent><w:t>甲',
      ),
    );
    const filled = await fillTemplate(zip.generate({ type: 'nodebuffer' }), source(['drills']));
    expect(body(filled)).toContain('>15</w:t></w:txbxContent>');
    expect(comments(filled)).toBe('');
  });

  it('goes without a trace for print', async () => {
    const file = await template('演练{drills}场');
    const printed = await withoutComments(await fillTemplate(file, source(['drills'])));
    expect(await documentTexts(printed)).toEqual(['报告', '演练15场']);
    expect(Object.keys(new PizZip(printed).files).filter((name) => name.includes('comment'))).toEqual([]);
    for (const name of ['word/document.xml', '[Content_Types].xml', 'word/_rels/document.xml.rels'])
      expect(part(printed, name)).not.toMatch(/comment/);
    const plain = await fillTemplate(file, source([]));
    expect(await withoutComments(plain)).toBe(plain);
  });
});
