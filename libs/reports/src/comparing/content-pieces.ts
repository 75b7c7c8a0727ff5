import { comparisonWords } from '@xiaohao/messages';
import {
  wordsOf,
  type ContentBlock,
  type ContentCell,
  type ContentRun,
  type ContentTable,
} from '../building/report-content.js';

/** A piece of text; `key` where it prints a figure or parameter. */
export type Token = Pick<ContentRun, 'text' | 'key' | 'when'>;

/** A paragraph, heading, note or signature. */
export interface TextPiece {
  kind: 'text';
  /** The heading it stands under. */
  place: string;
  tokens: Token[];
}

/** A table, or a list in running text, which has one cell a row and no columns. */
export interface RowsPiece {
  kind: 'rows';
  place: string;
  /** Which list fills it; null where the template's own rows do. */
  list: string | null;
  columns: string[] | null;
  /** Which of the list's fields each column prints; null where nothing was kept of that. */
  fields: string[][] | null;
  rows: PieceRow[];
}

export interface PieceRow {
  /** Which row of its list it is, whatever it prints; null where nothing was kept of that. */
  key: string | null;
  label: string;
  cells: Token[][];
}

export type Piece = TextPiece | RowsPiece;

/** Characters of a heading that name a place. */
const placeLength = 24;

const zh = (word: keyof typeof comparisonWords) => comparisonWords[word][0];

/** Whether it was built since rows say which ones they are. */
export const isMarked = (blocks: readonly ContentBlock[]): boolean =>
  blocks.some((block) =>
    block.kind === 'table' ? block.rowMarks !== undefined : 'runs' in block && block.runs.some(({ row }) => row),
  );

/**
 * A kept document as the pieces that are held against another's. Without `marks` a list in running text is so many
 * paragraphs, as in reports that keep none.
 */
export function piecesOf(blocks: readonly ContentBlock[], marks: boolean): Piece[] {
  const pieces: Piece[] = [];
  let place: string = zh('placeOpening');
  for (const block of blocks) {
    if (block.kind === 'table') {
      pieces.push(...tablePieces(block, place, marks));
    } else if (block.kind === 'signature') {
      pieces.push({ kind: 'text', place: zh('placeSignature'), tokens: [{ text: `${block.unit} ${block.day}` }] });
    } else {
      const text = wordsOf(block.runs);
      if (block.kind === 'heading') place = [...text].slice(0, placeLength).join('');
      const at = block.kind === 'title' ? zh('placeTitle') : place;
      if (marks) addParagraph(pieces, block.runs, at);
      else pieces.push({ kind: 'text', place: at, tokens: [...block.runs] });
    }
  }
  return pieces.filter((piece) => piece.kind === 'rows' || piece.tokens.some(({ text }) => text.trim() !== ''));
}

/** What a paragraph says beside its lists, and its lists. */
function addParagraph(pieces: Piece[], runs: readonly ContentRun[], place: string): void {
  const plain = runs.filter(({ row }) => !row);
  if (plain.length > 0) pieces.push({ kind: 'text', place, tokens: plain });
  for (const run of runs) {
    if (run.row) addListed(pieces, run, run.row, place);
  }
}

function addListed(pieces: Piece[], run: Token, { key, label }: NonNullable<ContentRun['row']>, place: string): void {
  const list = listOf(key);
  let piece = pieces.at(-1);
  if (piece?.kind !== 'rows' || piece.list !== list || piece.columns !== null) {
    piece = { kind: 'rows', place, list, columns: null, fields: null, rows: [] };
    pieces.push(piece);
  }
  const last = piece.rows.at(-1);
  if (last?.key === key) last.cells[0]!.push(run);
  else piece.rows.push({ key, label, cells: [[run]] });
}

const listOf = (key: string) => key.slice(0, key.indexOf(':'));

function tablePieces(table: ContentTable, place: string, marks: boolean): Piece[] {
  const columns = headingsOf(table);
  const cells = table.cells ? table.cells.map(spread) : table.rows.map((row) => row.map((text) => [{ text }]));
  const rowMarks = marks ? (table.rowMarks ?? []) : [];
  const rows = cells.map((row, at): PieceRow => {
    const mark = rowMarks[at];
    return { key: mark?.key ?? null, label: mark?.label ?? '', cells: row };
  });
  const first = rowMarks.find((mark) => mark !== null);
  const list = first ? listOf(first.key) : null;
  const note: Piece[] = table.note ? [{ kind: 'text', place, tokens: [{ text: table.note }] }] : [];
  const fields = (list !== null ? table.fields?.[list] : undefined) ?? null;
  return [{ kind: 'rows', place, list, columns, fields, rows }, ...note];
}

/** Of merged headings, each column has all that stands above it. */
function headingsOf({ columns, head }: ContentTable): string[] {
  if (!head || head.length === 0) return columns.map(({ heading }) => heading.replace(/\s/g, ''));
  const rows = head.map((row) => row.flatMap(({ runs, span }) => Array<string>(span).fill(wordsOf(runs))));
  return columns.map((_, at) => [...new Set(rows.map((row) => row[at] ?? ''))].join('').replace(/\s/g, ''));
}

/** One entry a column: of a wide cell the further ones are blank. */
const spread = (row: readonly ContentCell[]): Token[][] =>
  row.flatMap(({ runs, span }) => [runs, ...Array.from({ length: span - 1 }, (): Token[] => [])]);
