import type { FormerReport } from '../../api/former-reports.js';

interface GridCell {
  /** From 1, among the rows with text. */
  row: number;
  column: number;
  span: number;
  /** Numbers of its paragraphs, from 0. */
  paragraphs: number[];
}

export interface PaperTable {
  columns: number;
  cells: GridCell[];
}

/** A former report as it is drawn: numbers of its paragraphs, from 0, and its tables. */
export function partsOf(places: FormerReport['cells']): (number | PaperTable)[] {
  const parts: (number | PaperTable)[] = [];
  for (let at = 0; at < places.length; at++) {
    const table = places[at]?.table;
    if (table === undefined) {
      parts.push(at);
      continue;
    }
    const from = at;
    while (places[at + 1]?.table === table) at++;
    parts.push(tableOf(places, from, at));
  }
  return parts;
}

function tableOf(places: FormerReport['cells'], from: number, to: number): PaperTable {
  const rows = [...new Set(places.slice(from, to + 1).map((place) => place!.row))];
  const cells: GridCell[] = [];
  for (let at = from; at <= to; at++) {
    const { row, column, span } = places[at]!;
    const last = cells.at(-1);
    const number = rows.indexOf(row) + 1;
    if (last && last.row === number && last.column === column) last.paragraphs.push(at);
    else cells.push({ row: number, column, span, paragraphs: [at] });
  }
  return { columns: Math.max(...cells.map(({ column, span }) => column + span)), cells };
}
