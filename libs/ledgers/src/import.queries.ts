import type { EntityManager } from 'typeorm';
import { execute, publishLive, select, SqlParameters, type Queryable } from '@xiaohao/database';
import { kindsCoordinatedBy } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import type { ImportRecord, StoredRow } from './import-record.js';
import type { Decision } from './preview.js';
import type { RawCell } from './raw-row.js';

const columns = `i.id, i.status, i.progress, i.file_id as "fileId", i.file_name as "fileName", i.kind, i.options,
  i.failure, i.version, i.counts, i.created_by as "createdBy", i.created_at as "createdAt",
  i.committed_at as "committedAt", (select p.name from person p where p.id = i.created_by) as "createdByName"`;

/** One's own imports, and those of the kinds one coordinates; nobody else's exist. */
function accessible(actor: Actor, params: SqlParameters): string {
  const kinds = kindsCoordinatedBy(actor.roles);
  return `(i.created_by = ${params.add(actor.personId)}::uuid or i.kind = any(${params.add(kinds)}::text[]))`;
}

export async function getImport(db: Queryable, actor: Actor, id: string): Promise<ImportRecord> {
  return readImport(db, actor, id, '');
}

/** FOR UPDATE: whoever changes an import, a person or a job, waits for the other. */
export async function lockImport(tx: EntityManager, actor: Actor, id: string): Promise<ImportRecord> {
  return readImport(tx, actor, id, 'for update');
}

async function readImport(db: Queryable, actor: Actor, id: string, lock: string): Promise<ImportRecord> {
  const params = new SqlParameters();
  const wanted = params.add(id);
  const [record] = await select<ImportRecord>(
    db,
    `select ${columns}, i.sheets, i.ignored from ledger_import i
     where i.id = ${wanted}::uuid and ${accessible(actor, params)} ${lock}`,
    params.values,
  );
  if (!record) throw new AppError('notFound', { what: '导入记录' });
  return record;
}

/** For jobs, which act on what a person was already allowed to start; null when it is gone. */
export async function findImportForJob(db: Queryable, id: string, lock = ''): Promise<ImportRecord | null> {
  const [record] = await select<ImportRecord>(
    db,
    `select ${columns}, i.sheets, i.ignored from ledger_import i where i.id = $1 ${lock}`,
    [id],
  );
  return record ?? null;
}

export type ImportSummary = Omit<ImportRecord, 'sheets' | 'ignored'>;

/** The latest imports one may open, newest first. */
export function listImports(db: Queryable, actor: Actor): Promise<ImportSummary[]> {
  const params = new SqlParameters();
  return select<ImportSummary>(
    db,
    `select ${columns} from ledger_import i where ${accessible(actor, params)} order by i.created_at desc, i.id desc limit 100`,
    params.values,
  );
}

export interface ImportRow extends StoredRow {
  no: number;
  decision: Decision;
  ticketId: string | null;
}

/** All rows of an import, or those with one decision. */
export function listImportRows(
  db: Queryable,
  importId: string,
  decision: Decision | null = null,
): Promise<ImportRow[]> {
  return select<ImportRow>(
    db,
    `select no, decision, ticket_id as "ticketId", ticket->'preview' as preview, ticket->'raw' as raw,
       ticket->>'key' as key, ticket->'found' as found, ticket->'target' as target
     from ledger_import_row where import_id = $1 and ($2::text is null or decision = $2) order by no`,
    [importId, decision],
  );
}

/** Of a row that becomes a ticket the reading alone; its cells may be many times larger. */
export type CommitRow = Pick<ImportRow, 'no' | 'preview'>;

export function listCommitRows(db: Queryable, importId: string): Promise<CommitRow[]> {
  return select<CommitRow>(
    db,
    `select no, ticket->'preview' as preview from ledger_import_row
     where import_id = $1 and decision = 'create' order by no`,
    [importId],
  );
}

export interface ShownRow extends Pick<ImportRow, 'preview' | 'found' | 'target' | 'decision' | 'ticketId'> {
  /** Cells of the ticket's first row by column letters. */
  cells: Record<string, RawCell>;
}

/** What the page shows of the rows, or of some of them. */
export function listPreviews(db: Queryable, importId: string, nos: readonly number[] | null): Promise<ShownRow[]> {
  return select<ShownRow>(
    db,
    `select decision, ticket_id as "ticketId", ticket->'preview' as preview, ticket->'found' as found,
       ticket->'target' as target, ticket#>'{raw,rows,0,cells}' as cells
     from ledger_import_row where import_id = $1 and ($2::int[] is null or no = any($2)) order by no`,
    [importId, nos],
  );
}

/** A row per line of text: a recordset in JSON would be taken apart twice. Some hundred rows at once are best. */
export async function insertImportRows(
  tx: EntityManager,
  importId: string,
  rows: readonly (StoredRow & { no: number; decision: Decision })[],
): Promise<void> {
  const lines = rows.map(({ preview, raw, key, found, target }) => {
    return JSON.stringify({ preview, raw, key, found, target });
  });
  await execute(
    tx,
    `insert into ledger_import_row (import_id, no, ticket, decision)
     select $1, r.no, r.ticket::jsonb, r.decision
     from unnest($2::int[], string_to_array($3, E'\\n'), $4::text[]) as r (no, ticket, decision)`,
    [importId, rows.map(({ no }) => no), lines.join('\n'), rows.map(({ decision }) => decision)],
  );
}

export async function updateImportRow(
  tx: EntityManager,
  importId: string,
  row: StoredRow & { no: number; decision: Decision },
): Promise<void> {
  const { no, decision, preview, raw, key, found } = row;
  await execute(tx, 'update ledger_import_row set ticket = $3::jsonb, decision = $4 where import_id = $1 and no = $2', [
    importId,
    no,
    JSON.stringify({ preview, raw, key, found }),
    decision,
  ]);
}

export async function publishImport(
  db: Queryable,
  record: Pick<ImportRecord, 'id' | 'createdBy'>,
  status: string,
  progress: number,
): Promise<void> {
  await publishLive(db, { type: 'import', id: record.id, personId: record.createdBy, status, progress });
}
