import type { EntityManager } from 'typeorm';
import {
  deadlineRuleSeed,
  kindsCoordinatedBy,
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
import { execute, select, type Queryable } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { deadlineRuleSentence } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';

export type StoredDeadlineRule = DeadlineRule & { version: number };

export function listDeadlineRules(db: Queryable): Promise<StoredDeadlineRule[]> {
  return select<StoredDeadlineRule>(
    db,
    'select code, kind, level, event, amount, unit, statutory, source, enabled, version from deadline_rule order by sort',
  );
}

/** Writes what the bureau starts with; what an office has changed stays. */
export async function seedDeadlineRules(tx: EntityManager): Promise<void> {
  const names = 'code, sort, kind, level, event, amount, unit, statutory, source, enabled';
  await execute(
    tx,
    `insert into deadline_rule (${names}) select ${names} from jsonb_to_recordset($1::jsonb)
       as r (code text, sort int, kind text, level text, event text, amount int, unit text, statutory boolean,
         source text, enabled boolean)
     on conflict (code) do nothing`,
    [JSON.stringify(deadlineRuleSeed.map((rule, sort) => ({ ...rule, sort })))],
  );
}

export interface DeadlineRuleEdit {
  code: string;
  /** The version that was looked at. */
  version: number;
  amount: number;
  unit: DeadlineUnit;
  statutory: boolean;
  source: string;
  enabled: boolean;
}

/** Saves edits, all or none: an office edits the rules of its own kinds, and those of all kinds. */
export async function saveDeadlineRules(
  tx: EntityManager,
  actor: Actor,
  edits: readonly DeadlineRuleEdit[],
): Promise<void> {
  const kinds = kindsCoordinatedBy(actor.roles);
  const known = new Map((await listDeadlineRules(tx)).map((rule) => [rule.code, rule]));
  // In the order of the codes, so that two pages saving at once never lock each other out.
  for (const edit of [...edits].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const rule = known.get(edit.code);
    if (!rule) throw new AppError('notFound', { what: `时限规则 ${edit.code}` });
    if (rule.kind !== null && !kinds.includes(rule.kind)) throw new AppError('forbidden', { code: edit.code });
    const saved = await execute(
      tx,
      `update deadline_rule set amount = $3, unit = $4, statutory = $5, source = $6, enabled = $7, changed_by = $8,
         version = version + 1 where code = $1 and version = $2`,
      [edit.code, edit.version, edit.amount, edit.unit, edit.statutory, edit.source, edit.enabled, actor.personId],
    );
    if (saved === 0) throw new AppError('stale', { code: edit.code, version: rule.version });
  }
}

/** The days a clock may start on; what is not known starts none. */
export type EventDays = Partial<Record<DeadlineEvent, Day | null>>;

export interface DeadlineProposal {
  code: string;
  event: DeadlineEvent;
  from: Day;
  dueOn: Day;
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
    const { code, event, statutory, source } = rule;
    const sentence = `${deadlineRuleSentence(rule)}（${source}）`;
    return [{ code, event, from, dueOn: proposeDay(rule, from, calendar), statutory, sentence }];
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

/**
 * Whether a law sets the ticket's deadline. Then it has a date, and not a later one than the law gives, unless that day
 * is already past: what is late is to be done, not refused.
 */
export async function isStatutory(
  tx: EntityManager,
  ticket: Clocked,
  deadline: { deadlineKind: string; dueOn: Day | null },
  today: Day,
  calendar: WorkingCalendar,
): Promise<boolean> {
  const rules = await listDeadlineRules(tx);
  const days = eventDays(ticket, today);
  const [law] = proposalsFor(rules, ticket.kind, ticket.level, days, calendar, true).filter((one) => one.statutory);
  if (!law) return false;
  const refused = (reason: string) =>
    new AppError('inputWrong', { field: 'deadline.dueOn', fieldLabel: '时限', reason });
  if (deadline.deadlineKind === 'immediate') return true;
  if (deadline.deadlineKind !== 'date') throw refused(`有法定期限（${law.sentence}），应填写日期`);
  if (law.dueOn >= today && deadline.dueOn! > law.dueOn) {
    throw refused(`不得晚于法定期限 ${law.dueOn}（${law.sentence}）`);
  }
  return true;
}

/** 立行立改 from the day of signing, by its rule. */
export async function immediateDueOn(tx: EntityManager, signedOn: Day, calendar: WorkingCalendar): Promise<Day> {
  const rules = await listDeadlineRules(tx);
  const stated = rules.find(({ code, enabled }) => code === 'immediate' && enabled);
  const rule = stated ?? deadlineRuleSeed.find(({ code }) => code === 'immediate')!;
  return proposeDay(rule, signedOn, calendar);
}
