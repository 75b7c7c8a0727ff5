import PizZip from 'pizzip';
import { copyArchive } from '../packages/package-copy.js';
import { openPackage } from '../packages/office-package.js';
import { documentTexts } from './docx-text.js';
import { withKeptLastRows, withKeptNotes, withKeptSignature } from './kept-signature.js';
import { withoutLoneConditions } from './lone-conditions.js';
import { writeOfficialDocument } from './official-document.js';
import { markEveryPage } from './page-marks.js';
import { editParagraphs } from './paragraph-edits.js';
import { paragraphsIn, textIn } from './paragraph-xml.js';
import { printCopy } from './print-copy.js';
import { withoutComments } from './word-comments.js';
import { fillTemplate } from './word-template.js';

const none = { text: () => '', list: () => [] };
const name = 'word/document.xml';
const partOf = (zip: PizZip) => zip.file(name)!.asText();

/** A report with something more in its body. */
async function withBody(more: string): Promise<Buffer> {
  const zip = new PizZip(
    await writeOfficialDocument(
      { title: '报告', blocks: [{ kind: 'paragraph', runs: [{ text: '正文' }] }] },
      new Date('2026-07-01T00:00:00Z'),
    ),
  );
  zip.file(
    name,
    partOf(zip).replace('<w:body>', () => `<w:body>${more}`),
  );
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

describe('the paragraphs of a part', () => {
  it('are those that hold no other one, empty ones too', () => {
    const inner = '<w:p w:a="1"><w:t>内</w:t></w:p>';
    const xml = `<w:p/><w:pPr/><w:p>${inner}外</w:p><w:p \n><w:t>甲</w:t><w:t xml:space="preserve">&lt;乙</w:t></w:p><w:p>没有完`;
    const found = paragraphsIn(xml);
    expect(found.map((paragraph) => textIn(paragraph.found))).toEqual(['', '内', '甲<乙']);
    for (const { index, found: text } of found) expect(xml.startsWith(text, index)).toBe(true);
  });
});

/** What stops nobody where it is read once takes hours where it is read from each of its beginnings. */
describe('beginnings without their ends, by the ten thousand,', () => {
  const beginnings = [
    '<w:p>',
    '<w:p ',
    '<w:t ',
    '<w:tr>',
    '<w:tr ',
    '<w:r><w:rPr>',
    '<w:sectPr>',
    '<w:sectPr ',
    '<w:br ',
    '<w:overflowPunct ',
    '<w:commentRangeStart ',
    '<!--',
    '<![CDATA[',
    '<?a ',
    '\ufdd00\ufdd1',
  ];

  it.each(beginnings)('%j: a template is read once', (beginning) => {
    const xml = beginning.repeat(40_000);
    for (const read of [withKeptLastRows, withKeptNotes, withKeptSignature]) expect(read(xml)).toBe(xml);
    expect(withoutLoneConditions(xml, () => false)).toBe(xml);
  });

  it.each(beginnings)(
    '%j: a document that has them in a comment is filled, printed, marked and edited',
    async (beginning) => {
      const file = await withBody(`<!--${beginning.replace('--', '').repeat(40_000)}-->`);
      const signed = await markEveryPage(await withoutComments(await fillTemplate(file, none)), '作废');
      const edited = await editParagraphs(signed, [{ paragraph: 1, start: 0, end: 2, text: '总结' }]);
      expect(await documentTexts(await printCopy(edited))).toEqual(['总结', '正文']);
    },
  );
});

it('a copy has neither comments nor instructions, and character data as text', async () => {
  const file = await withBody('<!-- <w:p> --><?a <w:p>?><w:p><w:r><w:t><![CDATA[<!--甲&-->]]></w:t></w:r></w:p>');
  const copy = await copyArchive((await openPackage(file, 'document')).archive);
  expect(partOf(copy)).toContain('<w:body><w:p><w:r><w:t>&lt;!--甲&amp;--&gt;</w:t></w:r></w:p>');
  expect(partOf(copy)).toMatch(/^<\?xml /);
});

it('many conditions that do not hold leave a long text whole', () => {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const long = paragraph('中'.repeat(900_000));
  expect(withoutLoneConditions(long + paragraph('{#a}x{/a}').repeat(20_000), () => false)).toBe(long);
});
