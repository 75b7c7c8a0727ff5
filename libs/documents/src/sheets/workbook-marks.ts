import { posix } from 'node:path';
import { Readable } from 'node:stream';
import { archiveLimits } from '../packages/archive-guard.js';
import { cellAddress, parseCellAddress, parseRange } from './cell-address.js';
import {
  type CellComment,
  attribute,
  withCommentBoxes,
  withComments,
  withoutCommentBoxes,
  withoutComments,
} from './cell-comments.js';
import { frontSheetXml, withFrontSheet, type FrontSheet } from './front-sheet.js';
import { openPackage, type OfficePackage } from '../packages/office-package.js';
import { type FillChange, MarkedFormats, withFills, withLegacyDrawing } from './sheet-marks.js';
import { escapeXml } from '../packages/xml-text.js';
import { zipParts } from '../packages/zip-stream.js';

/** A fill `RRGGBB` and a comment on one cell. */
export interface CellMark extends CellComment {
  colour: string;
}

export interface MarkOptions {
  author: string;
  /** How each of our comments begins, and every colour we fill with: by these former marks are known and taken away. */
  openings: readonly string[];
  colours: readonly string[];
  /** A sheet before all others that tells about the marks; the one of a former time is replaced. */
  /** Its rows are told which marks were set: of merged cells there is one. */
  front: Omit<FrontSheet, 'rows'> & { rows: (marked: readonly CellMark[]) => FrontSheet['rows'] };
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * The same workbook with a fill and a comment on these cells, by sheet name, and without those of a former time. The
 * parts that say so are edited; all others (pictures, formulas, print setup) are handed on byte by byte.
 * @throws what `openPackage` throws
 */
export async function markWorkbook(
  file: Buffer,
  marks: ReadonlyMap<string, readonly CellMark[]>,
  options: MarkOptions,
): Promise<Readable> {
  const book = await openPackage(file, 'workbook');
  const changed = new Map<string, string>();
  const text = async (part: string) =>
    changed.get(part) ?? (await book.archive.read(part, archiveLimits.unzippedBytes)).toString('utf8');
  const links = await book.links(book.mainPart);
  const stylePart = links.find(({ kind }) => kind === 'styles')?.target;
  const formats = stylePart && book.archive.has(stylePart) ? MarkedFormats.of(await text(stylePart)) : null;
  const added: { part: string; type: string }[] = [];
  const marked: CellMark[] = [];
  const sheets = sheetParts(await text(book.mainPart), links);
  for (const [sheet, part] of sheets) {
    if (sheet === options.front.name || !book.archive.has(part)) continue;
    const comments = atMergedCells(await text(part), marks.get(sheet) ?? [], options.colours);
    marked.push(...comments);
    const former = await withoutFormer(book, part, options, changed);
    let xml = unselected(await text(part));
    const fills = new Map<string, FillChange>(former.map((cell) => [cell, { without: options.colours }]));
    for (const { cell, colour } of comments) fills.set(cell, { colour });
    if (formats && fills.size > 0) xml = withFills(xml, fills, formats);
    if (comments.length > 0) {
      const places = await commentParts(book, part, xml, changed, added);
      if (places.newLink) xml = withLegacyDrawing(xml, places.newLink);
      const present = async (of: string) => changed.get(of) ?? (await textOrNull(book, of));
      const cells = comments.map(({ cell }) => cell);
      changed.set(places.comments, withComments(await present(places.comments), comments, options.author));
      changed.set(places.boxes, withCommentBoxes(await present(places.boxes), cells));
    }
    if (xml !== (await text(part))) changed.set(part, xml);
  }
  const relations = posix.join(posix.dirname(book.mainPart), '_rels', `${posix.basename(book.mainPart)}.rels`);
  const front = frontSheetXml({ ...options.front, rows: options.front.rows(marked) }, formats);
  const present = sheets.find(([name]) => name === options.front.name)?.[1];
  if (present) changed.set(present, front);
  else {
    const part = unused(book, changed, (at) => posix.join(posix.dirname(book.mainPart), `worksheets/sheet${at}.xml`));
    changed.set(part, front);
    added.push({ part, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml' });
    changed.set(
      relations,
      withLink(await text(relations), link(frontLink, 'worksheet', posix.relative(posix.dirname(book.mainPart), part))),
    );
    changed.set(book.mainPart, withFrontSheet(await text(book.mainPart), options.front.name, frontLink));
  }
  if (formats && stylePart) changed.set(stylePart, formats.styles());
  const types = '[Content_Types].xml';
  if (added.length > 0) changed.set(types, withTypes(await text(types), added));
  const names = [...new Set([...book.archive.names.filter((name) => !name.endsWith('/')), ...changed.keys()])];
  const parts = names.map((name) => ({
    name,
    content: changed.has(name) ? [changed.get(name)!] : book.archive.chunks(name),
  }));
  return Readable.from(zipParts(parts), { objectMode: false });
}

/** Of merged cells only the first is seen: what is said of the others is said there, in the colour named first. */
function atMergedCells(xml: string, marks: readonly CellMark[], colours: readonly string[]): CellMark[] {
  const ranges = [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?\bref\s*=\s*["']([^"']*)["']/g)].flatMap(
    ([, ref = '']) => parseRange(ref) ?? [],
  );
  const places = marks.map(({ cell }) => parseCellAddress(cell)!);
  const last = places.reduce(
    (most, { row, column }) => ({ row: Math.max(most.row, row), column: Math.max(most.column, column) }),
    { row: 0, column: 0 },
  );
  const firstOf = new Map(marks.map(({ cell }) => [cell, cell]));
  for (const { top, left, bottom, right } of ranges) {
    for (let row = top; row <= Math.min(bottom, last.row); row++) {
      for (let column = left; column <= Math.min(right, last.column); column++) {
        const cell = cellAddress(row, column);
        if (firstOf.has(cell)) firstOf.set(cell, cellAddress(top, left));
      }
    }
  }
  const seen = new Map<string, CellMark>();
  for (const mark of marks) {
    const cell = firstOf.get(mark.cell)!;
    const former = seen.get(cell);
    const [colour] = former ? colours.filter((one) => one === mark.colour || one === former.colour) : [mark.colour];
    const text = former && former.text !== mark.text ? `${former.text}\n${mark.text}` : mark.text;
    seen.set(cell, { cell, text, colour: colour! });
  }
  return [...seen.values()];
}

const frontLink = 'rIdXiaohaoFront';

/** Several selected sheets are written into together: only the one in front is. */
const unselected = (xml: string) => xml.replace(/(<(?:\w+:)?sheetView\b[^>]*?)\stabSelected=["'][^"']*["']/g, '$1');

/** Takes the comments of a former time out of a sheet; returns the cells that bore some. */
async function withoutFormer(
  book: OfficePackage,
  sheet: string,
  { author, openings }: MarkOptions,
  changed: Map<string, string>,
): Promise<string[]> {
  const links = await book.links(sheet);
  const part = links.find(({ kind }) => kind === 'comments')?.target;
  const xml = part ? await textOrNull(book, part) : null;
  if (!part || xml === null) return [];
  const cleaned = withoutComments(xml, author, openings);
  if (cleaned.cells.length === 0) return [];
  changed.set(part, cleaned.xml);
  for (const { kind, target } of links) {
    const boxes = kind === 'vmlDrawing' ? await textOrNull(book, target) : null;
    if (boxes !== null) changed.set(target, withoutCommentBoxes(boxes, cleaned.bare));
  }
  return cleaned.cells.filter((cell) => /^[A-Z]{1,3}[1-9]\d*$/.test(cell));
}

function sheetParts(workbook: string, links: Awaited<ReturnType<OfficePackage['links']>>): [string, string][] {
  const targets = new Map(links.map(({ id, target }) => [id, target]));
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*?)\/?>/g)].flatMap(([, attributes = '']): [string, string][] => {
    const part = targets.get(/\s(?:\w+:)id\s*=\s*["']([^"']*)["']/.exec(` ${attributes}`)?.[1] ?? '');
    return part ? [[unescaped(attribute(attributes, 'name') ?? ''), part]] : [];
  });
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const unescaped = (text: string) => text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name]!);

async function textOrNull({ archive }: OfficePackage, part: string): Promise<string | null> {
  return archive.has(part) ? (await archive.read(part)).toString('utf8') : null;
}

interface CommentParts {
  comments: string;
  boxes: string;
  /** Link by which the sheet has to name its boxes; null when it names some already. */
  newLink: string | null;
}

/** Where a sheet keeps its comments and their boxes; what is missing is named, linked and typed here. */
async function commentParts(
  book: OfficePackage,
  sheet: string,
  xml: string,
  changed: Map<string, string>,
  added: { part: string; type: string }[],
): Promise<CommentParts> {
  const links = await book.links(sheet);
  const drawn = /<(?:\w+:)?legacyDrawing\s[^>]*?\bid\s*=\s*["']([^"']*)["']/.exec(xml)?.[1];
  const boxes = links.find(({ id, kind }) => kind === 'vmlDrawing' && id === drawn)?.target;
  const comments = links.find(({ kind }) => kind === 'comments')?.target;
  const places: CommentParts = {
    comments: comments ?? unused(book, changed, (at) => `xl/comments${at}.xml`),
    boxes: boxes ?? unused(book, changed, (at) => `xl/drawings/vmlDrawing${at}.vml`),
    newLink: boxes ? null : 'rIdXiaohaoBoxes',
  };
  const fresh: string[] = [];
  if (!comments) {
    fresh.push(link('rIdXiaohaoComments', 'comments', posix.relative(posix.dirname(sheet), places.comments)));
    added.push({
      part: places.comments,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
    });
  }
  if (!boxes) {
    fresh.push(link('rIdXiaohaoBoxes', 'vmlDrawing', posix.relative(posix.dirname(sheet), places.boxes)));
    added.push({ part: places.boxes, type: 'application/vnd.openxmlformats-officedocument.vmlDrawing' });
  }
  if (fresh.length > 0) {
    const part = posix.join(posix.dirname(sheet), '_rels', `${posix.basename(sheet)}.rels`);
    const whole =
      (await textOrNull(book, part)) ??
      `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
    changed.set(part, withLink(whole, fresh.join('')));
  }
  return places;
}

const link = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${escapeXml(target)}"/>`;

function withLink(relations: string, links: string): string {
  const open = relations.replace(
    /<Relationships\b([^>]*)\/>/,
    (_, attributes: string) => `<Relationships${attributes}></Relationships>`,
  );
  return open.replace('</Relationships>', () => `${links}</Relationships>`);
}

/** The first name of the usual pattern that no part bears: some programs find these parts by their names. */
function unused(
  { archive }: OfficePackage,
  changed: ReadonlyMap<string, string>,
  name: (at: number) => string,
): string {
  let at = 1;
  while (archive.has(name(at)) || changed.has(name(at))) at += 1;
  return name(at);
}

function withTypes(xml: string, added: readonly { part: string; type: string }[]): string {
  const overrides = added.map(({ part, type }) => `<Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`);
  return xml.replace(/<\/((?:\w+:)?)Types>\s*$/, (end) => overrides.join('') + end);
}
