import type { DataSource } from 'typeorm';
import { select, SqlParameters } from '@xiaohao/database';
import type { TicketKind } from '@xiaohao/domain';
import type { ChangeReason } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import { hazardLevels } from '../figures/figure-definition.js';
import { knownSql, timesOf, type Times } from '../figures/known-tickets.js';
import type { FigureFacet } from './change-reasons.js';
import type { ContentDifference } from './content-difference.js';
import { factsSql, reasonSql, situationOf, type ComparedReport } from './report-comparison.queries.js';

/** Tickets of one reason behind a row that counts them. */
export interface GroupedReason {
  reason: ChangeReason;
  effect: 'more' | 'less';
  count: number;
  /** Those the reader may see, with the units that led then and now. */
  tickets: { no: string; was: string | null; is: string | null }[];
}

interface GroupedTickets {
  kinds?: readonly TicketKind[];
  ofRound?: true;
  /** Only major ones still to be dealt with. */
  openMajor?: true;
  /** Only what somebody had to work on in the period. */
  atHand?: true;
  /** What puts a ticket into a row or takes it out. */
  facets: readonly FigureFacet[];
}

const groupedTickets: Readonly<Record<string, GroupedTickets>> = {
  progress_by_unit: { kinds: ['inspection_issue'], ofRound: true, facets: ['round', 'kind', 'unit'] },
  supervision_by_unit: { kinds: ['supervision_item'], atHand: true, facets: ['raised', 'kind', 'assigned', 'unit'] },
  hazards_by_industry: { kinds: ['hazard'], facets: ['raised', 'kind', 'level', 'industry'] },
  planned_hazards_by_industry: {
    kinds: ['hazard'],
    openMajor: true,
    facets: ['raised', 'kind', 'level', 'done', 'industry'],
  },
};

/** What makes a number under such a heading another one while the same tickets are counted. */
const facetsOfColumn: readonly (readonly [RegExp, readonly FigureFacet[]])[] = [
  [/完成|办结|整改|销号/, ['done', 'basic']],
  [/长期/, ['ongoing']],
  [/逾期/, ['due', 'overdue', 'submitted', 'ongoing', 'paused']],
  [/按期|时限/, ['due', 'done']],
  [/资金/, ['funds']],
];

function askedOf({ row, change, changes }: ContentDifference, at: number) {
  const [, list, place] = /^(\w+):(.+)$/s.exec(row?.key ?? '') ?? [];
  if (!list || !Object.hasOwn(groupedTickets, list)) return [];
  const { facets, kinds = null, ofRound = false, openMajor = false, atHand = false } = groupedTickets[list]!;
  const inside = facetsOfColumn.filter(([form]) => changes.some(({ column }) => column !== null && form.test(column)));
  const all = [...facets, ...(change === 'changed' ? inside.flatMap(([, found]) => found) : [])];
  const narrowing = { kinds, of_round: ofRound, open_major: openMajor, at_hand: atHand };
  return [{ at, place, ...narrowing, facets: [...new Set(all)], redefined: false }];
}

/**
 * The tickets behind rows that count by unit or industry, by the row's place among the differences: those that came to
 * the row or left it, and those that stayed and changed what a differing column counts.
 */
export async function findGroupedReasons(
  db: DataSource,
  reader: Actor,
  reports: readonly [earlier: ComparedReport, later: ComparedReport],
  differences: readonly ContentDifference[],
): Promise<Map<number, GroupedReason[]>> {
  const rows = differences.flatMap(askedOf);
  if (rows.length === 0) return new Map();
  const params = new SqlParameters([JSON.stringify(rows), reports[0].id, reports[1].id]);
  const [a, b] = [timesOf(situationOf(reports[0]), params), timesOf(situationOf(reports[1]), params)];
  const majors = params.add(hazardLevels.major);
  const rounds = reports.map(({ round }) => `${params.add(round?.id ?? null)}::uuid`);
  const ids = 'any(array(select id from candidate))';
  const isIn = (known: 'a' | 'b', times: Times, round: string) => `(${known}.id is not null
    and ${known}.status <> 'cancelled' and ${known}.raised_on <= ${times.asOf}
    and f.place in (${known}.lead_unit_id::text, ${known}.industry)
    and (f.kinds is null or ${known}.kind = any(f.kinds)) and (not f.of_round or ${known}.source_id = ${round})
    and (not f.open_major or ${known}.done_on is null and ${known}.level = any(${majors}::text[]))
    and (not f.at_hand
      or ${known}.status <> 'draft' and (${known}.done_on is null or ${known}.done_on >= ${times.from})))`;
  const statement = `
    with f as materialized (select * from jsonb_to_recordset($1::jsonb) f (at int, place text, kinds text[],
       of_round boolean, open_major boolean, at_hand boolean, facets text[], redefined boolean)),
     candidate as materialized (
       select distinct unnest(ticket_ids) as id from report_figure where report_id in ($2, $3)),
     a as materialized (${factsSql(a, ids)}),
     b as materialized (${factsSql(b, ids)}),
     placed as (select id, lead_unit_id::text as place from a union select id, lead_unit_id::text from b
       union select id, industry from a union select id, industry from b),
     member as (
       select f.at, p.id, coalesce(${isIn('a', a, rounds[0]!)}, false) as was,
         coalesce(${isIn('b', b, rounds[1]!)}, false) as "is", ${reasonSql(reports, [a, b], params)} as reason
       from f join placed p on p.place = f.place left join a on a.id = p.id left join b on b.id = p.id),
     told as (
       select m.at, m.id, m.reason, case when m."is" then 'more' else 'less' end as effect from member m
       where m.was <> m."is" or m.was and m.reason <> 'other'),
     seen as (select t.id, t.no from ticket t where t.id = any(array(select id from told)) and ${visibleTickets(reader, params)})
    select t.at, t.reason, t.effect, count(*)::int as count, coalesce(json_agg(json_build_object(
        'no', s.no, 'was', ua.name, 'is', ub.name) order by s.no) filter (where s.no is not null), '[]') as tickets
    from told t left join seen s on s.id = t.id left join a on a.id = t.id left join b on b.id = t.id
    left join unit_history ua on ua.id = a.lead_unit_id and ${knownSql('ua', a.knownAt)}
    left join unit_history ub on ub.id = b.lead_unit_id and ${knownSql('ub', b.knownAt)}
    group by t.at, t.reason, t.effect order by t.at, count(*) desc, t.reason`;
  const found = await db.transaction(async (tx) => {
    await select(tx, `select set_config('enable_nestloop', 'off', true)`);
    return select<GroupedReason & { at: number }>(tx, statement, params.values);
  });
  return groupedByRow(found);
}

function groupedByRow(found: readonly (GroupedReason & { at: number })[]): Map<number, GroupedReason[]> {
  const byRow = new Map<number, GroupedReason[]>();
  for (const { at, ...reason } of found) byRow.set(at, [...(byRow.get(at) ?? []), reason]);
  return byRow;
}
