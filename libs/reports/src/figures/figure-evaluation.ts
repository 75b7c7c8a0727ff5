import type { EntityManager } from 'typeorm';
import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { CountRule } from '@xiaohao/domain';
import type { FigureBook } from './definitions/figure-book.js';
import { conditionsOf } from './figure-conditions.js';
import {
  begunSql,
  knownRowSql,
  knownTicketsSql,
  narrowedSql,
  timesOf,
  type Situation,
  type Times,
} from './known-tickets.js';
import {
  amountSum,
  measureCount,
  perTicket,
  ticketCount,
  unpivot,
  type Aggregate,
  type Gather,
} from './figure-aggregates.js';

export interface Counted {
  value: number;
  ticketCount: number;
}

export interface KeyedRule {
  key: string;
  rule: CountRule;
  /** Its place among the rules of the figure. */
  at?: number;
}

/** Sums whose tickets have to be looked at as they stood on the day; the others need no more than the plain ticket. */
const needsState = ({ state, units, dated }: CountRule) =>
  state !== undefined ||
  units !== undefined ||
  (dated !== undefined && !['outcome', 'occurred', 'raised'].includes(dated));

const isSum = ({ counts }: CountRule) => counts === 'outcomes';

/** One statement each: what shares tickets, measures or outcomes is counted in one pass over them. */
const groups: readonly { of: (rule: CountRule) => boolean; sql: GroupSql }[] = [
  { of: (rule) => rule.scope === 'round' && !isSum(rule) && rule.counts !== 'measures', sql: roundTicketsSql },
  { of: (rule) => rule.scope === 'round' && isSum(rule) && !needsState(rule), sql: roundOutcomesSql },
  { of: (rule) => rule.scope === 'period' && !isSum(rule) && rule.counts !== 'measures', sql: periodTicketsSql },
  { of: (rule) => rule.scope === 'period' && isSum(rule) && !needsState(rule), sql: periodOutcomesSql },
  { of: (rule) => rule.scope === 'round' && rule.counts === 'measures', sql: measuresSql },
  { of: (rule) => rule.scope === 'period' && rule.counts === 'measures', sql: measuresSql },
  { of: (rule) => rule.scope === 'round' && isSum(rule) && needsState(rule), sql: outcomesOfStateSql },
  { of: (rule) => rule.scope === 'period' && isSum(rule) && needsState(rule), sql: outcomesOfStateSql },
];

type GroupSql = (rules: readonly KeyedRule[], situation: Situation, params: SqlParameters, gather: Gather) => string;

/**
 * A statement per group that is not empty: rows of key, value and ids. Each has parameters of its own, unless they are
 * to be parts of one statement.
 */
export function countingStatements(
  rules: readonly KeyedRule[],
  situation: Situation,
  shared?: SqlParameters,
  gather: Gather = unpivot,
): { rules: KeyedRule[]; sql: string; params: SqlParameters }[] {
  const possible = rules.filter(({ rule }) => rule.scope === 'period' || situation.sourceId !== null);
  return groups.flatMap((group) => {
    const own = possible.filter(({ rule }) => group.of(rule));
    if (own.length === 0) return [];
    const params = shared ?? new SqlParameters();
    return [{ rules: own, sql: group.sql(own, situation, params, gather), params }];
  });
}

/** What each ticket adds to these figures, as one statement with the columns of `perTicket`. */
export function perTicketSql(rules: readonly KeyedRule[], situation: Situation, params: SqlParameters): string {
  const statements = countingStatements(rules, situation, params, perTicket).map(({ sql }) => `(${sql})`);
  return statements.length > 0
    ? statements.join(' union all ')
    : 'select null::text as key, 0 as rule, null::uuid as id, null::numeric as amount, null::uuid as item where false';
}

/** Values without their tickets: nothing is stored. Figures of the round are left out where there is no round. */
export async function countValues(
  db: Queryable,
  keys: readonly string[],
  situation: Situation,
  figures: FigureBook,
): Promise<Map<string, number>> {
  const values = new Map<string, number>();
  const rules = keys.flatMap((key) => figures.rules(key).map((rule) => ({ key, rule })));
  for (const { sql, params } of countingStatements(rules, situation)) {
    const rows = await select<{ key: string; value: string }>(db, `select key, value from (${sql}) c`, params.values);
    for (const { key, value } of rows) values.set(key, (values.get(key) ?? 0) + Number(value));
  }
  return values;
}

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
  figures: FigureBook,
): Promise<Map<string, Counted>> {
  const counted = new Map<string, Counted>();
  const rules = keys.flatMap((key) => figures.rules(key).map((rule) => ({ key, rule })));
  for (const { rules: own, sql, params } of countingStatements(rules, situation)) {
    const statement = storingSql(sql, own, reportId, figures, params);
    const rows = await select<{ key: string; value: string; ticketCount: number }>(tx, statement, params.values);
    for (const { key, value, ticketCount } of rows) counted.set(key, { value: Number(value), ticketCount });
  }
  return counted;
}

/** The rate's row, with the tickets of the figure it opens. */
export async function storeRate(tx: EntityManager, reportId: string, key: string, opened: string): Promise<void> {
  await select(
    tx,
    `insert into report_figure (report_id, key, sort, name, unit, text, source, ticket_ids)
     select report_id, $3, 0, '', '', '', 'tickets', ticket_ids from report_figure where report_id = $1 and key = $2`,
    [reportId, opened, key],
  );
}

/** A figure of two rules is stored by two groups; the second adds to the first. */
function storingSql(
  countedSql: string,
  rules: readonly KeyedRule[],
  reportId: string,
  figures: FigureBook,
  params: SqlParameters,
): string {
  const keys = [...new Set(rules.map(({ key }) => key))];
  const rows = keys.map((key) => ({ key, source: figures.find(key)!.source }));
  return `
    insert into report_figure as stored (report_id, key, sort, name, unit, value, text, source, ticket_ids)
    select ${params.add(reportId)}::uuid, c.key, 0, '', '', c.value, '', f.source, c.ids
    from (${countedSql}) c
    join jsonb_to_recordset(${params.add(JSON.stringify(rows))}::jsonb) f (key text, source text) on f.key = c.key
    on conflict (report_id, key) do update set value = stored.value + excluded.value,
      ticket_ids = array(select unnest(stored.ticket_ids) union select unnest(excluded.ticket_ids))
    returning key, value, cardinality(ticket_ids) as "ticketCount"`;
}

/** The figures of one group over one source of rows. */
function counting(
  rules: readonly KeyedRule[],
  params: SqlParameters,
  times: Times,
  from: string,
  aggregate: Aggregate,
  gather: Gather,
): string {
  return gather(rules, params, from, aggregate, (rule) => conditionsOf(rule, times, params));
}

/** Tickets of the situation's round up to the report's day, as a condition over `h`. */
function ofRoundSql({ sourceId }: Situation, params: SqlParameters): string {
  return `h.kind = 'inspection_issue' and h.source_id = ${params.add(sourceId)}::uuid`;
}

/** Tickets of the kinds these rules look at, as a condition over `h`; one that names no kind looks at all. */
function ofKindsSql(rules: readonly KeyedRule[], params: SqlParameters): string {
  if (rules.some(({ rule }) => rule.kinds === undefined)) return 'true';
  return `h.kind = any(${params.add([...new Set(rules.flatMap(({ rule }) => rule.kinds!))])}::text[])`;
}

function roundTicketsSql(...[rules, situation, params, gather]: Parameters<GroupSql>): string {
  const times = timesOf(situation, params);
  const where = [ofRoundSql(situation, params), `h.raised_on <= ${times.asOf}`, narrowedSql(situation, params)];
  return counting(rules, params, times, `(${knownTicketsSql(times, where.join(' and '))}) t`, ticketCount, gather);
}

function periodTicketsSql(...[rules, situation, params, gather]: Parameters<GroupSql>): string {
  const times = timesOf(situation, params);
  const where = [ofKindsSql(rules, params), begunSql('h', times.until), narrowedSql(situation, params)];
  return counting(rules, params, times, `(${knownTicketsSql(times, where.join(' and '))}) t`, ticketCount, gather);
}

/** Measures under their tickets, with days of their own; what is said of the ticket is `ticket_…`. */
function measuresSql(...[rules, situation, params, gather]: Parameters<GroupSql>): string {
  const times = timesOf(situation, params);
  const ofRound = rules[0]!.rule.scope === 'round';
  const kinds = ofRound ? ofRoundSql(situation, params) : ofKindsSql(rules, params);
  const where = [kinds, begunSql('h', ofRound ? times.asOf : times.until), narrowedSql(situation, params)];
  const tickets = knownTicketsSql(times, where.join(' and '));
  const measures = `select k.id, k.kind, k.level, k.industry, k.source_id, k.campaign_id, k.lead_unit_id, k.raised_on,
      k.done as ticket_done, k.done_on as ticket_done_on, k.unassigned, coalesce(m.due_on, k.due_on) as due_on,
      m.done_on <= ${times.asOf} is true as done, case when m.done_on <= ${times.asOf} then m.done_on end as done_on
    from (${tickets}) k join ${tableOf('measure', times)} m on m.ticket_id = k.id where ${knownRowSql('m', times)}`;
  return counting(rules, params, times, `(${measures}) t`, measureCount, gather);
}

/** The columns of a ticket that sums need no state for, as a subquery named `t`. */
function plainTicketsSql(times: Times, where: string): string {
  return `(select h.id, h.kind, h.level, h.industry, h.source_id, h.campaign_id, h.raised_on,
      coalesce(h.occurred_on, h.raised_on) as occurred_on
    from ${tableOf('ticket', times)} h where ${knownRowSql('h', times)} and h.status <> 'cancelled' and ${where}) t`;
}

function roundOutcomesSql(...[rules, situation, params, gather]: Parameters<GroupSql>): string {
  const times = timesOf(situation, params);
  const tickets = plainTicketsSql(times, `${ofRoundSql(situation, params)} and ${narrowedSql(situation, params)}`);
  const outcomes = `${tickets} join ${tableOf('outcome', times)} o on o.ticket_id = t.id
    where ${knownRowSql('o', times)} and o.happened_on <= ${times.asOf}`;
  return counting(rules, params, times, outcomes, amountSum, gather);
}

function periodOutcomesSql(...[rules, situation, params, gather]: Parameters<GroupSql>): string {
  const times = timesOf(situation, params);
  const types = params.add(typesOf(rules));
  // Sums placed by another date than the outcome's own may reach back before the period.
  const datedOtherwise = params.add(typesOf(rules.filter(({ rule }) => rule.dated !== 'outcome')));
  const outcomes = `${tableOf('outcome', times)} o
    join ${plainTicketsSql(times, narrowedSql(situation, params))} on t.id = o.ticket_id
    where ${knownRowSql('o', times)} and o.type = any(${types}::text[]) and o.happened_on <= ${times.asOf}
      and (o.happened_on >= ${times.from} or o.type = any(${datedOtherwise}::text[]))`;
  return counting(rules, params, times, outcomes, amountSum, gather);
}

function outcomesOfStateSql(...[rules, situation, params, gather]: Parameters<GroupSql>): string {
  const times = timesOf(situation, params);
  const types = params.add(typesOf(rules));
  const outcomes = tableOf('outcome', times);
  const where = [
    `h.id in (select ticket_id from ${outcomes} where type = any(${types}::text[]))`,
    ...(rules[0]!.rule.scope === 'round' ? [ofRoundSql(situation, params)] : []),
    narrowedSql(situation, params),
  ];
  const tickets = knownTicketsSql(times, where.join(' and '));
  const from = `(${tickets}) t join ${outcomes} o on o.ticket_id = t.id
    where ${knownRowSql('o', times)} and o.type = any(${types}::text[]) and o.happened_on <= ${times.asOf}`;
  return counting(rules, params, times, from, amountSum, gather);
}

const typesOf = (rules: readonly KeyedRule[]) => [...new Set(rules.flatMap(({ rule }) => rule.outcomeTypes ?? []))];

const tableOf = (table: 'ticket' | 'outcome' | 'measure', { present }: Times) => (present ? table : `${table}_history`);
