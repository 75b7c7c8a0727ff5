import { openPackage } from '../packages/office-package.js';
import { copyArchive } from '../packages/package-copy.js';
import { addPart, putPart, textOfPart } from '../packages/package-parts.js';
import { escapeXml, legalText } from '../packages/xml-text.js';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml';
/** Headers of every page there can be: odd or all, the first, even ones. */
const headerKinds = ['default', 'first', 'even'] as const;
const markId = 'pageMark';

/**
 * Writes one red line at the head of every page of a .docx: into each header it has, and into one of its own where a kind
 * of page has none. Later sections take theirs from the first. All else stays as it is.
 * @throws fileNotDocument and what `openPackage` throws
 */
export async function markEveryPage(file: Buffer, text: string): Promise<Buffer> {
  const { archive, mainPart, links } = await openPackage(file, 'document');
  const zip = await copyArchive(archive);
  const mark = markParagraph(text);
  for (const { kind, target } of await links(mainPart)) {
    if (kind === 'header') {
      putPart(
        zip,
        target,
        textOfPart(zip, target).replace(/<w:hdr\b[^<>]*>/, (open) => open + mark),
      );
    }
  }
  const content = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr xmlns:w="${word}">${mark}</w:hdr>`;
  addPart(zip, mainPart, { name: 'page-mark.xml', id: markId, kind: 'header', contentType, content });
  putPart(zip, mainPart, withHeaders(textOfPart(zip, mainPart)));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** The first section names the mark as its header for each kind of page it has none for. */
function withHeaders(xml: string): string {
  const open = /<w:sectPr\b([^<>]*?)\/?>/.exec(xml);
  const from = open ? open.index + open[0].length : 0;
  const to = open?.[0].endsWith('/>') ? from : xml.indexOf(sectionEnd, from);
  if (!open || to < 0) {
    return xml.replace('</w:body>', `<w:sectPr>${references(headerKinds)}${sectionEnd}</w:body>`);
  }
  const content = xml.slice(from, to);
  const named = [...content.matchAll(/<w:headerReference\b[^<>]*w:type="(\w+)"/g)].map(([, kind]) => kind);
  const missing = references(headerKinds.filter((kind) => !named.includes(kind)));
  const after = xml.slice(open[0].endsWith('/>') ? to : to + sectionEnd.length);
  return `${xml.slice(0, open.index)}<w:sectPr${open[1]}>${missing}${content}${sectionEnd}${after}`;
}

const sectionEnd = '</w:sectPr>';

const references = (kinds: readonly string[]) =>
  kinds.map((kind) => `<w:headerReference xmlns:r="${relationship}" w:type="${kind}" r:id="${markId}"/>`).join('');

function markParagraph(text: string): string {
  return (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/><w:color w:val="C00000"/>' +
    `<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">${escapeXml(legalText(text))}</w:t></w:r></w:p>`
  );
}
