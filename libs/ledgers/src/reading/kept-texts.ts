import type { PreviewTicket } from './preview.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';
import { blank } from './ticket-dates.js';
import { isWord, namesPhone, saysDay, tight } from './told-texts.js';

type Told = Pick<PreviewTicket, 'progress' | 'failedReview' | 'closedOn'>;

/** What cells say beyond the field they became, as they would stand under a heading of their own. */
export function keptBeside(cells: TicketCells, told: Told): TicketCell[] {
  return [...verdictsInWords(cells, told), ...otherReviews(cells, told), ...telephones(cells)];
}

/** 经复查，3处已整改、1处限7月底前: of 已整改 nothing is lost once it is the status, of this all but the status is. */
function verdictsInWords(cells: TicketCells, { progress, failedReview }: Told): TicketCell[] {
  const shown = tight([progress, failedReview?.text].join('\n'));
  return (['struckOff', 'status'] as const)
    .flatMap((meaning) => cells.each(meaning))
    .filter(
      ({ cell, column: { tick, legend } }) =>
        !tick && !legend && !isWord(cell.text) && !shown.includes(tight(cell.text)),
    );
}

/** The day of a review that ended nothing. */
function otherReviews(cells: TicketCells, { closedOn, failedReview }: Told): TicketCell[] {
  const isShown = ({ cell }: TicketCell) =>
    saysDay(cell, closedOn) || (failedReview?.text.includes(cell.text) ?? false);
  return cells.each('reviewedOn').filter((one) => !isShown(one) && !blank.test(one.cell.text));
}

const naming = ['persons', 'leader', 'leadUnit', 'supportUnits'] as const;

/** Of 孟凡 13900030001 the name becomes a person. */
function telephones(cells: TicketCells): TicketCell[] {
  return naming
    .flatMap((meaning) => cells.each(meaning))
    .filter(({ cell }) => namesPhone(cell.text))
    .map(({ cell, column }) => ({ cell, column: { ...column, heading: phoneHeading } }));
}

const phoneHeading = '联系电话';
