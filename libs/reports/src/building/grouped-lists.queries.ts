import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { percentOf } from '@xiaohao/domain';
import { missingText, type ListRow } from '@xiaohao/documents';
import { reportWords } from '@xiaohao/messages';
import { rowKeyField } from './content-parts.js';
import { cellColumns, countedLists, type CellCounts, type CountedList, type CountedListName } from './counted-lists.js';
import { findRepeatedSites } from './repeated-sites.queries.js';
import { knownSql, timesOf, type Situation } from '../figures/known-tickets.js';

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
  repeated_hazard_sites: { fields: ['sites', 'sitesAdded', 'repeatedSites'], find: findSiteSums },
};

/** Fields common to all lists that a grouped one does not have. */
const blank = { no: null, title: null, latestProgress: null, leadUnit: null, dueOn: null, count: null };

const rateOf = (part: number, whole: number) => percentOf(part, whole) ?? '—';

async function findOverdueByUnit(db: Queryable, situation: Situation): Promise<ListRow[]> {
  const params = new SqlParameters();
  const times = timesOf(situation, params);
  const { from, cells }: CountedList = countedLists.overdue_by_unit;
  const rows = await select<{ unitId: string | null; leadUnit: string | null; count: number }>(
    db,
    `select u.id as "unitId", u.name as "leadUnit", ${cellColumns(cells(times)).join(', ')}
     from (select * from ${from(situation, params, times)}) t
     left join unit_history u on u.id = t.lead_unit_id and ${knownSql('u', times.knownAt)}
     group by u.id, u.name order by 3 desc, u.name limit ${params.add(listRowLimit + 1)}`,
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

type UnitRow<List extends CountedListName> = CellCounts<List> & {
  unitId: string | null;
  leadUnit: string | null;
  total: boolean;
};

/** Counts of tickets by the unit that led on the day, the total last; there is always a total. */
function countByUnit<List extends CountedListName>(
  db: Queryable,
  situation: Situation,
  name: List,
): Promise<UnitRow<List>[]> {
  const params = new SqlParameters();
  const times = timesOf(situation, params);
  const list: CountedList = countedLists[name];
  return select<UnitRow<List>>(
    db,
    `select u.id as "unitId", u.name as "leadUnit", grouping(u.id) = 1 as total, ${cellColumns(list.cells(times)).join(', ')}
     from (select * from ${list.from(situation, params, times)}) t
     left join unit_history u on u.id = t.lead_unit_id and ${knownSql('u', times.knownAt)}
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
  const rows = await countByUnit(db, situation, 'progress_by_unit');
  return rows.map(({ unitId, leadUnit, total, ...counts }, at) => ({
    ...blank,
    ...counts,
    [rowKeyField]: unitId,
    index: total ? '' : at + 1,
    leadUnit: unitOf({ leadUnit, total }),
    rate: rateOf(counts.done, counts.count),
  }));
}

/**
 * Units ranked by the share they finished, then by how little is overdue; equals share a rank. One that finished nothing
 * and had nothing due has no rank and stands behind the ranked; none has one where none finished anything, or nothing was due.
 */
async function findSupervisionByUnit(db: Queryable, situation: Situation): Promise<ListRow[]> {
  const rows = await countByUnit(db, situation, 'supervision_by_unit');
  type Row = (typeof rows)[number];
  const whole = rows.find(({ total }) => total);
  const isRanked = ({ done, due, total }: Row) => !total && whole!.done > 0 && whole!.due > 0 && (done > 0 || due > 0);
  const better = (a: Row, b: Row) =>
    Number(a.total) - Number(b.total) ||
    Number(isRanked(b)) - Number(isRanked(a)) ||
    b.done * a.count - a.done * b.count ||
    a.overdue - b.overdue;
  const ranked = [...rows].sort(better);
  const rankOf = (row: Row) => ranked.findIndex((other) => better(other, row) === 0) + 1;
  return ranked.map((row, at) => {
    const { unitId, total, ...counts } = row;
    return {
      ...blank,
      ...counts,
      [rowKeyField]: unitId,
      index: total ? '' : at + 1,
      rank: total ? '' : isRanked(row) ? rankOf(row) : '—',
      leadUnit: unitOf(row),
      rate: rateOf(counts.done, counts.count),
      onTimeRate: rateOf(counts.onTime, counts.due),
    };
  });
}

type IndustryRow = Omit<CellCounts<'hazards_by_industry'>, 'fundsYuan'> & {
  industry: string | null;
  total: boolean;
  fundsYuan: string;
};

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
  const { from, cells }: CountedList = countedLists.hazards_by_industry;
  const rows = await select<IndustryRow>(
    db,
    `select * from (
       select t.industry, grouping(t.industry) = 1 as total, ${cellColumns(cells(times)).join(', ')}
       from ${from(situation, params, times)}
       group by grouping sets ((t.industry), ())
     ) g order by g.total, ${asked.map((count) => `g."${count}"`).join(' + ')} desc, g.industry
     limit ${params.add(listRowLimit + 1)}`,
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

/** One row where the places of the industries are more than those of the total, which it names: they stand in several rows. */
async function findSiteSums(db: Queryable, situation: Situation): Promise<ListRow[]> {
  const repeatedSites = await findRepeatedSites(db, situation);
  if (repeatedSites === null) return [];
  const rows = await findHazards(db, situation, ['general', 'major']);
  const sitesAdded = rows.slice(0, -1).reduce((sum, row) => sum + Number(row['sites']), 0);
  return [{ ...blank, index: 1, sites: rows.at(-1)!['sites']!, sitesAdded, repeatedSites }];
}
