import type { EntityManager } from 'typeorm';
import { firstLevel, kindTable, type Day, type Details, type TicketKind, type WorkingCalendar } from '@xiaohao/domain';
import { select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { unitsOf, type Actor } from '@xiaohao/org';
import type { DeadlineInput } from './action-context.js';
import { checkedDeadline } from './action-effects.js';
import { clockOf } from '../governing/deadline-rule.queries.js';
import { assertItem, getPerson, getUnit } from '../passing-on/named-in-input.js';
import type { NewTicket } from './new-ticket.js';
import { assertDetails, checkedDetails, checkedLevel } from '../reading/ticket-details.js';
import { assertParent, lockTree } from './ticket-tree.js';

/** A new ticket typed by a coordinator; it starts as a draft. */
export interface TicketDraft {
  kind: TicketKind;
  title: string;
  description?: string;
  level?: string | null;
  sourceId?: string;
  itemId?: string;
  campaignId?: string;
  parentId?: string;
  theirNo?: string;
  occurredOn?: string;
  /** Fields of the kind, by `kindFields`. */
  details?: Details;
  industry?: string;
  site?: string;
  town?: string;
  leadUnitId?: string;
  leaderId?: string;
  confidential?: boolean;
  deadline?: DeadlineInput;
  raisedOn?: string;
  measures?: { text: string; persons?: string[]; dueOn?: string }[];
}

/** Whether the actor's office keeps the kind. */
export function coordinates(actor: Actor, kind: TicketKind): boolean {
  return actor.roles.includes(kindTable[kind].coordinator);
}

/** The ticket a draft becomes: of a kind its actor keeps, complete for that kind, with its clock if a law sets one. */
export async function registeredTicket(
  tx: EntityManager,
  actor: Actor,
  draft: TicketDraft,
  today: Day,
  calendar: WorkingCalendar,
): Promise<NewTicket> {
  if (draft.parentId) await lockTree(tx);
  const { deadline, measures, ...facts } = await registeredDraft(tx, actor, draft, today);
  const { kind, level } = facts;
  if (draft.parentId) await assertParent(tx, actor, draft.parentId, { id: null, kind });
  const details = checkedDetails(kind, draft.details ?? {}, {}, { all: coordinates(actor, kind) }, calendar);
  assertDetails(kind, level, details, 'create');
  const raisedOn = draft.raisedOn ?? today;
  const stated = deadline ?? { kind: 'unresolved' as const };
  const dueOn = (stated.kind === 'date' && stated.dueOn) || null;
  const clocked = { kind, level, raisedOn, occurredOn: draft.occurredOn ?? null, details };
  const clock = dueOn === null ? null : await clockOf(tx, clocked, checkedDeadline(stated, today), today, calendar);
  return {
    ...facts,
    details,
    raisedOn,
    status: 'draft',
    deadline: {
      kind: stated.kind,
      dueOn,
      ongoing: stated.ongoing === true || stated.kind === 'ongoing',
      statutory: clock?.statutoryDeadline ?? false,
      rule: clock?.deadlineRule ?? null,
    },
    measures: measures ?? [],
  };
}

/** The draft put in its place: names that exist, a level the kind knows, a town's hazard in that town. */
async function registeredDraft(tx: EntityManager, actor: Actor, draft: TicketDraft, today: Day) {
  const level = checkedLevel(draft.kind, draft.level) ?? firstLevel(draft.kind);
  const placed = coordinates(actor, draft.kind) ? draft : await ownTownDraft(tx, actor, { ...draft, level });
  if (placed.leadUnitId) await getUnit(tx, placed.leadUnitId);
  if (placed.leaderId) await getPerson(tx, placed.leaderId, 'leaderId', '责任领导');
  await assertPlaces(tx, placed.kind, placed);
  if (placed.itemId) await assertItem(tx, placed.itemId, placed.sourceId ?? null);
  if (draft.kind === 'accident_investigation' && !draft.occurredOn) {
    throw new AppError('inputMissing', { field: 'occurredOn', fieldLabel: '事故发生日期' });
  }
  assertOccurred(draft.kind, draft.occurredOn, today);
  return { ...placed, level };
}

async function ownTownDraft(
  tx: EntityManager,
  actor: Actor,
  draft: Omit<TicketDraft, 'level'> & { level: string | null },
) {
  const units = unitsOf(actor, ['clerk']);
  if (draft.kind !== 'hazard' || draft.level === 'major' || units.length === 0) throw new AppError('forbidden');
  const own = actor.posts.find(({ role }) => role === 'clerk')!.unitId;
  const leadUnitId = draft.leadUnitId ?? own;
  if (!units.includes(leadUnitId)) {
    throw new AppError('inputWrong', {
      field: 'leadUnitId',
      fieldLabel: '牵头单位',
      reason: '只能登记本单位的隐患',
    });
  }
  const town = (await getUnit(tx, leadUnitId)).name;
  if (draft.town && draft.town !== town) {
    throw new AppError('inputWrong', { field: 'town', fieldLabel: '镇办', reason: '只能登记本单位的隐患' });
  }
  return { ...draft, leadUnitId, town };
}

/** The source, its item and the campaign a ticket is put into: each exists and fits the kind. */
export async function assertPlaces(
  tx: EntityManager,
  kind: TicketKind,
  { sourceId, itemId, campaignId }: { sourceId?: string | null; itemId?: string | null; campaignId?: string | null },
): Promise<void> {
  if (sourceId) {
    const [source] = await select<{ closed: boolean }>(
      tx,
      `select details ? 'closedOn' as closed from source where id = $1 and kind = $2 for key share`,
      [sourceId, kind],
    );
    if (!source) throw wrong('sourceId', '来源', '没有这个来源');
    if (source.closed) throw wrong('sourceId', '来源', '该来源已关闭');
  }
  if (itemId) {
    const [item] = await select(
      tx,
      `select 1 from source_item i join source s on s.id = i.source_id
       where i.id = $1 and s.kind = $2 and ($3::uuid is null or s.id = $3)`,
      [itemId, kind, sourceId ?? null],
    );
    if (!item) throw wrong('itemId', '所属项', '该来源下没有这一项');
  }
  if (campaignId) {
    const [campaign] = await select(tx, 'select 1 from campaign where id = $1', [campaignId]);
    if (!campaign) throw wrong('campaignId', '专项行动', '没有这个专项行动');
  }
}

/** Only an accident occurs, and not tomorrow. */
export function assertOccurred(kind: TicketKind, occurredOn: Day | null | undefined, today: Day): void {
  if (!occurredOn) return;
  if (kind !== 'accident_investigation') throw wrong('occurredOn', '发生日期', '只有事故调查有发生日期');
  if (occurredOn > today) throw wrong('occurredOn', '发生日期', '不能晚于今天');
}

function wrong(field: string, fieldLabel: string, reason: string): AppError {
  return new AppError('inputWrong', { field, fieldLabel, reason });
}
