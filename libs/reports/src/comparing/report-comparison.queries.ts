import { isDeepStrictEqual } from 'node:util';
import type { DataSource } from 'typeorm';
import { dayInShanghai } from '@xiaohao/calendar';
import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { parsePeriod, type FigureDefinition } from '@xiaohao/domain';
import type { ChangeReason } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import type { ContentBlock } from '../building/report-content.js';
import type { FigureDetail } from '../figures/figure-values.js';
import { facetsOf, reasonConditions } from './change-reasons.js';
import { rulesOf } from '../figures/definitions/figure-book.js';
import { knownSql, knownTicketsSql, timesOf, type Situation, type Times } from '../figures/known-tickets.js';
import { submittedOnDaySql } from '../figures/state-on-day.js';
import { reportRowColumns, reportRowJoins, type ReportRow } from '../report.queries.js';

/** A report as far as another is held against it. */
export interface ComparedReport extends ReportRow {
  parameters: Record<string, string>;
  round: { id: string; name: string } | null;
  /** What each figure counted when it was built, by key. */
  definitions: Record<string, FigureDefinition | string>;
}

/** What the report counted under the key; undefined for filings, parameters and figures it does not have. */
export function definitionIn({ definitions }: ComparedReport, key: string): FigureDefinition | undefined {
  const definition = definitions[key];
  return typeof definition === 'object' ? definition : undefined;
}

/** A figure as one report has it. */
export interface FigureSide {
  value: number | null;
  text: string;
  source: string;
  detail: Pick<FigureDetail, 'filings' | 'typed' | 'override'>;
}

export interface FigurePair {
  key: string;
  name: string;
  unit: string;
  earlier: FigureSide | null;
  later: FigureSide | null;
}

/** Tickets that make a figure differ, for one reason. */
export interface TicketChange {
  key: string;
  reason: ChangeReason;
  /** Whether they add to the later report's figure or take from it. */
  effect: 'more' | 'less';
  count: number;
  /** Those among them the reader may not see. */
  hiddenCount: number;
  /** Of sums: how much the figure changes by them. */
  amount: number | null;
  /** The first of those the reader may see. */
  tickets: { id: string; no: string; title: string }[];
}

/** So many tickets of one reason are named; the count says how many there are. */
const namedTickets = 50;

export function findComparedReports(db: Queryable, ids: readonly [string, string]): Promise<ComparedReport[]> {
  return select<ComparedReport>(
    db,
    `select ${reportRowColumns}, r.parameters, r.definitions -> 'round' as round,
       coalesce(r.definitions -> 'figures', '{}') as definitions ${reportRowJoins} where r.id = any($1::uuid[])`,
    [ids],
  );
}

/** The two documents as they were kept. */
export async function findContents(
  db: Queryable,
  [earlier, later]: readonly [ComparedReport, ComparedReport],
): Promise<[ContentBlock[], ContentBlock[]]> {
  const rows = await select<{ id: string; content: ContentBlock[] | null }>(
    db,
    'select id, content from report where id = any($1::uuid[])',
    [[earlier.id, later.id]],
  );
  const contentOf = ({ id }: ComparedReport) => rows.find((row) => row.id === id)?.content ?? [];
  return [contentOf(earlier), contentOf(later)];
}

/** Every figure of either report, in the order of the later one. */
export function listFigurePairs(db: Queryable, earlierId: string, laterId: string): Promise<FigurePair[]> {
  const side = (alias: string) => `case when ${alias}.key is not null then json_build_object('value', ${alias}.value,
    'text', ${alias}.text, 'source', ${alias}.source, 'detail', coalesce(${alias}.detail, '{}')) end`;
  return select<FigurePair>(
    db,
    `select coalesce(b.key, a.key) as key, coalesce(b.name, a.name) as name, coalesce(b.unit, a.unit) as unit,
       ${side('a')} as earlier, ${side('b')} as later
     from (select * from report_figure where report_id = $1) a
     full join (select * from report_figure where report_id = $2) b on b.key = a.key
     order by b.sort nulls last, a.sort`,
    [earlierId, laterId],
  );
}

/**
 * The tickets that make counted figures differ, by figure and reason: those behind it in one report only, and those
 * whose outcomes changed. One statement for all figures; each ticket is looked at as each report knew it.
 */
export function listTicketChanges(
  db: DataSource,
  reader: Actor,
  reports: readonly [earlier: ComparedReport, later: ComparedReport],
  keys: readonly string[],
): Promise<TicketChange[]> {
  const [earlier, later] = reports;
  const params = new SqlParameters([earlier.id, later.id]);
  const [a, b] = [timesOf(situationOf(earlier), params), timesOf(situationOf(later), params)];
  const figures = params.add(JSON.stringify(keys.map((key) => comparedFigure(key, reports))));
  const outcomes = params.add(JSON.stringify(keys.flatMap((key) => outcomeRules(key, reports))));
  const reason = reasonSql(reports, [a, b], params);
  const statement = `
    with figure as (select key, facets, redefined
       from jsonb_to_recordset(${figures}::jsonb) f (key text, facets text[], redefined boolean)),
     member as materialized (
       select key, id, bool_or(report_id = $1) as was, bool_or(report_id = $2) as "is"
       from (select f.key, f.report_id, unnest(f.ticket_ids) as id from report_figure f join figure using (key)
         where f.report_id in ($1, $2)) m
       group by key, id),
     share as (
       select m.key, m.id, ${shareSql(a, 'm.was', 'earlier')} as was, ${shareSql(b, 'm."is"', 'later')} as "is"
       from jsonb_to_recordset(${outcomes}::jsonb) r (key text, side text, types text[], kinds text[], own_date boolean)
       join member m on m.key = r.key
       join outcome_history o on o.ticket_id = m.id and o.type = any(r.types)
       where r.kinds is null or exists (select 1 from ticket t where t.id = m.id and t.kind = any(r.kinds))
       group by m.key, m.id),
     changed as materialized (
       select m.key, m.id, case when m.was = m."is" then null else m."is" end as came, s."is" - s.was as amount
       from member m join figure f using (key) left join share s using (key, id)
       where m.was <> m."is" or s.was <> s."is"
         or 'item' = any(f.facets) and (${itemSql(a)}) is distinct from (${itemSql(b)})),
     a as (${factsSql(a, changedIds)}),
     b as (${factsSql(b, changedIds)}),
     reasoned as (
       select c.key, c.id, c.amount, case when coalesce(c.came, c.amount >= 0, true) then 'more' else 'less' end as effect,
         ${reason} as reason
       from changed c join figure f using (key) left join a on a.id = c.id left join b on b.id = c.id),
     seen as (select t.id, t.no, t.title from ticket t
       where t.id = ${changedIds} and ${visibleTickets(reader, params)}),
     placed as (
       select r.*, s.no, s.title, row_number() over (partition by r.key, r.reason, r.effect order by s.no) as place
       from reasoned r left join seen s on s.id = r.id)
     select key, reason, effect, count(*)::int as count, (count(*) filter (where no is null))::int as "hiddenCount",
       sum(amount)::float8 as amount,
       coalesce(json_agg(json_build_object('id', id, 'no', no, 'title', title) order by no)
         filter (where no is not null and place <= ${namedTickets}), '[]') as tickets
     from placed group by key, reason, effect order by effect desc, count desc, reason`;
  return db.transaction(async (tx) => {
    // The planner cannot know how many tickets changed; ten thousand of them in nested loops take half a minute.
    await select(tx, `select set_config('enable_nestloop', 'off', true)`);
    return select<TicketChange>(tx, statement, params.values);
  });
}

/** The first reason that holds, over a figure `f` and what the reports knew of a ticket, `a` and `b`. */
export function reasonSql(
  [earlier, later]: readonly [ComparedReport, ComparedReport],
  [a, b]: readonly [Times, Times],
  params: SqlParameters,
): string {
  const reasons = reasonConditions({
    earlierAsOf: a.asOf,
    laterAsOf: b.asOf,
    earlierKnownOn: `${params.add(dayInShanghai(earlier.knownAt))}::date`,
    samePeriod: earlier.period === later.period,
    sameRound: earlier.round?.id === later.round?.id,
  });
  const cases = reasons.map(([reason, holds]) => `when ${holds} then '${reason}'`);
  return `case ${cases.join('\n           ')} else 'other' end`;
}

/** As an array, they are looked up by an index however many there are. */
const changedIds = 'any(array(select distinct id from changed))';

export function situationOf({ period, asOf, knownAt, round }: ComparedReport): Situation {
  return { period: parsePeriod(period)!, asOf, knownAt, sourceId: round?.id ?? null };
}

/** Sums of a figure; kinds matter only where the figure also counts tickets of other kinds. */
function outcomeRules(key: string, reports: readonly [ComparedReport, ComparedReport]) {
  return reports.flatMap((report, at) => {
    const rules = rulesOf(definitionIn(report, key));
    return rules
      .filter(({ counts }) => counts === 'outcomes')
      .map(({ outcomeTypes, kinds, scope, dated }) => ({
        key,
        side: at === 0 ? 'earlier' : 'later',
        types: outcomeTypes,
        kinds: rules.length > 1 ? (kinds ?? null) : null,
        own_date: scope === 'period' && dated === 'outcome',
      }));
  });
}

/** What either report looked at, and whether they looked at different things. */
function comparedFigure(key: string, reports: readonly [ComparedReport, ComparedReport]) {
  const [before, after] = [definitionIn(reports[0], key), definitionIn(reports[1], key)];
  const facets = facetsOf([...rulesOf(before), ...rulesOf(after)]);
  return { key, facets, redefined: before !== undefined && after !== undefined && !isDeepStrictEqual(before, after) };
}

/** What a ticket adds to the sum of one report. */
function shareSql(times: Times, isMember: string, side: 'earlier' | 'later'): string {
  return `coalesce(sum(o.amount) filter (where r.side = '${side}' and ${isMember} and ${knownSql('o', times.knownAt)}
    and o.happened_on <= ${times.asOf} and (not r.own_date or o.happened_on between ${times.from} and ${times.until})), 0)`;
}

const itemSql = (times: Times) =>
  `select h.item_id from ticket_history h where h.id = m.id and ${knownSql('h', times.knownAt)}`;

/** Tickets as one report knew them; cancelled ones too, without a state. `ids` says which. */
export function factsSql(times: Times, ids: string): string {
  return `
    select h.id, h.status, h.kind, h.source_id, h.item_id, h.level, h.industry, h.campaign_id, h.raised_on, h.round,
      h.details ->> 'fundsYuan' as funds,
      coalesce(t.lead_unit_id, h.lead_unit_id) as lead_unit_id,
      coalesce(h.occurred_on, h.raised_on) as occurred, t.done_on, t.basic, t.ongoing, t.paused, t.due, t.due_on, t.original_due,
      t.original_due_on, ${submittedOnDaySql(times)} as submitted
    from ticket_history h
    left join (${knownTicketsSql(times, `h.id = ${ids}`)}) t on t.id = h.id
    where h.id = ${ids} and ${knownSql('h', times.knownAt)}`;
}
