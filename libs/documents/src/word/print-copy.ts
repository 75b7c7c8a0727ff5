import { punctuationKept } from './punctuation.js';
import { openPackage } from '../packages/office-package.js';
import { copyArchive } from '../packages/package-copy.js';
import { putPart, textOfPart } from '../packages/package-parts.js';

/** A .docx as it is given to LibreOffice to be printed; nothing else of it changes. */
export async function printCopy(file: Buffer): Promise<Buffer> {
  const { archive, mainPart, links } = await openPackage(file, 'document');
  const zip = await copyArchive(archive);
  const linked = await links(mainPart);
  const styles = linked.find(({ kind }) => kind === 'styles')?.target;
  for (const part of [mainPart, styles]) {
    if (part) putPart(zip, part, textOfPart(zip, part).replace(/<w:overflowPunct\b[^<>]*\/>/g, ''));
  }
  if (styles) putPart(zip, styles, withDefault(textOfPart(zip, styles)));
  const edges = linked.filter(({ kind }) => /^(?:header|footer|footnotes|endnotes)$/.test(kind));
  for (const part of [mainPart, ...edges.map(({ target }) => target)]) {
    if (zip.file(part)) putPart(zip, part, withoutGaps(textOfPart(zip, part)));
  }
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** Where the defaults of paragraphs stand, from the most to the least that is there already. */
const places: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/<w:pPrDefault>\s*<w:pPr>/, (found) => found + punctuationKept],
  [/<w:pPrDefault\b[^<>]*\/>|<w:pPrDefault>\s*<w:pPr\s*\/>\s*<\/w:pPrDefault>/, () => defaults],
  [/<\/w:docDefaults>/, (found) => defaults + found],
  [/<w:docDefaults\s*\/>/, () => `<w:docDefaults>${defaults}</w:docDefaults>`],
  [/<w:styles\b[^<>]*>/, (found) => `${found}<w:docDefaults>${defaults}</w:docDefaults>`],
];
const defaults = `<w:pPrDefault><w:pPr>${punctuationKept}</w:pPr></w:pPrDefault>`;

function withDefault(styles: string): string {
  const place = places.find(([form]) => form.test(styles));
  return place ? styles.replace(place[0], place[1]) : styles;
}

const [ideograph, western] = ['\\p{Script=Han}', '[A-Za-z0-9\u00c0-\u024f\u0370-\u03ff]'];
const meeting = new RegExp(`(?<=${ideograph})(?=${western})|(?<=${western})(?=${ideograph})`, 'gu');
const textsAndEnds = /(<w:t(?: [^<>]*)?>)([^<]*)(?=<\/w:t>)|<\/w:p>|<w:(?:tab|br|cr)\b/g;
/** Has no width, leaves no trace in a PDF, and may end a line as the place itself may. */
const apart = '\u200b';

/**
 * Chinese and digits side by side without the space LibreOffice puts between them, whatever a file says of it; the text
 * of a paragraph goes on from one run to the next.
 */
function withoutGaps(xml: string): string {
  let last = '';
  return xml.replace(textsAndEnds, (found, tag?: string, text?: string) => {
    if (tag === undefined || text === undefined) last = '';
    if (!text) return found;
    const before = last;
    last = /.$/su.exec(text.slice(-2))![0];
    return tag! + (before + text).replace(meeting, apart).slice(before.length);
  });
}
