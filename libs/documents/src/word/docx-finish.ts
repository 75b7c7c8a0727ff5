import PizZip from 'pizzip';
import { fonts } from './official-layout.js';
import { punctuationKept } from './punctuation.js';
import { escapeXml } from '../packages/xml-text.js';

/** Zip entries carry a local time; a fixed one keeps equal contents equal byte by byte. */
export const fixedDate = new Date(1980, 0, 1);

/** Says what the library cannot say and replaces every trace of the moment of writing by the given instant. */
export function finishDocument(file: Buffer, createdAt: Date): Buffer {
  const source = new PizZip(file);
  const target = new PizZip();
  for (const name of Object.keys(source.files).sort(byPackageOrder)) {
    const part = source.files[name]!;
    if (part.dir) continue;
    const finish = finishers[name];
    const content = finish ? finish(part.asText(), createdAt) : part.asUint8Array();
    target.file(name, content, { date: fixedDate, createFolders: false });
  }
  return target.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** The list of content types comes first; some readers look nowhere else for it. */
function byPackageOrder(a: string, b: string): number {
  const first = (name: string) => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2);
  return first(a) - first(b) || (a < b ? -1 : 1);
}

const finishers: Record<string, (xml: string, createdAt: Date) => string> = {
  'word/fontTable.xml': fontTable,
  'word/styles.xml': withParagraphDefaults,
  'docProps/core.xml': withInstant,
};

function withInstant(xml: string, createdAt: Date): string {
  const at = `${createdAt.toISOString().slice(0, 19)}Z`;
  return xml.replace(/(<dcterms:(created|modified)[^<>]*>)[^<]*/g, `$1${at}`);
}

/**
 * 22 full lines a page: no line is held back from a page's foot, no space is put between Chinese and digits, and exact
 * line heights are not rounded up to the grid. The order of these elements is fixed by the standard.
 */
function withParagraphDefaults(xml: string): string {
  const off = (name: string) => `<w:${name} w:val="0"/>`;
  const rules = [off('widowControl'), punctuationKept, off('autoSpaceDE'), off('autoSpaceDN'), off('snapToGrid')];
  return xml.replace('<w:pPrDefault><w:pPr>', (begin) => begin + rules.join(''));
}

function fontTable(): string {
  const entries = Object.values(fonts).map(
    ({ name, substitutes }) =>
      `<w:font w:name="${escapeXml(name)}"><w:altName w:val="${escapeXml(substitutes.join(','))}"/>` +
      '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>',
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `${entries.join('')}</w:fonts>`
  );
}
