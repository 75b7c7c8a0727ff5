import { kindsRegisteredBy, kindTable, type Role, type TicketKind } from '@xiaohao/domain';
import { countOf, rowsOfSheet } from '../../api/import-outline.js';
import type { Import } from '../../api/imports.js';

export interface ForeignKind {
  kind: TicketKind;
  /** The office that registers it. */
  office: Role;
  /** New tickets of it that would be refused. */
  count: number;
}

/** Kinds of which the import would create tickets, once all is settled, and whoever looks at it registers none. */
export function foreignKinds(one: Pick<Import, 'sheets' | 'outline'>, roles: readonly Role[]): ForeignKind[] {
  const mine = kindsRegisteredBy(roles);
  const counts = new Map<TicketKind, number>();
  for (const { name, facts } of one.sheets) {
    const kind = facts?.kind;
    const rows = rowsOfSheet(one, name);
    const count = countOf(rows, 'create') + countOf(rows, 'attention');
    if (kind && count > 0 && !mine.includes(kind)) counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return [...counts].map(([kind, count]) => ({ kind, office: kindTable[kind].coordinator, count }));
}
