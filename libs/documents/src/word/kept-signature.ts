import { paragraphsIn, textIn, type WrittenParagraph } from './paragraph-xml.js';

/** How many paragraphs of text go with a signature. */
const company = 2;

/**
 * The main part of a .docx with its signature kept together, the unit with the day below it, and the last paragraphs of
 * text with both: never does a signature stand alone on a page. As it was where the text ends in no day.
 */
export function withKeptSignature(xml: string): string {
  const end = Math.max(xml.lastIndexOf('</w:tbl>'), xml.indexOf('<w:body>'));
  const tail = xml.slice(end);
  if (tail.includes('txbxContent')) return xml;
  const paragraphs = paragraphsIn(tail);
  const last = paragraphs.filter(({ found }) => textOf(found) !== '').at(-1);
  if (!last || !/^\d{4}年\d{1,2}月\d{1,2}日$/.test(textOf(last.found))) return xml;
  const above = paragraphs.slice(0, paragraphs.indexOf(last));
  let written = 0;
  let first = above.length;
  while (first > 0 && written <= company) if (textOf(above[--first]!.found) !== '') written += 1;
  return xml.slice(0, end) + keptTogether(tail, above.slice(first));
}

const textOf = (paragraph: string) => textIn(paragraph).trim();

/** The text with these paragraphs of it, in their order, each kept with the next. */
function keptTogether(xml: string, paragraphs: readonly WrittenParagraph[]): string {
  const kept: string[] = [];
  let at = 0;
  for (const { index, found } of paragraphs) {
    kept.push(xml.slice(at, index), keptWithNext(found));
    at = index + found.length;
  }
  return kept.join('') + xml.slice(at);
}

const rowTag = /<w:tr(?: [^<>]*)?>|<\/w:tr>/g;
const tableEnd = '</w:tbl>';

interface Row {
  from: number;
  end: number;
}

/** The rows nothing is nested in, in their order. */
function rowsIn(xml: string): Row[] {
  const rows: Row[] = [];
  let open: number | null = null;
  for (const { 0: tag, index } of xml.matchAll(rowTag)) {
    const closes = tag === '</w:tr>';
    if (closes && open !== null) rows.push({ from: open, end: index + tag.length });
    open = closes ? null : index;
  }
  return rows;
}

/** The text with all that stands in these rows kept with what follows; those with a text box stay as they are. */
function withKeptRows(xml: string, rows: readonly Row[], paragraphs: readonly WrittenParagraph[]): string {
  const kept: WrittenParagraph[] = [];
  let next = 0;
  for (const { from, end } of rows) {
    if (xml.slice(from, end).includes('txbxContent')) continue;
    while (next < paragraphs.length && paragraphs[next]!.index < from) next += 1;
    while (next < paragraphs.length && paragraphs[next]!.index < end) kept.push(paragraphs[next++]!);
  }
  return keptTogether(xml, kept);
}

/** The last two rows of a table stay together: 合计 alone under a repeated heading tells nothing. */
export function withKeptLastRows(xml: string): string {
  const rows = rowsIn(xml);
  const beforeLast = rows.filter(({ end }, at) => {
    const last = rows[at + 1];
    return last?.from === end && xml.startsWith(tableEnd, last.end);
  });
  return withKeptRows(xml, beforeLast, paragraphsIn(xml));
}

/** A note below a table, 注：…, never begins a page without a row of it. */
export function withKeptNotes(xml: string): string {
  const paragraphs = paragraphsIn(xml);
  const written = new Map(paragraphs.map(({ index, found }) => [index, found]));
  const noted = rowsIn(xml).filter(
    ({ end }) => xml.startsWith(tableEnd, end) && /^注[：:]/.test(textOf(written.get(end + tableEnd.length) ?? '')),
  );
  return withKeptRows(xml, noted, paragraphs);
}

/** The switch comes right behind the style: the order of these elements is fixed by the standard. */
function keptWithNext(paragraph: string): string {
  if (/<w:keepNext\b/.test(paragraph)) return paragraph;
  if (/<w:pPr\s*\/>/.test(paragraph)) return paragraph.replace(/<w:pPr\s*\/>/, '<w:pPr><w:keepNext/></w:pPr>');
  if (paragraph.includes('<w:pPr>')) return paragraph.replace(/<w:pPr>(?:<w:pStyle\b[^<>]*\/>)?/, '$&<w:keepNext/>');
  if (paragraph.endsWith('</w:p>')) return paragraph.replace(/^<w:p[^<>]*>/, '$&<w:pPr><w:keepNext/></w:pPr>');
  return paragraph.replace(/\/>$/, '><w:pPr><w:keepNext/></w:pPr></w:p>');
}
