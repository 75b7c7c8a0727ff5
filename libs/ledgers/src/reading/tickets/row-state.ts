import {
  makeDay,
  readDeadline,
  readStatus,
  readVerdict,
  type Day,
  type DeadlineContext,
  type LedgerStatus,
  type StatusColumns,
  type StatusIssue,
  type ToldDay,
} from '@xiaohao/domain';
import type { PreviewDeadline, PreviewTicket, SheetFacts } from '../preview.js';
import { noteBeforeAssumed } from './assumed-start.js';
import { cited } from './cited.js';
import { plainHeading } from '../headings/heading.js';
import { inTimeHeadings } from '../headings/heading-patterns.js';
import { opinionDay, saysNothing } from './opinion.js';
import { begunBeside, noteContradictions, shareCell, type RowEnd, type RowStart } from './row-contradictions.js';
import { currentProgress, progressDegrees, progressText, resultsBefore } from './progress-cells.js';
import { isSettled, percentCell, percentIn } from './status-degrees.js';
import { progressTime } from './progress-time.js';
import { cellSaying, endingCell, noteStatusIssues, opinionsOf, readToldDay } from './status-findings.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';
import { endsBy, noteToldEnd, toldEnd } from './told-end.js';
import { readFactDay } from './ticket-dates.js';

export type RowState = Pick<
  PreviewTicket,
  | 'status'
  | 'statusRaw'
  | 'completion'
  | 'progress'
  | 'failedReview'
  | 'progressPercent'
  | 'closedOn'
  | 'closedOnFrom'
  | 'completedOn'
  | 'filledOn'
>;

/** The day a row tells of what was done; null where it is kept under the day of the import. */
export function progressDay({
  failedReview,
  completedOn,
  filledOn,
}: Pick<RowState, 'failedReview' | 'completedOn' | 'filledOn'>): Day | null {
  return failedReview?.on ?? completedOn ?? filledOn;
}

/** Where a closing day would stand, the surest first. */
const closingColumns = ['struckOffOn', 'reviewedOn', 'completedOn', 'filledOn'] as const;

/** How far the row says it is, and since when. Of its competing columns the one nearest to the verified result decides. */
export function readRowState(
  cells: TicketCells,
  context: DeadlineContext,
  facts: SheetFacts,
  start: RowStart & { deadline: PreviewDeadline; assumedOn: Day | null },
  today: Day,
): RowState {
  const texts = (told: readonly TicketCell[]) => told.map(({ cell }) => cell.text);
  const struckOffOn = readFactDay(cells, 'struckOffOn', context, today);
  const completedOn = readFactDay(cells, 'completedOn', context, today);
  const reviewedOn = readFactDay(cells, 'reviewedOn', context, today);
  const ownFilledOn = readFactDay(cells, 'filledOn', context);
  const { dayAbove = null } = facts;
  const filledOn =
    ownFilledOn ??
    progressTime(cells, context, facts.filledOn ?? today) ??
    facts.filledOn ??
    (dayAbove !== null && dayAbove <= today ? dayAbove : null);
  const told = currentProgress(cells);
  const degrees = progressDegrees(cells);
  const columns: StatusColumns = {
    struckOff: texts(cells.each('struckOff').filter(({ cell }) => !saysNothing(cell.text))),
    opinions: texts(opinionsOf(cells).filter(({ cell }) => !saysNothing(cell.text))),
    status: texts([...statedCells(cells), ...degrees.filter(({ cell }) => percentIn(cell) === null)]),
    percent: [
      ...cells.each('progressPercent').map(({ cell }) => percentCell(cell)),
      ...degrees.flatMap(({ cell }) => percentIn(cell) ?? []),
    ],
    progress: texts(resultsBefore(told.filter((one) => !degrees.includes(one)))),
    struckOffOnIsFilled: struckOffOn !== null,
    completedOnIsFilled: completedOn !== null,
    endedOnIsFilled: completedOn !== null && endingCell(cells) !== null,
    reviewedOnIsFilled: reviewedOn !== null,
  };
  const { status: said, basic, percent, raw, issues, days } = readStatus(columns, cells.memory.statusWords);
  const isEnded = said === 'completed' && endsCase(cells, raw, issues);
  const decidedBy = raw === null ? null : cellSaying(cells, raw);
  const begunAt = said === 'not_started' && decidedBy ? begunBeside(cells, decidedBy) : null;
  const stated: LedgerStatus = begunAt ? 'in_progress' : isEnded && completedOn !== null ? 'closed' : said;
  const end = toldEnd(cells, decidedBy, context, today);
  const status = endsBy(cells, stated, end) ? end!.says : stated;
  noteStatusIssues(cells, issues, { status, basic, percent, deadline: start.deadline });
  if (isEnded && completedOn === null && status !== 'closed')
    cells.note('settledUndated', cellSaying(cells, raw!)!.cell);
  const dated = toldDay(cells, days, raw, status, context, today);
  const shown = status === 'closed' ? (struckOffOn ?? completedOn ?? reviewedOn) : completedOn;
  const verifiedOn = status === 'closed' && end?.says === 'closed' ? end.day : null;
  const closes = () =>
    struckOffOn ??
    opinionDay(cells, context) ??
    verifiedOn ??
    completedOn ??
    reviewedOn ??
    dated?.day ??
    end?.day ??
    null;
  const closing = closingDay(status, closes, filledOn, today);
  if (dated) noteToldDay(cells, dated, status, { shown, closedOn: closing.closedOn, completedOn });
  const doneOn = completedOn ?? (status === 'completed' ? (dated?.day ?? null) : null);
  const toldDone = isDone(status) && end?.says === 'completed' ? end.day : null;
  const byReview = status === 'completed' && reviewedOn !== null && reviewedOn <= today ? reviewedOn : null;
  const finishedOn = doneOn ?? toldDone ?? byReview;
  if (finishedOn === byReview && doneOn === null && toldDone === null && byReview !== null)
    cells.note('doneByReview', cells.first('reviewedOn')!.cell, byReview);
  if (end) noteToldEnd(cells, end, { stated, status, decidedBy, closedOn: closing.closedOn, completedOn: finishedOn });
  const wholePercent = percent === null ? null : wholeOf(percent);
  if (percent !== null && wholePercent !== percent) noteRounded(cells, percent, wholePercent!);
  const ends: RowEnd = {
    status,
    basic,
    decidedBy,
    begunAt,
    percent,
    days: [
      { means: 'struckOff', at: cells.first('struckOffOn'), day: struckOffOn },
      { means: 'completed', at: cells.first('completedOn'), day: completedOn },
      { means: 'reviewed', at: cells.first('reviewedOn'), day: status === 'closed' ? reviewedOn : null },
      { means: 'told', at: dated && cellSaying(cells, dated.raw), day: dated?.day ?? null },
    ],
  };
  noteContradictions(cells, ends, start, start.deadline, today);
  const filled = { at: cells.first('filledOn'), day: ownFilledOn ?? facts.filledOn };
  const { kind, date } = start.deadline;
  const certain = { told: [...ends.days, filled], dueOn: kind === 'date' ? date : null };
  if (start.assumedOn !== null) noteBeforeAssumed(cells, start.assumedOn, certain);
  if (closing.closedOnFrom === 'filledOn' || closing.closedOnFrom === 'importDay') {
    const column = closingColumns.find((meaning) => cells.hasColumn(meaning)) ?? 'struckOffOn';
    cells.note('closedOnAssumed', column, closing.closedOn!);
  }
  return {
    status,
    statusRaw: raw,
    completion: basic ? 'basic' : null,
    progress: progressText(cells),
    failedReview: failedReview(cells, reviewedOn),
    progressPercent: wholePercent,
    ...closing,
    completedOn: finishedOn,
    filledOn,
  };
}

const isDone = (status: LedgerStatus) => status === 'completed' || status === 'closed';

/**
 * 已办结, and 是 under 是否结案, unless 是否销号 says no; what only the day of the end speaks for ends where the ledger has no
 * column for striking off.
 */
function endsCase(cells: TicketCells, raw: string | null, issues: readonly StatusIssue[]): boolean {
  if (issues.some(({ code }) => code === 'statusEnded')) {
    return !cells.hasColumn('struckOff') && !cells.hasColumn('struckOffOn');
  }
  if (raw === null || cellSaying(cells, raw) === null) return false;
  const isHeld = cells
    .each('struckOff')
    .some(({ cell }) => readVerdict([cell.text], cells.memory.statusWords)?.says === 'no');
  return !isHeld && (isSettled(cells, raw) || cells.memory.statusWords(raw)?.says === 'settled');
}

/** 不合格 under 复查结果, beside whatever the unit says it has done. */
function failedReview(cells: TicketCells, on: Day | null): PreviewTicket['failedReview'] {
  const verdicts = cells.each('struckOff');
  const failed = readVerdict(
    verdicts.map(({ cell }) => cell.text),
    cells.memory.statusWords,
  );
  const said = failed?.says === 'failed' && verdicts.find(({ cell }) => cell.text === failed.raw);
  if (!said) return null;
  const text = `${said.column.heading}：${said.cell.text}`;
  const told = dayIn(said.cell.text);
  const beside = told === null ? cells.text('reviewedOn') : null;
  return { text: beside === null ? text : `${text}（${beside}）`, on: on ?? told };
}

/** The cell may show the percentage rounded already: what it holds is told. */
function noteRounded(cells: TicketCells, percent: number, whole: number): void {
  const at = shareCell(cells)?.cell;
  const held = `${Math.round(percent * 100) / 100}%`;
  if (at) cells.note('percentRounded', { ...at, text: held }, `${whole}%`);
  else cells.note('percentRounded', 'progressPercent', `${whole}%`, held);
}

/** Whole percents are kept; rounding neither begins nor ends anything. */
function wholeOf(percent: number): number {
  return Number.isInteger(percent) ? percent : Math.min(99, Math.max(1, Math.round(percent)));
}

/** The day told among the words that decided, else the one full date in them. */
function toldDay(
  cells: TicketCells,
  days: readonly ToldDay[],
  raw: string | null,
  status: LedgerStatus,
  context: DeadlineContext,
  today: Day,
): { day: Day; raw: string } | null {
  const told = readToldDay(cells, days, context, today);
  if (told || raw === null || status !== 'closed') return told;
  const day = dayIn(raw) ?? dayOfVerdict(raw, context);
  return day === null ? null : { day, raw };
}

function noteToldDay(
  cells: TicketCells,
  { day, raw }: { day: Day; raw: string },
  status: LedgerStatus,
  { shown, closedOn, completedOn }: Record<'shown' | 'closedOn' | 'completedOn', Day | null>,
): void {
  const said = cellSaying(cells, raw);
  if (!said || shown === day) return;
  const other = (['struckOffOn', 'completedOn', 'reviewedOn'] as const).map((meaning) => cells.first(meaning));
  const column = other.find((one) => one !== null);
  if (shown !== null && column) {
    const taken = [closedOn && `销号日期取 ${closedOn}`, completedOn && `完成日期取 ${completedOn}`];
    cells.note('doneOnOtherDay', said.cell, `${cited(column)}不一致，${taken.filter(Boolean).join('、')}`);
  } else cells.note('doneOnTold', said.cell, `${status === 'closed' ? '销号' : '完成'}日期 ${day}`);
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

const verdictWords = /销号|摘牌|(?:验收|复查|复核|核查)(?:合格|通过)/;

/** 5月28日，巡察办现场核查，予以销号: of the sentence that gives the verdict the last day before it. */
function dayOfVerdict(text: string, context: DeadlineContext): Day | null {
  const sentence = text
    .normalize('NFKC')
    .split(/[。;；!！\n]/)
    .findLast((one) => verdictWords.test(one));
  if (!sentence) return null;
  const before = sentence.slice(0, verdictWords.exec(sentence)!.index);
  const written = [...before.matchAll(/(?:20\d\d年)?\d{1,2}月\d{1,2}日/g)].at(-1)?.[0];
  return written === undefined ? null : (readDeadline({ value: written }, context).deadline.date ?? null);
}

/** 已销号（2021年6月15日）: the one full date in the text that decided. */
function dayIn(text: string | null): Day | null {
  const dates = [...(text ?? '').normalize('NFKC').matchAll(/(20\d\d)[年./-](\d{1,2})[月./-](\d{1,2})(?!\d)/g)];
  const [year, month, date] = (dates[0] ?? []).slice(1).map(Number);
  return dates.length === 1 ? makeDay(year!, month!, date!) : null;
}

/** 否 under 是否按期完成 says it was late, not that it is open: what stands beside it knows. */
function statedCells(cells: TicketCells): readonly TicketCell[] {
  const told = cells.each('status');
  const isLate = ({ cell, column }: TicketCell) =>
    inTimeHeadings.test(plainHeading(column.heading)) && cells.memory.statusWords(cell.text)?.says === 'no';
  const stated = told.filter((one) => !isLate(one));
  return stated.length > 0 || currentProgress(cells).length > 0 ? stated : told;
}
