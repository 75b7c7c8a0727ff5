import { execute, select, type Queryable } from '@xiaohao/database';
import type { NumberChoice } from '@xiaohao/domain';

/** What somebody has decided of a former report so far. */
export interface Decisions {
  /** Whether numbers beside stars are places too. */
  numbers?: NumberChoice;
  /** The period the report is taken to be of. */
  period?: string;
  /**
   * By where a place stands (`paragraph:start`): the key of its figure, or null where its text stays. A place of the
   * period is only named where it stays, or was taken up again.
   */
  chosen: Record<string, string | null>;
  /** The place last looked at. */
  shown?: string;
  /** How many of the figures' places were settled, of how many. */
  settled?: number;
  places?: number;
}

export type DecisionChange = Partial<Decisions>;

/** One of those that were read lately. */
export interface FormerReportRow {
  id: string;
  name: string;
  templateId: string | null;
  createdBy: string | null;
  createdAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  settled: number | null;
  places: number | null;
}

export interface KeptFormerReport {
  id: string;
  name: string;
  fileId: string;
  templateId: string | null;
  /** Code of the template it became: its name may have changed since. */
  templateCode: string | null;
  decisions: Partial<Decisions>;
  decidedBy: string | null;
  decidedAt: Date | null;
}

export async function findFormerReport(db: Queryable, id: string): Promise<KeptFormerReport | null> {
  const [row] = await select<KeptFormerReport>(
    db,
    `select r.id, r.name, r.file_id as "fileId", r.template_id as "templateId", t.code as "templateCode", r.decisions,
       p.name as "decidedBy", r.decided_at as "decidedAt"
     from former_report r left join report_template t on t.id = r.template_id left join person p on p.id = r.decided_by
     where r.id = $1::uuid`,
    [id],
  );
  return row ?? null;
}

/** Newest first. */
export function listFormerReports(db: Queryable, limit: number): Promise<FormerReportRow[]> {
  return select<FormerReportRow>(
    db,
    `select r.id, r.name, r.template_id as "templateId", c.name as "createdBy", r.created_at as "createdAt",
       d.name as "decidedBy", r.decided_at as "decidedAt",
       (r.decisions ->> 'settled')::int as settled, (r.decisions ->> 'places')::int as places
     from former_report r left join person c on c.id = r.created_by left join person d on d.id = r.decided_by
     order by coalesce(r.decided_at, r.created_at) desc, r.id limit $1`,
    [limit],
  );
}

/** Choices are added to those there are, so that two people at work do not undo each other's. */
export async function keepDecisions(
  db: Queryable,
  id: string,
  personId: string,
  { chosen = {}, ...rest }: DecisionChange,
): Promise<boolean> {
  const kept = await execute(
    db,
    `update former_report set decided_by = $2, decided_at = now(),
       decisions = decisions || $3::jsonb
         || jsonb_build_object('chosen', coalesce(decisions -> 'chosen', '{}') || $4::jsonb)
     where id = $1::uuid`,
    [id, personId, JSON.stringify(rest), JSON.stringify(chosen)],
  );
  return kept > 0;
}
