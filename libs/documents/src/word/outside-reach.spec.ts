import PizZip from 'pizzip';
import { documentTexts } from './docx-text.js';
import { inspectTemplate } from './template-inspection.js';

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const links = (...each: string[]) => `<Relationships>${each.join('')}</Relationships>`;

function documentOf(body: string, more: Record<string, string> = {}): Buffer {
  const zip = new PizZip();
  const parts = {
    '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': links('<Relationship Type="x/officeDocument" Target="word/document.xml"/>'),
    'word/document.xml': `<w:document><w:body>${text('标题')}<w:p/>${body}</w:body></w:document>`,
    ...more,
  };
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generate({ type: 'nodebuffer' });
}

const run = (content: string) => `<w:r>${content}</w:r>`;
const text = (written: string) => `<w:p>${run(`<w:t>${written}</w:t>`)}</w:p>`;
const simple = (code: string) => `<w:p><w:fldSimple w:instr="${code}">${run('<w:t>甲</w:t>')}</w:fldSimple></w:p>`;
const mark = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`);
/** A field whose code is cut into runs, as Word writes it. */
const field = (...codes: string[]) =>
  `<w:p>${mark('begin')}${codes.map((code) => run(`<w:instrText>${code}</w:instrText>`)).join('')}${mark('separate')}${run('<w:t>乙</w:t>')}${mark('end')}</w:p>`;
const link = (target: string) =>
  links(`<Relationship Id="r9" Type="x/hyperlink" Target="${target}" TargetMode="External"/>`);

describe('a template', () => {
  it.each<[string, Buffer, string]>([
    [
      'a field that includes a file',
      documentOf(field('INCLUDE', 'TEXT "file:///etc/passwd"')),
      '第 2 段含有会读取或运行文件以外内容的域 INCLUDETEXT',
    ],
    [
      'a field that fetches a picture',
      documentOf(simple(' includepicture &quot;http://127.0.0.1/p.png&quot;')),
      '第 2 段含有会读取或运行文件以外内容的域 INCLUDEPICTURE',
    ],
    [
      'a field that starts a program',
      documentOf(text('正文') + simple('DDEAUTO c:\\\\cmd.exe')),
      '第 3 段含有会读取或运行文件以外内容的域 DDEAUTO',
    ],
    [
      'a field within another',
      documentOf(
        `<w:p>${mark('begin')}${run('<w:instrText>IF 1=1 </w:instrText>')}${field('LINK Excel.Sheet')}${mark('end')}</w:p>`,
      ),
      '域 LINK',
    ],
    [
      'a link field that runs a script',
      documentOf(field('HYPERLINK "javascript:alert(1)"')),
      '超链接 javascript:alert(1)',
    ],
    [
      'a link that runs a script',
      documentOf('', { 'word/_rels/document.xml.rels': link(' JavaScript:alert(1)') }),
      '超链接',
    ],
    ['a document embedded in it', documentOf('<w:altChunk r:id="r9"/>'), 'altChunk'],
    [
      'a field in its header',
      documentOf('', { 'word/header1.xml': `<w:hdr>${field('RD "x.docx"')}</w:hdr>` }),
      '页眉第 1 段',
    ],
  ])('is refused, with its place, for %s', async (_, file, place) => {
    const refused = { code: 'documentReachesOutside', message: expect.stringContaining(place) };
    await expect(inspectTemplate(file)).rejects.toMatchObject(refused);
    await expect(documentTexts(file)).rejects.toMatchObject(refused);
  });

  it.each([
    [
      'page numbers, tables of contents and links people click',
      field('PAGE') +
        field('TOC \\o "1-3"') +
        field('HYPERLINK \\l "_Toc1"') +
        field('HYPERLINK "https://www.gov.cn/"'),
    ],
    ['words that are no field', text('INCLUDETEXT 与 LINK 是域名')],
    ['a link to a file on a drive', field('HYPERLINK "D:\\\\通知.docx"')],
  ])('is taken with %s', async (_, body) => {
    const rels = { 'word/_rels/document.xml.rels': link('mailto:office@example.cn') };
    expect((await inspectTemplate(documentOf(body, rels))).problems).toEqual([]);
  });
});
