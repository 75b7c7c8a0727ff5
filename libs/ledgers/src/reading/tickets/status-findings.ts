import {
  heavyWordsIn,
  isUnderWayStill,
  type Day,
  type DeadlineContext,
  type LedgerStatus,
  type StatusIssue,
  type ToldDay,
} from '@xiaohao/domain';
import { previewBasicLabels, previewStatusLabels } from '@xiaohao/messages';
import { cited } from './cited.js';
import { plainHeading } from '../headings/heading.js';
import { askedInWords, endingDays, superiorOpinions } from '../headings/heading-patterns.js';
import type { FindingCode, PreviewDeadline } from '../preview.js';
import { oncePerTicket, type TicketCell, type TicketCells } from './ticket-cells.js';
import { blank, readPast } from './ticket-dates.js';

/** Columns that tell how far a row is, the surest first. */
const meanings = ['struckOff', 'status', 'progressPercent', 'progress'] as const;

/** Under 是否完成, 完成与否 and 销号 a bare mark answers what is asked; under 完成情况 it does not say what it means. */
const asksYesOrNo = /是否|与否|能否|有无|(?:完成|整改|到位|办结|落实|销号|摘牌|合格|通过)$/;

/** A tick in a column of the status says done, as does whatever answers a question; 是 and × there are no state. */
const tick = /^[√✓✔☑]$/;

const asks = (heading: string) => asksYesOrNo.test(heading) || askedInWords.test(heading);

const isAskedFor = ({ cell, column }: TicketCell) =>
  asks(plainHeading(column.heading)) ||
  ((column.meaning === 'status' || column.meaning === 'struckOff') && tick.test(cell.text.trim()));

/** Every cell that may tell how far the row is. */
export const statusCells = oncePerTicket((cells): readonly TicketCell[] => [
  ...meanings.flatMap((meaning) => cells.each(meaning)),
  ...opinionsOf(cells),
]);

/** 审核意见, 督查意见: kept as text, and a verdict where they give one on what is done. */
export const opinionsOf = oncePerTicket((cells): readonly TicketCell[] =>
  cells.each('details').filter(({ column }) => superiorOpinions.test(plainHeading(column.heading))),
);

/** 办结日期, 结案时间: the day the case ended. */
export function endingCell(cells: TicketCells): TicketCell | null {
  const isEnding = ({ cell, column }: TicketCell) =>
    endingDays.test(plainHeading(column.heading)) && !blank.test(cell.text);
  return cells.each('completedOn').find(isEnding) ?? null;
}

/** The cell with these words among those that tell how far the row is. */
export function cellSaying(
  cells: TicketCells,
  raw: string,
  besides: ReadonlySet<TicketCell['cell']> = new Set(),
): TicketCell | null {
  if (raw === '') return null;
  return statusCells(cells).find(({ cell }) => cell.text === raw && !besides.has(cell)) ?? null;
}

interface SaidStatus {
  status: LedgerStatus;
  basic: boolean;
  percent: number | null;
  deadline: Pick<PreviewDeadline, 'date' | 'ongoing'>;
}

/** Says of each status that was not plain what it was read as. */
export function noteStatusIssues(
  cells: TicketCells,
  issues: readonly StatusIssue[],
  { status, basic, percent, deadline }: SaidStatus,
): void {
  const keptAs = isUnderWayStill(basic ? 'basic' : null, deadline.date) ? 'in_progress' : 'ongoing';
  const label = (status === 'ongoing' && basic ? previewBasicLabels[keptAs] : previewStatusLabels[status])[0];
  const heavy = heavyCells(cells, status);
  const noted = new Set<TicketCell['cell']>();
  for (const { code, args } of issues) {
    const said = cellSaying(cells, args['raw'] ?? '', noted);
    if (said) noted.add(said.cell);
    if (code === 'statusMarked' && said && isAskedFor(said)) continue;
    if (code === 'statusKept' && deadline.ongoing) continue;
    if (said && code === 'statusDecided') heavy.delete(said.cell);
    if (said && heavy.has(said.cell)) continue;
    const column = meanings.findLast((meaning) => cells.hasColumn(meaning)) ?? 'title';
    const isShare = code === 'percentRough' || code === 'percentAssumed';
    const ending = code === 'statusEnded' ? endingCell(cells) : null;
    const reading = ending ? `${cited(ending)}，读作“${label}”` : isShare ? `${percent}%` : label;
    cells.note(findingOf[code], said?.cell ?? column, reading);
  }
  for (const [cell, words] of heavy) {
    cells.note('statusHeavy', cell, `“${words}”，读作“${previewStatusLabels[status][0]}”`);
  }
}

/** Words no office may overlook, whichever cell tells the status. */
function heavyCells(cells: TicketCells, status: LedgerStatus): Map<TicketCell['cell'], string> {
  const isDone = status === 'completed' || status === 'closed';
  const found = new Map<TicketCell['cell'], string>();
  for (const { cell } of [...statusCells(cells), ...cells.each('remark')]) {
    const words = heavyWordsIn(cell.text, isDone);
    if (words !== null) found.set(cell, words);
  }
  return found;
}

const findingOf = {
  statusUnknown: 'statusUnknown',
  percentUnclear: 'percentUnclear',
  percentRough: 'numberRough',
  statusConflict: 'statusConflict',
  statusAssumed: 'statusAssumed',
  statusMarked: 'statusAssumed',
  statusDecided: 'statusDecided',
  statusPostponed: 'extensionRequested',
  percentAssumed: 'percentAssumed',
  statusStage: 'statusStage',
  statusPending: 'statusPending',
  statusKept: 'statusKept',
  statusEnded: 'statusEnded',
  statusProse: 'statusFromText',
} as const satisfies Record<StatusIssue['code'], FindingCode>;

/** The latest day told among the words of a status, in the year its row gives it. */
export function readToldDay(
  cells: TicketCells,
  days: readonly ToldDay[],
  context: DeadlineContext,
  today: Day,
): { day: Day; raw: string } | null {
  const read = days.flatMap(({ raw, day: text }) => {
    const { date } = readPast(cells, { value: text, text }, context, today).deadline;
    return date === null ? [] : [{ day: date, raw }];
  });
  return read.reduce<(typeof read)[number] | null>((a, b) => (a && a.day > b.day ? a : b), null);
}
