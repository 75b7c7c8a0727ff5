import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';
import { select, SqlParameters } from '@xiaohao/database';
import type { CountRule } from '@xiaohao/domain';
import type { ChangeReason } from '@xiaohao/messages';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import { rulesOf } from '../figures/definitions/figure-book.js';
import { perTicketSql, type KeyedRule } from '../figures/figure-evaluation.js';
import { knownSql } from '../figures/known-tickets.js';
import { factsSql, reasonSql, sidesOf, situationOf, type ReportPair } from './known-facts.js';
import { definitionIn } from './report-comparison.queries.js';
import { askedBy, askedColumns, type Asked, type Side } from './ticket-conditions.js';

/** Tickets that make a figure differ, for one reason. */
export interface TicketChange {
  key: string;
  reason: ChangeReason;
  /** Whether they add to the later report's figure or take from it. */
  effect: 'more' | 'less';
  count: number;
  /** Those among them the reader may not see. */
  hiddenCount: number;
  /** How much the figure changes by them, where a ticket may add more or less than one. */
  amount: number | null;
  /** The first of those the reader may see. */
  tickets: { id: string; no: string; title: string }[];
  /** Where their campaigns were renamed: `former name → name`. */
  renames: string[];
}

/** So many tickets of one reason are named; the count says how many there are. */
const namedTickets = 50;

interface ComparedRule extends Asked {
  key: string;
  rule: number;
  /** Each ticket adds one: the ids the report kept say which. */
  plain: boolean;
}

/**
 * The tickets that add something else to counted figures in each of the reports, by figure and reason. One statement for
 * all figures; each ticket is looked at as each report knew it.
 */
export function listTicketChanges(
  db: DataSource | EntityManager,
  reader: Actor,
  reports: ReportPair,
  keys: readonly string[],
): Promise<TicketChange[]> {
  const params = new SqlParameters([reports[0].id, reports[1].id]);
  const sides = sidesOf(reports, params);
  const rules = keys.flatMap((key) => comparedRules(key, reports));
  const added = new Set(rules.filter(({ plain }) => !plain).map(({ key }) => key));
  const [was, is] = reports.map((report) => perTicketSql(rulesIn(report, added), situationOf(report), params));
  const statement = `
    with f as materialized (select * from jsonb_to_recordset(${params.add(JSON.stringify(rules))}::jsonb)
       f (key text, rule int, plain boolean, ${askedColumns})),
     member as (
       select key, id, bool_or(report_id = $1) as was, bool_or(report_id = $2) as "is"
       from (select f.key, r.report_id, unnest(r.ticket_ids) as id from report_figure r join f using (key)
         where r.report_id in ($1, $2) and f.plain) m
       group by key, id),
     added_then as materialized (${was}),
     added_now as materialized (${is}),
     share as (
       select key, rule, id, -amount as amount from added_then where item is null
       union all select key, rule, id, amount from added_now where item is null
       union all ${shareOfItemsSql('added_then', 'added_now', '-1.0')}
       union all ${shareOfItemsSql('added_now', 'added_then', '1.0')}),
     changed as materialized (
       select key, 0 as rule, id, "is"::int - was::int as amount from member where was <> "is"
       union all select key, rule, id, sum(amount) from share group by key, rule, id having sum(amount) <> 0),
     a as (${factsSql(sides[0].times, changedIds)}),
     b as (${factsSql(sides[1].times, changedIds)}),
     reasoned as (
       select c.key, c.id, case when f.plain then null else c.amount end as amount,
         case when c.amount > 0 then 'more' else 'less' end as effect, f.campaign as word,
         b.campaign_id, ${reasonSql(reports, sides, params, rules)} as reason
       from changed c join f using (key, rule) left join a on a.id = c.id left join b on b.id = c.id),
     seen as (select t.id, t.no, t.title from ticket t
       where t.id = ${changedIds} and ${visibleTickets(reader, params)}),
     placed as (
       select r.*, s.no, s.title, case when r.reason = 'campaignRenamed' then ${renamingSql(sides)} end as renaming, row_number() over (partition by r.key, r.reason, r.effect order by s.no) as place
       from reasoned r left join seen s on s.id = r.id)
     select key, reason, effect, count(*)::int as count, (count(*) filter (where no is null))::int as "hiddenCount",
       sum(amount)::float8 as amount,
       coalesce(json_agg(json_build_object('id', id, 'no', no, 'title', title) order by no)
         filter (where no is not null and place <= ${namedTickets}), '[]') as tickets,
       coalesce(json_agg(distinct renaming) filter (where renaming is not null), '[]') as renames
     from placed group by key, reason, effect order by effect desc, count desc, reason`;
  return db.transaction(async (tx) => {
    // The planner cannot know how many tickets changed; ten thousand of them in nested loops take half a minute.
    await select(tx, `select set_config('enable_nestloop', 'off', true)`);
    return select<TicketChange>(tx, statement, params.values);
  });
}

/** As an array, they are looked up by an index however many there are. */
const changedIds = 'any(array(select distinct id from changed))';

/** The name that holds no such word, and the first that does, of the campaign of `r`. */
function renamingSql([{ times: a }, { times: b }]: readonly [Side, Side]): string {
  const [first, last] = ['least', 'greatest'].map((end) => `${end}(${a.knownAt}, ${b.knownAt})`);
  const nameSql = (holds: string) =>
    `(select c.name from campaign_history c where c.id = r.campaign_id and ${holds} order by c.recorded_from limit 1)`;
  return `${nameSql(knownSql('c', first!))} || ' → ' ||
    ${nameSql(`position(r.word in c.name) > 0 and c.recorded_from > ${first} and c.recorded_from <= ${last}`)}`;
}

/** Of 项 that one report alone counts, in equal parts the tickets that name it. */
const shareOfItemsSql = (one: string, other: string, whole: string) => `
  select key, rule, id, ${whole} / count(*) over (partition by key, rule, item) from ${one} o
  where item is not null and not exists (
    select 1 from ${other} p where p.key = o.key and p.rule = o.rule and p.item = o.item)`;

function rulesIn(report: ReportPair[number], keys: ReadonlySet<string>): KeyedRule[] {
  return [...keys].flatMap((key) => rulesOf(definitionIn(report, key)).map((rule, at) => ({ key, rule, at })));
}

/** What is asked now, rule by rule; of a figure that is counted no longer, what was. */
function comparedRules(key: string, reports: ReportPair): ComparedRule[] {
  const [before, after] = reports.map((report) => definitionIn(report, key));
  const redefined = before !== undefined && after !== undefined && !isDeepStrictEqual(before, after);
  const [was, is] = [rulesOf(before), rulesOf(after)];
  const plain = [was, is].every((rules) => rules.length <= 1 && rules.every(countsTickets));
  return Array.from({ length: Math.max(was.length, is.length) }, (_, rule) => ({
    key,
    rule,
    plain,
    redefined,
    ...askedBy(is[rule] ?? was[rule]!),
  }));
}

const countsTickets = ({ counts }: CountRule) => counts === 'tickets';
