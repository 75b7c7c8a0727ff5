import type { PreviewTicket } from './preview.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';
import { blank } from './ticket-dates.js';
import { namesPhone, saysDay, tight } from './told-texts.js';

type Told = Pick<PreviewTicket, 'progress' | 'failedReview' | 'closedOn'>;

/** What cells say beyond the field they became, as they would stand under a heading of their own. */
export function keptBeside(cells: TicketCells, told: Told): TicketCell[] {
  return [...verdictsInWords(cells, told), ...otherReviews(cells, told), ...telephones(cells)];
}

/** 经复查，3处已整改、1处限7月底前: of 已整改 nothing is lost once it is the status, of this all but the status is. */
function verdictsInWords(cells: TicketCells, { progress, failedReview }: Told): TicketCell[] {
  const shown = tight([progress, failedReview?.text].join('\n'));
  const spoken = [
    ...cells.each('struckOff').filter(({ cell }) => saysMuch(cell.text)),
    ...cells.each('status').filter(({ cell }) => saysMuch(cell.text) || !isPlainState(cells, cell.text)),
  ];
  return spoken.filter(({ cell, column: { tick, legend } }) => !tick && !legend && !shown.includes(tight(cell.text)));
}

const clauses = /[，,；;。、]/;
/** 已办结（7月7日） is a state and its day. */
const longestState = 8;

function saysMuch(text: string): boolean {
  return clauses.test(text) || text.replace(/[^\p{L}]/gu, '').length > longestState;
}

/** 已完成, √; 已答复 and 第二阶段 say more than what they were read as. */
function isPlainState(cells: TicketCells, text: string): boolean {
  const words = cells.memory.statusWords(text);
  return words === null || words.certainty === 'mark' || words.certainty === 'plain';
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
