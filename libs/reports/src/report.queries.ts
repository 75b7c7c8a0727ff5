import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import {
  findFigure,
  reportActionsOf,
  type Day,
  type FigureGroup,
  type ReportAction,
  type ReportState,
} from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import type { FigureOverride } from './figures/figure-values.js';
import { figureMeaning } from './figures/figure-meaning.js';
import { withExcuses, type SeenCheck } from './issuing/report-excuse.queries.js';
import { presentPrint, type Print } from './issuing/report-pdf.queries.js';
import { shownContent, type ContentBlock } from './building/report-content.js';
import { findFormerPeriods, type FormerPeriodReport } from './building/report-series.queries.js';
import { reportStateSql, wasSubmittedSql } from './issuing/report-settling.js';

export type ReportStatus = 'queued' | 'running' | 'ready' | 'failed';

export interface ReportRow {
  id: string;
  template: { id: string; code: string; name: string; version: number };
  status: ReportStatus;
  progress: number;
  period: string;
  asOf: Day;
  knownAt: Date;
  createdAt: Date;
  createdBy: { id: string; name: string } | null;
  finalizedAt: Date | null;
  finalizedBy: { id: string; name: string } | null;
  /** Taken out of use after it was final; null where it stands. */
  withdrawn: { at: Date; by: string | null; reason: string } | null;
  /** How far it is once it is built. */
  state: ReportState;
  version: number;
}

export interface ReportFigure {
  key: string;
  name: string;
  value: number | null;
  unit: string;
  text: string;
  source: string;
  ticketCount: number;
  /** Names of accidents nobody entered, taken from the ledger. */
  fromLedger?: boolean | null;
  /** Typed over by hand; null where it prints what was computed. */
  typed: (FigureOverride & { computed: number | null }) | null;
  /** As the build before printed it, where that differs. */
  before: { value: number | null; text: string } | null;
  /** What it counts, as a sentence; null for filings and parameters. */
  meaning: string | null;
  group: FigureGroup | null;
  /** Of a figure of the bureau's own: the version of its definition it was counted by. */
  definitionVersion: number | null;
}

/** What a report keeps of a figure of the bureau's own. */
export interface KeptDefinition {
  version: number;
  group: FigureGroup;
  meaning: string;
}

export interface ReportView extends ReportRow {
  parameters: Record<string, string>;
  round: { id: string; name: string } | null;
  /** The build it follows. */
  previous: { id: string; createdAt: string } | null;
  /** What it is held against, without being asked. */
  formerPeriod: FormerPeriodReport | null;
  /** The same period of the year before, where that is another one (同比). */
  formerYear: FormerPeriodReport | null;
  /** Who submitted it to the chief and when, and why it was returned. */
  review: { submittedBy: string | null; submittedAt: Date | null; reason: string | null };
  /** What the reader may do with it now. */
  actions: ReportAction[];
  failure: { code: string; message: string; details: Record<string, unknown> } | null;
  figures: ReportFigure[];
  checks: SeenCheck[];
  content: ContentBlock[] | null;
  sha256: string | null;
  /** Null where nobody has asked for one of this version. */
  pdf: { status: NonNullable<Print['status']>; failure: string | null } | null;
}

/** A job that was given up leaves its report where it stood; to people it has failed. */
const givenUp = `exists (select 1 from outbox o where o.job = 'report.build' and o.failed_at is not null
  and o.payload ->> 'reportId' = r.id::text)`;

export const reportRowColumns = `r.id, json_build_object('id', t.id, 'code', t.code, 'name', t.name, 'version', t.version) as template,
  case when r.status in ('queued', 'running') and ${givenUp} then 'failed' else r.status end as status,
  r.progress, r.period, r.as_of as "asOf", r.known_at as "knownAt", r.created_at as "createdAt",
  case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as "createdBy",
  r.finalized_at as "finalizedAt",
  case when f.id is not null then json_build_object('id', f.id, 'name', f.name) end as "finalizedBy",
  case when r.withdrawn_at is not null then json_build_object('at', r.withdrawn_at, 'by', w.name, 'reason', r.withdraw_reason) end as withdrawn,
  ${reportStateSql} as state, r.version`;

export const reportRowJoins = `from report r join report_template t on t.id = r.template_id
  left join person c on c.id = r.created_by left join person f on f.id = r.finalized_by
  left join person w on w.id = r.withdrawn_by`;

/** Which reports are listed; everything is when nothing is asked for. */
export interface ReportListing {
  limit: number;
  /** The id of the last one shown. */
  before: string | null;
  /** Those that are final and stand, or all others. */
  final?: boolean | undefined;
  /** Code of a template, in whatever version. */
  template?: string | undefined;
  /** How far they are. */
  state?: ReportState | undefined;
}

/** Newest first. */
export function listReportRows(
  db: Queryable,
  { limit, before, final, template, state }: ReportListing,
): Promise<ReportRow[]> {
  return select<ReportRow>(
    db,
    `select ${reportRowColumns} ${reportRowJoins}
     where ($2::uuid is null or r.id < $2)
       and ($3::boolean is null or (r.finalized_at is not null and r.withdrawn_at is null) = $3)
       and ($4::text is null or t.code = $4)
       and ($5::text is null or ${reportStateSql} = $5)
     order by r.id desc limit $1`,
    [limit, before, final ?? null, template ?? null, state ?? null],
  );
}

/** The whole report; ids of tickets in its findings only where the reader may see them (null: the command line). */
export async function findReport(db: Queryable, id: string, reader: Actor | null): Promise<ReportView | null> {
  const [row] = await select<
    Omit<ReportView, 'figures' | 'actions' | 'formerPeriod' | 'formerYear'> & {
      own: Record<string, KeptDefinition> | null;
      wasSubmitted: boolean;
    }
  >(
    db,
    `select ${reportRowColumns}, r.parameters, r.definitions -> 'round' as round, r.definitions -> 'own' as own,
       (select json_build_object('id', v.id, 'createdAt', v.created_at) from report v where v.id = r.previous_id) as previous,
       json_build_object('submittedBy', s.name, 'submittedAt', r.submitted_at, 'reason', r.review_reason) as review,
       r.failure, r.checks, r.content, r.sha256, ${wasSubmittedSql} as "wasSubmitted",
       (select json_build_object('status', p.status, 'failure', p.failure) from report_pdf p where ${presentPrint}) as pdf
     ${reportRowJoins} left join person s on s.id = r.submitted_by where r.id = $1`,
    [id],
  );
  if (!row) return null;
  const figures = await select<Omit<ReportFigure, 'meaning' | 'group' | 'definitionVersion'>>(
    db,
    `select f.key, f.name, f.value::float8 as value, f.unit, f.text, f.source, cardinality(f.ticket_ids) as "ticketCount",
       f.detail -> 'override' as typed, f.detail -> 'fromLedger' as "fromLedger",
       case when (b.value, b.text) is distinct from (f.value, f.text) and b.key is not null then
         json_build_object('value', b.value::float8, 'text', b.text) end as before
     from report_figure f join report r on r.id = f.report_id
     left join report_figure b on b.report_id = r.previous_id and b.key = f.key
     where f.report_id = $1 order by f.sort`,
    [id],
  );
  const excused = await withExcuses(db, id, row.checks);
  const checks = reader ? await withVisibleIds(db, excused, reader) : excused;
  const { own, wasSubmitted, ...report } = row;
  const round = row.round?.name ?? null;
  return {
    ...report,
    content: report.content && shownContent(report.content),
    figures: figures.map((figure) => ({ ...figure, ...meaningOf(figure.key, own ?? {}, round) })),
    checks,
    ...(await findFormerPeriods(db, row.template.code, row.period)),
    actions:
      reader && report.status === 'ready' ? reportActionsOf({ state: report.state, wasSubmitted }, reader.roles) : [],
  };
}

function meaningOf(key: string, own: Readonly<Record<string, KeptDefinition>>, round: string | null) {
  const kept = own[key];
  if (kept) return { meaning: kept.meaning, group: kept.group, definitionVersion: kept.version };
  return { meaning: figureMeaning(key, round), group: findFigure(key)?.group ?? null, definitionVersion: null };
}

/** So many tickets of a finding are named. */
const namedInFinding = 5;

async function withVisibleIds(db: Queryable, checks: SeenCheck[], reader: Actor): Promise<SeenCheck[]> {
  const params = new SqlParameters();
  const ids = params.add([...new Set(checks.flatMap(({ ticketIds }) => ticketIds))]);
  const rows = await select<{ id: string; no: string; title: string }>(
    db,
    `select t.id, t.no, t.title from ticket t where t.id = any(${ids}::uuid[]) and ${visibleTickets(reader, params)}`,
    params.values,
  );
  const seen = new Map(rows.map((ticket) => [ticket.id, ticket]));
  return checks.map((check) => {
    const ticketIds = check.ticketIds.filter((id) => seen.has(id));
    return { ...check, ticketIds, tickets: ticketIds.slice(0, namedInFinding).map((id) => seen.get(id)!) };
  });
}

/** A ticket behind a figure. */
export interface FigureTicket {
  id: string;
  no: string;
  title: string;
  status: string;
  leadUnit: { id: string; name: string } | null;
  dueOn: Day | null;
  raisedOn: Day;
  closedOn: Day | null;
  acceptedOn: Day | null;
}

/** Over `t` and its lead unit `u`. */
export const ticketColumns = `t.id, t.no, t.title, t.status, t.due_on as "dueOn", t.raised_on as "raisedOn",
  t.closed_on as "closedOn", t.accepted_on as "acceptedOn",
  case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as "leadUnit"`;
