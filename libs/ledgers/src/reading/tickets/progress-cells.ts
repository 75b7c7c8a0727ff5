import { plainHeading } from '../headings/heading.js';
import { resultHeadings } from '../headings/heading-patterns.js';
import { timeOfHeading, undatedRank } from '../headings/heading-times.js';
import { degreesOf } from './status-degrees.js';
import { oncePerTicket, type TicketCell, type TicketCells } from './ticket-cells.js';
import { blank } from './ticket-dates.js';

/** The cells that tell of now: of 6月底进展 and 9月底进展 the latest that is filled, with what tells only how far it is. */
export const currentProgress = oncePerTicket((cells): readonly TicketCell[] => {
  const told = cells.each('progress');
  if (told.every(({ column }) => timeOfHeading(column.heading) === null)) return told;
  const degrees = degreesOf(told);
  const rank = (one: TicketCell) => timeOfHeading(one.column.heading)?.rank ?? undatedRank;
  const filled = told.filter((one) => !degrees.includes(one) && !blank.test(one.cell.text));
  const latest = Math.max(...filled.map(rank));
  return told.filter((one) => degrees.includes(one) || rank(one) === latest);
});

/** Of those cells the ones that tell how far it is. */
export const progressDegrees = oncePerTicket((cells) => degreesOf(currentProgress(cells)));

const isResult = ({ column }: TicketCell) => resultHeadings.test(plainHeading(column.heading));

/** 整改结果 beside 整改进展 tells what came of it: the way there is past. */
export function resultsBefore(told: readonly TicketCell[]): readonly TicketCell[] {
  const results = told.filter((one) => isResult(one) && !blank.test(one.cell.text));
  return results.length > 0 ? results : told;
}

/**
 * The cells of one progress column, of the strongest that says anything of now and is no result where both are filled;
 * several measures, several lines. What the others say is kept under their headings.
 */
export const progressCells = oncePerTicket((cells): readonly TicketCell[] => {
  const told = currentProgress(cells).filter(({ cell }) => !blank.test(cell.text));
  const degrees = progressDegrees(cells);
  const steps = told.filter((one) => !isResult(one));
  const inWords = (one: TicketCell) => !degrees.includes(one);
  const chosen = (steps.find(inWords) ?? told.find(inWords) ?? steps[0] ?? told[0])?.column;
  return told.filter(({ column }) => column === chosen);
});

export function progressText(cells: TicketCells): string | null {
  const texts = progressCells(cells).map(({ cell }) => cell.text);
  return texts.length > 0 ? texts.join('\n') : null;
}

/** Of several progress columns what is not told as the progress. */
export function otherProgress(cells: TicketCells): TicketCell[] {
  const chosen = progressCells(cells)[0]?.column;
  return cells.each('progress').filter(({ column, cell }) => column !== chosen && !blank.test(cell.text));
}
