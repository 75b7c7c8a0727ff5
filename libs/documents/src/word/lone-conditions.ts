import { paragraphsIn, textIn } from './paragraph-xml.js';
import { parseTag, type TemplateTag } from './template-tag.js';

/** Holds more than its text: a section's end, a picture, a text box, a new page. */
const holdsMore = /<w:(?:sectPr|drawing|pict|object)\b|<w:br [^<>]*w:type="page"|txbxContent/;
const tagForm = /\{([^{}]*)\}/g;

type Condition = Pick<TemplateTag, 'kind' | 'key'>;

/**
 * A part of a template without the paragraphs of which nothing would be printed, because all of their text is conditions
 * that do not hold: the engine would leave them empty. Those that keep a cell whole or two tables apart stay.
 */
export function withoutLoneConditions(xml: string, holds: (condition: Condition) => boolean): string {
  const kept: string[] = [];
  let before = '';
  let at = 0;
  for (const { found, index } of paragraphsIn(xml)) {
    const conditions = holdsMore.test(found) ? [] : conditionsOf(textIn(found));
    if (conditions.length === 0 || conditions.some(holds)) continue;
    const above = (before + xml.slice(Math.max(at, index - longestEnd), index)).slice(-longestEnd);
    const end = index + found.length;
    if (isNeeded(above, xml.slice(end, end + 8))) continue;
    kept.push(xml.slice(at, index));
    before = above;
    at = end;
  }
  return kept.join('') + xml.slice(at);
}

const longestEnd = '</w:tbl>'.length;

const isNeeded = (before: string, after: string) =>
  (after.startsWith('</') && !before.endsWith('</w:p>')) ||
  (after.startsWith('<w:tbl>') && before.endsWith('</w:tbl>'));

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
