import type { PreviewTicket } from '../../api/imports.js';

type Placed = Pick<PreviewTicket, 'row' | 'cells' | 'places'>;

/** In a form each field is named by its own cell instead of a column. */
const isOneCell = (letter: string) => /\d/.test(letter);
/** What a line above the rows says of them stands there, not in their own row. */
const isAbove = (letter: string) => letter.startsWith('↑');
export const columnOf = (cell: string) => cell.replace(/\d+$/, '');

/** Where the cell stands in the file that is shown under this column. */
export function addressOf({ row, places }: Placed, letter: string): string {
  return isOneCell(letter) ? letter : (places[letter] ?? `${letter}${row}`);
}

/** Whether a finding speaks of what is shown under this column; a merged cell may begin in a row above. */
export function isShownIn(ticket: Placed, letter: string, cell: string): boolean {
  if (isOneCell(letter)) return cell === letter;
  if (isAbove(letter)) return cell === addressOf(ticket, letter);
  return !isElsewhere(ticket, letter, cell) && columnOf(cell) === columnOf(addressOf(ticket, letter));
}

/** A later table lacks some of the columns it is shown under: what is blank there has no place. */
export function isPlaceless({ cells, places }: Placed, letter: string): boolean {
  if (isAbove(letter)) return !(letter in cells);
  const isLater = Object.entries(places).some(([shown, at]) => columnOf(at) !== columnOf(shown));
  return !(letter in cells) && !(letter in places) && isLater && !isOneCell(letter);
}

/** The cell that bears this address is shown under another column. */
function isElsewhere(ticket: Placed, letter: string, cell: string): boolean {
  const { cells, places } = ticket;
  const isOther = !(letter in cells) || addressOf(ticket, letter) !== cell;
  return isOther && Object.entries(places).some(([shown, at]) => shown !== letter && at === cell);
}

/** Whether the head of the column says what changed: one cell may name the lead unit and others. */
export const isOfColumn = (field: string, meaning: string): boolean =>
  field.startsWith('cell.') || field.split('.')[0] === meaning.split('.')[0];
