/** A paragraph of the body, an empty one too; those of text boxes are not asked for. */
const paragraphForm = /<w:p(?: [^>]*?)?(?:\/>|>[^]*?<\/w:p>)/g;
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
  const paragraphs = [...tail.matchAll(paragraphForm)].map(({ index, 0: found }) => ({ index, found }));
  const last = paragraphs.filter(({ found }) => textOf(found) !== '').at(-1);
  if (!last || !/^\d{4}年\d{1,2}月\d{1,2}日$/.test(textOf(last.found))) return xml;
  let written = 0;
  let kept = tail;
  for (const { index, found } of paragraphs.slice(0, paragraphs.indexOf(last)).reverse()) {
    if (written > company) break;
    if (textOf(found) !== '') written += 1;
    kept = kept.slice(0, index) + keptWithNext(found) + kept.slice(index + found.length);
  }
  return xml.slice(0, end) + kept;
}

const textOf = (paragraph: string) =>
  [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)]
    .map(([, text]) => text)
    .join('')
    .trim();

/** A table's last row, nothing nested in it, with the note that follows. */
const notedRow =
  /<w:tr(?: [^>]*)?>(?:(?!<w:tr[ >]|<\/w:tr>)[^])*<\/w:tr>(?=<\/w:tbl>(<w:p(?: [^>]*)?>(?:(?!<\/w:p>)[^])*<\/w:p>))/g;

/** A table's last row but one; neither it nor the last has anything nested in it. */
const rowBeforeLast =
  /<w:tr(?: [^>]*)?>(?:(?!<w:tr[ >]|<\/w:tr>)[^])*<\/w:tr>(?=<w:tr(?: [^>]*)?>(?:(?!<w:tr[ >]|<\/w:tr>)[^])*<\/w:tr><\/w:tbl>)/g;

/** The last two rows of a table stay together: 合计 alone under a repeated heading tells nothing. */
export const withKeptLastRows = (xml: string): string =>
  xml.replace(rowBeforeLast, (row) => (row.includes('txbxContent') ? row : row.replace(paragraphForm, keptWithNext)));

/** A note below a table, 注：…, never begins a page without a row of it. */
export const withKeptNotes = (xml: string): string =>
  xml.replace(notedRow, (row, note: string) =>
    /^注[：:]/.test(textOf(note)) && !row.includes('txbxContent') ? row.replace(paragraphForm, keptWithNext) : row,
  );

/** The switch comes right behind the style: the order of these elements is fixed by the standard. */
function keptWithNext(paragraph: string): string {
  if (/<w:keepNext\b/.test(paragraph)) return paragraph;
  if (/<w:pPr\s*\/>/.test(paragraph)) return paragraph.replace(/<w:pPr\s*\/>/, '<w:pPr><w:keepNext/></w:pPr>');
  if (paragraph.includes('<w:pPr>')) return paragraph.replace(/<w:pPr>(?:<w:pStyle\b[^>]*\/>)?/, '$&<w:keepNext/>');
  if (paragraph.endsWith('</w:p>')) return paragraph.replace(/^<w:p[^>]*>/, '$&<w:pPr><w:keepNext/></w:pPr>');
  return paragraph.replace(/\/>$/, '><w:pPr><w:keepNext/></w:pPr></w:p>');
}
