import {
  makeDay,
  readStatus,
  type Day,
  type DeadlineContext,
  type LedgerStatus,
  type StatusColumns,
} from '@xiaohao/domain';
import type { PreviewTicket, SheetFacts } from './preview.js';
import type { TicketCells } from './ticket-cells.js';
import { blank, readFactDay } from './ticket-dates.js';

export type RowState = Pick<
  PreviewTicket,
  | 'status'
  | 'statusRaw'
  | 'completion'
  | 'progress'
  | 'progressPercent'
  | 'closedOn'
  | 'closedOnFrom'
  | 'completedOn'
  | 'filledOn'
>;

/** How far the row says it is, and since when. Of its competing columns the one nearest to the verified result decides. */
export function readRowState(cells: TicketCells, context: DeadlineContext, facts: SheetFacts, today: Day): RowState {
  const texts = (meaning: 'struckOff' | 'status' | 'progress') => cells.each(meaning).map(({ cell }) => cell.text);
  const struckOffOn = readFactDay(cells, 'struckOffOn', context);
  const completedOn = readFactDay(cells, 'completedOn', context);
  const reviewedOn = readFactDay(cells, 'reviewedOn', context);
  const filledOn = readFactDay(cells, 'filledOn', context) ?? facts.filledOn;
  const columns: StatusColumns = {
    struckOff: texts('struckOff'),
    status: texts('status'),
    percent: cells.each('progressPercent').map(({ cell }) => {
      return { value: cell.value ?? cell.text, numberFormat: cell.numberFormat };
    }),
    progress: texts('progress'),
    struckOffOnIsFilled: struckOffOn !== null,
    completedOnIsFilled: completedOn !== null,
  };
  const { status, basic, percent, raw, issues } = readStatus(columns, cells.memory.statusWords);
  for (const { code, args } of issues) noteStatus(cells, code, args['raw'] ?? '');
  const stated = () => struckOffOn ?? completedOn ?? reviewedOn ?? dayIn(raw);
  const closing = closingDay(status, stated, filledOn, today);
  if (closing.closedOnFrom === 'filledOn' || closing.closedOnFrom === 'importDay') {
    cells.note('closedOnAssumed', 'struckOffOn', closing.closedOn!);
  }
  return {
    status,
    statusRaw: raw,
    completion: basic ? 'basic' : null,
    progress: progressText(cells),
    progressPercent: percent === null ? null : Math.round(percent),
    ...closing,
    completedOn,
    filledOn,
  };
}

function noteStatus(
  cells: TicketCells,
  code: 'statusUnknown' | 'percentUnclear' | 'statusConflict',
  raw: string,
): void {
  const meanings = ['struckOff', 'status', 'progressPercent', 'progress'] as const;
  const said = meanings.flatMap((meaning) => cells.each(meaning)).find(({ cell }) => raw !== '' && cell.text === raw);
  const column = meanings.findLast((meaning) => cells.hasColumn(meaning)) ?? 'title';
  cells.note(code, said?.cell ?? column);
}

function closingDay(
  status: LedgerStatus,
  stated: () => Day | null,
  filledOn: Day | null,
  today: Day,
): Pick<PreviewTicket, 'closedOn' | 'closedOnFrom'> {
  if (status !== 'closed') return { closedOn: null, closedOnFrom: null };
  const day = stated();
  if (day !== null) return { closedOn: day, closedOnFrom: 'row' };
  return filledOn === null
    ? { closedOn: today, closedOnFrom: 'importDay' }
    : { closedOn: filledOn, closedOnFrom: 'filledOn' };
}

/** 已销号（2021年6月15日）: the one full date in the text that decided. */
function dayIn(text: string | null): Day | null {
  const dates = [...(text ?? '').normalize('NFKC').matchAll(/(20\d\d)[年./-](\d{1,2})[月./-](\d{1,2})(?!\d)/g)];
  const [year, month, date] = (dates[0] ?? []).slice(1).map(Number);
  return dates.length === 1 ? makeDay(year!, month!, date!) : null;
}

/** What is written in the strongest progress column that says anything; several measures, several lines. */
function progressText(cells: TicketCells): string | null {
  const told = cells.each('progress').filter(({ cell }) => !blank.test(cell.text));
  const strongest = told[0]?.column;
  const texts = told.filter(({ column }) => column === strongest).map(({ cell }) => cell.text);
  return texts.length > 0 ? texts.join('\n') : null;
}
