import type { EntityManager } from 'typeorm';
import {
  deadlineRuleSeed,
  kindsCoordinatedBy,
  latestDay,
  levelTable,
  proposeDay,
  rulesFor,
  type Day,
  type DeadlineEvent,
  type DeadlineRule,
  type DeadlineUnit,
  type Details,
  type TicketKind,
  type WorkingCalendar,
} from '@xiaohao/domain';
import { execute, newId, select, type Queryable } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { deadlineRuleGrounds, deadlineRuleSentence } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';

export type StoredDeadlineRule = DeadlineRule & { version: number };

/** Rules in their order; those that have ended are no more. */
export function listDeadlineRules(db: Queryable): Promise<StoredDeadlineRule[]> {
  return select<StoredDeadlineRule>(
    db,
    `select code, kind, level, event, amount, unit, statutory, extension_amount as "extensionAmount", source, enabled, version
     from deadline_rule where ended_on is null order by sort, code`,
  );
}

/** Writes what the bureau starts with; what an office has changed stays. */
export async function seedDeadlineRules(tx: EntityManager): Promise<void> {
  const names = 'code, sort, kind, level, event, amount, unit, statutory, extension_amount, source, enabled';
  await execute(
    tx,
    `insert into deadline_rule (${names}) select ${names} from jsonb_to_recordset($1::jsonb)
       as r (code text, sort int, kind text, level text, event text, amount int, unit text, statutory boolean,
         extension_amount int, source text, enabled boolean)
     on conflict (code) do nothing`,
    [JSON.stringify(deadlineRuleSeed.map((rule, sort) => ({ ...rule, sort, extension_amount: rule.extensionAmount })))],
  );
}

export interface DeadlineRuleEdit {
  code: string;
  /** The version that was looked at. */
  version: number;
  amount: number;
  unit: DeadlineUnit;
  statutory: boolean;
  /** Left out: as it is, or none once the rule is no law. */
  extensionAmount?: number | null;
  source: string;
  enabled: boolean;
}

export type NewDeadlineRule = Omit<DeadlineRule, 'code' | 'enabled' | 'kind'> & { kind: TicketKind };

/** Saves edits, all or none: an office edits the rules of its own kinds, and those of all kinds. */
export async function saveDeadlineRules(
  tx: EntityManager,
  actor: Actor,
  edits: readonly DeadlineRuleEdit[],
): Promise<void> {
  const known = new Map((await listDeadlineRules(tx)).map((rule) => [rule.code, rule]));
  // In the order of the codes, so that two pages saving at once never lock each other out.
  for (const edit of [...edits].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const rule = known.get(edit.code);
    if (!rule) throw new AppError('notFound', { what: `时限规则 ${edit.code}` });
    assertOwnRule(actor, rule);
    const present = edit.statutory ? rule.extensionAmount : null;
    const extensionAmount = edit.extensionAmount === undefined ? present : edit.extensionAmount;
    assertExtension({ ...edit, extensionAmount });
    const saved = await execute(
      tx,
      `update deadline_rule set amount = $3, unit = $4, statutory = $5, source = $6, enabled = $7, changed_by = $8,
         extension_amount = $9, version = version + 1 where code = $1 and version = $2 and ended_on is null`,
      [
        edit.code,
        edit.version,
        edit.amount,
        edit.unit,
        edit.statutory,
        edit.source,
        edit.enabled,
        actor.personId,
        extensionAmount,
      ],
    );
    if (saved === 0) throw new AppError('stale', { code: edit.code, version: rule.version });
  }
}

/** One more rule of a kind the actor's office keeps; it stands behind those there are. */
export async function addDeadlineRule(tx: EntityManager, actor: Actor, rule: NewDeadlineRule): Promise<void> {
  assertOwnRule(actor, rule);
  assertExtension(rule);
  if (rule.level !== null && !(levelTable[rule.kind] as readonly string[] | undefined)?.includes(rule.level)) {
    throw new AppError('inputWrong', { field: 'level', fieldLabel: '等级', reason: rule.level });
  }
  await execute(
    tx,
    `insert into deadline_rule (code, sort, kind, level, event, amount, unit, statutory, extension_amount, source, changed_by)
     select $1, coalesce(max(sort), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10 from deadline_rule`,
    [
      `own_${newId()}`,
      rule.kind,
      rule.level,
      rule.event,
      rule.amount,
      rule.unit,
      rule.statutory,
      rule.extensionAmount,
      rule.source,
      actor.personId,
    ],
  );
}

/** It proposes nothing from today on; tickets that took their day from it keep that. */
export async function endDeadlineRule(
  tx: EntityManager,
  actor: Actor,
  { code, version }: { code: string; version: number },
  today: Day,
): Promise<void> {
  const rule = (await listDeadlineRules(tx)).find((one) => one.code === code);
  if (!rule) throw new AppError('notFound', { what: `时限规则 ${code}` });
  assertOwnRule(actor, rule);
  if (rule.kind === null) throw new AppError('deadlineRuleNeeded');
  const ended = await execute(
    tx,
    `update deadline_rule set ended_on = $3, changed_by = $4, version = version + 1
     where code = $1 and version = $2 and ended_on is null`,
    [code, version, today, actor.personId],
  );
  if (ended === 0) throw new AppError('stale', { code, version: rule.version });
}

function assertOwnRule(actor: Actor, { kind }: { kind: TicketKind | null }): void {
  if (kind !== null && !kindsCoordinatedBy(actor.roles).includes(kind)) throw new AppError('forbidden', { kind });
}

function assertExtension({ statutory, extensionAmount }: Pick<DeadlineRule, 'statutory' | 'extensionAmount'>): void {
  if (statutory || extensionAmount === null) return;
  const reason = '只有法定时限才有法定延长期';
  throw new AppError('inputWrong', { field: 'extensionAmount', fieldLabel: '可延长', reason });
}

/** The days a clock may start on; what is not known starts none. */
export type EventDays = Partial<Record<DeadlineEvent, Day | null>>;

export interface DeadlineProposal {
  code: string;
  event: DeadlineEvent;
  from: Day;
  dueOn: Day;
  /** The last day the law allows, its own extension included; null where no law sets one. */
  latestOn: Day | null;
  statutory: boolean;
  /** The rule in words, with where it stands. */
  sentence: string;
}

/** What the rules propose for a ticket whose events fell on these days, law first. */
export function proposalsFor(
  rules: readonly DeadlineRule[],
  kind: TicketKind,
  level: string | null,
  days: EventDays,
  calendar: WorkingCalendar,
  own = false,
): DeadlineProposal[] {
  return rulesFor(rules, kind, level, own).flatMap((rule) => {
    const from = days[rule.event];
    if (!from) return [];
    const { code, event, statutory } = rule;
    const sentence = `${deadlineRuleSentence(rule)}（${deadlineRuleGrounds(rule)}）`;
    const [dueOn, latestOn] = [proposeDay(rule, from, calendar), latestDay(rule, from, calendar)];
    return [{ code, event, from, dueOn, latestOn, statutory, sentence }];
  });
}

export interface Clocked {
  kind: TicketKind;
  level: string | null;
  raisedOn: Day;
  occurredOn: Day | null;
  details: Details;
}

/** The days of a ticket that clocks start on. */
export function eventDays({ raisedOn, occurredOn, details }: Clocked, today: Day): EventDays {
  return {
    raised: raisedOn,
    occurred: occurredOn,
    received: details['receivedOn'] as Day | undefined,
    assigned: today,
    report_submitted: details['reportSubmittedOn'] as Day | undefined,
    approved: details['approvedOn'] as Day | undefined,
  };
}

/** The rule a deadline was taken from, as it stood then; kept with the ticket. */
export type KeptRule = Pick<DeadlineProposal, 'code' | 'from' | 'dueOn' | 'latestOn' | 'sentence'>;

export interface TicketClock {
  statutoryDeadline: boolean;
  deadlineRule: KeptRule | null;
}

/**
 * The clock a stated deadline runs by. Where a law sets one, the deadline has a date, and not a later one than the law
 * gives, unless that day is already past: what is late is to be done, not refused. Otherwise the rule that proposes
 * just this day, if there is one.
 */
export async function clockOf(
  tx: EntityManager,
  ticket: Clocked,
  deadline: { deadlineKind: string; dueOn: Day | null },
  today: Day,
  calendar: WorkingCalendar,
): Promise<TicketClock> {
  return clockBy(await listDeadlineRules(tx), ticket, deadline, today, calendar);
}

/** The same by rules already at hand. */
export function clockBy(
  rules: readonly DeadlineRule[],
  ticket: Clocked,
  deadline: { deadlineKind: string; dueOn: Day | null },
  today: Day,
  calendar: WorkingCalendar,
): TicketClock {
  const days = eventDays(ticket, today);
  const proposals = proposalsFor(rules, ticket.kind, ticket.level, days, calendar, true);
  const law = proposals.find(({ statutory }) => statutory);
  if (!law) {
    const taken = deadline.deadlineKind === 'date' && proposals.find(({ dueOn }) => dueOn === deadline.dueOn);
    return { statutoryDeadline: false, deadlineRule: taken ? kept(taken) : null };
  }
  const refused = (reason: string) =>
    new AppError('inputWrong', { field: 'deadline.dueOn', fieldLabel: '时限', reason });
  if (deadline.deadlineKind !== 'immediate') {
    if (deadline.deadlineKind !== 'date') throw refused(`有法定期限（${law.sentence}），应填写日期`);
    if (law.dueOn >= today && deadline.dueOn! > law.dueOn) {
      throw refused(`不得晚于法定期限 ${law.dueOn}（${law.sentence}）`);
    }
  }
  return { statutoryDeadline: true, deadlineRule: kept(law) };
}

/** The law's clock anew, after a day it starts on was corrected: what it allows at most moves along. */
export async function correctedClock(
  tx: EntityManager,
  ticket: Clocked & { statutoryDeadline: boolean; assignedOn: Day | null },
  today: Day,
  calendar: WorkingCalendar,
): Promise<{ deadlineRule?: KeptRule }> {
  if (!ticket.statutoryDeadline) return {};
  const days = eventDays(ticket, ticket.assignedOn ?? today);
  const proposals = proposalsFor(await listDeadlineRules(tx), ticket.kind, ticket.level, days, calendar, true);
  const law = proposals.find(({ statutory }) => statutory);
  return law ? { deadlineRule: kept(law) } : {};
}

function kept({ code, from, dueOn, latestOn, sentence }: DeadlineProposal): KeptRule {
  return { code, from, dueOn, latestOn, sentence };
}

/** 立行立改 from the day of signing, by its rule. */
export async function immediateDueOn(tx: EntityManager, signedOn: Day, calendar: WorkingCalendar): Promise<Day> {
  const rules = await listDeadlineRules(tx);
  const stated = rules.find(({ code, enabled }) => code === 'immediate' && enabled);
  const rule = stated ?? deadlineRuleSeed.find(({ code }) => code === 'immediate')!;
  return proposeDay(rule, signedOn, calendar);
}
