import type { SqlParameters } from '@xiaohao/database';
import type { CountRule } from '@xiaohao/domain';

/** How the rows of a group become the value of a figure and the ids of its tickets. */
export interface Aggregate {
  value: (condition: string, rule: CountRule) => string;
  /** The ids out of the column they were gathered in. */
  ids: (column: string) => string;
}

export const ticketCount: Aggregate = {
  value: (condition, rule) =>
    `count(${rule.counts === 'items' ? 'distinct t.item_id' : '*'}) filter (where ${condition})`,
  ids: (column) => `coalesce(${column}, '{}')`,
};

/** One hash over the ids of a ticket's several rows is cheaper than a sort inside the aggregate. */
const distinctIds = (column: string) => `array(select distinct unnest(${column}))`;

export const measureCount: Aggregate = {
  value: (condition) => `count(*) filter (where ${condition})`,
  ids: distinctIds,
};

export const amountSum: Aggregate = {
  value: (condition) => `coalesce(sum(o.amount) filter (where ${condition}), 0)`,
  ids: distinctIds,
};

/**
 * One pass with one pair of aggregates per rule, then a row per figure: key, value, ids. The rules of one figure are
 * added up.
 */
export function unpivot(
  rules: readonly { key: string; rule: CountRule }[],
  params: SqlParameters,
  from: string,
  aggregate: Aggregate,
  conditions: (rule: CountRule) => string[],
): string {
  const columns = rules.map(({ rule }, at) => {
    const condition = conditions(rule).join(' and ') || 'true';
    return `${aggregate.value(condition, rule)} as n${at}, array_agg(t.id) filter (where ${condition}) as i${at}`;
  });
  const placesByKey = new Map<string, number[]>();
  rules.forEach(({ key }, at) => placesByKey.set(key, [...(placesByKey.get(key) ?? []), at]));
  const rows = [...placesByKey].map(([key, places]) => {
    const value = places.map((at) => `a.n${at}::numeric`).join(' + ');
    const ids = places.length === 1 ? aggregate.ids(`a.i${places[0]}`) : unionOf(places.map((at) => `a.i${at}`));
    return `(${params.add(key)}::text, ${value}, ${ids})`;
  });
  return `select v.key, v.value, v.ids from (select ${columns.join(', ')} from ${from}) a
    cross join lateral (values ${rows.join(', ')}) v (key, value, ids)`;
}

const unionOf = (columns: readonly string[]) =>
  `array(${columns.map((column) => `select unnest(${column})`).join(' union ')})`;
