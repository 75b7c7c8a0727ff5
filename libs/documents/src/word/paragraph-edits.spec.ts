import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import PizZip from 'pizzip';
import { documentTexts } from './docx-text.js';
import { editParagraphs } from './paragraph-edits.js';

const bold = (text: string) => new TextRun({ text, bold: true });
const plain = (text: string) => new TextRun(text);

async function documentOf(...children: (Paragraph | Table)[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

const xmlOf = (file: Buffer) => new PizZip(file).file('word/document.xml')!.asText();

describe('an edit of a paragraph', () => {
  it('puts a text over several runs into the first of them and keeps the looks of all', async () => {
    const file = await documentOf(
      new Paragraph({ children: [plain('查处'), bold('1,2'), plain('36次，'), bold('共3起')] }),
    );
    const edited = await editParagraphs(file, [{ paragraph: 1, start: 2, end: 7, text: '{a}' }]);
    expect(await documentTexts(edited)).toEqual(['查处{a}次，共3起']);
    const runs = [...xmlOf(edited).matchAll(/<w:r>(.*?)<\/w:r>/g)].map(([, run]) => run!);
    expect(runs.map((run) => [/<w:b\/>/.test(run), run.replace(/<[^>]*>/g, '')])).toEqual([
      [false, '查处'],
      [true, '{a}'],
      [false, '次，'],
      [true, '共3起'],
    ]);
  });

  it('counts paragraphs as they are read: blank ones not, those in tables in their place', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const file = await documentOf(
      new Paragraph('一'),
      new Paragraph(''),
      new Table({ rows: [new TableRow({ children: [cell('二'), cell('三')] })] }),
      new Paragraph('四'),
    );
    const edits = [2, 3, 4].map((paragraph) => ({ paragraph, start: 0, end: 1, text: `{p${paragraph}}` }));
    expect(await documentTexts(await editParagraphs(file, edits))).toEqual(['一', '{p2}', '{p3}', '{p4}']);
  });

  it('leaves signs that XML escapes as they were, before and behind it', async () => {
    const file = await documentOf(new Paragraph('A&B <x> 5人 "y"'));
    const edited = await editParagraphs(file, [{ paragraph: 1, start: 8, end: 9, text: '{n|<}' }]);
    expect(await documentTexts(edited)).toEqual(['A&B <x> {n|<}人 "y"']);
  });

  it('reaches a text box once: its copy for old programs, which would keep the former text, is left out', async () => {
    const file = await documentOf(new Paragraph('前5人'), new Paragraph('后6人'));
    const zip = new PizZip(file);
    const box = (text: string) => `<w:txbxContent><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:txbxContent>`;
    const choice = `<mc:AlternateContent><mc:Choice Requires="wps">${box('框7人')}</mc:Choice><mc:Fallback>${box('框7人')}</mc:Fallback></mc:AlternateContent>`;
    const xml = xmlOf(file).replace('<w:document ', '<w:document xmlns:mc="urn:mc" ');
    zip.file('word/document.xml', xml.replace('</w:p>', `<w:r>${choice}</w:r></w:p>`));
    const boxed = zip.generate({ type: 'nodebuffer' });
    const texts = await documentTexts(boxed);
    expect(texts).toEqual(['前5人', '框7人', '后6人']);
    const edits = texts.map((_, at) => ({ paragraph: at + 1, start: 1, end: 2, text: '{n}' }));
    const edited = await editParagraphs(boxed, edits);
    expect(await documentTexts(edited)).toEqual(['前{n}人', '框{n}人', '后{n}人']);
    expect(xmlOf(edited)).not.toContain('框7人');
  });

  it('makes several edits of one text, whatever their order', async () => {
    const file = await documentOf(new Paragraph('1起2人3次'));
    const edits = [4, 0, 2].map((start) => ({ paragraph: 1, start, end: start + 1, text: `{k${start}}` }));
    expect(await documentTexts(await editParagraphs(file, edits))).toEqual(['{k0}起{k2}人{k4}次']);
  });
});
