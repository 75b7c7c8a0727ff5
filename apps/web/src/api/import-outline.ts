import type { Schema } from './client.js';

type Import = Schema['ImportDto'];
type PreviewTicket = Schema['PreviewTicketDto'];
export type RowDecision = PreviewTicket['decision'];

export const rowDecisions = ['attention', 'create', 'update', 'unchanged', 'duplicate', 'skip'] as const;
/** With a decision, or known ones that leave something to a person. */
export type RowChoice = RowDecision | 'held';
export type RowFilterValue = 'all' | RowChoice;

type Outline = NonNullable<Import['outline']>;

/** First rows of a sheet's tickets, by what is to become of them. */
export type SheetRows = Readonly<Partial<Record<RowChoice, readonly number[]>>>;

export function rowsOfSheet(one: Pick<Import, 'outline'>, name: string | undefined): SheetRows {
  const found = one.outline?.find(({ sheet }) => sheet === name);
  return found ? { ...found.rows, held: found.held } : {};
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
  const changed = new Map<string, Map<number, PreviewTicket>>();
  for (const ticket of tickets) {
    if (!changed.has(ticket.sheet)) changed.set(ticket.sheet, new Map());
    changed.get(ticket.sheet)!.set(ticket.row, ticket);
  }
  return outline.map(({ sheet, rows, held }) => {
    const here = changed.get(sheet);
    if (!here) return { sheet, rows, held };
    const after = (before: readonly number[], belongs: (ticket: PreviewTicket) => boolean) => {
      const stay = before.filter((row) => !here.has(row));
      const come = [...here.values()].filter(belongs).map(({ row }) => row);
      return [...stay, ...come].sort((a, b) => a - b);
    };
    const next = rowDecisions.map((decision) => {
      return [decision, after(rows[decision] ?? [], (ticket) => ticket.decision === decision)] as const;
    });
    const present = Object.fromEntries(next.filter(([, those]) => those.length > 0));
    return { sheet, rows: present, held: after(held, holdsBack) };
  });
}

/** Says something of a known ticket that is left to a person. */
function holdsBack({ decision, changes }: PreviewTicket): boolean {
  return (decision === 'update' || decision === 'unchanged') && changes.some(({ held }) => held !== null);
}
