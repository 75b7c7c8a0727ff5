import { addWorkingDays, kindTable, splitNumbered, type Day, type DeadlineContext } from '@xiaohao/domain';
import { readAssurances } from './assured.js';
import { openCellMemory, type CellMemory } from './cell-memory.js';
import { columnsOf, type LedgerColumn } from '../headings/columns.js';
import { meetingHeadings, meetingNames } from '../headings/heading-patterns.js';
import { plainHeading, seqHeading } from '../headings/heading.js';
import { spelledOut, untickedCells } from './spelled-out.js';
import type { StoredSheet } from '../stored-reading.js';
import type { ColumnMeaning } from '../headings/column-meanings.js';
import type { FindingCode, PreviewDeadline, PreviewMeasure, PreviewTicket, SheetFacts } from '../preview.js';
import type { RawCell, RawTicket } from '../rows/raw-row.js';
import type { ReadingOptions } from '../reading-options.js';
import { labelled } from '../rows/row-kinds.js';
import { sourceName } from '../rows/sheet-facts.js';
import { columnsAt, tableAt } from '../rows/table-columns.js';
import { ticketCells, type TicketCell, type TicketCells } from './ticket-cells.js';
import { remarkedDay } from './remarked-days.js';
import { latestDay, noteYear, readFactDay, yearContext, type DatesContext } from './ticket-dates.js';
import { immediateFrom, immediateWorkingDays, readTicketDeadline } from './ticket-deadline.js';
import { saysImmediate } from './rectify-kind.js';
import { readLevel } from './ticket-level.js';
import { outcomeText, readOutcomes, toldOutcomes } from './ticket-outcomes.js';
import { readTicketNames } from './ticket-names.js';
import { noteToldBeside } from './told-beside.js';
import { noteTwins } from './twins.js';
import { cited } from './cited.js';
import { noteEarlyDeadline, noteSaidDouble } from './row-contradictions.js';
import { keptBeside } from './kept-texts.js';
import { inspectorOf } from './opinion.js';
import { otherProgress } from './progress-cells.js';
import { progressDay, readRowState, type RowState } from './row-state.js';

const ourNumber = new RegExp(
  `^(${Object.values(kindTable)
    .map(({ prefix }) => prefix)
    .join('|')})-\\d{4}-\\d{4,}$`,
);

/** Reads the cells of one ticket; every doubt is among its `issues`. `memory` holds for one sheet and its options. */
export function readTicket(
  whole: RawTicket,
  sheet: StoredSheet,
  options: ReadingOptions,
  memory: CellMemory = openCellMemory(),
): PreviewTicket {
  const facts = sheet.facts!;
  const columns = columnsAt(sheet, whole.rows[0]!.row);
  const raw = spelledOut(whole, columns);
  const cells = ticketCells(raw, columns, memory);
  const title = cells.text('title') ?? '';
  if (title === '') cells.note('titleMissing', 'title');
  for (const cell of untickedCells(whole, columns)) cells.note('choiceOpen', cell);
  noteTwins(raw, sheet.read, cells);

  const years = yearContext(facts, options);
  const own = { ...years, sheetYear: years.sheetYear ?? fallbackYear(facts) };
  const [assignedOn, foundOn] = startOf(cells, own);
  const ownDay = assignedOn ?? foundOn;
  const meeting = ownDay === null ? meetingOf(cells) : null;
  const metOn = meeting && latestDay(cells, [meeting], own);
  const context = deadlineContext(years, facts, ownDay ?? metOn, options);
  const { deadline, measureDates } = readTicketDeadline(cells, columns, context);
  const dueAt = cells.first('deadline');
  if (meeting && metOn !== null && deadline.kind === 'relative' && dueAt)
    cells.note('countedFromMeeting', dueAt.cell, cited(meeting));
  const raised = raisedOn(foundOn ?? assignedOn, facts, options);
  const isByDayAbove = raised.raisedOnFrom === 'title' && facts.feedbackOn === null;
  const isAssumed = raised.raisedOnFrom === 'baseDate' || raised.raisedOnFrom === 'importDay' || isByDayAbove;
  if (isAssumed) cells.note('raisedOnAssumed', 'raisedOn', raised.raisedOn);
  if (raised.raisedOnFrom === 'title' && deadline.kind === 'relative' && ownDay === null && metOn === null) {
    cells.note('countedFromAbove', 'deadline', raised.raisedOn);
  }
  const factContext = { ...context, baseDay: raised.raisedOn, baseDayIsOwn: raised.raisedOnFrom === 'row' };
  const start = { foundOn, assignedOn, feedbackOn: facts.feedbackOn };
  noteEarlyDeadline(cells, deadline, start);
  noteSaidDouble(cells);
  const begins = { ...start, deadline, assumedOn: isAssumed ? raised.raisedOn : null };
  const state = readRowState(cells, factContext, facts, begins, options.today);
  if (deadline.kind === 'immediate') {
    const from = immediateFrom({ assignedOn, ...raised });
    const dueOn = addWorkingDays(from ?? options.today, immediateWorkingDays, options.calendar);
    if (from === null) cells.note('immediateAssumed', 'deadline', dueOn);
    else cells.note(ownDay === null ? 'immediateCounted' : 'immediateDays', 'deadline', dueOn, from);
  }
  const item = itemOf(cells, raw);
  const measures = readMeasures(cells, raw, columns, measureDates, context);
  const ourNo = cells.text('no');
  const no = ourNo !== null && ourNumber.test(ourNo.toUpperCase()) ? ourNo.toUpperCase() : null;
  noteWhere(state.status !== 'not_started' && isDatedToday(state), cells, 'datedToday', 'progress');
  if (isDatedAbove(state, facts)) cells.note('datedFromAbove', 'progress', facts.dayAbove!);
  // What a row of our own export leaves blank its ticket tells.
  if (no === null) {
    noteWhere(state.status === 'not_started' && assignedOn === null, cells, 'assignedToday', 'assignedOn');
    const isUndated = measures.some(({ done }) => done) && state.completedOn === null && state.closedOn === null;
    noteWhere(isUndated, cells, 'measuresUndated', 'measures');
    noteWhere(cells.hasColumn('item') && cells.first('item') === null && item !== null, cells, 'itemFromAbove', 'item');
    const kindAt = cells.first('rectifyKind');
    const isByDay = deadline.kind === 'date' || deadline.kind === 'relative';
    if (kindAt && isByDay && saysImmediate(kindAt.cell.text)) cells.note('immediateByDay', kindAt.cell);
    noteWhere(raw.itemAbove !== null && labelled.test(raw.itemAbove), cells, 'labelsAbove', 'title');
  }
  const names = readTicketNames(cells);
  const level = readLevel(cells, sheet.name, raw.itemAbove, facts);
  const assured = no === null ? readAssurances(cells, { kind: facts.kind, level }) : null;
  noteToldBeside(cells, { ...state, ...names, deadline }, factContext);
  const outcomes = readOutcomes(cells);
  const toldBeside = no === null ? toldOutcomes(state.progress, facts.kind, outcomes) : [];
  if (toldBeside.length > 0) cells.note('outcomeInText', 'progress', toldBeside.map(outcomeText).join('、'));

  return {
    sheet: sheet.name,
    row: raw.rows[0]!.row,
    rows: raw.rows.map(({ row }) => row),
    seq: cells.text('seq') ?? rowNumber(cells),
    no,
    theirNo: cells.text('theirNo') ?? (no === null ? ourNo : null),
    kind: facts.kind,
    title,
    description: cells.text('description'),
    item,
    source: sourceOf(cells, tableAt(sheet, raw.rows[0]!.row)?.source ?? facts.source, options),
    level,
    site: cells.text('site'),
    industry: cells.text('industry'),
    ...names,
    measures,
    ...raised,
    assignedOn,
    ...state,
    deadline: withCounted(deadline, immediateFrom({ assignedOn, ...raised }) ?? options.today, options),
    outcomes,
    ...(assured && { assured }),
    details: readDetails(cells, [
      ...otherProgress(cells),
      ...(no === null ? keptBeside(cells, { ...state, ...raised, assignedOn, deadline }) : []),
      ...(no === null && cells.first('theirNo') ? cells.each('no') : []),
      ...(options.source === null ? [] : cells.each('source')),
    ]),
    decision: 'create',
    issues: cells.findings,
  };
}

const namesDay = /\d{1,2}\s*(?:[./]|月)\s*\d{1,2}/;

/** Immediate work with the day it is due and the one that is counted from. */
function withCounted(deadline: PreviewDeadline, from: Day, { calendar }: ReadingOptions): PreviewDeadline {
  if (deadline.kind !== 'immediate') return deadline;
  return { ...deadline, counted: { to: addWorkingDays(from, immediateWorkingDays, calendar), from } };
}

function noteWhere(holds: boolean, cells: TicketCells, code: FindingCode, at: ColumnMeaning): void {
  if (holds) cells.note(code, at);
}

/** What was done without a day is kept under the day of the import. */
function isDatedToday(state: RowState): boolean {
  const day = progressDay(state) ?? state.closedOn;
  return day === null && (state.progress !== null || state.status === 'completed');
}

/** Of the sheet only a lone day above its header is told. */
function isDatedAbove(state: RowState, { dayAbove = null, filledOn }: SheetFacts): boolean {
  const isTold = state.progress !== null || state.status === 'completed';
  return isTold && filledOn === null && dayAbove !== null && progressDay(state) === dayAbove;
}

/** When it was handed out and when found: each from its own column, else both from what a remark says. */
function startOf(cells: TicketCells, own: DatesContext): [Day | null, Day | null] {
  const written = [readFactDay(cells, 'assignedOn', own), readFactDay(cells, 'raisedOn', own)] as const;
  if (written[0] !== null || written[1] !== null) return [...written];
  const told = [remarkedDay(cells, 'assignedOn', own), remarkedDay(cells, 'raisedOn', own)] as const;
  for (const one of told) if (one) cells.note('startRemarked', one.at.cell, one.day);
  return [told[0]?.day ?? null, told[1]?.day ?? null];
}

/** The meeting that decided the matter, among the columns kept as text. */
function meetingOf(cells: TicketCells): TicketCell | null {
  const told = cells.each('details');
  const dated = told.find(({ column }) => meetingHeadings.test(plainHeading(column.heading)));
  const named = ({ column, cell }: TicketCell) =>
    meetingNames.test(plainHeading(column.heading)) && namesDay.test(cell.text);
  return dated ?? told.find(named) ?? null;
}

/** A date without a year is read in the year of the row's own day, of the base date, at last of today. */
function fallbackYear({ year, yearFrom }: SheetFacts): number | null {
  return yearFrom === 'baseDate' || yearFrom === 'today' ? year : null;
}

function deadlineContext(
  years: DeadlineContext,
  facts: SheetFacts,
  ownDay: Day | null,
  options: ReadingOptions,
): DeadlineContext {
  const baseDay = ownDay ?? facts.feedbackOn ?? (options.baseDate === null ? (facts.dayAbove ?? null) : null);
  const hasBase = baseDay !== null || options.baseDate !== null;
  return {
    ...years,
    sheetYear: years.sheetYear ?? (hasBase ? null : fallbackYear(facts)),
    baseDay,
    baseDayIsOwn: ownDay !== null,
  };
}

function raisedOn(
  rowDay: Day | null,
  facts: SheetFacts,
  options: ReadingOptions,
): Pick<PreviewTicket, 'raisedOn' | 'raisedOnFrom'> {
  if (rowDay !== null) return { raisedOn: rowDay, raisedOnFrom: 'row' };
  if (facts.feedbackOn !== null) return { raisedOn: facts.feedbackOn, raisedOnFrom: 'title' };
  if (options.baseDate !== null) return { raisedOn: options.baseDate, raisedOnFrom: 'baseDate' };
  if (facts.dayAbove) return { raisedOn: facts.dayAbove, raisedOnFrom: 'title' };
  return { raisedOn: options.today, raisedOnFrom: 'importDay' };
}

/** The row's own item cell, unless it is the title merged over both; else what stands above. */
function itemOf(cells: TicketCells, raw: RawTicket): string | null {
  const item = cells.first('item');
  const title = cells.first('title');
  if (item && item.cell.at !== title?.cell.at) return item.cell.text;
  return item ? null : raw.itemAbove;
}

/** A cell of the column is a measure, or several where it numbers them; persons and deadline only where its row has cells of its own for them. */
function readMeasures(
  cells: TicketCells,
  raw: RawTicket,
  columns: readonly LedgerColumn[],
  dates: readonly (readonly (Day | null)[])[],
  context: DatesContext,
): PreviewMeasure[] {
  const column = columnsOf(columns, 'measures')[0];
  const persons = columnsOf(columns, 'persons')[0];
  if (!column) return [];
  const measures: PreviewMeasure[] = [];
  const seen = new Set<string>();
  const severalPersons = persons !== undefined && isToldByRow(cells.byRow(persons));
  const stated = raw.rows.length > 1 ? statedByRow(cells, columns) : [];
  for (const [at, cell] of cells.byRow(column).entries()) {
    if (!cell || cell.text === '' || seen.has(cell.at)) continue;
    seen.add(cell.at);
    const named = severalPersons ? (raw.rows[at]!.cells[persons!.letters] ?? null) : null;
    const of = {
      persons: named ? [...cells.memory.persons(named.text).names] : [],
      ...(isDone(cells, stated[at] ?? null) ? { done: true as const } : {}),
    };
    const parts = splitNumbered(cell.text);
    const days = dates[at] ?? [];
    const dayOf = (part: number) =>
      days.length === 1 || days.length === parts.length ? days[days.length === 1 ? 0 : part]! : null;
    const dueOf = (text: string, part: number) => dayOf(part) ?? dayInBrackets(cells, cell, text, context);
    measures.push(...parts.map((text, part) => ({ text, deadline: dueOf(text, part), ...of })));
  }
  return measures;
}

const dueInBrackets =
  /[（(]((?:20\d\d年)?[^（()）]{1,12}(?:前|[底末]))(?:完成|落实|到位|办结|完工)?[)）][。；;，,]?\s{0,3}$/;

/** 印发分工方案（9月底前）；: by when the measure itself is due. */
function dayInBrackets(cells: TicketCells, cell: RawCell, measure: string, context: DatesContext): Day | null {
  const text = dueInBrackets.exec(measure)?.[1];
  if (text === undefined) return null;
  const { kind, date, yearAssumed } = cells.memory.deadline({ value: text, text }, context).deadline;
  if (kind !== 'date' || date === null) return null;
  if (yearAssumed) noteYear(cells, cell, date, context);
  return date;
}

/** Not one cell for all rows of the ticket. */
const isToldByRow = (told: readonly (RawCell | null)[]) => told.some((cell) => cell?.at !== told[0]?.at);

/** Of several measures each may have a row, and there a cell of its own that says how far it is. */
function statedByRow(cells: TicketCells, columns: readonly LedgerColumn[]): (RawCell | null)[] {
  const told = (['status', 'progress'] as const).flatMap((meaning) => columnsOf(columns, meaning));
  return told.map((column) => cells.byRow(column)).find(isToldByRow) ?? [];
}

function isDone(cells: TicketCells, stated: RawCell | null): boolean {
  const words = stated && cells.memory.statusWords(stated.text);
  return words?.certainty === 'plain' && ['completed', 'closed', 'settled'].includes(words.says);
}

/** What a person says of the whole file holds for each of its rows, then what the row says, then its table. */
function sourceOf(cells: TicketCells, ofTable: string, options: ReadingOptions): string {
  if (options.source !== null) return options.source;
  const own = cells.text('source');
  return own === null ? ofTable : sourceName(own);
}

/** 序号 that names its tickets (督1) is both. */
function rowNumber(cells: TicketCells): string | null {
  const number = cells.first('theirNo');
  return number && seqHeading.test(plainHeading(number.column.heading)) ? number.cell.text : null;
}

/** Columns that are kept as text, other cells that have no field, who inspected, and the remark. */
function readDetails(cells: TicketCells, others: readonly TicketCell[]): Record<string, string> {
  const details = new Map<string, string>();
  for (const { cell, column } of [...cells.each('details'), ...others]) {
    const before = details.get(column.heading);
    details.set(column.heading, before ? `${before}\n${cell.text}` : cell.text);
  }
  const inspector = inspectorOf(cells);
  if (inspector && !details.has(inspector.label)) details.set(inspector.label, inspector.names);
  const remarks = cells.each('remark').map(({ cell }) => cell.text);
  if (remarks.length > 0) details.set('remark', remarks.join('\n'));
  return Object.fromEntries(details);
}
