import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { reviewStatuses, type TicketKind } from '@xiaohao/domain';
import { officialDay, type ListRow } from '@xiaohao/documents';
import { reportWords } from '@xiaohao/messages';
import { knownSql, knownTicketsSql, timesOf, type Situation, type Times } from './known-tickets.js';

/** Rows a block prints at most; more would make a book of a report. */
export const listRowLimit = 2_000;

interface TicketList {
  kind: TicketKind;
  /** Only tickets of the report's inspection round. */
  ofRound?: true;
  /** Condition over the known ticket `t`. */
  where: (times: Times) => string;
}

// Kept up for good (长期坚持) is no open issue: the report counts it apart.
const ticketLists: Readonly<Record<string, TicketList>> = {
  inspection_issues_open: {
    kind: 'inspection_issue',
    ofRound: true,
    where: () => `(not t.done and t.status <> 'ongoing')`,
  },
  key_tasks: { kind: 'key_task', where: ({ from }) => `(not t.done or t.done_on >= ${from})` },
  env_issues: { kind: 'env_inspection_issue', where: ({ from }) => `(not t.done or t.done_on >= ${from})` },
  accidents: {
    kind: 'accident_investigation',
    where: ({ from, until }) => `(not t.done or t.occurred_on between ${from} and ${until})`,
  },
};

const unitList = 'overdue_by_unit';

export const listNames: readonly string[] = [...Object.keys(ticketLists), unitList];

/** Fields of a block's row; `index` counts from 1. */
export const listFields = ['index', 'no', 'title', 'latestProgress', 'leadUnit', 'dueOn', 'count'] as const;

/** The rows of a list block in the state of the report's day, as known then; one more than the limit when cut. */
export async function findListRows(db: Queryable, name: string, situation: Situation): Promise<ListRow[]> {
  if (name === unitList) return findOverdueByUnit(db, situation);
  const list = ticketLists[name]!;
  if (list.ofRound && situation.sourceId === null) return [];
  const params = new SqlParameters();
  const times = timesOf(situation, params);
  const scope = [`h.kind = ${params.add(list.kind)}`, `h.raised_on <= ${times.asOf}`];
  if (list.ofRound) scope.push(`h.source_id = ${params.add(situation.sourceId)}::uuid`);
  const rows = await select<{
    no: string;
    title: string;
    confidential: boolean;
    leadUnit: string | null;
    latestProgress: string | null;
    dueOn: string | null;
    deadlineKind: string;
  }>(
    db,
    // Whoever builds on what was known once must not print what has been kept back since.
    `select t.no, t.title,
       t.confidential or exists (select 1 from ticket n where n.id = t.id and n.confidential) as confidential, u.name as "leadUnit", p.text as "latestProgress", t.due_on as "dueOn",
       t.deadline_kind as "deadlineKind"
     from (${knownTicketsSql(times, scope.join(' and '))}) t
     left join unit_history u on u.id = t.lead_unit_id and ${knownSql('u', times.knownAt)}
     left join lateral (select e.text from progress_entry_history e
       where e.ticket_id = t.id and e.reported_on <= ${times.asOf} and ${knownSql('e', times.knownAt)}
       order by e.reported_on desc, e.created_at desc, e.id desc limit 1) p on true
     where ${list.where(times)}
     order by t.due_on nulls last, t.no limit ${params.add(listRowLimit + 1)}`,
    params.values,
  );
  return rows.map((row, at) => ({
    index: at + 1,
    no: row.no,
    // The document goes to people who may not see the ticket.
    title: row.confidential ? reportWords.confidentialTitle[0] : oneLine(row.title),
    latestProgress: progressText(row),
    leadUnit: row.leadUnit ?? reportWords.noUnit[0],
    dueOn: dueText(row.dueOn, row.deadlineKind),
    count: null,
  }));
}

async function findOverdueByUnit(db: Queryable, situation: Situation): Promise<ListRow[]> {
  const params = new SqlParameters();
  const times = timesOf(situation, params);
  const rows = await select<{ leadUnit: string | null; count: number }>(
    db,
    `select u.name as "leadUnit", count(*)::int as count
     from (${knownTicketsSql(times, `h.raised_on <= ${times.asOf}`)}) t
     left join unit_history u on u.id = t.lead_unit_id and ${knownSql('u', times.knownAt)}
     where ${overdueOnDaySql(times)}
     group by u.id, u.name order by 2 desc, u.name limit ${params.add(listRowLimit + 1)}`,
    params.values,
  );
  return rows.map((row, at) => ({
    index: at + 1,
    no: null,
    title: null,
    latestProgress: null,
    leadUnit: row.leadUnit ?? reportWords.noUnit[0],
    dueOn: null,
    count: row.count,
  }));
}

/** Overdue on the report's day: due before it, neither done nor waiting on a reviewer by then. */
export function overdueOnDaySql(times: Times): string {
  return `(${liveOnDaySql(times)} and t.due_on < ${times.asOf})`;
}

/** Somebody has to work on it on the report's day. */
export function liveOnDaySql(times: Times): string {
  return `(not t.done and t.status not in ('ongoing', 'suspended', 'draft') and not ${submittedOnDaySql(times)})`;
}

/** 报结 by the report's day; a ticket imported into review has no such date and counts as submitted. */
export function submittedOnDaySql({ asOf }: Times): string {
  return `(t.submitted_on is not null and t.submitted_on <= ${asOf}
    or t.submitted_on is null and t.status in (${reviewStatuses.map((status) => `'${status}'`).join(', ')}))`;
}

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
  text
    .replace(/\s*\n\s*/g, ' ')
    .trim()
    .replace(/[。；;]+$/, '');
