import { readAllAssured, readAssured, type Assurance } from '@xiaohao/domain';
import { kindFieldLabels, ledgerWords } from '@xiaohao/messages';
import { areAssured, assuredAlone, assuredUnder, tellsAllAssured } from '../headings/assured-headings.js';
import type { PreviewTicket } from '../preview.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';
import { blank } from './ticket-dates.js';

type Assured = NonNullable<PreviewTicket['assured']>;

/** 五落实 of a major hazard, as far as its cells say it plainly; the others are told and stay texts. */
export function readAssurances(
  cells: TicketCells,
  { kind, level }: Pick<PreviewTicket, 'kind' | 'level'>,
): Assured | null {
  if (kind !== 'hazard' || level !== 'major') return null;
  // 无 answers here.
  const told = cells.each('details').filter(({ cell: { text } }) => !blank.test(text) || readAssured(text) !== null);
  const isFlat = areAssured(told.map(({ column }) => column.heading));
  const found: Assured = {};
  // Of several measures all have to be assured.
  const take = (code: Assurance, is: boolean) => (found[code] = is && found[code] !== false);
  const unclear = new Set<Assurance>();
  for (const one of told) {
    const { heading } = one.column;
    const code = assuredUnder(heading) ?? (isFlat ? assuredAlone(heading) : null);
    if (code !== null) {
      const is = readAssured(one.cell.text);
      if (is !== null) take(code, is);
      else {
        unclear.add(code);
        noteUnclear(cells, one, kindFieldLabels[code][0]);
      }
    } else if (tellsAllAssured(heading)) {
      const parts = readAllAssured(one.cell.text);
      if (parts === null) noteUnclear(cells, one, ledgerWords.assured[0]);
      else for (const [part, is] of Object.entries(parts)) take(part as Assurance, is);
    }
  }
  for (const code of unclear) if (found[code]) delete found[code];
  return Object.keys(found).length > 0 ? found : null;
}

function noteUnclear(cells: TicketCells, { cell }: TicketCell, what: string): void {
  cells.note('assuranceUnclear', cell, what);
}
