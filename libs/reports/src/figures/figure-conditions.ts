import type { CountRule, Dating, StateOnDay } from '@xiaohao/domain';
import type { SqlParameters } from '@xiaohao/database';
import { campaignsNamedSql } from './campaign-names.js';
import { knownSql, type Times } from './known-tickets.js';
import { atHandSql, overdueInPeriodSql, overdueOnDaySql, waitsForReviewSql } from './state-on-day.js';

/** Columns of the day that places a row in the period. */
const dateColumns: Readonly<Record<Exclude<Dating, 'at_hand' | 'overdue'>, string>> = {
  raised: 't.raised_on',
  done: 't.done_on',
  occurred: 't.occurred_on',
  due: 't.due_on',
  outcome: 'o.happened_on',
};

type StateSql = (times: Times) => string;
const flag =
  (column: string): StateSql =>
  () =>
    `t.${column}`;

const ticketStates: Readonly<Record<StateOnDay, StateSql>> = {
  done: flag('done'),
  open: () => 'not t.done',
  under_way: () => '(not t.done and not t.basic and not t.ongoing)',
  submitted: waitsForReviewSql,
  basic: flag('basic'),
  ongoing: flag('ongoing'),
  due: flag('due'),
  on_time: flag('on_time'),
  late: () => '(t.done and t.closed_on_time is false)',
  overdue: overdueOnDaySql,
  original_due: flag('original_due'),
  original_on_time: flag('original_on_time'),
};

/** Of a measure: by its own days, and no longer open once its ticket is done. */
const measureStates: Readonly<Partial<Record<StateOnDay, StateSql>>> = {
  done: flag('done'),
  open: () => '(not t.done and not t.ticket_done)',
  due: ({ asOf }) => `t.due_on <= ${asOf}`,
  overdue: ({ asOf }) => `(not t.done and not t.ticket_done and t.due_on < ${asOf})`,
};

/** By code and as ledgers write it. */
const levelSpellings: Readonly<Record<string, readonly string[]>> = {
  general: ['general', '一般', '一般隐患', '一般事故'],
  larger: ['larger', '较大', '较大事故'],
  major: ['major', '重大', '重大隐患', '重大事故'],
  extreme: ['extreme', '特别重大', '特别重大事故'],
};

export const spellingsOf = (levels: readonly string[]): string[] => [
  ...new Set(levels.flatMap((level) => levelSpellings[level] ?? [level])),
];

/** The rule's words as SQL conditions over `t` and, for outcomes, `o`; what is cheap and holds of few comes first. */
export function conditionsOf(rule: CountRule, times: Times, params: SqlParameters): string[] {
  const conditions: string[] = [];
  const anyOf = (column: string, values: readonly string[] | undefined, type: 'text' | 'uuid' = 'text') => {
    if (values) conditions.push(`${column} = any(${params.add([...values])}::${type}[])`);
  };
  if (rule.counts === 'items') conditions.push('t.item_id is not null');
  anyOf('t.kind', rule.kinds);
  anyOf('t.level', rule.levels && spellingsOf(rule.levels));
  anyOf('t.industry', rule.industries);
  anyOf('t.source_id', rule.sources, 'uuid');
  anyOf('t.campaign_id', rule.campaigns, 'uuid');
  anyOf('t.lead_unit_id', rule.units, 'uuid');
  if (rule.counts === 'outcomes') anyOf('o.type', rule.outcomeTypes);
  if (rule.campaign === 'any') conditions.push('t.campaign_id is not null');
  else if (rule.campaign) {
    conditions.push(`t.campaign_id in (${campaignsNamedSql(params.add(rule.campaign), times)})`);
  }
  if (rule.scope === 'period' && rule.dated) conditions.push(datedSql(rule.counts, rule.dated, times));
  if (rule.state) conditions.push((rule.counts === 'measures' ? measureStates : ticketStates)[rule.state]!(times));
  if (rule.withoutChildrenOf) {
    conditions.push(`not exists (select 1 from ticket_history c where c.parent_id = t.id
      and c.kind = ${params.add(rule.withoutChildrenOf)} and ${knownSql('c', times.knownAt)})`);
  }
  return conditions;
}

function datedSql(counts: CountRule['counts'], dated: Dating, times: Times): string {
  const { from, until } = times;
  const isMeasure = counts === 'measures';
  if (dated === 'at_hand') return isMeasure ? measureAtHandSql(times) : atHandSql(times);
  if (dated === 'overdue') return isMeasure ? measureOverdueSql(times) : overdueInPeriodSql(times);
  return `${dateColumns[dated]} between ${from} and ${until}`;
}

const measureAtHandSql = ({ from }: Times) =>
  `((t.done_on is null or t.done_on >= ${from}) and (not t.ticket_done and not t.unassigned or t.ticket_done_on >= ${from}))`;

function measureOverdueSql({ from, until }: Times): string {
  const first = `greatest(t.due_on + 1, ${from})`;
  return `(t.due_on is not null and ${first} <= ${until}
    and ${first} < coalesce(least(t.done_on, t.ticket_done_on), 'infinity'::date))`;
}
