import { select, type Queryable } from '@xiaohao/database';
import type { FigureDefinition } from '@xiaohao/domain';
import type { ContentBlock } from '../building/report-content.js';
import type { FigureDetail } from '../figures/figure-values.js';
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
