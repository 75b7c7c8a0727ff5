import {
  readDeadline,
  type Day,
  type DeadlineContext,
  type LedgerStatus,
  type StatusIssue,
  type ToldDay,
} from '@xiaohao/domain';
import { previewStatusLabels } from '@xiaohao/messages';
import { plainHeading } from './heading.js';
import type { FindingCode } from './preview.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';

/** Columns that tell how far a row is, the surest first. */
const meanings = ['struckOff', 'status', 'progressPercent', 'progress'] as const;

/** Under 是否完成, 完成与否 and 销号 a bare mark answers what is asked; under 完成情况 it does not say what it means. */
const asksYesOrNo = /是否|与否|能否|有无|(?:完成|整改|到位|办结|落实|销号|摘牌|合格|通过)$/;

/** The cell with these words among those that tell how far the row is. */
export function cellSaying(
  cells: TicketCells,
  raw: string,
  besides: ReadonlySet<TicketCell['cell']> = new Set(),
): TicketCell | null {
  if (raw === '') return null;
  const told = meanings.flatMap((meaning) => cells.each(meaning));
  return told.find(({ cell }) => cell.text === raw && !besides.has(cell)) ?? null;
}

/** Says of each status that was not plain what it was read as. */
export function noteStatusIssues(
  cells: TicketCells,
  issues: readonly StatusIssue[],
  { status, percent }: { status: LedgerStatus; percent: number | null },
): void {
  const noted = new Set<TicketCell['cell']>();
  for (const { code, args } of issues) {
    const said = cellSaying(cells, args['raw'] ?? '', noted);
    if (said) noted.add(said.cell);
    if (code === 'statusMarked' && said && asksYesOrNo.test(plainHeading(said.column.heading))) continue;
    const column = meanings.findLast((meaning) => cells.hasColumn(meaning)) ?? 'title';
    const reading = code === 'percentRough' ? `${percent}%` : previewStatusLabels[status][0];
    cells.note(findingOf[code], said?.cell ?? column, reading);
  }
}

const findingOf = {
  statusUnknown: 'statusUnknown',
  percentUnclear: 'percentUnclear',
  percentRough: 'numberRough',
  statusConflict: 'statusConflict',
  statusAssumed: 'statusAssumed',
  statusMarked: 'statusAssumed',
} as const satisfies Record<StatusIssue['code'], FindingCode>;

/** The latest day told among the words of a status, in the year its row gives it. */
export function readToldDay(
  cells: TicketCells,
  days: readonly ToldDay[],
  context: DeadlineContext,
): { day: Day; raw: string } | null {
  const read = days.flatMap(({ raw, day: text }) => {
    const { date } = readDeadline({ value: text, text }, context, cells.memory.deadlineWords).deadline;
    return date === null ? [] : [{ day: date, raw }];
  });
  return read.reduce<(typeof read)[number] | null>((a, b) => (a && a.day > b.day ? a : b), null);
}
