import type { TicketKind } from '@xiaohao/domain';
import { chosenStrength, type LedgerColumn } from './columns.js';

/** 文号 is the source of what was assigned by papers; elsewhere a round or a check is, and the paper stands beside it. */
export function sourceColumns(columns: readonly LedgerColumn[], kind: TicketKind): readonly LedgerColumn[] {
  if (kind === 'supervision_item') return columns;
  return columns.map((column) =>
    column.meaning === 'source' && column.strength < chosenStrength ? { ...column, meaning: 'details' } : column,
  );
}
