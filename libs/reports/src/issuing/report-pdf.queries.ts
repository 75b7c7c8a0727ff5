import type { EntityManager } from 'typeorm';
import { execute, select, type Queryable } from '@xiaohao/database';

/** The PDF of a report's Word file as it is now, be it made or not. */
export interface Print {
  reportId: string;
  /** Of the Word file; null where the report is not built. */
  sha256: string | null;
  /** A withdrawn report says so on every page, so it is printed anew. */
  isWithdrawn: boolean;
  /** Null where nobody has asked for it. */
  status: 'queued' | 'running' | 'ready' | 'failed' | null;
  fileId: string | null;
}

/** The print `p` that belongs to the report `r` as it is now. */
export const presentPrint = `p.report_id = r.id and p.sha256 = r.sha256 and p.withdrawn = (r.withdrawn_at is not null)`;

/** Null: no such report. */
export async function findPrint(db: Queryable, reportId: string): Promise<Print | null> {
  const [row] = await select<Print>(
    db,
    `select r.id as "reportId", r.sha256, r.withdrawn_at is not null as "isWithdrawn", p.status, p.file_id as "fileId"
     from report r left join report_pdf p on ${presentPrint} where r.id = $1`,
    [reportId],
  );
  return row ?? null;
}

/** True where it has to be made: nobody has asked before, or it failed. */
export async function orderPrint(tx: EntityManager, reportId: string): Promise<boolean> {
  const ordered = await execute(
    tx,
    `insert into report_pdf as p (report_id, sha256, withdrawn, status)
     select id, sha256, withdrawn_at is not null, 'queued' from report where id = $1 and sha256 is not null
     on conflict (report_id, sha256, withdrawn) do update set status = 'queued', failure = null where p.status = 'failed'`,
    [reportId],
  );
  return ordered > 0;
}
