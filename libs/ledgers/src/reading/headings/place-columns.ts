import type { TicketKind } from '@xiaohao/domain';
import { chosenStrength, type LedgerColumn } from './columns.js';
import { placeHeadings } from './heading-patterns.js';
import { plainHeading } from './heading.js';

/** Weaker than the columns that name an enterprise: nobody has to put right what lies at a place because it lies there. */
export const placeStrength = 1;

/** Of a ledger of hazards the works, shop or place they are at is their site, where no column names the enterprise. */
export function placeColumns(columns: readonly LedgerColumn[], kind: TicketKind): readonly LedgerColumn[] {
  if (kind !== 'hazard' || columns.some(({ meaning }) => meaning === 'site')) return columns;
  const place = placeOf(columns);
  return columns.map((column) =>
    column === place ? { ...column, meaning: 'site', strength: placeStrength, wanted: undefined } : column,
  );
}

/** The column kept as text that names a place best. */
export function placeOf(columns: readonly LedgerColumn[]): LedgerColumn | undefined {
  return placeHeadings
    .map((headings) =>
      columns.find(
        ({ meaning, heading, strength, sealed }) =>
          meaning === 'details' && !sealed && strength < chosenStrength && headings.test(plainHeading(heading)),
      ),
    )
    .find((column) => column !== undefined);
}
