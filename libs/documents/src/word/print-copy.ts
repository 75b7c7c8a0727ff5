import { punctuationKept } from './punctuation.js';
import { openPackage } from '../packages/office-package.js';
import { copyArchive } from '../packages/package-copy.js';
import { putPart, textOfPart } from '../packages/package-parts.js';

/** A .docx as it is given to LibreOffice to be printed; nothing else of it changes. */
export async function printCopy(file: Buffer): Promise<Buffer> {
  const { archive, mainPart, links } = await openPackage(file, 'document');
  const zip = await copyArchive(archive);
  const styles = (await links(mainPart)).find(({ kind }) => kind === 'styles')?.target;
  for (const part of [mainPart, styles]) {
    if (part) putPart(zip, part, textOfPart(zip, part).replace(/<w:overflowPunct\b[^>]*\/>/g, ''));
  }
  if (styles) putPart(zip, styles, withDefault(textOfPart(zip, styles)));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** Where the defaults of paragraphs stand, from the most to the least that is there already. */
const places: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/<w:pPrDefault>\s*<w:pPr>/, (found) => found + punctuationKept],
  [/<w:pPrDefault\b[^>]*\/>|<w:pPrDefault>\s*<w:pPr\s*\/>\s*<\/w:pPrDefault>/, () => defaults],
  [/<\/w:docDefaults>/, (found) => defaults + found],
  [/<w:docDefaults\s*\/>/, () => `<w:docDefaults>${defaults}</w:docDefaults>`],
  [/<w:styles\b[^>]*>/, (found) => `${found}<w:docDefaults>${defaults}</w:docDefaults>`],
];
const defaults = `<w:pPrDefault><w:pPr>${punctuationKept}</w:pPr></w:pPrDefault>`;

function withDefault(styles: string): string {
  const place = places.find(([form]) => form.test(styles));
  return place ? styles.replace(place[0], place[1]) : styles;
}
