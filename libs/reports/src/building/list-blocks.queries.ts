import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { accidentNameOf, trimEndOf, type TicketKind } from '@xiaohao/domain';
import { missingText, officialDay, type ListRow } from '@xiaohao/documents';
import { reportWords } from '@xiaohao/messages';
import { accidentLevelsAbove, hazardLevels } from '../figures/figure-definition.js';
import { rowKeyField } from './content-parts.js';
import { meanOfPartsSql } from './task-parts.js';
import { groupedLists, listRowLimit } from './grouped-lists.queries.js';
import { begunSql, knownSql, knownTicketsSql, timesOf, type Situation, type Times } from '../figures/known-tickets.js';
import { atHandSql, overdueOnDaySql, stateOnDaySql, toDoOnDaySql, type DayState } from '../figures/state-on-day.js';

interface TicketList {
  kind: TicketKind;
  /** Only tickets of the report's inspection round. */
  ofRound?: true;
  levels?: readonly string[];
  /** Tickets raised up to the report's day, be it behind the period; the others up to the period's end. */
  upToDay?: true;
  /** Rows of a table, which is left out or says so where there are none. */
  forTable?: true;
  /** The percent of a task with sub-tasks is their mean. */
  withParts?: true;
  /** Stands for one sentence of them all: one row where there is any. */
  once?: true;
  /** Condition over the known ticket `t` and its latest progress `p`; `m` is the mean of its sub-tasks. */
  where: (times: Times) => string;
}

const accidentsAbove: TicketList = {
  kind: 'accident_investigation',
  levels: accidentLevelsAbove,
  upToDay: true,
  where: ({ from, until }) => `t.occurred_on between ${from} and ${until}`,
};

// Kept up for good (长期坚持) is no open issue: the report counts it apart.
const ticketLists: Readonly<Record<string, TicketList>> = {
  inspection_issues_open: {
    kind: 'inspection_issue',
    ofRound: true,
    upToDay: true,
    where: () => '(not t.done and not t.ongoing)',
  },
  // What is still to be done: finished ones are no work of the next period.
  key_tasks: { kind: 'key_task', upToDay: true, where: () => toDoOnDaySql },
  env_issues: { kind: 'env_inspection_issue', where: atHandSql },
  overdue_inspection_issues: {
    kind: 'inspection_issue',
    ofRound: true,
    upToDay: true,
    forTable: true,
    where: overdueOnDaySql,
  },
  key_task_rows: { kind: 'key_task', forTable: true, withParts: true, where: atHandSql },
  // Of those rows, the ones without a percent.
  key_tasks_unreported: {
    kind: 'key_task',
    withParts: true,
    once: true,
    where: (times) => `(${atHandSql(times)} and not t.done and coalesce(m.percent, p.percent) is null)`,
  },
  overdue_supervision_items: { kind: 'supervision_item', forTable: true, where: overdueOnDaySql },
  major_hazards_open: { kind: 'hazard', levels: hazardLevels.major, forTable: true, where: () => 'not t.done' },
  accidents: {
    kind: 'accident_investigation',
    upToDay: true,
    where: ({ from, until }) => `(t.occurred_on <= ${until} and (not t.done or t.occurred_on >= ${from}))`,
  },
  // Those the figures of general accidents leave out.
  accidents_above_general: accidentsAbove,
  // What the one sentence of them all begins with.
  any_accident_above_general: { ...accidentsAbove, once: true },
};

export const listNames: readonly string[] = [...Object.keys(ticketLists), ...Object.keys(groupedLists)];

const commonFields = ['index', 'no', 'title', 'latestProgress', 'leadUnit', 'dueOn', 'count'] as const;
const ticketListFields = [...commonFields, 'percent', 'state', 'overdueDays', 'site', 'dueDay', 'dueMark', 'joint'];

/** Whether each row of it tells of one ticket. */
export const isTicketList = (name: string) => Object.hasOwn(ticketLists, name);

/** Which tickets it lists, whatever they are on the day. */
export const listedTickets = (name: string): Pick<TicketList, 'kind' | 'ofRound' | 'levels'> => ticketLists[name]!;

/** Fields of a list's row; `index` counts from 1. Those common to all lists print nothing where a list has no such thing. */
export function fieldsOfList(name: string): readonly string[] {
  const grouped = groupedNamed(name);
  return grouped ? [...commonFields, ...grouped.fields] : ticketListFields;
}

/** A template may name its block by any word, also by one that every object has. */
const groupedNamed = (name: string) => (Object.hasOwn(groupedLists, name) ? groupedLists[name] : undefined);

/** Of all lists, each once. */
export const listFields: readonly string[] = [...new Set(listNames.flatMap(fieldsOfList))];

/** The rows of a list block in the state of the report's day, as known then; one more than the limit when cut. */
export async function findListRows(db: Queryable, name: string, situation: Situation): Promise<ListRow[]> {
  const grouped = groupedNamed(name);
  if (grouped) {
    const rows = await grouped.find(db, situation);
    const keyOf = (row: ListRow) => row[rowKeyField] ?? row['leadUnit'] ?? row['industry'];
    return rows.map((row) => ({ ...row, [rowKeyField]: `${name}:${keyOf(row)}` }));
  }
  const list = ticketLists[name]!;
  const rows = list.ofRound && situation.sourceId === null ? [] : await findTickets(db, list, situation);
  // Without a round nothing is known, which is not nothing found.
  if (list.forTable && list.ofRound && situation.sourceId === null) return [{ ...dashes, title: missingText }];
  const last = Math.min(rows.length, listRowLimit) - 1;
  return rows.map((row, at) => ({
    ...ticketRow(row, at, list.kind),
    joint: at < last ? reportWords.jointNext[0] : reportWords.jointLast[0],
    // One that stands for all of them tells of none by itself.
    ...(list.once ? {} : { [rowKeyField]: `${name}:${row.id}` }),
  }));
}

const dashes: ListRow = { ...Object.fromEntries(ticketListFields.map((field) => [field, '—'])), joint: '' };

/** What a table of somebody's own says in place of a title where there is nothing; null for a list of other use. */
export function rowOfNothing(name: string): ListRow | null {
  const isTable = Object.hasOwn(ticketLists, name) && ticketLists[name]!.forTable;
  return isTable ? { ...dashes, title: reportWords.none[0] } : null;
}

interface ListedTicket {
  id: string;
  no: string;
  title: string;
  confidential: boolean;
  leadUnit: string | null;
  latestProgress: string | null;
  percent: number | null;
  dueOn: string | null;
  deadlineKind: string;
  site: string | null;
  state: DayState;
  overdueDays: number | null;
  /** Its deadline was before the report's day. */
  isPast: boolean | null;
}

function findTickets(db: Queryable, list: TicketList, situation: Situation): Promise<ListedTicket[]> {
  const params = new SqlParameters();
  const times = timesOf(situation, params);
  const scope = [`h.kind = ${params.add(list.kind)}`, begunSql('h', list.upToDay ? times.asOf : times.until)];
  if (list.ofRound) scope.push(`h.source_id = ${params.add(situation.sourceId)}::uuid`);
  if (list.levels) scope.push(`h.level = any(${params.add(list.levels)}::text[])`);
  const overdue = overdueOnDaySql(times);
  return select<ListedTicket>(
    db,
    // Whoever builds on what was known once must not print what has been kept back since.
    `select t.id, t.no, t.title,
       t.confidential or exists (select 1 from ticket n where n.id = t.id and n.confidential) as confidential, u.name as "leadUnit", p.text as "latestProgress", t.due_on as "dueOn",
       t.deadline_kind as "deadlineKind", t.site, case when t.done then 100 else ${list.withParts ? 'coalesce(m.percent, p.percent)' : 'p.percent'} end as percent,
       ${stateOnDaySql(times)} as state,
       case when ${overdue} then ${times.asOf} - t.due_on end as "overdueDays", t.due_on < ${times.asOf} as "isPast"
     from (${knownTicketsSql(times, scope.join(' and '))}) t
     left join unit_history u on u.id = t.lead_unit_id and ${knownSql('u', times.knownAt)}
     left join lateral (select e.text, case when e.round = t.round then e.percent end as percent from progress_entry_history e
       where e.ticket_id = t.id and e.reported_on <= ${times.asOf} and ${knownSql('e', times.knownAt)}
       order by e.reported_on desc, e.created_at desc, e.id desc limit 1) p on true
     ${list.withParts ? `left join (${meanOfPartsSql(times)}) m on m.parent_id = t.id` : ''}
     where ${list.where(times)}
     order by t.due_on nulls last, t.no limit ${params.add(list.once ? 1 : listRowLimit + 1)}`,
    params.values,
  );
}

function ticketRow(row: ListedTicket, at: number, kind: TicketKind): ListRow {
  const title = kind === 'accident_investigation' ? accidentNameOf(row.title) : row.title;
  return {
    index: at + 1,
    no: row.no,
    // The document goes to people who may not see the ticket.
    title: row.confidential ? reportWords.confidentialTitle[0] : oneLine(title),
    latestProgress: progressText(row),
    leadUnit: row.leadUnit ?? reportWords.noUnit[0],
    dueOn: dueText(row.dueOn, row.deadlineKind),
    count: null,
    percent: row.percent ?? '—',
    state: reportWords[`state${row.state}`][0],
    overdueDays: row.overdueDays ?? '—',
    site: (row.confidential ? null : row.site) ?? '—',
    dueMark: dueMark(row),
    dueDay: row.dueOn ? shortDay(row.dueOn) : dueText(null, row.deadlineKind),
  };
}

/** What has become of a deadline that is past: 2026年9月22日（已逾期）. Nothing behind one to come, or none any more. */
function dueMark({ isPast, state }: ListedTicket): string {
  if (!isPast) return '';
  const marks: Partial<Record<DayState, string>> = {
    Overdue: reportWords.duePassed[0],
    Submitted: reportWords.dueSubmitted[0],
    Done: reportWords.dueDone[0],
  };
  return marks[state] ?? '';
}

/** `2022.6.30`, which a narrow column of a table does not break. */
const shortDay = (day: string) => day.split('-').map(Number).join('.');

function dueText(dueOn: string | null, kind: string): string {
  if (dueOn) return officialDay(dueOn);
  return kind === 'ongoing' ? reportWords.ongoingDeadline[0] : reportWords.noDeadline[0];
}

function progressText({
  confidential,
  latestProgress,
}: {
  confidential: boolean;
  latestProgress: string | null;
}): string {
  if (confidential) return reportWords.confidentialProgress[0];
  return latestProgress ? oneLine(latestProgress) : reportWords.noProgress[0];
}

/** Without the full stop at its end: the template sets its own. */
const oneLine = (text: string) =>
  trimEndOf(/[。；;]/, text.replace(/\s+/g, (run) => (run.includes('\n') ? ' ' : run)).trim());
