import type { PreviewTicket } from '../preview.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';
import { blank } from './ticket-dates.js';
import { isKindOf } from './rectify-kind.js';
import { isWord, namesPhone, saysDay, tight } from './told-texts.js';

type Told = Pick<
  PreviewTicket,
  'deadline' | 'progress' | 'failedReview' | 'raisedOn' | 'assignedOn' | 'completedOn' | 'closedOn' | 'filledOn'
>;

/** What cells say beyond the field they became, as it would stand under a heading of its own. */
export function keptBeside(cells: TicketCells, told: Told): TicketCell[] {
  return [...verdictsInWords(cells, told), ...otherDays(cells, told), ...otherKinds(cells, told), ...telephones(cells)];
}

/** 经复查，3处已整改、1处限7月底前: of 已整改 nothing is lost once it is the status, of this all but the status is. */
function verdictsInWords(cells: TicketCells, { progress, failedReview }: Told): TicketCell[] {
  const spoken = [
    ...cells.each('struckOff').filter(({ cell }) => !isWord(cell.text)),
    ...cells.each('status').filter(({ cell }) => !isWord(cell.text) || !isPlainState(cells, cell.text)),
  ];
  if (spoken.length === 0) return spoken;
  const shown = tight([progress, failedReview?.text].join('\n'));
  return spoken.filter(({ cell, column: { tick } }) => cell.text !== tick && !shown.includes(tight(cell.text)));
}

/** 已完成, √; 已答复 and 第二阶段 say more than what they were read as. */
function isPlainState(cells: TicketCells, text: string): boolean {
  const words = cells.memory.statusWords(text);
  return words === null || words.certainty === 'mark' || words.certainty === 'plain';
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
const dayMeanings = Object.keys(dayOf) as (keyof typeof dayOf)[];

/** The day of a review that ended nothing, those of the steps before the last, and what names no day: 5月底. */
function otherDays(cells: TicketCells, told: Told): TicketCell[] {
  return dayMeanings.flatMap((meaning) =>
    cells.each(meaning).filter(({ cell }) => {
      const isShown = saysDay(cell, told[dayOf[meaning]]) || (told.failedReview?.text.includes(cell.text) ?? false);
      return !isShown && !blank.test(tight(cell.text));
    }),
  );
}

/** 立行立改 beside a day of its own, 分阶段整改. */
function otherKinds(cells: TicketCells, told: Told): TicketCell[] {
  return cells
    .each('rectifyKind')
    .filter(({ cell, column }) => column.tick === undefined && !blank.test(cell.text) && !isKindOf(cell.text, told));
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
