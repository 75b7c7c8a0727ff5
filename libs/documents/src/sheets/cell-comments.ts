import { parseCellAddress } from './cell-address.js';
import { escapeXml } from '../packages/xml-text.js';

export interface CellComment {
  /** `B7` */
  cell: string;
  text: string;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const anyComment = /<((?:\w+:)?)comment\s([^>]*)>([\s\S]*?)<\/\1comment>/g;
const authorsOf = (xml: string) =>
  [...xml.matchAll(/<(?:\w+:)?author(?:\s[^>]*)?(?:\/>|>([^<]*)<\/)/g)].map(([, name = '']) => name);

/**
 * The comments part without what this author put there: own comments go, and of others' comments what was put below
 * them, from a line that opens so on. `cells` are those that bore something of the author's, `bare` those without a
 * comment now.
 */
export function withoutComments(
  xml: string,
  author: string,
  openings: readonly string[],
): { xml: string; cells: string[]; bare: string[] } {
  const authorId = authorsOf(xml).indexOf(escapeXml(author));
  const cells: string[] = [];
  const bare: string[] = [];
  const cleaned = xml.replace(anyComment, (whole, _, attributes: string, body: string) => {
    const cell = attribute(attributes, 'ref') ?? '';
    const isOwn = authorId >= 0 && attribute(attributes, 'authorId') === String(authorId);
    const at = Math.min(...openings.map((opening) => body.indexOf(opening)).filter((found) => found >= 0));
    if (!isOwn && at === Infinity) return whole;
    cells.push(cell);
    if (!isOwn && /[^\s]/.test(textOf(body.slice(0, at)))) return whole.replace(body, () => cutAt(body, at));
    bare.push(cell);
    return '';
  });
  return { xml: cleaned, cells, bare };
}

const textOf = (xml: string) => xml.replace(/<[^>]*>?/g, '');

/** The runs before this place, and the text before it in its own run. */
function cutAt(body: string, at: number): string {
  const head = body.slice(0, at).replace(/\s+$/, '');
  const open = [...head.matchAll(/<(\/?)((?:\w+:)?\w+)\b[^>]*?(\/?)>/g)].reduce<string[]>(
    (names, [, end, name, empty]) => {
      if (empty) return names;
      return end ? names.slice(0, -1) : [...names, name!];
    },
    [],
  );
  return (
    head +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join('')
  );
}

/** The comments part with these in it; what somebody else wrote on a cell stays above. */
export function withComments(xml: string | null, comments: readonly CellComment[], author: string): string {
  const whole =
    xml ?? `${declaration}<comments xmlns="${main}"><authors></authors><commentList></commentList></comments>`;
  const p = /<((?:\w+:)?)comments\b/.exec(whole)?.[1] ?? '';
  const authors = authorsOf(whole);
  const known = authors.indexOf(escapeXml(author));
  const authorId = known < 0 ? authors.length : known;
  const waiting = new Map(comments.map((comment) => [comment.cell, comment.text]));
  const run = (text: string) =>
    `<${p}r><${p}rPr><${p}sz val="9"/></${p}rPr><${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}r>`;
  let changed = whole.replace(anyComment, (old, _, attributes: string, body: string) => {
    const cell = attribute(attributes, 'ref') ?? '';
    const text = waiting.get(cell);
    if (text === undefined) return old;
    waiting.delete(cell);
    const ours = attribute(attributes, 'authorId') === String(authorId);
    const kept = ours ? '' : plainRuns(body, p);
    return `<${p}comment ${attributes}><${p}text>${kept}${run(kept ? `\n${text}` : text)}</${p}text></${p}comment>`;
  });
  const added = [...waiting].map(
    ([cell, text]) =>
      `<${p}comment ref="${cell}" authorId="${authorId}"><${p}text>${run(text)}</${p}text></${p}comment>`,
  );
  if (known < 0) changed = intoList(changed, 'authors', p, `<${p}author>${escapeXml(author)}</${p}author>`);
  return intoList(changed, 'commentList', p, added.join(''));
}

/** A comment is one bare text or a list of runs; behind a bare text no run may follow. */
function plainRuns(body: string, p: string): string {
  const inner = /<(?:\w+:)?text(?:\s[^>]*)?>([\s\S]*)<\/(?:\w+:)?text>/.exec(body)?.[1] ?? '';
  return new RegExp(`^\\s*<${p}t\\b`).test(inner) ? `<${p}r>${inner}</${p}r>` : inner;
}

function intoList(xml: string, list: string, p: string, items: string): string {
  const empty = new RegExp(`<${p}${list}\\s*/>`);
  const whole = xml.replace(empty, () => `<${p}${list}></${p}${list}>`);
  return whole.replace(`</${p}${list}>`, () => `${items}</${p}${list}>`);
}

export function attribute(attributes: string, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? null;
}

/** The drawing part without the boxes of these cells. */
export function withoutCommentBoxes(xml: string, cells: readonly string[]): string {
  const gone = new Set(
    cells.map((cell) => {
      const { row, column } = parseCellAddress(cell)!;
      return `${row - 1} ${column - 1}`;
    }),
  );
  return xml.replace(/<v:shape\s[\s\S]*?<\/v:shape>/g, (shape) => {
    const row = /<x:Row>\s*(\d+)/.exec(shape)?.[1];
    const column = /<x:Column>\s*(\d+)/.exec(shape)?.[1];
    return gone.has(`${row} ${column}`) ? '' : shape;
  });
}

/** The drawing part of the comments' boxes; cells that have a box already keep it. */
export function withCommentBoxes(xml: string | null, cells: readonly string[]): string {
  const whole =
    xml ??
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
      'xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>';
  const boxed = new Set(
    [...whole.matchAll(/<x:Row>(\d+)<\/x:Row>\s*<x:Column>(\d+)<\/x:Column>/g)].map(
      ([, row, column]) => `${row} ${column}`,
    ),
  );
  const type =
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
  const shapes = cells.flatMap((cell, at) => {
    const { row, column } = parseCellAddress(cell)!;
    return boxed.has(`${row - 1} ${column - 1}`) ? [] : [box(row - 1, column - 1, at)];
  });
  const types = whole.includes('id="_x0000_t202"') ? '' : type;
  return whole.replace(/<\/xml>\s*$/, () => `${types}${shapes.join('')}</xml>`);
}

/** Wide enough for a sentence, beside its cell, hidden until one points at the cell. */
function box(row: number, column: number, at: number): string {
  const anchor = [column + 1, 12, Math.max(0, row - 1), 8, column + 4, 20, row + 4, 4].join(', ');
  return (
    `<v:shape id="_x0000_s${90_000 + at}" type="#_x0000_t202" style="position:absolute;visibility:hidden" ` +
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>' +
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note">' +
    `<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
