import type { SqlParameters } from '@xiaohao/database';
import type { CountRule } from '@xiaohao/domain';

/** How the rows of a group become the value of a figure and the ids of its tickets. */
export interface Aggregate {
  /** What of a row is added up, beside the id of its ticket `t`. */
  columns: string;
  /** Of the rows `r` that hold a condition. */
  value: (condition: string, rule: CountRule) => string;
  /** What one row `r` adds. */
  each: string;
  /** The ids out of the column they were gathered in. */
  ids: (column: string) => string;
}

export const ticketCount: Aggregate = {
  columns: ', t.item_id',
  value: (condition, rule) =>
    `count(${rule.counts === 'items' ? 'distinct r.item_id' : '*'}) filter (where ${condition})`,
  each: '1',
  ids: (column) => `coalesce(${column}, '{}')`,
};

/** One hash over the ids of a ticket's several rows is cheaper than a sort inside the aggregate. */
const distinctIds = (column: string) => `array(select distinct unnest(${column}))`;

export const measureCount: Aggregate = {
  columns: '',
  value: (condition) => `count(*) filter (where ${condition})`,
  each: '1',
  ids: distinctIds,
};

export const amountSum: Aggregate = {
  columns: ', o.amount',
  value: (condition) => `coalesce(sum(r.amount) filter (where ${condition}), 0)`,
  each: 'r.amount',
  ids: distinctIds,
};

/** How the rows of a group are gathered. */
export type Gather = (
  rules: readonly { key: string; rule: CountRule; at?: number }[],
  params: SqlParameters,
  from: string,
  aggregate: Aggregate,
  conditions: (rule: CountRule) => string[],
) => string;

/**
 * One pass in which each rule is asked once of a row, with one pair of aggregates per rule; then a row per figure: key,
 * value, ids. The rules of one figure are added up.
 */
export const unpivot: Gather = (rules, params, from, aggregate, conditions) => {
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
  return `select v.key, v.value, v.ids from (select ${columns.join(', ')} from (${asked(rules, from, aggregate, conditions)}) r) a
    cross join lateral (values ${rows.join(', ')}) v (key, value, ids)`;
};

/** What each ticket adds to each figure by each of its rules: key, rule, id, amount; of 项, the one it names. */
export const perTicket: Gather = (rules, params, from, aggregate, conditions) => {
  const names = rules.map(({ key, at = 0 }, place) => `(${place}, ${params.add(key)}::text, ${at})`);
  const ofItems = rules.flatMap(({ rule }, place) => (rule.counts === 'items' ? [place] : []));
  const item = ofItems.length > 0 ? `case when p.place in (${ofItems.join(', ')}) then p.item_id end` : 'null::uuid';
  return `select k.key, k.rule, s.id, s.amount, s.item
    from (select p.place, p.id, sum(p.amount)::numeric as amount, ${item} as item
      from (select r.id, ${aggregate.each} as amount${ofItems.length > 0 ? ', r.item_id' : ''},
          ${placesOf(rules.map((_, place) => `r.c${place}`))} as place
        from (${asked(rules, from, aggregate, conditions)}) r) p
      group by 1, 2, 4) s
    join (values ${names.join(', ')}) k (place, key, rule) using (place)`;
};

/** A row for each of these conditions that holds, saying which; quicker than a row for each that is then asked. */
export const placesOf = (conditions: readonly string[]): string =>
  `unnest(array_remove(array[${conditions.map((holds, place) => `case when ${holds} then ${place} end`).join(', ')}], null))`;

/** Whether each rule holds of each row; `offset 0` keeps the planner from copying a condition to where it is asked for. */
function asked(
  ...[rules, from, aggregate, conditions]: [Parameters<Gather>[0], string, Aggregate, Parameters<Gather>[4]]
) {
  const holds = rules.map(({ rule }, at) => `(${conditions(rule).join(' and ') || 'true'}) as c${at}`);
  return `select t.id${aggregate.columns}, ${holds.join(', ')} from ${from} offset 0`;
}

const unionOf = (columns: readonly string[]) =>
  `array(${columns.map((column) => `select unnest(${column})`).join(' union ')})`;
