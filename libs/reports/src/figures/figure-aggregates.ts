import type { SqlParameters } from '@xiaohao/database';
import type { CountRule } from '@xiaohao/domain';

/** How the rows of a group become the value of a figure and the ids of its tickets. */
export interface Aggregate {
  /** What of a row is added up, beside the id of its ticket `t`. */
  columns: string;
  /** Of the rows `r` that hold a condition. */
  value: (condition: string, rule: CountRule) => string;
  /** The ids out of the column they were gathered in. */
  ids: (column: string) => string;
}

export const ticketCount: Aggregate = {
  columns: ', t.item_id',
  value: (condition, rule) =>
    `count(${rule.counts === 'items' ? 'distinct r.item_id' : '*'}) filter (where ${condition})`,
  ids: (column) => `coalesce(${column}, '{}')`,
};

/** One hash over the ids of a ticket's several rows is cheaper than a sort inside the aggregate. */
const distinctIds = (column: string) => `array(select distinct unnest(${column}))`;

export const measureCount: Aggregate = {
  columns: '',
  value: (condition) => `count(*) filter (where ${condition})`,
  ids: distinctIds,
};

export const amountSum: Aggregate = {
  columns: ', o.amount',
  value: (condition) => `coalesce(sum(r.amount) filter (where ${condition}), 0)`,
  ids: distinctIds,
};

/**
 * One pass in which each rule is asked once of a row, with one pair of aggregates per rule; then a row per figure: key,
 * value, ids. The rules of one figure are added up.
 */
export function unpivot(
  rules: readonly { key: string; rule: CountRule }[],
  params: SqlParameters,
  from: string,
  aggregate: Aggregate,
  conditions: (rule: CountRule) => string[],
): string {
  const asked = rules.map(({ rule }, at) => `(${conditions(rule).join(' and ') || 'true'}) as c${at}`);
  const columns = rules.map(
    ({ rule }, at) =>
      `${aggregate.value(`r.c${at}`, rule)} as n${at}, array_agg(r.id) filter (where r.c${at}) as i${at}`,
  );
  const placesByKey = new Map<string, number[]>();
  rules.forEach(({ key }, at) => placesByKey.set(key, [...(placesByKey.get(key) ?? []), at]));
  const rows = [...placesByKey].map(([key, places]) => {
    const value = places.map((at) => `a.n${at}::numeric`).join(' + ');
    const ids = places.length === 1 ? aggregate.ids(`a.i${places[0]}`) : unionOf(places.map((at) => `a.i${at}`));
    return `(${params.add(key)}::text, ${value}, ${ids})`;
  });
  // `offset 0` keeps the planner from copying each condition into both aggregates.
  const rowsAsked = `select t.id${aggregate.columns}, ${asked.join(', ')} from ${from} offset 0`;
  return `select v.key, v.value, v.ids from (select ${columns.join(', ')} from (${rowsAsked}) r) a
    cross join lateral (values ${rows.join(', ')}) v (key, value, ids)`;
}

const unionOf = (columns: readonly string[]) =>
  `array(${columns.map((column) => `select unnest(${column})`).join(' union ')})`;
