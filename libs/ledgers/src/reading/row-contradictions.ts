import { readStatusWords, type Day, type LedgerStatus, type StatusWords } from '@xiaohao/domain';
import { previewStatusLabels } from '@xiaohao/messages';
import type { PreviewDeadline } from './preview.js';
import type { ColumnMeaning } from './heading-synonyms.js';
import { squeezed } from './heading.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';

/** A cell named in the finding of another one: 检查日期（B5）“2026-03-05”. */
export function cited({ cell, column }: TicketCell): string {
  const text = cell.text.length > 20 ? `${cell.text.slice(0, 20)}…` : cell.text;
  return `${squeezed(column.heading)}（${cell.at}）“${text}”`;
}

/** The days a row starts from: found or fed back, then assigned; null where the row itself says nothing. */
export interface RowStart {
  foundOn: Day | null;
  assignedOn: Day | null;
  /** 反馈时间 of the whole sheet, where the row has no day of its own. */
  feedbackOn: Day | null;
}

/** The start a day lies before, in words that name its cell. */
function startAfter(cells: TicketCells, day: Day, { foundOn, assignedOn, feedbackOn }: RowStart): string | null {
  const starts: readonly (readonly [ColumnMeaning, Day | null])[] = [
    ['assignedOn', assignedOn],
    ['raisedOn', foundOn],
  ];
  for (const [meaning, start] of starts) {
    const at = cells.first(meaning);
    if (at && start !== null && day < start) return cited(at);
  }
  const hasOwn = foundOn !== null || assignedOn !== null;
  return !hasOwn && feedbackOn !== null && day < feedbackOn ? `标题里的反馈时间 ${feedbackOn}` : null;
}

/** A deadline that had passed before its matter was found or assigned is shown, never mended. */
export function noteEarlyDeadline(cells: TicketCells, { kind, date }: PreviewDeadline, start: RowStart): void {
  const at = cells.first('deadline');
  if (kind !== 'date' || date === null || !at) return;
  const before = startAfter(cells, date, start);
  if (before !== null) cells.note('deadlineBeforeStart', at.cell, before);
}

export interface RowEnd {
  status: LedgerStatus;
  /** 基本完成: less than done. */
  basic: boolean;
  /** The cell whose words decided; null where a percentage, a day or nothing did. */
  decidedBy: TicketCell | null;
  percent: number | null;
  days: readonly EndDay[];
}

/** A day the row says something was done on, and the cell that says it. */
export interface EndDay {
  means: 'struckOff' | 'completed' | 'reviewed' | 'told';
  at: TicketCell | null;
  day: Day | null;
}

/** Days and percentages of a row that cannot all be true. */
export function noteContradictions(cells: TicketCells, end: RowEnd, start: RowStart, today: Day): void {
  const { status } = end;
  const isDone = status === 'completed' || status === 'closed';
  // What was found is mended after that day; an office may assign what is done already.
  const begin = { ...start, assignedOn: start.foundOn === null ? start.assignedOn : null };
  for (const { means, at, day } of end.days) {
    if (!at || day === null) continue;
    const before = startAfter(cells, day, begin);
    if (before !== null) cells.note('doneBeforeStart', at.cell, before);
    if (day > today && (isDone || means === 'struckOff')) cells.note('doneInFuture', at.cell, day);
    if (day <= today) noteOpenInSpite(cells, end, means, at);
  }
  notePercent(cells, end);
}

/** A day of completion beside a status that says the work goes on, 销号时间 beside 未销号. */
function noteOpenInSpite(
  cells: TicketCells,
  { status, decidedBy }: RowEnd,
  means: EndDay['means'],
  at: TicketCell,
): void {
  const isOpen = status === 'in_progress' || status === 'not_started';
  const isSpite = means === 'struckOff' ? status !== 'closed' : means === 'completed' && isOpen;
  const other = means === 'struckOff' ? (cells.first('struckOff') ?? decidedBy) : decidedBy;
  if (isSpite && other) cells.note('statusDayConflict', at.cell, contradicting(other, status));
}

/** 100 % of what goes on, less of what is done: the words beside the percentage, whichever of the two decided. */
function notePercent(cells: TicketCells, { status, basic, decidedBy, percent: share }: RowEnd): void {
  const percent = cells.first('progressPercent');
  if (!percent || share === null) return;
  const byWords = decidedBy !== null && decidedBy.column !== percent.column;
  const other = byWords ? decidedBy : cells.first('progress');
  if (!other) return;
  const says = byWords ? (basic ? 'in_progress' : status) : statedIn(other.cell.text);
  const contradicts =
    share === 100
      ? says === 'in_progress' || says === 'not_started' || says === 'no'
      : says === 'completed' || says === 'closed' || says === 'settled';
  if (contradicts) cells.note('statusPercentConflict', percent.cell, contradicting(other, status));
}

/** Prose longer than this tells of steps, not of a state. */
const longestState = 12;

/** What a progress cell states of the whole; of work under way only where that is all it says. */
function statedIn(text: string): StatusWords['says'] | null {
  const words = readStatusWords(text);
  if (!words || words.certainty === 'assumed' || words.percent !== null) return null;
  return words.says === 'in_progress' && text.length > longestState ? null : words.basic ? 'in_progress' : words.says;
}

function contradicting(other: TicketCell, status: LedgerStatus): string {
  return `${cited(other)}矛盾，读作“${previewStatusLabels[status][0]}”`;
}
