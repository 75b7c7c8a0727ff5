import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { percentOf } from '@xiaohao/domain';
import { missingText, type ListRow } from '@xiaohao/documents';
import { reportWords } from '@xiaohao/messages';
import { rowKeyField } from './content-parts.js';
import { hazardLevels } from '../figures/figure-definition.js';
import { knownSql, knownTicketsSql, timesOf, type Situation, type Times } from '../figures/known-tickets.js';
import { atHandSql, overdueOnDaySql } from '../figures/state-on-day.js';

/** Rows a block prints at most; more would make a book of a report. */
export const listRowLimit = 2_000;

const hazardFields =
  'industry sites general generalDone generalRate major majorDone majorRate planned duty measure funds time plan fundsYuan'.split(
    ' ',
  );

/** A list whose rows count tickets by unit or industry; a unit's row is kept under the unit's id, whatever it is called. */
interface GroupedList {
  readonly fields: readonly string[];
  readonly find: (db: Queryable, situation: Situation) => Promise<ListRow[]>;
}

export const groupedLists: Readonly<Record<string, GroupedList>> = {
  overdue_by_unit: { fields: [], find: findOverdueByUnit },
  progress_by_unit: { fields: ['done', 'basic', 'ongoing', 'underWay', 'overdue', 'rate'], find: findProgressByUnit },
  supervision_by_unit: {
    fields: ['rank', 'done', 'overdue', 'due', 'onTime', 'rate', 'onTimeRate'],
    find: findSupervisionByUnit,
  },
  hazards_by_industry: {
    fields: hazardFields,
    find: (db, situation) => findHazards(db, situation, ['general', 'major']),
  },
  planned_hazards_by_industry: {
    fields: hazardFields,
    find: (db, situation) => findHazards(db, situation, ['planned']),
  },
};

/** Fields common to all lists that a grouped one does not have. */
const blank = { no: null, title: null, latestProgress: null, leadUnit: null, dueOn: null, count: null };

const rateOf = (part: number, whole: number) => percentOf(part, whole) ?? '—';

async function findOverdueByUnit(db: Queryable, situation: Situation): Promise<ListRow[]> {
  const params = new SqlParameters();
  const times = timesOf(situation, params);
  const rows = await select<{ unitId: string | null; leadUnit: string | null; count: number }>(
    db,
    `select u.id as "unitId", u.name as "leadUnit", count(*)::int as count
     from (${knownTicketsSql(times, `h.raised_on <= ${times.until}`)}) t
     left join unit_history u on u.id = t.lead_unit_id and ${knownSql('u', times.knownAt)}
     where ${overdueOnDaySql(times)}
     group by u.id, u.name order by 2 desc, u.name limit ${params.add(listRowLimit + 1)}`,
    params.values,
  );
  return rows.map(({ unitId, leadUnit, count }, at) => ({
    ...blank,
    [rowKeyField]: unitId,
    index: at + 1,
    leadUnit: leadUnit ?? reportWords.noUnit[0],
    count,
  }));
}

type UnitCounts<Counts> = { [key in keyof Counts]: number } & {
  unitId: string | null;
  leadUnit: string | null;
  total: boolean;
};

/** Counts of tickets by the unit that led on the day, the total last; there is always a total. */
function countByUnit<Counts extends Record<string, string>>(
  db: Queryable,
  situation: Situation,
  counts: (times: Times) => Counts,
  narrowing: (times: Times, params: SqlParameters) => { scope: string; where: string },
): Promise<UnitCounts<Counts>[]> {
  const params = new SqlParameters();
  const times = timesOf(situation, params);
  const { scope, where } = narrowing(times, params);
  const columns = Object.entries(counts(times)).map(
    ([name, condition]) => `count(t.id) filter (where ${condition})::int as "${name}"`,
  );
  return select<UnitCounts<Counts>>(
    db,
    `select u.id as "unitId", u.name as "leadUnit", grouping(u.id) = 1 as total, ${columns.join(', ')}
     from (${knownTicketsSql(times, scope)}) t
     left join unit_history u on u.id = t.lead_unit_id and ${knownSql('u', times.knownAt)}
     where ${where}
     group by grouping sets ((u.id, u.name, u.sort), ())
     order by total, u.sort nulls last, u.name limit ${params.add(listRowLimit + 1)}`,
    params.values,
  );
}

const unitOf = ({ leadUnit, total }: { leadUnit: string | null; total: boolean }) =>
  total ? reportWords.total[0] : (leadUnit ?? reportWords.noUnit[0]);

/** The issues of the round; without a round nothing is known, which is not nothing found. */
async function findProgressByUnit(db: Queryable, situation: Situation): Promise<ListRow[]> {
  if (situation.sourceId === null) {
    const unknown = groupedLists['progress_by_unit']!.fields.map((field) => [field, missingText] as const);
    return [
      { ...blank, ...Object.fromEntries(unknown), index: '', leadUnit: reportWords.total[0], count: missingText },
    ];
  }
  const rows = await countByUnit(
    db,
    situation,
    (times) => ({
      count: 'true',
      done: 't.done',
      basic: 't.basic',
      ongoing: 't.ongoing',
      underWay: 'not t.done and not t.basic and not t.ongoing',
      overdue: overdueOnDaySql(times),
    }),
    (times, params) => ({
      scope: `h.kind = 'inspection_issue' and h.source_id = ${params.add(situation.sourceId)}::uuid and h.raised_on <= ${times.asOf}`,
      where: 'true',
    }),
  );
  return rows.map(({ unitId, leadUnit, total, ...counts }, at) => ({
    ...blank,
    ...counts,
    [rowKeyField]: unitId,
    index: total ? '' : at + 1,
    leadUnit: unitOf({ leadUnit, total }),
    rate: rateOf(counts.done, counts.count),
  }));
}

/** Units ranked by the share they finished, then by how little is overdue; equals share a rank. */
async function findSupervisionByUnit(db: Queryable, situation: Situation): Promise<ListRow[]> {
  const rows = await countByUnit(
    db,
    situation,
    (times) => ({ count: 'true', done: 't.done', overdue: overdueOnDaySql(times), due: 't.due', onTime: 't.on_time' }),
    (times) => ({ scope: `h.kind = 'supervision_item' and h.raised_on <= ${times.until}`, where: atHandSql(times) }),
  );
  const better = (a: (typeof rows)[number], b: (typeof rows)[number]) =>
    Number(a.total) - Number(b.total) || b.done * a.count - a.done * b.count || a.overdue - b.overdue;
  const ranked = [...rows].sort(better);
  return ranked.map((row, at) => {
    const { unitId, total, ...counts } = row;
    return {
      ...blank,
      ...counts,
      [rowKeyField]: unitId,
      index: total ? '' : at + 1,
      rank: total ? '' : ranked.findIndex((other) => better(other, row) === 0) + 1,
      leadUnit: unitOf(row),
      rate: rateOf(counts.done, counts.count),
      onTimeRate: rateOf(counts.onTime, counts.due),
    };
  });
}

interface IndustryCounts {
  industry: string | null;
  total: boolean;
  sites: number;
  general: number;
  generalDone: number;
  major: number;
  majorDone: number;
  planned: number;
  duty: number;
  measure: number;
  funds: number;
  time: number;
  plan: number;
  fundsYuan: string;
}

/**
 * Hazards raised in the period by industry and how many of them are done, and the major ones still to be dealt with on
 * the day, whenever they were raised, with what is assured of each (五落实). Industries that have any of what is `asked`
 * for; the total is always there.
 */
async function findHazards(
  db: Queryable,
  situation: Situation,
  asked: readonly ('general' | 'major' | 'planned')[],
): Promise<ListRow[]> {
  const params = new SqlParameters();
  const times = timesOf(situation, params);
  const general = `t.in_period and t.level = any(${params.add(hazardLevels.general)}::text[])`;
  const isMajor = `t.level = any(${params.add(hazardLevels.major)}::text[])`;
  const planned = `${isMajor} and not t.done`;
  const conditions: Record<Exclude<keyof IndustryCounts, 'industry' | 'total' | 'sites' | 'fundsYuan'>, string> = {
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
  };
  const counts = Object.entries(conditions).map(
    ([name, condition]) => `count(*) filter (where ${condition})::int as "${name}"`,
  );
  const rows = await select<IndustryCounts>(
    db,
    `select t.industry, grouping(t.industry) = 1 as total,
       count(distinct t.site) filter (where t.in_period)::int as sites, ${counts.join(', ')},
       coalesce(sum(t.funds) filter (where ${planned}), 0) as "fundsYuan"
     from (select k.level, k.done, nullif(k.industry, '') as industry, nullif(k.site, '') as site, d.details,
         k.raised_on between ${times.from} and ${times.until} as in_period,
         case jsonb_typeof(d.details -> 'fundsYuan') when 'number' then (d.details ->> 'fundsYuan')::numeric end as funds
       from (${knownTicketsSql(times, `h.kind = 'hazard' and h.raised_on <= ${times.until}`)}) k
       join ticket_history d on d.id = k.id and ${knownSql('d', times.knownAt)}) t
     where t.in_period or ${planned}
     group by grouping sets ((t.industry), ())
     order by total, count(*) desc, t.industry limit ${params.add(listRowLimit + 1)}`,
    params.values,
  );
  const shown = rows.filter((row) => row.total || asked.some((count) => row[count] > 0));
  return shown.map(({ industry, total, ...counts }, at) => ({
    ...blank,
    ...counts,
    index: total ? '' : at + 1,
    industry: total ? reportWords.total[0] : (industry ?? reportWords.noIndustry[0]),
    generalRate: rateOf(counts.generalDone, counts.general),
    majorRate: rateOf(counts.majorDone, counts.major),
    fundsYuan: Number(counts.fundsYuan),
  }));
}

const assured = (what: string) => `t.details ->> 'assured${what}' = 'true'`;
