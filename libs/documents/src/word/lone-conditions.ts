import { decodeEntities } from '../packages/xml-scanner.js';
import { parseTag, type TemplateTag } from './template-tag.js';

const paragraphForm = /<w:p(?: [^>]*?)?(?:\/>|>[^]*?<\/w:p>)/g;
/** Holds more than its text: a section's end, a picture, a text box, a new page. */
const holdsMore = /<w:(?:sectPr|drawing|pict|object)\b|<w:br [^>]*w:type="page"|txbxContent/;
const tagForm = /\{([^{}]*)\}/g;

type Condition = Pick<TemplateTag, 'kind' | 'key'>;

/**
 * A part of a template without the paragraphs of which nothing would be printed, because all of their text is conditions
 * that do not hold: the engine would leave them empty. Those that keep a cell whole or two tables apart stay.
 */
export function withoutLoneConditions(xml: string, holds: (condition: Condition) => boolean): string {
  let kept = '';
  let at = 0;
  for (const { 0: found, index } of xml.matchAll(paragraphForm)) {
    const conditions = holdsMore.test(found) ? [] : conditionsOf(textOf(found));
    if (conditions.length === 0 || conditions.some(holds)) continue;
    const before = kept + xml.slice(at, index);
    const end = index + found.length;
    if (isNeeded(before, xml.slice(end, end + 8))) continue;
    kept = before;
    at = end;
  }
  return kept + xml.slice(at);
}

const isNeeded = (before: string, after: string) =>
  (after.startsWith('</') && !before.endsWith('</w:p>')) ||
  (after.startsWith('<w:tbl>') && before.endsWith('</w:tbl>'));

const textOf = (paragraph: string) =>
  [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => decodeEntities(text!)).join('');

/** The blocks a text consists of; none where anything stands beside them. */
function conditionsOf(text: string): Condition[] {
  const conditions: Condition[] = [];
  let open: Condition | null = null;
  let end = 0;
  for (const { 0: written, 1: content, index } of text.matchAll(tagForm)) {
    const tag = parseTag(content!);
    if (typeof tag === 'string') return [];
    if (open === null) {
      if (/\S/.test(text.slice(end, index)) || (tag.kind !== 'open' && tag.kind !== 'openNone')) return [];
      open = tag;
      conditions.push(tag);
    } else if (tag.kind === 'close') open = null;
    end = index + written.length;
  }
  return open !== null || /\S/.test(text.slice(end)) ? [] : conditions;
}
