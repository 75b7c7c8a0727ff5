import { readDeadline, readExtension, type Day, type DeadlineContext, type DeadlineReading } from '@xiaohao/domain';
import { columnsOf, isAdjusted, type LedgerColumn } from '../headings/columns.js';
import type { FindingCode, PreviewDeadline, PreviewTicket } from '../preview.js';
import type { RawCell } from '../rows/raw-row.js';
import { currentProgress } from './progress-cells.js';
import { opinionsOf } from './status-findings.js';
import { blank, deadlineCell, noteYear, readingText, type DatesContext } from './ticket-dates.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';

export interface TicketDeadline {
  deadline: PreviewDeadline;
  /** By row of the ticket: the dates of its measures, where they have a deadline cell of their own. */
  measureDates: (readonly (Day | null)[])[];
}

/** An immediate rectification (立行立改) has five working days. */
export const immediateWorkingDays = 5;

/** The day immediate work counts from: the row's own, else the one of its sheet or file; null where none is told. */
export function immediateFrom({
  assignedOn,
  raisedOn,
  raisedOnFrom,
}: Pick<PreviewTicket, 'assignedOn' | 'raisedOn' | 'raisedOnFrom'>): Day | null {
  return assignedOn ?? (raisedOnFrom === 'importDay' ? null : raisedOn);
}

/** Findings of the grammar that have a name of their own here. */
const findingOf: Readonly<Record<string, FindingCode>> = {
  deadlineUnclear: 'deadlineUnclear',
  deadlineImpossible: 'deadlineImpossible',
  deadlineAmbiguous: 'deadlineAmbiguous',
  deadlineSeveral: 'deadlineSeveral',
  deadlineRange: 'deadlineRange',
  baseMissing: 'baseDateMissing',
  deadlineYearMissing: 'deadlineUnclear',
  extensionRequested: 'extensionRequested',
  deadlineExtensible: 'deadlineExtensible',
  deadlineMonthShown: 'deadlineMonthShown',
  deadlineAssumed: 'deadlineAssumed',
  deadlineConditional: 'deadlineConditional',
  deadlineRolled: 'deadlineRolled',
};

/** The merged cell's deadline, else that of the latest measure, kept up where one of them is; a remark 延期至… on top of it. */
export function readTicketDeadline(
  cells: TicketCells,
  columns: readonly LedgerColumn[],
  context: DeadlineContext,
): TicketDeadline {
  const { column, adjusted, ofMeasures } = deadlineColumns(columns);
  const byRow = column ? cells.byRow(column) : [];
  const distinct = new Map<string, { cell: RawCell; reading: DeadlineReading }>();
  for (const cell of byRow) {
    if (cell && !distinct.has(cell.at))
      distinct.set(cell.at, { cell, reading: readCell(cells, cell, column!, context) });
  }
  const readings = [...distinct.values()];
  const kinds = readKinds(cells, context);
  const chosen = latest(readings) ?? ofKinds(kinds);
  for (const { cell, reading } of readings) note(cells, cell, reading, context);
  if (chosen && !readings.includes(chosen)) note(cells, chosen.cell, chosen.reading, context);
  noteLatest(cells, readings, chosen);
  const several = readings.length > 1;
  const measureDates = ofMeasures
    ? datesByLine(cells, ofMeasures, context)
    : byRow.map((cell) => [several && cell ? distinct.get(cell.at)!.reading.deadline.date : null]);
  const first = chosen?.reading ?? readDeadline({ value: null }, context);
  const read = adjusted ? withAdjusted(cells, first, adjusted, context) : first;
  const keptUp =
    readings.some(({ reading }) => reading.deadline.ongoing) ||
    (first.deadline.kind !== 'ongoing' &&
      kinds.some(({ reading, isTicked }) => isTicked && reading.deadline.kind === 'ongoing'));
  const settled = withRemark(
    cells,
    keptUp ? { ...read, deadline: { ...read.deadline, ongoing: true } } : read,
    context,
  );
  if (settled.deadline.kind === 'none') cells.note('deadlineMissing', 'deadline');
  return { deadline: { ...settled.deadline, rule: settled.recurrence }, measureDates };
}

/** 举措完成时间: a date for each measure, row by row, in one cell line by line. */
function datesByLine(cells: TicketCells, column: LedgerColumn, context: DeadlineContext): (Day | null)[][] {
  const seen = new Set<string>();
  return cells.byRow(column).map((cell) => {
    if (!cell || seen.has(cell.at)) return [];
    seen.add(cell.at);
    const lines = cell.text.split('\n').filter((line) => line.trim() !== '');
    const parts = lines.length > 1 ? lines.map((text): RawCell => ({ at: cell.at, own: cell.own, text })) : [cell];
    return parts.map((part) => {
      const reading = readCell(cells, part, column, context);
      note(cells, part, reading, context);
      return reading.deadline.date;
    });
  });
}

/** The deadline as it was first set, beside it as it was put off, and that of each measure. */
function deadlineColumns(columns: readonly LedgerColumn[]): {
  column: LedgerColumn | null;
  adjusted: LedgerColumn | null;
  ofMeasures: LedgerColumn | null;
} {
  const deadlines = columnsOf(columns, 'deadline');
  const whole = deadlines.filter((one) => !one.ofMeasures);
  const all = whole.length > 0 ? whole : deadlines;
  const ofMeasures = whole.length > 0 ? (deadlines.find((one) => one.ofMeasures) ?? null) : null;
  const column = all.find(({ heading }) => !isAdjusted(heading)) ?? all[0] ?? null;
  return { column, adjusted: all.find((other) => other !== column && isAdjusted(other.heading)) ?? null, ofMeasures };
}

/** 调整后时限: the deadline from then on, the one first set kept as the original. */
function withAdjusted(
  cells: TicketCells,
  first: DeadlineReading,
  column: LedgerColumn,
  context: DeadlineContext,
): DeadlineReading {
  const told = cells.byRow(column).flatMap((cell) => (cell && !blank.test(cell.text) ? cell : []));
  const [cell] = told;
  if (!cell) return first;
  const readings = told.map((one) => ({ cell: one, reading: readCell(cells, one, column, context) }));
  const read = latest(readings)!;
  const { date } = read.reading.deadline;
  if (date === null) {
    const by = readExtension(cell.text, first, context);
    if (by === first) note(cells, cell, read.reading, context);
    return by;
  }
  note(cells, read.cell, read.reading, context);
  const original = first.deadline.originalDate ?? first.deadline.date;
  const extended = original !== null && date > original;
  return { ...read.reading, deadline: { ...read.reading.deadline, originalDate: original, extended } };
}

function readCell(cells: TicketCells, cell: RawCell, column: LedgerColumn, context: DeadlineContext): DeadlineReading {
  const unit = column.unit ?? '';
  const countUnit = /工作日/.test(unit) ? 'workday' : /^[天日]/.test(unit) ? 'day' : /月/.test(unit) ? 'month' : null;
  const counting: DeadlineContext = countUnit === null ? context : { ...context, countUnit };
  return cells.memory.deadline(deadlineCell(cell), counting);
}

function latest(readings: readonly { cell: RawCell; reading: DeadlineReading }[]) {
  const dated = readings.filter(({ reading }) => reading.deadline.date !== null);
  if (dated.length === 0)
    return readings.find(({ reading }) => reading.deadline.kind !== 'none') ?? readings[0] ?? null;
  return dated.reduce((a, b) => (b.reading.deadline.date! > a.reading.deadline.date! ? b : a));
}

/** Of several measures the latest gives the ticket its day; the others are kept with their measures. */
function noteLatest(
  cells: TicketCells,
  readings: readonly { cell: RawCell; reading: DeadlineReading }[],
  chosen: { cell: RawCell; reading: DeadlineReading } | null,
): void {
  const latestDay = chosen?.reading.deadline.date ?? null;
  const differs = readings.some(({ reading: { deadline } }) => deadline.kind !== 'none' && deadline.date !== latestDay);
  if (chosen && latestDay !== null && differs) cells.note('deadlineLatest', chosen.cell, latestDay);
}

interface CellReading {
  cell: RawCell;
  reading: DeadlineReading;
  /** In a column of its own for this kind, which may be ticked beside another. */
  isTicked: boolean;
}

/** 整改类型 says 立行立改 or 长期坚持; in a column for one kind a day may stand as well. */
function readKinds(cells: TicketCells, context: DeadlineContext): CellReading[] {
  return cells.each('rectifyKind').flatMap(({ cell, column }) => {
    const reading = cells.memory.deadline(deadlineCell(cell), context);
    const { kind } = reading.deadline;
    return kind === 'immediate' || kind === 'ongoing' || (column.tick && kind === 'date')
      ? { cell, reading, isTicked: column.tick !== undefined }
      : [];
  });
}

/** Where no deadline is told: the day of a kind, else the kind that has to be done first. */
function ofKinds(kinds: readonly CellReading[]): CellReading | null {
  const of = (kind: PreviewDeadline['kind']) => kinds.find(({ reading }) => reading.deadline.kind === kind);
  return of('date') ?? of('immediate') ?? kinds[0] ?? null;
}

/** Most remarks speak of other things; the grammar is not asked about those. */
const speaksOfExtension = /延|展期|推迟|宽限|缓期|调整|变更/;

/** 正在采购（延至9月15日）: of the progress only what its brackets say is of the deadline. */
const extensionInBrackets = /[（(](?:已|经[^（()）]{0,12}|现)?(?:顺延|延期|延长|展期|延)(?:为|至|到)[^（()）]+[)）]/;

/** 未办结，延期至9月15日: the same of a state, behind it. */
const extensionBehind =
  /(?:^|[，,；;。])(?:已|经[^，,；;。（()）]{0,12}|现)?(?:顺延|延期|延长|展期|延)(?:为|至|到)[^，,；;。（()）]+/;

function withRemark(cells: TicketCells, reading: DeadlineReading, context: DeadlineContext): DeadlineReading {
  const remarks = [...cells.each('remark'), ...opinionsOf(cells)].map(({ cell }) => ({ cell, said: cell.text }));
  const part =
    (words: RegExp) =>
    ({ cell }: TicketCell) => ({ cell, said: words.exec(cell.text)?.[0] ?? '' });
  const aside = [
    ...currentProgress(cells).map(part(extensionInBrackets)),
    ...cells.each('status').map(part(extensionBehind)),
  ];
  for (const { cell, said } of [...remarks, ...aside]) {
    if (!speaksOfExtension.test(said)) continue;
    const extended = readExtension(said, reading, context);
    if (extended !== reading) {
      noteMoved(cells, cell, reading.deadline.date, extended.deadline.date);
      for (const { code, args } of extended.issues.filter((issue) => !reading.issues.includes(issue))) {
        cells.note(findingOf[code]!, cell, readingText(args));
      }
      return extended;
    }
  }
  return reading;
}

/** The cell of the deadline still shows the former day. */
function noteMoved(cells: TicketCells, remark: RawCell, before: Day | null, date: Day | null): void {
  if (date === null || date === before) return;
  cells.note('deadlineMoved', remark, before === null ? `定为 ${date}` : `由 ${before} 改为 ${date}`);
}

/** 月底前, 季末: of which month the base day alone knows. */
const barePeriod = /(?:^|[^本当下次每各逐个\d一二三四五六七八九十])(?:月|季度?)(?:底|末|内)/;
/** Taken for kept up; a person may have meant whenever there is time, or what is to be held down till it ends. */
const anyTime = /^(?:随时|实时)(?:整改|办理|完成|落实)?$|稳控$/;
/** 24小时内 counts days by the clock, 中下旬 ends on the 20th or with the month. */
const looseEnd = /小时|中下旬/;

/** What was made of a deadline that leaves its day to the reader; null where it names one. */
function looseReading({ text }: RawCell, { kind, date }: DeadlineReading['deadline']): string | null {
  if (looseEnd.test(text)) return date;
  if (kind !== 'relative' && kind !== 'ongoing') return null;
  const words = text.normalize('NFKC').replace(/\s/g, '');
  if (kind === 'relative' && barePeriod.test(words)) return date;
  return kind === 'ongoing' && anyTime.test(words) ? '长期坚持' : null;
}

/** 2026年6月底（顺延为8月底）: what stands there may be taken for a result. */
const saysFirstDay = /原/;

function note(cells: TicketCells, cell: RawCell, { deadline, issues }: DeadlineReading, context: DatesContext): void {
  const { date, originalDate, extended } = deadline;
  if (extended && originalDate !== null && !saysFirstDay.test(cell.text)) noteMoved(cells, cell, originalDate, date);
  for (const { code, args } of issues) cells.note(findingOf[code]!, cell, readingText(args));
  const loose = looseReading(cell, deadline);
  if (loose !== null) cells.note('deadlineAssumed', cell, loose);
  const isTold = issues.some(({ code }) => code === 'deadlineRolled');
  if (deadline.yearAssumed && deadline.date !== null && !isTold) noteYear(cells, cell, deadline.date, context);
}
