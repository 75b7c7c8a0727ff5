import PizZip from 'pizzip';
import { Document, InsertedTextRun, DeletedTextRun, Packer, Paragraph, TextRun } from 'docx';
import { documentTexts } from './docx-text.js';
import { withAcceptedChanges } from './tracked-changes.js';

const by = { id: 1, author: '周敏', date: '2025-07-01T00:00:00Z' };
const fileOf = (...children: (TextRun | InsertedTextRun | DeletedTextRun)[]) =>
  Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children })] }] }));
const xmlOf = (file: Buffer) => new PizZip(file).file('word/document.xml')!.asText();

describe('tracked changes of a Word file', () => {
  it('are accepted: what was put in stays, what was taken out is gone, and no mark of either is left', async () => {
    const file = await fileOf(
      new TextRun('召开会议'),
      new DeletedTextRun({ ...by, text: '十一' }),
      new InsertedTextRun({ ...by, text: '十二' }),
      new TextRun('次'),
    );
    const accepted = await withAcceptedChanges(file);
    expect(await documentTexts(accepted)).toEqual(['召开会议十二次']);
    expect(xmlOf(file)).toContain('十一');
    expect(xmlOf(accepted)).not.toMatch(/十一|<w:ins|<w:del|周敏/);
  });

  it('are accepted in looks and moves too', async () => {
    const zip = new PizZip(await fileOf(new TextRun('正文')));
    const body = xmlOf(zip.generate({ type: 'nodebuffer' })).replace(
      /<w:p>.*<\/w:p>/s,
      '<w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr><w:pPrChange w:id="2"><w:pPr/></w:pPrChange></w:pPr>' +
        '<w:moveFrom w:id="3"><w:r><w:t>旧处</w:t></w:r></w:moveFrom><w:moveTo w:id="4"><w:r><w:rPr><w:b/>' +
        '<w:rPrChange w:id="5"><w:rPr/></w:rPrChange></w:rPr><w:t>新处</w:t></w:r></w:moveTo></w:p>',
    );
    zip.file('word/document.xml', body);
    const accepted = await withAcceptedChanges(zip.generate({ type: 'nodebuffer' }));
    expect(await documentTexts(accepted)).toEqual(['新处']);
    expect(xmlOf(accepted)).toContain('<w:b/>');
    expect(xmlOf(accepted)).not.toMatch(/Change|move|旧处|<w:ins/);
  });

  it('where there are none it is the same file', async () => {
    const file = await fileOf(new TextRun('正文'));
    expect(await withAcceptedChanges(file)).toBe(file);
  });
});
