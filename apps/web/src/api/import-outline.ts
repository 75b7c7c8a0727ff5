import type { Schema } from './client.js';

type Import = Schema['ImportDto'];
type PreviewTicket = Schema['PreviewTicketDto'];
export type RowDecision = PreviewTicket['decision'];

export const rowDecisions = ['attention', 'create', 'update', 'unchanged', 'duplicate', 'skip'] as const;
export type RowFilterValue = 'all' | RowDecision;

type Outline = NonNullable<Import['outline']>;

/** First rows of a sheet's tickets, by what is to become of them. */
export type SheetRows = Readonly<Partial<Record<RowDecision, readonly number[]>>>;

export function rowsOfSheet(one: Import, name: string | undefined): SheetRows {
  return one.outline?.find(({ sheet }) => sheet === name)?.rows ?? {};
}

export function countOf(rows: SheetRows, filter: RowFilterValue): number {
  if (filter !== 'all') return rows[filter]?.length ?? 0;
  return rowDecisions.reduce((sum, decision) => sum + countOf(rows, decision), 0);
}

/** In the order of the sheet. */
export function rowsShown(rows: SheetRows, filter: RowFilterValue): readonly number[] {
  if (filter !== 'all') return rows[filter] ?? [];
  return rowDecisions.flatMap((decision) => rows[decision] ?? []).sort((a, b) => a - b);
}

/** The outline after rows were decided otherwise. */
export function withChanged(outline: Outline, tickets: readonly PreviewTicket[]): Outline {
  const changed = new Map<string, Map<number, RowDecision>>();
  for (const { sheet, row, decision } of tickets) {
    if (!changed.has(sheet)) changed.set(sheet, new Map());
    changed.get(sheet)!.set(row, decision);
  }
  return outline.map(({ sheet, rows }) => {
    const here = changed.get(sheet);
    if (!here) return { sheet, rows };
    const next = rowDecisions.map((decision) => {
      const stay = (rows[decision] ?? []).filter((row) => !here.has(row));
      const come = [...here].filter(([, decided]) => decided === decision).map(([row]) => row);
      return [decision, [...stay, ...come].sort((a, b) => a - b)] as const;
    });
    return { sheet, rows: Object.fromEntries(next.filter(([, those]) => those.length > 0)) };
  });
}
