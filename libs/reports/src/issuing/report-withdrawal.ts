import { dayInShanghai } from '@xiaohao/calendar';
import { select, type Queryable } from '@xiaohao/database';
import { officialDay } from '@xiaohao/documents';
import { reportWords } from '@xiaohao/messages';
import type { ReportRow } from '../report.queries.js';

/** The Word file of a report, and whether the report was taken out of use. */
export async function findIssuedFile(
  db: Queryable,
  id: string,
): Promise<(Pick<ReportRow, 'withdrawn'> & { fileId: string | null }) | null> {
  const [row] = await select<Pick<ReportRow, 'withdrawn'> & { fileId: string | null }>(
    db,
    `select r.file_id as "fileId", case when r.withdrawn_at is not null then
       json_build_object('at', r.withdrawn_at, 'by', w.name, 'reason', r.withdraw_reason) end as withdrawn
     from report r left join person w on w.id = r.withdrawn_by where r.id = $1`,
    [id],
  );
  return row ?? null;
}

/** What stands on every page of a withdrawn report. */
export function withdrawnMark({ at, by }: NonNullable<ReportRow['withdrawn']>): string {
  const on = officialDay(dayInShanghai(new Date(at)));
  return reportWords.withdrawnMark[0].replace('{on}', on).replace('{by}', by ?? '');
}
