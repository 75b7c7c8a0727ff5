import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { accidentNameOf, compareDays, parsePeriod, type Day, type Period } from '@xiaohao/domain';
import { reportWords } from '@xiaohao/messages';
import { knownSql, knownTicketsSql, timesOf, type Situation } from './known-tickets.js';

/** Parameters that name accidents; without an entry of the bureau the ledger's own are named. */
export const accidentNameKeys = ['accident_case_approved', 'accident_case_ongoing'] as const;

export interface NamedTicket {
  title: string;
  confidential: boolean;
}

export interface Accident extends NamedTicket {
  id: string;
  status: string;
  occurredOn: Day;
  /** Null while it is under investigation. */
  approvedOn: Day | null;
  ofPeriod: boolean;
  approved: boolean;
  ongoing: boolean;
}

/** Those the report may name: approved or closed in the period, under investigation at its end, or of the period. */
export async function findNamedAccidents(db: Queryable, situation: Situation): Promise<Accident[]> {
  return (await findAccidents(db, situation)).filter(({ ofPeriod }) => ofPeriod);
}

/** All the ledger has, in the order they are named in. */
export function findAccidents(db: Queryable, situation: Situation): Promise<Accident[]> {
  const params = new SqlParameters();
  const times = timesOf(situation, params);
  const { from, until } = times;
  return select<Accident>(
    db,
    `select n.id, n.title, n.status, n.confidential, n.occurred_on as "occurredOn", n.approved_on as "approvedOn",
       n.of_period as "ofPeriod", n.of_period and n.approved_on is not null and n.approved_on between ${from} and ${until} as approved,
       n.of_period and coalesce(n.approved_on > ${until}, n.status <> 'draft') as ongoing
     from (select *, occurred_on <= ${until} and (approved_on is null or approved_on >= ${from} or occurred_on >= ${from}) as of_period
      from (
       select t.id, t.no, t.title, t.status, t.occurred_on,
         t.confidential or exists (select 1 from ticket c where c.id = t.id and c.confidential) as confidential,
         coalesce((t.details ->> 'approvedOn')::date, case when t.done then t.done_on end) as approved_on
       from (${knownTicketsSql(times, `h.kind = 'accident_investigation'`)}) t) dated) n
     order by n.occurred_on, n.no`,
    params.values,
  );
}

/** By key; a bureau without any accident in its ledger keeps them elsewhere, nothing is known of them. */
export async function findAccidentNames(db: Queryable, situation: Situation): Promise<Map<string, string>> {
  return namesOfAccidents(await findNamedAccidents(db, situation));
}

export function namesOfAccidents(accidents: readonly Accident[]): Map<string, string> {
  if (accidents.length === 0) return new Map();
  const named = (which: 'approved' | 'ongoing') => {
    const names = accidents.filter((accident) => accident[which]).map(nameOf);
    return names.length > 0 ? names.join('、') : reportWords.none[0];
  };
  return new Map(
    accidentNameKeys.map((key) => [key, named(key === 'accident_case_approved' ? 'approved' : 'ongoing')]),
  );
}

/** The document goes to people who may not see the ticket. */
export const nameOf = ({ title, confidential }: NamedTicket): string =>
  confidential ? reportWords.confidentialTitle[0] : accidentNameOf(title);

/** Names somebody entered that are none of the ledger's, where it has any. */
export async function findStrangeAccidents(
  db: Queryable,
  situation: Situation,
  entered: ReadonlyMap<string, string>,
): Promise<{ key: string; name: string }[]> {
  const titles = (await findNamedAccidents(db, situation)).map(({ title }) => title);
  return titles.length === 0 ? [] : strangeAccidents(entered, titles);
}

/** An accident is told by its day (`3·18`), one without by its words. */
export function strangeAccidents(
  entered: ReadonlyMap<string, string>,
  titles: readonly string[],
): { key: string; name: string }[] {
  return accidentNameKeys.flatMap((key) =>
    (entered.get(key) ?? '')
      .split(/[、；;，,\n]|和(?=[“"])/)
      .map((name) => name.trim())
      .filter((name) => name !== '' && name !== reportWords.none[0])
      .filter((name) => !titles.some((title) => title.includes(dayIn(name) ?? name)))
      .map((name) => ({ key, name })),
  );
}

const dayIn = (name: string) => /\d{1,2}[·.．•]\d{1,2}/.exec(name)?.[0].replace(/[.．•]/, '·');

export interface ReusedAccident {
  key: string;
  value: string;
  enteredOn: Day;
  /** The latest period before this one whose report printed the same; null where none did. */
  usedIn: Period | null;
}

/** What the bureau entered for all reports and probably meant for an earlier one: older than the period, or printed before. */
export async function findReusedAccidents(
  db: Queryable,
  { period, knownAt }: Situation,
  keys: readonly string[],
): Promise<ReusedAccident[]> {
  const rows = await select<{ key: string; value: string; enteredOn: Day; periods: string[] }>(
    db,
    `select p.key, p.value, (p.recorded_from at time zone 'Asia/Shanghai')::date as "enteredOn",
       array(select distinct r.period from report_figure f join report r on r.id = f.report_id
         where f.key = p.key and f.text = p.value and r.created_at <= $1) as periods
     from bureau_parameter_history p where p.key = any($2) and p.value is not null and ${knownSql('p', '$1')}
     order by p.key`,
    [knownAt, keys.filter((key) => accidentNameKeys.some((known) => known === key))],
  );
  return rows.flatMap(({ periods, ...row }) => {
    const former = periods.map((code) => parsePeriod(code)!).filter(({ to }) => to < period.from);
    const usedIn = former.sort((a, b) => compareDays(b.to, a.to))[0] ?? null;
    return usedIn || row.enteredOn < period.from ? [{ ...row, usedIn }] : [];
  });
}
