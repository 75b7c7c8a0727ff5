import type { EntityManager } from 'typeorm';
import { select, SqlParameters } from '@xiaohao/database';
import { findFigure } from '@xiaohao/domain';
import { figureDefinitions, type CountRule, type FigureDefinition, type StateOnDay } from './figure-definition.js';
import { knownSql, knownTicketsSql, timesOf, type Situation, type Times } from './known-tickets.js';
import { atHandSql, overdueOnDaySql } from './state-on-day.js';

export interface Counted {
  value: number;
  ticketCount: number;
}

interface KeyedRule {
  key: string;
  rule: CountRule;
}

/** One statement each: what shares tickets or outcomes is counted in one pass over them. */
const groups: readonly { of: (rule: CountRule) => boolean; sql: GroupSql }[] = [
  { of: (rule) => rule.scope === 'round' && rule.counts !== 'outcomes', sql: roundTicketsSql },
  { of: (rule) => rule.scope === 'round' && rule.counts === 'outcomes', sql: roundOutcomesSql },
  { of: (rule) => rule.scope === 'period' && rule.counts !== 'outcomes', sql: periodTicketsSql },
  { of: (rule) => rule.scope === 'period' && rule.counts === 'outcomes', sql: periodOutcomesSql },
];

type GroupSql = (rules: readonly KeyedRule[], situation: Situation, params: SqlParameters) => string;

/**
 * Counts the figures of these keys and stores each with the ids of its tickets as a row of the report, not yet worded.
 * The ids stay in the database: a figure of a big ledger stands on many thousands of them.
 * Figures of the round are left out where there is no round.
 */
export async function countFigures(
  tx: EntityManager,
  reportId: string,
  keys: readonly string[],
  situation: Situation,
): Promise<Map<string, Counted>> {
  const counted = new Map<string, Counted>();
  const rules = rulesOf(keys).filter(({ rule }) => rule.scope === 'period' || situation.sourceId !== null);
  for (const group of groups) {
    const own = rules.filter(({ rule }) => group.of(rule));
    if (own.length === 0) continue;
    const params = new SqlParameters();
    const statement = storingSql(group.sql(own, situation, params), own, reportId, params);
    const rows = await select<{ key: string; value: string; ticketCount: number }>(tx, statement, params.values);
    for (const { key, value, ticketCount } of rows) counted.set(key, { value: Number(value), ticketCount });
  }
  return counted;
}

/** A rate opens the tickets of its whole. */
export async function storeRate(tx: EntityManager, reportId: string, key: string, whole: string): Promise<void> {
  await select(
    tx,
    `insert into report_figure (report_id, key, sort, name, unit, text, source, ticket_ids)
     select report_id, $3, 0, '', '', '', 'tickets', ticket_ids from report_figure where report_id = $1 and key = $2`,
    [reportId, whole, key],
  );
}

function rulesOf(keys: readonly string[]): KeyedRule[] {
  return keys.flatMap((key) => {
    const definition: FigureDefinition | undefined = figureDefinitions[key];
    return definition && 'rules' in definition ? definition.rules.map((rule) => ({ key, rule })) : [];
  });
}

/** A figure of two rules is stored by two groups; the second adds to the first. */
function storingSql(countedSql: string, rules: readonly KeyedRule[], reportId: string, params: SqlParameters): string {
  const rows = rules.map(({ key }) => ({ key, source: findFigure(key)!.source }));
  return `
    insert into report_figure as stored (report_id, key, sort, name, unit, value, text, source, ticket_ids)
    select ${params.add(reportId)}::uuid, c.key, 0, '', '', c.value, '', f.source, c.ids
    from (${countedSql}) c
    join jsonb_to_recordset(${params.add(JSON.stringify(rows))}::jsonb) f (key text, source text) on f.key = c.key
    on conflict (report_id, key) do update set value = stored.value + excluded.value,
      ticket_ids = array(select unnest(stored.ticket_ids) union select unnest(excluded.ticket_ids))
    returning key, value, cardinality(ticket_ids) as "ticketCount"`;
}

function roundTicketsSql(rules: readonly KeyedRule[], situation: Situation, params: SqlParameters): string {
  const times = timesOf(situation, params);
  const source = params.add(situation.sourceId);
  const tickets = knownTicketsSql(
    times,
    `h.kind = 'inspection_issue' and h.source_id = ${source}::uuid and h.raised_on <= ${times.asOf}`,
  );
  return unpivot(rules, params, `(${tickets}) t`, ticketCount, (rule) => conditionsOf(rule, times, params));
}

function periodTicketsSql(rules: readonly KeyedRule[], situation: Situation, params: SqlParameters): string {
  const times = timesOf(situation, params);
  const kinds = params.add([...new Set(rules.flatMap(({ rule }) => rule.kinds ?? []))]);
  const tickets = knownTicketsSql(times, `h.kind = any(${kinds}::text[]) and h.raised_on <= ${times.until}`);
  return unpivot(rules, params, `(${tickets}) t`, ticketCount, (rule) => conditionsOf(rule, times, params));
}

function roundOutcomesSql(rules: readonly KeyedRule[], situation: Situation, params: SqlParameters): string {
  const times = timesOf(situation, params);
  const source = params.add(situation.sourceId);
  const outcomes = `ticket_history t join outcome_history o on o.ticket_id = t.id
    where ${knownSql('t', times.knownAt)} and ${knownSql('o', times.knownAt)} and t.status <> 'cancelled'
      and t.kind = 'inspection_issue' and t.source_id = ${source}::uuid and o.happened_on <= ${times.asOf}`;
  return unpivot(rules, params, outcomes, amountSum, (rule) => conditionsOf(rule, times, params));
}

function periodOutcomesSql(rules: readonly KeyedRule[], situation: Situation, params: SqlParameters): string {
  const times = timesOf(situation, params);
  const types = params.add([...new Set(rules.flatMap(({ rule }) => rule.outcomeTypes ?? []))]);
  // Sums placed by another date than the outcome's own may reach back before the period.
  const datedOtherwise = params.add(
    rules.flatMap(({ rule }) => (rule.dated === 'outcome' ? [] : (rule.outcomeTypes ?? []))),
  );
  const outcomes = `outcome_history o
    join (select h.*, coalesce(h.occurred_on, h.raised_on) as occurred from ticket_history h
      where ${knownSql('h', times.knownAt)} and h.status <> 'cancelled') t on t.id = o.ticket_id
    where ${knownSql('o', times.knownAt)} and o.type = any(${types}::text[]) and o.happened_on <= ${times.asOf}
      and (o.happened_on >= ${times.from} or o.type = any(${datedOtherwise}::text[]))`;
  return unpivot(rules, params, outcomes, amountSum, (rule) => conditionsOf(rule, times, params));
}

interface Aggregate {
  value: (condition: string, rule: CountRule) => string;
  /** The ids out of the column they were gathered in. */
  ids: (column: string) => string;
}

const ticketCount: Aggregate = {
  value: (condition, rule) =>
    `count(${rule.counts === 'items' ? 'distinct t.item_id' : '*'}) filter (where ${condition})`,
  ids: (column) => `coalesce(${column}, '{}')`,
};

/** A ticket may have several outcomes of a type; one hash over its ids is cheaper than a sort inside the aggregate. */
const amountSum: Aggregate = {
  value: (condition) => `coalesce(sum(o.amount) filter (where ${condition}), 0)`,
  ids: (column) => `array(select distinct unnest(${column}))`,
};

/** One pass with one pair of aggregates per figure, then a row per figure: key, value, ids. */
function unpivot(
  rules: readonly KeyedRule[],
  params: SqlParameters,
  from: string,
  aggregate: Aggregate,
  conditions: (rule: CountRule) => string[],
): string {
  const columns = rules.map(({ rule }, at) => {
    const condition = conditions(rule).join(' and ') || 'true';
    return `${aggregate.value(condition, rule)} as n${at}, array_agg(t.id) filter (where ${condition}) as i${at}`;
  });
  const rows = rules.map(
    ({ key }, at) => `(${params.add(key)}::text, a.n${at}::numeric, ${aggregate.ids(`a.i${at}`)})`,
  );
  return `select v.key, v.value, v.ids from (select ${columns.join(', ')} from ${from}) a
    cross join lateral (values ${rows.join(', ')}) v (key, value, ids)`;
}

/** Columns of the dates that place a row in the period; over outcomes `t` is the plain ticket row. */
const dateColumns = {
  raised: () => 't.raised_on',
  done: () => 't.done_on',
  occurred: (rule: CountRule) => (rule.counts === 'outcomes' ? 't.occurred' : 't.occurred_on'),
  outcome: () => 'o.happened_on',
} as const;

function stateSql(state: StateOnDay, times: Times): string {
  if (state === 'overdue') return overdueOnDaySql(times);
  if (state === 'under_way') return '(not t.done and not t.basic and not t.ongoing)';
  return state === 'open' ? 'not t.done' : `t.${state}`;
}

/** The rule's words as SQL conditions over `t` and, for outcomes, `o`. */
function conditionsOf(rule: CountRule, times: Times, params: SqlParameters): string[] {
  const conditions: string[] = [];
  const anyOf = (column: string, values: readonly string[] | undefined) => {
    if (values) conditions.push(`${column} = any(${params.add(values)}::text[])`);
  };
  if (rule.counts === 'items') conditions.push('t.item_id is not null');
  if (rule.state) conditions.push(stateSql(rule.state, times));
  anyOf('t.kind', rule.kinds);
  anyOf('t.level', rule.levels);
  anyOf('t.industry', rule.industries);
  if (rule.counts === 'outcomes') anyOf('o.type', rule.outcomeTypes);
  if (rule.campaign === 'any') conditions.push('t.campaign_id is not null');
  else if (rule.campaign) {
    conditions.push(
      `t.campaign_id in (select id from campaign where position(${params.add(rule.campaign)} in name) > 0)`,
    );
  }
  if (rule.withoutChildrenOf) {
    conditions.push(`not exists (select 1 from ticket_history c where c.parent_id = t.id
      and c.kind = ${params.add(rule.withoutChildrenOf)} and ${knownSql('c', times.knownAt)})`);
  }
  if (rule.dated === 'at_hand') conditions.push(atHandSql(times));
  else if (rule.scope === 'period' && rule.dated) {
    conditions.push(`${dateColumns[rule.dated](rule)} between ${times.from} and ${times.until}`);
  }
  return conditions;
}
