import type { SqlParameters } from '@xiaohao/database';
import { placesOf } from '../figures/figure-aggregates.js';
import { hazardLevels } from '../figures/figure-definition.js';
import { begunSql, knownTicketsSql, timesOf, type Situation, type Times } from '../figures/known-tickets.js';
import { atHandSql, overdueOnDaySql } from '../figures/state-on-day.js';

/** What a cell counts of the tickets `t` of its row. */
interface CountedCell {
  where: string;
  /** What a ticket adds; without it, one. */
  adds?: string;
  /** Different ones of this are counted. */
  different?: string;
}

/** A list whose rows count tickets by unit or industry. */
export interface CountedList {
  place: 'lead_unit_id' | 'industry';
  /** The tickets it counts as a source of rows `t`, with their conditions. */
  from: (situation: Situation, params: SqlParameters, times: Times) => string;
  cells: (times: Times) => Readonly<Record<string, CountedCell>>;
}

const where = <Name extends string>(conditions: Readonly<Record<Name, string>>): Record<Name, CountedCell> =>
  Object.fromEntries(Object.entries(conditions).map(([name, condition]) => [name, { where: condition }])) as Record<
    Name,
    CountedCell
  >;

const assured = (what: string) => `t.details ->> 'assured${what}' = 'true'`;

/** Constants, written out: a placeholder that no cell asked for names would be refused. */
const ofLevel = (level: keyof typeof hazardLevels) =>
  `t.level in (${hazardLevels[level].map((word) => `'${word}'`).join(', ')})`;

/** Of hazards the table counts: places of those it does not would make the total more than its rows. */
export const countedSite = `(t.in_period and (${ofLevel('general')} or ${ofLevel('major')}))`;

const hazards = {
  place: 'industry',
  from: (_, __, times) => `
    (select k.id, k.level, k.done, nullif(k.industry, '') as industry, nullif(k.site, '') as site, k.details, k.confidential,
       k.raised_on between ${times.from} and ${times.until} as in_period,
       case jsonb_typeof(k.details -> 'fundsYuan') when 'number' then (k.details ->> 'fundsYuan')::numeric end as funds
     from (${knownTicketsSql(times, `h.kind = 'hazard' and h.raised_on <= ${times.until}`)}) k) t
    where t.in_period or not t.done and ${ofLevel('major')}`,
  cells: () => {
    const general = `t.in_period and ${ofLevel('general')}`;
    const isMajor = ofLevel('major');
    const planned = `${isMajor} and not t.done`;
    return {
      ...where({
        general,
        generalDone: `${general} and t.done`,
        major: `t.in_period and ${isMajor}`,
        majorDone: `t.in_period and ${isMajor} and t.done`,
        planned,
        duty: `${planned} and ${assured('Duty')}`,
        measure: `${planned} and ${assured('Measure')}`,
        funds: `${planned} and ${assured('Funds')}`,
        time: `${planned} and ${assured('Time')}`,
        plan: `${planned} and ${assured('Plan')}`,
      }),
      sites: { where: countedSite, different: 't.site' },
      fundsYuan: { where: planned, adds: 't.funds' },
    };
  },
} as const satisfies CountedList;

export const countedLists = {
  overdue_by_unit: {
    place: 'lead_unit_id',
    from: (_, __, times) => `(${knownTicketsSql(times, begunSql('h', times.until))}) t where ${overdueOnDaySql(times)}`,
    cells: () => where({ count: 'true' }),
  },
  /** The issues of the round. */
  progress_by_unit: {
    place: 'lead_unit_id',
    from: ({ sourceId }, params, times) =>
      `(${knownTicketsSql(times, `h.kind = 'inspection_issue' and h.source_id = ${params.add(sourceId)}::uuid and h.raised_on <= ${times.asOf}`)}) t
       where true`,
    cells: (times: Times) =>
      where({
        count: 'true',
        done: 't.done',
        basic: 't.basic',
        ongoing: 't.ongoing',
        underWay: 'not t.done and not t.basic and not t.ongoing',
        overdue: overdueOnDaySql(times),
      }),
  },
  supervision_by_unit: {
    place: 'lead_unit_id',
    from: (_, __, times) =>
      `(${knownTicketsSql(times, `h.kind = 'supervision_item' and h.raised_on <= ${times.until}`)}) t where ${atHandSql(times)}`,
    cells: (times: Times) =>
      where({ count: 'true', done: 't.done', overdue: overdueOnDaySql(times), due: 't.due', onTime: 't.on_time' }),
  },
  hazards_by_industry: hazards,
  planned_hazards_by_industry: hazards,
} as const satisfies Record<string, CountedList>;

export type CountedListName = keyof typeof countedLists;

/** The cells of a row of the list. */
export type CellCounts<List extends CountedListName> = {
  [cell in keyof ReturnType<(typeof countedLists)[List]['cells']>]: number;
};

export const isCountedList = (name: string): name is CountedListName => Object.hasOwn(countedLists, name);

/** As the columns of a statement that groups the rows `t`. */
export function cellColumns(cells: Readonly<Record<string, CountedCell>>): string[] {
  return Object.entries(cells).map(([name, { where: condition, adds, different }]) => {
    if (adds) return `coalesce(sum(${adds}) filter (where ${condition}), 0) as "${name}"`;
    return `count(${different ? `distinct ${different}` : '*'}) filter (where ${condition})::int as "${name}"`;
  });
}

/** What each ticket adds to each of these cells: id, place (blank where it has none), field, amount, one. */
export function perCellSql(
  list: CountedListName,
  fields: readonly string[],
  situation: Situation,
  params: SqlParameters,
): string {
  const { place, from, cells }: CountedList = countedLists[list];
  const times = timesOf(situation, params);
  const counted = cells(times);
  const asked = fields.map((field) => counted[field]!);
  const holds = asked.map(({ where: condition, adds, different }) => {
    const given = adds ?? different;
    return given ? `${condition} and ${given} is not null` : condition;
  });
  const only = (of: (cell: CountedCell) => string | undefined, otherwise: string) => {
    const cases = asked.flatMap((cell, at) => (of(cell) ? [`when ${at} then ${of(cell)}`] : []));
    return cases.length > 0 ? `case t.field ${cases.join(' ')} else ${otherwise} end` : otherwise;
  };
  const names = `array[${fields.map((field) => `'${field}'`).join(', ')}]`;
  return `select t.id, coalesce(t.${place}::text, '') as place, (${names})[t.field + 1] as field,
      (${only(({ adds }) => adds, '1')})::numeric as amount, ${only(({ different }) => different, 'null::text')} as one
    from (select t.*, ${placesOf(holds)} as field from (select * from ${from(situation, params, times)} offset 0) t) t`;
}
