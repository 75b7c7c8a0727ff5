import {
  addDays,
  defaultYellowDays,
  kindsCoordinatedBy,
  kindTable,
  ticketKinds,
  type Day,
  type Light,
} from '@xiaohao/domain';
import type { SqlParameters } from '@xiaohao/database';
import { chargedUnitsOf, ledUnitsOf, type Actor } from '@xiaohao/org';
import { withoutDeputySql } from '../passing-on/deputy-in-charge.js';
import { lightSql, overdueSql } from './live.js';
import { searchSql } from './ticket-search.js';
import { handledSql } from './visibility.js';

/** What may wait for a person; the groups of the workbench. */
export const waitingGroups = [
  'to_assign',
  'to_sign',
  'to_answer',
  'to_handle',
  'to_review',
  'to_accept',
  'to_decide',
  'to_recheck',
] as const;
export type WaitingGroup = (typeof waitingGroups)[number];

/** The query of `GET /api/tickets`, parsed; several values mean "any of". */
export interface TicketFilter {
  kind?: readonly string[];
  status?: readonly string[];
  level?: readonly string[];
  leadUnitId?: readonly string[];
  sourceId?: readonly string[];
  itemId?: readonly string[];
  campaignId?: readonly string[];
  industry?: readonly string[];
  town?: readonly string[];
  parentId?: readonly string[];
  handlerId?: readonly string[];
  importId?: readonly string[];
  overdue?: boolean;
  light?: readonly Light[];
  dueFrom?: Day;
  dueTo?: Day;
  /** Words to be found in number, title, description, site or progress. */
  q?: string;
  waiting?: WaitingGroup;
}

const anyOf = {
  kind: ['t.kind', 'text'],
  status: ['t.status', 'text'],
  level: ['t.level', 'text'],
  leadUnitId: ['t.lead_unit_id', 'uuid'],
  sourceId: ['t.source_id', 'uuid'],
  itemId: ['t.item_id', 'uuid'],
  campaignId: ['t.campaign_id', 'uuid'],
  industry: ['t.industry', 'text'],
  town: ['t.town', 'text'],
  parentId: ['t.parent_id', 'uuid'],
  handlerId: ['t.handler_id', 'uuid'],
  importId: ['t.import_id', 'uuid'],
} as const satisfies Partial<Record<keyof TicketFilter, readonly [string, string]>>;

/** SQL conditions of the filter over `ticket t`; visibility is added by the caller. */
export function ticketConditions(filter: TicketFilter, params: SqlParameters, actor: Actor, today: Day): string[] {
  const conditions: string[] = [];
  for (const [field, [column, type]] of Object.entries(anyOf)) {
    const values = filter[field as keyof typeof anyOf];
    // One value by `=`: only then does the index that begins with the column give its rows in the order of the list.
    if (values?.length === 1) conditions.push(`${column} = ${params.add(values[0])}::${type}`);
    else if (values?.length) conditions.push(`${column} = any(${params.add(values)}::${type}[])`);
  }
  if (filter.overdue) conditions.push(overdueSql(params.add(today)));
  if (filter.light?.length) {
    const asks = (...lights: Light[]) => lights.some((light) => filter.light!.includes(light));
    // Added only where used: PostgreSQL refuses a parameter that stands nowhere.
    const from = asks('red', 'yellow') ? params.add(today) : '';
    const until = asks('yellow', 'green') ? params.add(addDays(today, defaultYellowDays)) : '';
    conditions.push(`(${filter.light.map((light) => lightSql(light, from, until)).join(' or ')})`);
  }
  if (filter.dueFrom) conditions.push(`t.sort_due_on >= ${params.add(filter.dueFrom)}::date`);
  if (filter.dueTo) conditions.push(`t.sort_due_on <= ${params.add(filter.dueTo)}::date`);
  const search = filter.q ? searchSql(filter.q, params) : null;
  if (search) conditions.push(search.byIndex);
  if (filter.waiting) conditions.push(waitingSql(filter.waiting, actor, params, () => params.add(today)));
  return conditions;
}

/** Tickets on which the actor's next step is due; the same rules as the flow's duties, set-based. */
export function waitingSql(group: WaitingGroup, actor: Actor, params: SqlParameters, now: () => string): string {
  // Added only where used: PostgreSQL refuses a parameter that stands nowhere.
  const me = () => `${params.add(actor.personId)}::uuid`;
  const headed = () => `t.lead_unit_id = any(${params.add(ledUnitsOf(actor, ['head', 'clerk']))}::uuid[])`;
  const charged = () => `t.lead_unit_id = any(${params.add(chargedUnitsOf(actor))}::uuid[])`;
  // The chief's where nobody is in charge; asked last, of what waits for a deputy alone.
  const deputys = (barred: string) =>
    actor.roles.includes('chief') ? `(${charged()} or ${withoutDeputySql(now(), barred)})` : charged();
  const independent = () => `t.submitter_id is distinct from ${me()} and (${handledSql(actor, params)}) is not true`;
  switch (group) {
    case 'to_assign':
      return `(t.status = 'draft' and t.kind = any(${params.add(kindsCoordinatedBy(actor.roles))}::text[]))`;
    case 'to_sign':
      return `(t.status = 'assigned' and ${headed()})`;
    case 'to_handle':
      return `(t.status = 'in_progress' and (${handledSql(actor, params)} or (t.handler_id is null and ${headed()})))`;
    case 'to_review':
      return `(${independent()} and ((t.status = 'dept_review' and not t.submitted_by_head and ${headed()})
        or (t.status = 'dept_review' and t.submitted_by_head and ${deputys('t.submitter_id')})
        or (t.status = 'pending_review' and ${deputys('t.submitter_id')})))`;
    case 'to_accept': {
      const kinds = ticketKinds.filter((kind) => actor.roles.includes(kindTable[kind].acceptor));
      const majorHazards = actor.roles.includes('chief') ? `or (t.kind = 'hazard' and t.level = 'major')` : '';
      // As the second person of the town or unit: see `dutiesFor`.
      const own = ledUnitsOf(actor, ['head', 'clerk', 'handler']);
      const ownHazards =
        own.length > 0
          ? `or (t.kind = 'hazard' and t.level is distinct from 'major' and t.lead_unit_id = any(${params.add(own)}::uuid[]))`
          : '';
      return `(${independent()} and t.status = 'pending_acceptance' and (
        (t.kind = any(${params.add(kinds)}::text[]) and not (t.kind = 'hazard' and t.level is not distinct from 'major'))
        ${majorHazards} ${ownHazards}))`;
    }
    case 'to_decide': {
      const requester =
        '(select x.requested_by from extension x where x.ticket_id = t.id and x.decision is null limit 1)';
      const beyondDeputy = '(t.extension_count >= 1 or t.statutory_deadline)';
      const chiefs = actor.roles.includes('chief') ? `or ${beyondDeputy}` : '';
      return `((t.extension_pending and t.cancel_requested_by is null
          and (${requester}) is distinct from ${me()}
          and ((not ${beyondDeputy} and ${deputys(requester)}) ${chiefs}))
        or (t.cancel_requested_by <> ${me()} and t.status <> 'cancelled' and ${deputys('t.cancel_requested_by')}))`;
    }
    case 'to_recheck': {
      const accepted = ticketKinds.filter((kind) => actor.roles.includes(kindTable[kind].acceptor));
      const coordinated = params.add(kindsCoordinatedBy(actor.roles));
      return `(t.review_on <= ${now()}::date and ((t.status in ('ongoing','suspended') and t.kind = any(${coordinated}::text[]))
        or (t.status = 'ongoing' and ${independent()} and t.kind = any(${params.add(accepted)}::text[]))))`;
    }
    case 'to_answer':
      return `(${hasOpenInstruction} and exists (select 1 from instruction i where ${openInstructionSql(actor, params)}))`;
  }
}

/** Which of a group's tickets are late: by their deadline, or by the day the group itself goes by. */
export function waitingLateSql(group: WaitingGroup, actor: Actor, params: SqlParameters, now: string): string {
  if (group === 'to_recheck') return `t.review_on < ${now}::date`;
  if (group !== 'to_answer') return overdueSql(now);
  return `(${hasOpenInstruction} and exists (select 1 from instruction i
    where ${openInstructionSql(actor, params)} and i.due_on < ${now}::date))`;
}

/** Asked first: one hash of few rows spares a look-up for each of many tickets. */
const hasOpenInstruction = `t.id in (select ticket_id from instruction where answered_on is null)`;

/** Instructions `i` on ticket `t` that the actor has to answer; without a handler the head does. */
function openInstructionSql(actor: Actor, params: SqlParameters): string {
  const headed = `t.lead_unit_id = any(${params.add(ledUnitsOf(actor, ['head', 'clerk']))}::uuid[])`;
  const coordinated = `t.kind = any(${params.add(kindsCoordinatedBy(actor.roles))}::text[])`;
  return `i.ticket_id = t.id and i.answered_on is null and t.status not in ('closed','cancelled') and case i.addressee
    when 'handler' then ${handledSql(actor, params)} or (t.handler_id is null and ${headed})
    when 'head' then ${headed} else ${coordinated} end`;
}
