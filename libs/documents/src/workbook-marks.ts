import { posix } from 'node:path';
import { Readable } from 'node:stream';
import { archiveLimits } from './archive-guard.js';
import { type CellComment, attribute, withCommentBoxes, withComments } from './cell-comments.js';
import { openPackage, type OfficePackage } from './office-package.js';
import { MarkedFormats, withLegacyDrawing, withMarkedCells } from './sheet-marks.js';
import { escapeXml } from './xml-text.js';
import { zipParts } from './zip-stream.js';

export interface MarkOptions {
  author: string;
  /** `RRGGBB` */
  colour: string;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * The same workbook with a fill and a comment on these cells, by sheet name. The parts that say so are edited; all others
 * (pictures, formulas, print setup, other sheets) are handed on byte by byte.
 * @throws what `openPackage` throws
 */
export async function markWorkbook(
  file: Buffer,
  marks: ReadonlyMap<string, readonly CellComment[]>,
  { author, colour }: MarkOptions,
): Promise<Readable> {
  const book = await openPackage(file, 'workbook');
  const changed = new Map<string, string>();
  const text = async (part: string) =>
    changed.get(part) ?? (await book.archive.read(part, archiveLimits.unzippedBytes)).toString('utf8');
  const links = await book.links(book.mainPart);
  const stylePart = links.find(({ kind }) => kind === 'styles')?.target;
  const formats = stylePart && book.archive.has(stylePart) ? MarkedFormats.of(await text(stylePart), colour) : null;
  const added: { part: string; type: string }[] = [];
  for (const [sheet, part] of sheetParts(await text(book.mainPart), links)) {
    const comments = marks.get(sheet);
    if (!comments?.length || !book.archive.has(part)) continue;
    const cells = comments.map(({ cell }) => cell);
    const xml = await text(part);
    const marked = formats ? withMarkedCells(xml, cells, formats) : xml;
    const places = await commentParts(book, part, xml, changed, added);
    changed.set(part, places.newLink ? withLegacyDrawing(marked, places.newLink) : marked);
    changed.set(places.comments, withComments(await textOrNull(book, places.comments), comments, author));
    changed.set(places.boxes, withCommentBoxes(await textOrNull(book, places.boxes), cells));
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
    const open = whole.replace(
      /<Relationships\b([^>]*)\/>/,
      (_, attributes: string) => `<Relationships${attributes}></Relationships>`,
    );
    changed.set(
      part,
      open.replace('</Relationships>', () => `${fresh.join('')}</Relationships>`),
    );
  }
  return places;
}

const link = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${escapeXml(target)}"/>`;

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
