import {
  changeReasonLabels,
  comparisonWords,
  rowReasonLabels,
  type ChangeReason,
  type RowCause,
} from '@xiaohao/messages';
import { countedRowOf, type CellReasons, type CountedCellChange } from './cell-reasons.queries.js';
import { askedByCell, rateFields } from './cell-asked.js';
import { partsInWords, rankInWords, rateInWords, reasonsInWords } from './cell-words.js';
import { causeOfWord, withoutCause } from './circumstances.js';
import type { ContentChange, ContentDifference } from './content-difference.js';
import { fillWords } from './fill-words.js';
import type { ReportPair } from './known-facts.js';
import type { PartMove } from './part-progress.queries.js';
import type { RankMove } from './rank-moves.js';
import { causesOfChange, type TicketFacts } from './row-causes.js';
import { ticketIn, ticketOf } from './row-facts.queries.js';

/** All that was found of the differences of two documents, by their places. */
export interface Findings {
  reports: ReportPair;
  /** Value and name of each figure of both. */
  figures: ReadonlyMap<string, { name: string; was: number | null; is: number | null }>;
  tickets: ReadonlyMap<number, TicketFacts>;
  cells: CellReasons;
  ranks: ReadonlyMap<string, RankMove>;
  /** By the task above. */
  parts: ReadonlyMap<string, readonly PartMove[]>;
  /** Tickets due on another day, of lists that stand in another order. */
  movedDays: ReadonlyMap<number, readonly string[]>;
}

/** What the difference is told with. */
export interface ToldCauses {
  /** The ticket of the row, where the reader may see it. */
  no: string | null;
  /** Why as a whole. */
  cause: string;
  /** Why each of its changes; blank where there is nothing to say beside the change itself. */
  ofChanges: readonly string[];
  reason: RowCause | null;
}

export function causesOf(difference: ContentDifference, at: number, found: Findings): ToldCauses {
  const none = { no: null, cause: '', ofChanges: [], reason: null };
  const { change, part, row, changes, renaming } = difference;
  if (change === 'order')
    return { ...none, cause: part === 'column' ? templateCause(found) : orderCause(difference, at, found) };
  if (change === 'numbers') return none;
  if (part === 'word' || part === 'text') return { ...none, cause: textCause(difference, found) };
  if (part === 'column' || row === null) return { ...none, cause: templateCause(found) };
  const counted = countedRowOf(difference);
  if (change !== 'changed')
    return counted ? { ...none, cause: standingCause(at, found) } : listCause(difference, at, found);
  if (counted) {
    const ofCell = (one: ContentChange) => cellCause(difference, one, at, found);
    return { ...none, cause: renaming ? ofCell(renaming) : '', ofChanges: changes.map(ofCell) };
  }
  const facts = found.tickets.get(at);
  if (!facts) return { ...none, ofChanges: changes.map((one) => ownCause(one, found)) };
  const causes = changes.map((one) => causesOfChange(one, facts));
  const ofChanges = changes.map((one, place) => ticketCause(difference, one, causes[place]!, found));
  const ofName = renaming ? causesOfChange(renaming, facts) : [];
  const cause = renaming ? ticketCause(difference, renaming, ofName, found) : '';
  return { no: facts.no, cause, ofChanges, reason: [...causes.flat(), ...ofName][0] ?? null };
}

const templateCause = ({ reports: [earlier, later] }: Findings) =>
  earlier.template.id === later.template.id && earlier.template.version === later.template.version
    ? ''
    : comparisonWords.otherTemplate[0];

/** A word that follows from the report, or text that stands only where there is something to say. */
function textCause({ place, changes, part }: ContentDifference, found: Findings): string {
  const [{ keys = [], when = [] } = {}] = changes;
  if (part === 'word') {
    const causes = keys.map((key) => causeOfWord(key, found.reports)).filter((cause) => cause !== null);
    return causes[0] ?? templateCause(found);
  }
  const blocks = when.flatMap((key) => {
    const figure = found.figures.get(key);
    if (!figure) return [comparisonWords.blockOfList[0]];
    const { name, was, is } = figure;
    return isThere(was) === isThere(is) ? [] : [fillWords('blockOf', { name, was: said(was), is: said(is) })];
  });
  if (blocks.length > 0) return blocks[0]!;
  if (place === comparisonWords.placeSignature[0]) return comparisonWords.otherDate[0];
  return templateCause(found) || withoutCause(found.reports);
}

const isThere = (value: number | null) => value !== 0;
const said = (value: number | null) => (value === null ? comparisonWords.noValue[0] : String(value));

/** By what the rows of a list follow each other. */
function orderCause({ stayed = [] }: ContentDifference, at: number, found: Findings): string {
  const key = stayed.find((one) => one !== null) ?? null;
  if (ticketIn(key)) {
    const nos = found.movedDays.get(at) ?? [];
    return nos.length === 0
      ? comparisonWords.orderDue[0]
      : fillWords('orderDueOf', { nos: nos.slice(0, 5).join('、') });
  }
  const list = key?.slice(0, key.indexOf(':')) ?? '';
  const words = orders[list as keyof typeof orders];
  return words ? comparisonWords[words][0] : templateCause(found);
}

const orders = {
  progress_by_unit: 'orderUnits',
  supervision_by_unit: 'orderRank',
  overdue_by_unit: 'orderCount',
  hazards_by_industry: 'orderCount',
  planned_hazards_by_industry: 'orderCount',
} as const;

/** Tickets by which a row that counts came or went. */
function standingCause(at: number, found: Findings): string {
  const reasons = [...(found.cells.get(at)?.values() ?? [])].flatMap((cell) => cell.reasons);
  return reasons.length > 0 ? reasonsInWords(reasons) : withoutCause(found.reports);
}

function listCause(difference: ContentDifference, at: number, found: Findings): ToldCauses {
  const facts = found.tickets.get(at);
  if (!facts)
    return {
      no: null,
      cause: ticketOf(difference) ? withoutCause(found.reports) : templateCause(found),
      ofChanges: [],
      reason: null,
    };
  const reason = facts.reasons.list;
  if (reason === undefined || reason === 'other')
    return { no: facts.no, cause: withoutCause(found.reports), ofChanges: [], reason: null };
  const effect = difference.change === 'added' ? 'more' : 'less';
  return { no: facts.no, cause: changeReasonLabels[reason][effect][0], ofChanges: [], reason };
}

function ticketCause(
  difference: ContentDifference,
  change: ContentChange,
  causes: readonly RowCause[],
  found: Findings,
): string {
  const parts = change.fields?.includes('percent') ? found.parts.get(ticketOf(difference)!.id) : undefined;
  const isDone = causes.some((cause) => !['progressed', 'progressCorrected'].includes(cause));
  if (parts && parts.length > 0 && !isDone) return partsInWords(parts);
  if (causes.length > 0) return [...new Set(causes.map(labelOf))].join('、');
  return isPlain(change) ? '' : withoutCause(found.reports);
}

const labelOf = (cause: RowCause): string =>
  (rowReasonLabels as Partial<Record<string, readonly [string, string]>>)[cause]?.[0] ??
  changeReasonLabels[cause as ChangeReason].more[0];

/** Numbers of rows say nothing of their own; of what an older document printed in a column nothing was kept. */
const isPlain = ({ column, fields }: ContentChange) =>
  column !== null && (fields === undefined || fields.every((field) => field === 'index'));

/** Of a row that stands in the template itself. */
function ownCause({ keys = [] }: ContentChange, found: Findings): string {
  const causes = keys.map((key) => causeOfWord(key, found.reports)).filter((cause) => cause !== null);
  return causes[0] ?? templateCause(found);
}

function cellCause(difference: ContentDifference, change: ContentChange, at: number, found: Findings): string {
  if (isPlain(change)) return '';
  const cells = found.cells.get(at) ?? new Map<string, CountedCellChange>();
  const fields = change.fields ?? [...nameInText(difference, change), ...fieldsInText(change, cells)];
  const causes = fields.map((field) => fieldCause(difference, field, cells, found));
  const said = causes.filter((cause) => cause !== '');
  return said.length > 0 ? [...new Set(said)].join('；') : withoutCause(found.reports);
}

/** Of running text: the name of the row, where it says another. */
const nameInText = ({ row }: ContentDifference, { was, is }: ContentChange) =>
  row?.formerLabel && was.includes(row.formerLabel) && is.includes(row.label) ? ['leadUnit'] : [];

/** Of running text: what it counted then and says no longer. */
const fieldsInText = ({ was, is }: ContentChange, cells: ReadonlyMap<string, CountedCellChange>) =>
  [...cells].flatMap(([field, cell]) =>
    numbersIn(was).includes(cell.was) && numbersIn(is).includes(cell.is) ? [field] : [],
  );

const numbersIn = (text: string) => (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);

function fieldCause(
  difference: ContentDifference,
  field: string,
  cells: ReadonlyMap<string, CountedCellChange>,
  { ranks }: Findings,
): string {
  const { list, row } = countedRowOf(difference)!;
  if (field === 'leadUnit') return rowReasonLabels.unitRenamed[0];
  if (field === 'rank') {
    const move = ranks.get(difference.row!.key!);
    return move ? rankInWords(move) : '';
  }
  const parts = rateFields[list]?.[field];
  if (parts) return rateCause(difference, parts, cells);
  if (!askedByCell(list, field, row)) return '';
  return reasonsInWords(cells.get(field)?.reasons ?? []);
}

/** A percent follows from its parts; those no other cell of the row tells of are told with their tickets. */
function rateCause(
  { changes }: ContentDifference,
  parts: readonly [string, string],
  cells: ReadonlyMap<string, CountedCellChange>,
): string {
  const columnOf = (field: string) => changes.find(({ fields = [] }) => fields.includes(field))?.column;
  const moved = parts.filter((field) => (cells.get(field)?.reasons.length ?? 0) > 0);
  if (moved.length === 0) return '';
  const columns = moved.map(columnOf);
  if (columns.every((column) => column !== undefined && column !== null)) {
    return fillWords('fromCells', { columns: columns.map((column) => `“${column}”`).join('') });
  }
  return rateInWords([cells.get(parts[0]), cells.get(parts[1])]);
}
