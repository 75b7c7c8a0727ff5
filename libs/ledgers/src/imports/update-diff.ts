import { defaultOutcomeDay, levelTable, startsNumbered, type Details } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { levelLabels, statusLabels, previewStatusLabels, updateFieldLabels, updateHolds } from '@xiaohao/messages';
import { clockBy, mayKeep, type LedgerTicket, type LedgerUpdate, type TicketPatch } from '@xiaohao/tickets';
import type { ColumnMeaning } from '../reading/headings/column-meanings.js';
import type { StoredRow, StoredSheet } from './import-record.js';
import { dayText, measureText, plannedFunds, statusText, yesNo } from '../exports/layout-texts.js';
import { openCellMemory } from '../reading/tickets/cell-memory.js';
import { plainName } from './name-matching.js';
import type { KnownBy, RowChange } from '../reading/preview.js';
import { spelledOut } from '../reading/tickets/spelled-out.js';
import { ticketCells, type TicketCell } from '../reading/tickets/ticket-cells.js';
import { storedDeadline, storedStatus } from './ticket-draft.js';
import type { TicketMatch } from './ticket-match.js';
import {
  filled,
  same,
  tidy,
  type Compared,
  type Comparison,
  type Difference,
  type UpdateMoment,
} from './update-compared.js';
import { detailDifferences } from './update-details.js';
import { compareHandler, comparePersons } from './update-persons.js';
import { comparePercent, compareProgress } from './update-progress.js';
import { unheardCells } from './house-cells.js';
import {
  compareItem,
  compareDay,
  compareKind,
  compareKindFacts,
  compareRectifyKind,
  compareSource,
} from './update-facts.js';
import { agreeingStatuses, heldBack, updateRules, type UpdateField, type UpdateHold } from './update-rules.js';
import { columnsAt } from '../reading/rows/table-columns.js';

/**
 * Holds a row against the ticket as it stands. Only cells with something in them, in columns that have a meaning, say
 * anything; a cell that reads as our own export wrote it says nothing new.
 */
export function diffRow(
  row: Pick<StoredRow, 'preview' | 'raw'>,
  sheet: StoredSheet,
  ticket: LedgerTicket,
  by: KnownBy,
  match: TicketMatch,
  moment: UpdateMoment,
): { changes: RowChange[]; update: LedgerUpdate; compared: Compared } {
  const columns = columnsAt(sheet, row.preview.row);
  const cells = ticketCells(spelledOut(row.raw, columns), columns, openCellMemory());
  const compared: Compared = { ticket, preview: row.preview, cells, match, by, moment };
  const update: LedgerUpdate = { ticket, patch: {}, changed: {} };
  const changes: RowChange[] = [];
  const foreign = !mayKeep(moment.actor, ticket);
  const note = (field: UpdateField, name: string, label: string, difference: Difference) => {
    const code = foreign ? 'updateOfOthers' : (difference.held ?? standing(field, ticket));
    const held = code === null ? null : (difference.why ?? updateHolds[code][0]);
    const { from, to, at, write = {} } = difference;
    changes.push({
      field: name,
      label,
      cell: (at ?? filled(compared, ...updateRules[field].meanings))!.cell.at,
      from,
      to,
      held,
    });
    if (held !== null) return;
    update.changed[name] = [from, to];
    const { patch = {}, outcomes = [], ...lists } = write;
    // Each detail is written beside those that changed before it.
    const details = patch.details
      ? { ...(update.patch.details ?? ticket.details), ...newDetails(ticket, patch) }
      : null;
    Object.assign(update.patch, patch, details && { details });
    Object.assign(update, lists);
    if (outcomes.length > 0) update.outcomes = [...(update.outcomes ?? []), ...outcomes];
  };
  for (const [field, compare] of Object.entries(comparisons) as [keyof typeof comparisons, Comparison][]) {
    if (filled(compared, ...updateRules[field].meanings) === null) continue;
    const difference = compare(compared);
    if (difference) note(field, field, updateFieldLabels[field][0], difference);
  }
  for (const { type, ...difference } of outcomeDifferences(compared)) {
    note('outcomes', `outcome.${type}`, updateFieldLabels.outcomes[0], difference);
  }
  for (const { key, ...difference } of detailDifferences(compared)) {
    note('details', `details.${key}`, difference.at!.column.heading, difference);
  }
  if (!foreign) changes.push(...unheardCells(compared, columns, changes));
  return { changes, update, compared };
}

function newDetails(ticket: LedgerTicket, { details }: TicketPatch): Details {
  return Object.fromEntries(Object.entries(details as Details).filter(([key, to]) => ticket.details[key] !== to));
}

/** A deadline that was never set may be set wherever the ticket stands. */
function standing(field: UpdateField, ticket: LedgerTicket): UpdateHold | null {
  const unset = field === 'deadline' && ticket.deadlineKind === 'unresolved';
  return heldBack(
    field,
    unset && ticket.status !== 'closed' && ticket.status !== 'cancelled' ? 'draft' : ticket.status,
  );
}

function textOf(field: 'title' | 'description' | 'theirNo' | 'industry' | 'site' | 'town'): Comparison {
  return ({ ticket, preview }) => {
    const [from, to] = [ticket[field], preview[field]];
    if (to === null || to === '' || same(from, to)) return null;
    return { from, to, write: { patch: { [field]: to } } };
  };
}

const comparisons: Readonly<Record<Exclude<UpdateField, 'outcomes' | 'details'>, Comparison>> = {
  title: textOf('title'),
  description: textOf('description'),
  theirNo: textOf('theirNo'),
  industry: textOf('industry'),
  site: textOf('site'),
  town: textOf('town'),
  level: compareLevel,
  measures: compareMeasures,
  leader: compareLeader,
  leadUnit: compareLeadUnit,
  supportUnits: compareSupportUnits,
  persons: comparePersons,
  handler: compareHandler,
  deadline: compareDeadline,
  status: compareStatus,
  progress: compareProgress,
  progressPercent: comparePercent,
  remark: compareRemark,
  item: compareItem,
  source: compareSource,
  kind: compareKind,
  kindFacts: compareKindFacts,
  rectifyKind: compareRectifyKind,
  raisedOn: compareDay('raisedOn'),
  assignedOn: compareDay('assignedOn'),
  closedOn: compareDay('closedOn'),
};

function compareLevel({ ticket, preview }: Compared): Difference | null {
  const { level } = preview;
  if (level === null || level === ticket.level || !levelTable[ticket.kind].includes(level)) return null;
  const from =
    ticket.level === null ? null : (levelLabels[ticket.level as keyof typeof levelLabels]?.[0] ?? ticket.level);
  return { from, to: levelLabels[level][0], write: { patch: { level } } };
}

/** Our own export numbers measures that had no number; what it added is no change. */
function compareMeasures({ ticket, preview }: Compared): Difference | null {
  const present = ticket.measures.map(({ text }) => text);
  const from = measureText(present);
  const said = preview.measures.map(({ text }) => text);
  const to = measureText(said);
  if (to === null || same(from, to) || same(from, said.join('\n'))) return null;
  if (said.length < present.length) return { from, to, held: 'updateFewerMeasures' };
  const numbersAdded = present.length > 1 && !present.some(startsNumbered);
  const texts = numbersAdded ? said.map((text) => text.replace(addedNumber, '')) : said;
  const measures = texts.flatMap((text, at) => {
    const before = ticket.measures[at];
    return before && same(before.text, text) ? [] : [{ id: before?.id ?? null, text }];
  });
  return measures.length === 0 ? null : { from, to, write: { measures } };
}

const addedNumber = /^\s*\d+[.、．]\s*/;

/** Of a leader without an account the name is kept, as of a new ticket; one with an account gives way to nobody unknown. */
function compareLeader({ ticket, preview, match }: Compared): Difference | null {
  const to = preview.leader;
  if (to === null || plainName(to) === plainName(ticket.leader ?? '')) return null;
  if (match.leaderId !== null && match.leaderId === ticket.leaderId) return null;
  const known = match.leaderId !== null;
  const patch = { leaderId: match.leaderId, leaderName: known ? null : to };
  const held = known || ticket.leaderId === null ? null : 'updatePersonUnknown';
  return { from: ticket.leader, to, held, write: { patch } };
}

function compareLeadUnit({ ticket, preview, match }: Compared): Difference | null {
  const to = preview.leadUnit;
  if (to === null || match.leadUnitId === ticket.leadUnitId || match.leftUnits.includes(to)) return null;
  // As it was when somebody chose who leads in its place, or where the inspected enterprise alone is named.
  const before = [ticket.leadUnit, ticket.details['责任单位'], preview.site];
  if (match.leadUnitId === null && before.some((one) => plainName(String(one ?? '')) === plainName(to))) return null;
  const held = match.leadUnitId === null ? 'updateUnitUnknown' : null;
  return { from: ticket.leadUnit, to, held, write: { patch: { leadUnitId: match.leadUnitId } } };
}

/** Columns that never name supporting units: where theirs was taken out, nothing is said of them. */
const leadsAlone = /牵头|承办|主办|主责/;

/** A cell that names the lead unit alone says nothing of supporting ones, unless we wrote it ourselves. */
function compareSupportUnits({ ticket, preview, match, by, cells }: Compared): Difference | null {
  const own = cells.each('supportUnits')[0];
  const leading = cells.each('leadUnit')[0]?.column.heading ?? '';
  const hadRoom = cells.hasColumn('supportUnits') || !leadsAlone.test(leading);
  if (!own && preview.supportUnits.length === 0 && (by !== 'no' || !hadRoom)) return null;
  const unknown = preview.supportUnits.some((name) => match.unknownUnits.includes(name));
  const present = ticket.supportUnits.map(({ id }) => id);
  const ids = match.supportUnitIds.filter((id) => id !== ticket.leadUnitId);
  if (!unknown && ids.length === present.length && ids.every((id) => present.includes(id))) return null;
  return {
    from: ticket.supportUnits.map(({ name }) => name).join('、') || null,
    to: preview.supportUnits.join('、') || '—',
    ...(own ? { at: own } : {}),
    held: unknown ? 'updateUnitUnknown' : null,
    write: { supportUnitIds: ids },
  };
}

function compareDeadline(compared: Compared): Difference | null {
  const { ticket, preview, cells, moment } = compared;
  const { deadline } = preview;
  const at = cells.each('deadline')[0]!;
  if (deadline.kind === 'none' || (deadline.raw !== '' && same(deadline.raw, ticket.deadlineRaw))) return null;
  const read = storedDeadline(preview, moment);
  const dated = read.dueOn !== null && read.kind === 'date';
  const agrees = dated
    ? read.dueOn === ticket.dueOn && read.ongoing === ticket.deadlineOngoing
    : read.kind === ticket.deadlineKind && (read.kind !== 'recurring' || same(deadline.raw, ticket.deadlineRaw));
  if (agrees) return otherOriginal(compared, at);
  const from = ticket.dueOn === null ? ticket.deadlineRaw : dayText(ticket.dueOn);
  const to = read.dueOn !== null && read.kind === 'date' ? dayText(read.dueOn) : at.cell.text;
  if (read.kind === 'unresolved') return { from, to, at, held: 'updateDeadlineUnread' };
  if (standing('deadline', ticket) !== null) return { from, to, at };
  const facts = { deadlineKind: read.kind, dueOn: read.dueOn };
  try {
    const clocked = { ...ticket, occurredOn: ticket.occurredOn };
    const clock = clockBy(moment.rules, clocked, facts, moment.today, moment.calendar);
    const patch = {
      ...facts,
      originalDueOn: read.dueOn,
      deadlineOngoing: read.ongoing,
      deadlineRaw: read.raw,
      ...clock,
    };
    return { from, to, at, write: { patch: { ...patch, deadlineRule: clock.deadlineRule ?? read.rule ?? null } } };
  } catch (error) {
    if (error instanceof AppError) return { from, to, at, held: 'updateDeadline', why: error.message };
    throw error;
  }
}

/** The day that stood there before an extension is told beside the present one, and never changes within a round. */
function otherOriginal({ ticket, preview }: Compared, at: TicketCell): Difference | null {
  const to = preview.deadline.originalDate;
  if (to === null || to === (ticket.originalDueOn ?? ticket.dueOn)) return null;
  const from = ticket.originalDueOn === null ? null : dayText(ticket.originalDueOn);
  return { from, to: dayText(to), at, held: 'updateOriginalDeadline' };
}

/** A status is never moved by a file; where it says another one, that is said and left to a person. */
function compareStatus(compared: Compared): Difference | null {
  const { ticket, preview, cells } = compared;
  const agreeing = agreeingStatuses[preview.status];
  if (agreeing === 'any' || agreeing.includes(ticket.status)) return null;
  // 基本完成 with a date was taken in as work under way: the same words again say nothing new.
  if (preview.completion === 'basic' && ticket.status === storedStatus(preview, true, false)) return null;
  const label = statusLabels[ticket.status][0];
  const ours = statusText(ticket);
  // What we wrote as progress counts only while our mark beside it stands.
  const mark = cells.text('struckOff');
  const unmarked = mark === null || mark === yesNo(ticket.status === 'closed');
  const written = [preview.statusRaw, unmarked ? cells.text('progress') : null].map((text) =>
    tidy(text).replace('\n（', '（'),
  );
  if (written.some((text) => text.startsWith(label) || text.startsWith(ours))) return null;
  const at = (['struckOff', 'status', 'progress'] as const)
    .flatMap((meaning) => cells.each(meaning))
    .find(({ cell }) => cell.text === preview.statusRaw);
  const to = previewStatusLabels[preview.status][0];
  return { from: label, to, ...(at ? { at } : {}) };
}

function compareRemark({ ticket, preview }: Compared): Difference | null {
  const to = preview.details['remark'];
  const from = (ticket.details['remark'] as string | undefined) ?? null;
  if (!to || same(from, to)) return null;
  return { from, to, write: { patch: { details: { ...ticket.details, remark: to } } } };
}

/** What was never recorded is recorded; another amount than the recorded one is for a person to correct. */
function outcomeDifferences({ ticket, preview, cells, moment }: Compared): (Difference & { type: string })[] {
  return preview.outcomes.flatMap(({ type, amount }) => {
    const recorded = ticket.outcomes[type] ?? 0;
    const shown = recorded || plannedFunds(type, ticket.details);
    const at = cells.each(`outcome.${type}` as ColumnMeaning)[0];
    if (Math.abs(shown - amount) < 0.005 || !at) return [];
    const on = defaultOutcomeDay(type, ticket, preview.completedOn ?? preview.filledOn ?? moment.today);
    const held = recorded > 0 ? ('updateOutcomeRecorded' as const) : null;
    const from = shown > 0 ? String(shown) : null;
    return [{ type, from, to: String(amount), at, held, write: { outcomes: [{ type, amount, on }] } }];
  });
}
