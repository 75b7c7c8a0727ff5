import type { Schema } from './client.js';

type Import = Schema['ImportDto'];
type PreviewTicket = Schema['PreviewTicketDto'];
export type RowDecision = PreviewTicket['decision'];

/** The groups of a preview, of which each row is in one: its decision, or `held` where it leaves something to a person. */
export const rowGroups = ['attention', 'create', 'update', 'unchanged', 'held', 'duplicate', 'skip'] as const;
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
  return rowGroups.reduce((sum, group) => sum + countOf(rows, group), 0);
}

/** In the order of the sheet. */
export function rowsShown(rows: SheetRows, filter: RowFilterValue): readonly number[] {
  if (filter !== 'all') return rows[filter] ?? [];
  return rowGroups.flatMap((group) => rows[group] ?? []).sort((a, b) => a - b);
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
    const before: SheetRows = { ...rows, held };
    const after = (group: RowChoice) => {
      const stay = (before[group] ?? []).filter((row) => !here.has(row));
      const come = [...here.values()].filter((ticket) => groupOf(ticket) === group).map(({ row }) => row);
      return [...stay, ...come].sort((a, b) => a - b);
    };
    const decided = rowGroups.filter((group) => group !== 'held').map((group) => [group, after(group)] as const);
    const present = Object.fromEntries(decided.filter(([, those]) => those.length > 0));
    return { sheet, rows: present, held: after('held') };
  });
}

/** Of a known ticket what is left to a person comes before what is updated: the row is in that group alone. */
function groupOf({ decision, changes }: PreviewTicket): RowChoice {
  const isKnown = decision === 'update' || decision === 'unchanged';
  return isKnown && changes.some(({ held }) => held !== null) ? 'held' : decision;
}

type Counts = Import['counts'];

/** The rows of each group of a whole import: together as many as it has. */
export function groupCounts(counts: Counts): Readonly<Record<RowChoice, number>> {
  const of = (name: keyof Counts) => counts[name] ?? 0;
  return {
    attention: of('attention'),
    create: of('create'),
    update: of('update') - of('heldUpdate'),
    unchanged: of('unchanged') - (of('held') - of('heldUpdate')),
    held: of('held'),
    duplicate: of('duplicate'),
    skip: of('skip'),
  };
}
