import { decodeEntities } from '../packages/xml-scanner.js';

/** A paragraph as it is written in a part. */
export interface WrittenParagraph {
  index: number;
  found: string;
}

const paragraphTag = /<\/?w:p(?=[\s/>])[^<>]*>/g;
const textForm = /<w:t(?: [^<>]*)?>([^<]*)/g;

/** The paragraphs of a part that hold no other one, empty ones too; what is never closed is none. */
export function paragraphsIn(xml: string): WrittenParagraph[] {
  const paragraphs: WrittenParagraph[] = [];
  let open: number | null = null;
  for (const { 0: tag, index } of xml.matchAll(paragraphTag)) {
    const closes = tag.startsWith('</');
    const from: number | null = closes ? open : tag.endsWith('/>') ? index : null;
    if (from !== null) paragraphs.push({ index: from, found: xml.slice(from, index + tag.length) });
    open = closes || from !== null ? null : index;
  }
  return paragraphs;
}

/** What a piece of a part says, its runs joined. */
export const textIn = (xml: string): string =>
  [...xml.matchAll(textForm)].map(([, text]) => decodeEntities(text!)).join('');
