import { columnMeaningLabels, sheetLabelWords } from '@xiaohao/messages';
import { columnsOf, type LedgerColumn } from '../headings/columns.js';
import { firstNamed, type SheetFinding } from '../preview.js';
import { lettersOfLabel, textUnderLabel, type LabelAbove } from '../rows/labels-above.js';
import type { RawCell, RawRow, RawTicket } from '../rows/raw-row.js';
import { blank } from './ticket-dates.js';

/**
 * What a line above says of the ticket, without its labels: in the table's own column where that is blank, else in one of its
 * own. Where the ticket says it itself the line says nothing.
 */
export function withLabelsAbove(raw: RawTicket, columns: readonly LedgerColumn[]): RawTicket {
  const labelled = columns.filter(({ above }) => above !== undefined);
  if (labelled.length === 0) return raw;
  const places = labelled.map(({ letters, above, meaning }) => {
    const own = meaning === 'details' ? [] : columnsOf(columns, meaning).filter((column) => column.above === undefined);
    const isSaid = own.some((column) => raw.rows.some(({ cells }) => !blank.test(cells[column.letters]?.text ?? '')));
    return { letters, label: above!, to: isSaid ? null : (own[0]?.letters ?? letters) };
  });
  return { ...raw, rows: raw.rows.map((row) => spelledRow(row, places)) };
}

function spelledRow(
  { row, cells }: RawRow,
  places: readonly { letters: string; label: string; to: string | null }[],
): RawRow {
  const all: Record<string, RawCell> = { ...cells };
  for (const { letters, label, to } of places) {
    const cell = cells[letters];
    if (!cell) continue;
    delete all[letters];
    const text = textUnderLabel(cell.text, label);
    if (to !== null) all[to] = text === cell.text ? cell : { at: cell.at, own: cell.own, text };
  }
  return { row, cells: all };
}

/** Said once of a sheet: which labels above its rows were taken for them, and which are kept as text. */
export function labelsTold(
  labels: ReadonlyMap<string, LabelAbove>,
  columns: readonly LedgerColumn[],
  tickets: readonly RawTicket[],
  told: (cell: string, raw: string, values: Readonly<Record<string, string>>) => SheetFinding,
): SheetFinding[] {
  const used = columns.filter(({ above }) => above !== undefined);
  const [first] = used;
  if (!first) return [];
  const { cell, label } = labels.get(first.above!)!;
  const raw = `${label}：${cell.text}`;
  const below = tickets.filter(({ rows }) => used.some(({ letters }) => rows[0]!.cells[letters]));
  const named = used.map(({ above, meaning }) =>
    sheetLabelWords[meaning === 'details' ? 'kept' : 'taken'][0]
      .replace('{label}', above!)
      .replace('{meaning}', columnMeaningLabels[meaning][0]),
  );
  const places = new Set(below.flatMap(({ rows }) => rows[0]!.cells[lettersOfLabel(first.above!)]?.at ?? []));
  const values = {
    count: String(below.length),
    raw,
    places: firstNamed([...places], namedPlaces, sheetLabelWords.more),
    labels: named.join('、'),
    else: used.some(({ meaning }) => meaning !== 'details') ? sheetLabelWords.else[0] : '',
  };
  return [told(cell.at, raw, values)];
}

/** So many are named. */
const namedPlaces = 6;
