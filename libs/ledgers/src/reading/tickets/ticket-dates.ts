import type { Day, DeadlineCell, DeadlineContext, DeadlineReading } from '@xiaohao/domain';
import { yearSourceLabels } from '@xiaohao/messages';
import type { SheetFacts } from '../preview.js';
import type { RawCell } from '../rows/raw-row.js';
import type { ReadingOptions } from '../reading-options.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';
import type { ColumnMeaning } from '../headings/column-meanings.js';

/** A cell as the deadline grammar takes it. */
export function deadlineCell(cell: RawCell | null): DeadlineCell {
  if (cell === null) return { value: null };
  const { text, value, numberFormat = null } = cell;
  return { value: cell.day ?? value ?? text, numberFormat, text };
}

type YearFrom = SheetFacts['yearFrom'];

/** `yearFrom`: what tells the year of the sheet. */
export type DatesContext = DeadlineContext & { readonly yearFrom?: YearFrom };

/** Said of the list itself, above its header or with its rows. */
const ofDocument: readonly YearFrom[] = ['title', 'days', 'subtitle', 'number'];

/** How dates without a year are read in this sheet: the person's word, what the list says, the tab, at last the day of the import. */
export function yearContext(facts: SheetFacts, options: ReadingOptions): DatesContext {
  const { year, yearFrom } = facts;
  return {
    calendar: options.calendar,
    year: yearFrom === 'option' ? year : null,
    documentYear: ofDocument.includes(yearFrom) ? year : null,
    sheetYear: yearFrom === 'sheet' ? year : null,
    fallbackBaseDay: options.baseDate,
    baseDay: null,
    baseDayIsOwn: false,
    week: facts.week ?? null,
    countUnit: null,
    yearFrom,
  };
}

/** Says in which year a date without one was read, and what that is taken from: see `settleYear`, then the row's own day. */
export function noteYear(cells: TicketCells, cell: RawCell, date: Day, context: DatesContext): void {
  const { year, documentYear, sheetYear, baseDayIsOwn, yearFrom = 'today' } = context;
  const isOfSheet = [year, documentYear, sheetYear].some((told) => told !== null && told !== undefined);
  const from = isOfSheet || !baseDayIsOwn ? yearFrom : 'row';
  cells.note('yearAssumed', cell, `${date.slice(0, 4)} 年（${yearSourceLabels[from][0]}）`);
}

/** A date of fact: the day something was found, done, verified. `today`: of what cannot lie ahead. */
export function readFactDay(
  cells: TicketCells,
  meaning: ColumnMeaning,
  context: DatesContext,
  today: Day | null = null,
): Day | null {
  return latestDay(cells, cells.each(meaning), context, today);
}

/** What was done does not lie ahead: a day without a year stays in the year the row begins in rather than come next year. */
export function readPast(
  cells: TicketCells,
  cell: DeadlineCell,
  context: DeadlineContext,
  today: Day | null,
): DeadlineReading {
  const read = cells.memory.deadline(cell, context);
  const { date, yearAssumed } = read.deadline;
  const isRolled = yearAssumed || read.issues.some(({ code }) => code === 'deadlineRolled');
  const { baseDay = null, baseDayIsOwn = false } = context;
  if (today === null || date === null || date <= today || !isRolled || baseDay === null || !baseDayIsOwn) return read;
  const own = { ...context, baseDay: null, baseDayIsOwn: false, sheetYear: Number(baseDay.slice(0, 4)) };
  const same = cells.memory.deadline(cell, own);
  return same.deadline.date !== null && same.deadline.date <= today ? same : read;
}

export function latestDay(
  cells: TicketCells,
  written: readonly TicketCell[],
  context: DatesContext,
  today: Day | null = null,
): Day | null {
  if (written.length === 0) return null;
  const days = written.flatMap(({ cell }) => {
    const { deadline, issues } = readPast(cells, deadlineCell(cell), context, today);
    if (issues.some(({ code }) => code === 'deadlineAmbiguous')) {
      const { first = '', second = '' } = issues.find(({ code }) => code === 'deadlineAmbiguous')!.args;
      cells.note('dateAmbiguous', cell, `${first}、${second}`);
      return [];
    }
    if (deadline.kind !== 'date' || deadline.date === null) {
      if (!blank.test(cell.text)) cells.note('dateUnreadable', cell);
      return [];
    }
    for (const { code, args } of issues) {
      if (code === 'deadlineSeveral' || code === 'deadlineRange' || code === 'deadlineAssumed')
        cells.note(code, cell, readingText(args));
    }
    if (deadline.yearAssumed) noteYear(cells, cell, deadline.date, context);
    return [deadline.date];
  });
  // Several measures of one ticket: done when the last of them was.
  return days.sort().at(-1) ?? null;
}

/** The days an issue of the grammar speaks of: two readings, both ends of a range, or the one taken. */
export function readingText({ first, second, taken, date }: Readonly<Record<string, string>>): string {
  if (first !== undefined) return second === undefined ? `${first} 至 ${taken}` : `${first}、${second}`;
  return taken ?? date ?? '';
}

/** Marks people leave where there is nothing to say. */
export const blank = /^[\s/\\—–\-无、.。]*$/;
