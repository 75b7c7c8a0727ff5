import type { PreviewTicket } from './preview.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';
import { blank } from './ticket-dates.js';
import { isWord, namesPhone, saysDay, tight } from './told-texts.js';

type Told = Pick<
  PreviewTicket,
  'progress' | 'failedReview' | 'raisedOn' | 'assignedOn' | 'completedOn' | 'closedOn' | 'filledOn'
>;

/** What cells say beyond the field they became, as it would stand under a heading of its own. */
export function keptBeside(cells: TicketCells, told: Told): TicketCell[] {
  return [...verdictsInWords(cells, told), ...otherDays(cells, told), ...telephones(cells)];
}

/** 经复查，3处已整改、1处限7月底前: of 已整改 nothing is lost once it is the status, of this all but the status is. */
function verdictsInWords(cells: TicketCells, { progress, failedReview }: Told): TicketCell[] {
  const shown = tight([progress, failedReview?.text].join('\n'));
  return (['struckOff', 'status'] as const)
    .flatMap((meaning) => cells.each(meaning))
    .filter(({ cell, column: { tick } }) => {
      return cell.text !== tick && !isWord(cell.text) && !shown.includes(tight(cell.text));
    });
}

/** The day each column would be, had it been taken. */
const dayOf = {
  raisedOn: 'raisedOn',
  assignedOn: 'assignedOn',
  completedOn: 'completedOn',
  reviewedOn: 'closedOn',
  struckOffOn: 'closedOn',
  filledOn: 'filledOn',
} as const;

/** The day of a review that ended nothing, those of the steps before the last, and what names no day: 5月底. */
function otherDays(cells: TicketCells, told: Told): TicketCell[] {
  const meanings = Object.keys(dayOf) as (keyof typeof dayOf)[];
  return meanings.flatMap((meaning) =>
    cells.each(meaning).filter(({ cell }) => {
      const isShown = saysDay(cell, told[dayOf[meaning]]) || (told.failedReview?.text.includes(cell.text) ?? false);
      return !isShown && !blank.test(tight(cell.text));
    }),
  );
}

const naming = ['persons', 'leader', 'leadUnit', 'supportUnits'] as const;
const phoneHeading = '联系电话';

/** Of 孟凡 13900030001 the name becomes a person. */
function telephones(cells: TicketCells): TicketCell[] {
  return naming
    .flatMap((meaning) => cells.each(meaning))
    .filter(({ cell }) => namesPhone(cell.text))
    .map(({ cell, column }) => ({ cell, column: { ...column, heading: phoneHeading } }));
}
