import type { TicketKind } from '@xiaohao/domain';
import { addressIn, chosenStrength, columnsOf, type LedgerColumn } from '../headings/columns.js';
import { plainHeading } from '../headings/heading.js';
import { sourceHeadings } from '../headings/heading-patterns.js';
import type { SheetFacts, SheetFinding } from '../preview.js';
import type { RawTicket } from '../rows/raw-row.js';
import { sheetFinding } from './sheet-findings.js';

/** Under 来源 these name a round, a meeting or a paper; a hazard names how it was found: 企业自查, 群众举报. */
const namedByRow: readonly TicketKind[] = ['inspection_issue', 'supervision_item', 'key_task'];

/** 文号 is the source of what was assigned by papers; elsewhere a round or a check is, and the paper stands beside it. */
export function sourceColumns(columns: readonly LedgerColumn[], kind: TicketKind): readonly LedgerColumn[] {
  const placed =
    kind === 'supervision_item'
      ? columns
      : columns.map((column) =>
          column.meaning === 'source' && column.strength < chosenStrength
            ? { ...column, meaning: 'details' as const }
            : column,
        );
  if (!namedByRow.includes(kind) || columnsOf(placed, 'source').length > 0) return placed;
  const told = placed.find(isKeptSource);
  return placed.map((column) => (column === told ? { ...column, meaning: 'source' } : column));
}

const isKeptSource = ({ meaning, heading, strength }: LedgerColumn) =>
  meaning === 'details' && strength < chosenStrength && sourceHeadings.test(plainHeading(heading));

/** Whether 来源 parts the rows or is kept as text: told once, for the sources of a ledger are what its figures count by. */
export function sourceFindings(
  columns: readonly LedgerColumn[],
  tickets: readonly RawTicket[],
  { source }: SheetFacts,
  headerRow: number,
): SheetFinding[] {
  // A ledger with our numbers tells where its tickets stand already.
  if (columnsOf(columns, 'no').length > 0) return [];
  return columns.flatMap((column) => {
    const { letters, heading, meaning, strength } = column;
    const isRead = meaning === 'source' && strength < chosenStrength;
    if (!isRead && !isKeptSource(column)) return [];
    const texts = new Set(tickets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells[letters]?.text || [])));
    if (texts.size === 0) return [];
    const values = { letters, heading, count: String(texts.size), source };
    return [sheetFinding(isRead ? 'sourceByRow' : 'sourceAsText', addressIn(letters, headerRow), heading, values)];
  });
}
