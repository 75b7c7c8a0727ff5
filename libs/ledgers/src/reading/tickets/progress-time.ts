import type { Day, DeadlineContext } from '@xiaohao/domain';
import { monthOfHeading } from '../headings/heading-times.js';
import { progressCells } from './progress-cells.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';
import { readPast } from './ticket-dates.js';

const time = '(?<!\\d)(?:20\\d\\d年)?(?:1[0-2]|0?[1-9])月(?:\\d{1,2}[日号]|份|[底末]|[上中下]旬)?';
/** 10月：…, （9月底进展）…, 截至10月31日，…: what begins a statement in a progress cell, and says when it held. */
const timeOfStatement = new RegExp(
  `(?:^|[\\n;。])[\\s\\d.、]*[(【]?(?:截[至止]到?(${time})|(${time})(?:整改|工作|完成)*(?:进展|进度)?(?:情况)?(?:[)】]|:))`,
  'g',
);
const wholeMonth = /(?<=月)份?$/;

/**
 * The day of a progress that says of which time it tells, by its heading or the words its statements begin with: of a month
 * the last. Of the present month the day up to which the sheet tells; what is still to come is a plan.
 */
export function progressTime(cells: TicketCells, context: DeadlineContext, upTo: Day): Day | null {
  const days = progressCells(cells)
    .flatMap(timesOf)
    .flatMap((written) => {
      const text = written.replace(wholeMonth, '底');
      return readPast(cells, { value: text, text }, context, upTo).deadline.date ?? [];
    })
    .filter((day) => day.slice(0, 7) <= upTo.slice(0, 7));
  const latest = days.sort().at(-1) ?? null;
  return latest !== null && latest > upTo ? upTo : latest;
}

function timesOf({ cell, column }: TicketCell): string[] {
  const ofColumn = monthOfHeading(column.heading);
  if (ofColumn !== null) return [ofColumn];
  const text = cell.text.normalize('NFKC');
  // Most tell of no month, and are looked at no closer.
  const statements = text.includes('月') ? [...text.matchAll(timeOfStatement)] : [];
  return statements.map(([, upTo, labelled]) => (upTo ?? labelled)!);
}
