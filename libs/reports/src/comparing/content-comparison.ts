import type { ContentBlock } from '../building/report-content.js';
import type { ContentDifference } from './content-difference.js';
import { blocksOf, formOf, likeness, textChanges } from './clause-difference.js';
import { isMarked, piecesOf, type Piece, type RowsPiece, type TextPiece } from './content-pieces.js';
import { rowDifferences } from './row-difference.js';
import { commonPositions, gapsBetween } from './sequence-match.js';

/** So much two paragraphs share to be the same one rewritten. */
const sameText = 0.3;
/** So far ahead a rewritten paragraph is looked for: documents of thousands of them have nothing else in common. */
const lookAhead = 30;

/** Every difference of two kept documents but those that printing a `told` figure makes, in the order of the later one. */
export function compareContents(
  earlier: readonly ContentBlock[],
  later: readonly ContentBlock[],
  told: ReadonlySet<string>,
): ContentDifference[] {
  const marks = isMarked(earlier) && isMarked(later);
  const [one, other] = [piecesOf(earlier, marks), piecesOf(later, marks)];
  const found = pairPieces(one, other).flatMap(([was, is]) => pieceDifferences(was, is, told));
  return gatherWords(found);
}

type Pair = [was: Piece | null, is: Piece | null];

function pairPieces(one: readonly Piece[], other: readonly Piece[]): Pair[] {
  const common = commonPositions(one.map(signOf), other.map(signOf));
  const gaps = gapsBetween(one, other, common).flatMap((gap) => pairGap(gap.one, gap.other));
  const order = new Map([...one, ...other].map((piece) => [piece, 0]));
  other.forEach((piece, at) => order.set(piece, at));
  // What is gone stands where it stood.
  let last = 0;
  const pairs: Pair[] = [...common.map(([i, j]): Pair => [one[i]!, other[j]!]), ...gaps];
  const partner = new Map(pairs.map(([was, is]) => [was, is]));
  for (const piece of one) {
    const is = partner.get(piece);
    if (is) last = order.get(is)!;
    else order.set(piece, last + 0.5);
  }
  const placeOf = ([was, is]: Pair) => order.get((is ?? was)!)!;
  return pairs.sort((a, b) => placeOf(a) - placeOf(b));
}

/** What makes two pieces the same one: the form of a text, the list of a table. */
function signOf(piece: Piece): string {
  if (piece.kind === 'text') return formOf(piece.tokens);
  return `rows ${piece.list ?? piece.columns?.join(' ')} ${piece.columns === null}`;
}

function pairGap(one: readonly Piece[], other: readonly Piece[]): Pair[] {
  const pairs: Pair[] = [];
  let from = 0;
  for (const was of one) {
    const at = other.slice(from, from + lookAhead).findIndex((is) => isRewritten(was, is));
    if (at < 0) {
      pairs.push([was, null]);
      continue;
    }
    const found = from + at;
    pairs.push(...other.slice(from, found).map((is): Pair => [null, is]), [was, other[found]!]);
    from = found + 1;
  }
  return [...pairs, ...other.slice(from).map((is): Pair => [null, is])];
}

function isRewritten(was: Piece, is: Piece): boolean {
  if (was.kind === 'rows' || is.kind === 'rows') {
    return was.kind === is.kind && (was as RowsPiece).list === (is as RowsPiece).list;
  }
  return likeness(formOf(was.tokens), formOf(is.tokens)) >= sameText;
}

function pieceDifferences(was: Piece | null, is: Piece | null, told: ReadonlySet<string>): ContentDifference[] {
  const piece = (is ?? was)!;
  if (piece.kind === 'rows') {
    const none: RowsPiece = { ...piece, rows: [] };
    const rows = rowDifferences((was as RowsPiece) ?? none, (is as RowsPiece) ?? none, told);
    if ((was && is) || piece.columns === null) return rows;
    const table = { part: 'table', place: piece.place, row: null, changes: [], count: 1 } as const;
    return [{ ...table, change: was ? 'gone' : 'added' }, ...rows];
  }
  const text = { part: 'text', place: piece.place, row: null, count: 1 } as const;
  if (!was || !is) {
    const words = piece.tokens.map((token) => token.text).join('');
    const changes = [{ column: null, was: was ? words : '', is: is ? words : '', when: blocksOf(piece.tokens) }];
    return [{ ...text, change: was ? 'gone' : 'added', changes }];
  }
  return textChanges((was as TextPiece).tokens, (is as TextPiece).tokens, told).map((change) => ({
    ...text,
    part: change.filledIn ? 'word' : 'text',
    change: change.was === '' ? 'added' : change.is === '' ? 'gone' : 'changed',
    changes: [{ column: null, was: change.was, is: change.is, keys: change.keys ?? [], when: change.when ?? [] }],
  }));
}

/** A word that is filled in is told once for all its places, first. */
function gatherWords(found: readonly ContentDifference[]): ContentDifference[] {
  const words = new Map<string, ContentDifference>();
  for (const difference of found.filter(({ part }) => part === 'word')) {
    const [{ was, is } = { was: '', is: '' }] = difference.changes;
    const known = words.get(`${was}\n${is}`);
    if (known) known.count += 1;
    else words.set(`${was}\n${is}`, { ...difference, change: 'changed' });
  }
  return [...words.values(), ...found.filter(({ part }) => part !== 'word')];
}
