import type { EntityManager } from 'typeorm';
import { execute, publishLive, select, SqlParameters, type Queryable } from '@xiaohao/database';
import { kindsCoordinatedBy, kindsRegisteredBy } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import type { ImportRecord, StoredRow } from './import-record.js';
import type { Decision, RowChoice } from '../reading/preview.js';
import type { RawCell } from '../reading/rows/raw-row.js';

/** Of one that is being stored its own row is locked, and still tells how it began. */
const progressSql = `case i.status when 'committing'
    then coalesce((select s.progress from import_storing s where s.import_id = i.id), 0) else i.progress end`;

const columns = `i.id, i.status, ${progressSql} as progress, i.file_id as "fileId", i.file_name as "fileName", i.kind, i.options,
  i.failure, i.version, i.counts, i.made_units as "madeUnits", i.created_by as "createdBy", i.created_at as "createdAt",
  i.committed_at as "committedAt", (select p.name from person p where p.id = i.created_by) as "createdByName",
  (select p.name from person p where p.id = i.committed_by) as "committedByName"`;

/**
 * One's own imports, once stored while one's posts register such tickets, and those of the kinds one coordinates; nobody
 * else's exist. An import of several kinds is `auto`.
 */
function accessible(actor: Actor, params: SqlParameters): string {
  const kinds = params.add(kindsCoordinatedBy(actor.roles));
  const registered = params.add([...kindsRegisteredBy(actor.roles), 'auto']);
  const own = `i.created_by = ${params.add(actor.personId)}::uuid and (i.committed_at is null or i.kind = any(${registered}::text[]))`;
  return `((${own}) or i.kind = any(${kinds}::text[]))`;
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

const rowColumns = `r.no, r.decision, r.ticket_id as "ticketId", r.ticket->'preview' as preview, r.ticket->'raw' as raw,
  r.key, r.ticket->'lacks' as lacks, r.ticket->'found' as found, r.ticket->'units' as units, r.ticket->'target' as target`;

/** All rows of an import, or those with one decision, in their order and part by part: memory has no room for many. */
export function importRowsInParts(
  db: Queryable,
  importId: string,
  decision: Decision | null,
  size: number,
): AsyncGenerator<ImportRow[]> {
  return inParts((behind) =>
    select<ImportRow>(
      db,
      `select ${rowColumns} from ledger_import_row r
       where r.import_id = $1 and ($2::text is null or r.decision = $2) and r.no > $3 order by r.no limit $4`,
      [importId, decision, behind, size],
    ),
  );
}

async function* inParts<Row extends { no: number }>(read: (behind: number) => Promise<Row[]>): AsyncGenerator<Row[]> {
  for (let rows = await read(0); rows.length > 0; rows = await read(rows.at(-1)!.no)) yield rows;
}

/** The tickets an import is to update. */
export async function listUpdatedIds(db: Queryable, importId: string): Promise<string[]> {
  const rows = await select<{ id: string }>(
    db,
    `select known_id as id from ledger_import_row where import_id = $1 and decision = 'update'`,
    [importId],
  );
  return rows.map(({ id }) => id);
}

/** Rows that begin at these places. */
export function listRowsAt(
  db: Queryable,
  importId: string,
  places: readonly { sheet: string; row: number }[],
): Promise<ImportRow[]> {
  return select<ImportRow>(
    db,
    `select ${rowColumns} from ledger_import_row r
     join (select distinct p.sheet, p.row from jsonb_to_recordset($2::jsonb) as p (sheet text, row int)) p
       on p.sheet = r.sheet and p.row = r.sheet_row
     where r.import_id = $1 order by r.no`,
    [importId, JSON.stringify(places.map(({ sheet, row }) => ({ sheet, row })))],
  );
}

/** Some rows of a sheet, from the one that holds this row of the sheet on. */
export function listRowsFrom(
  db: Queryable,
  importId: string,
  sheet: string,
  row: number,
  limit: number,
): Promise<ImportRow[]> {
  return select<ImportRow>(
    db,
    `select ${rowColumns} from ledger_import_row r
     where r.import_id = $1 and r.sheet = $2 and r.sheet_row >= coalesce(
       (select max(f.sheet_row) from ledger_import_row f where f.import_id = $1 and f.sheet = $2 and f.sheet_row <= $3), 0)
     order by r.sheet_row limit $4`,
    [importId, sheet, row, limit],
  );
}

/** Rows that name one of these units, by their plain names. */
export function listRowsNaming(db: Queryable, importId: string, names: readonly string[]): Promise<ImportRow[]> {
  return select<ImportRow>(
    db,
    `select ${rowColumns} from ledger_import_row r
     where r.import_id = $1 and exists (
       select from (select r.ticket#>>'{preview,leadUnit}' as name
         union all select jsonb_array_elements_text(r.ticket#>'{preview,supportUnits}')) n
       where regexp_replace(normalize(n.name, nfkc), '\\s+', '', 'g') = any($2)) order by r.no`,
    [importId, names],
  );
}

/** Rows beside these that tell the same, or of the same ticket. */
export function listRowsSharing(
  db: Queryable,
  importId: string,
  shared: { keys: readonly string[]; ticketIds: readonly string[] },
  besides: readonly number[],
): Promise<ImportRow[]> {
  return select<ImportRow>(
    db,
    `select ${rowColumns} from ledger_import_row r
     where r.import_id = $1 and (r.key = any($2) or r.known_id = any($3)) and r.no <> all($4) order by r.no`,
    [importId, shared.keys, shared.ticketIds, besides],
  );
}

/** Of a row that becomes a ticket the reading alone; its cells may be many times larger. */
export type CommitRow = Pick<ImportRow, 'no' | 'preview' | 'units'>;

/** The rows that become tickets, in the same way. */
export function commitRowsInParts(db: Queryable, importId: string, size: number): AsyncGenerator<CommitRow[]> {
  return inParts((behind) =>
    select<CommitRow>(
      db,
      `select no, ticket->'preview' as preview, ticket->'units' as units from ledger_import_row
       where import_id = $1 and decision = 'create' and no > $2 order by no limit $3`,
      [importId, behind, size],
    ),
  );
}

export interface ShownRow extends Pick<ImportRow, 'preview' | 'found' | 'target' | 'decision' | 'ticketId'> {
  /** Cells of the ticket's first row by column letters. */
  cells: Record<string, RawCell>;
}

const shownColumns = `decision, ticket_id as "ticketId", ticket->'preview' as preview, ticket->'found' as found,
  ticket->'target' as target, ticket#>'{raw,rows,0,cells}' as cells`;

/** What the page shows of the rows, or of some of them. */
export function listPreviews(db: Queryable, importId: string, nos: readonly number[] | null): Promise<ShownRow[]> {
  return select<ShownRow>(
    db,
    `select ${shownColumns} from ledger_import_row
     where import_id = $1 and ($2::int[] is null or no = any($2)) order by no`,
    [importId, nos],
  );
}

/** Whether a row `r` says something of its ticket that is left to a person; `holdsBack` is the same of a row at hand. */
export const heldSql = `(r.decision in ('update', 'unchanged')
  and jsonb_path_exists(r.ticket, '$.target.changes[*] ? (@.held != null)'))`;

/** The one group a row `r` is in; `groupOf` on the page is the same of a row at hand. */
const groupSql = `case when ${heldSql} then 'held' else r.decision end`;

/** Rows of one group; all where the parameter is null. */
export const chosenSql = (param: string) => `(${param}::text is null or ${groupSql} = ${param})`;

/** Some rows of one sheet, from a row of the sheet on. */
export function listPreviewsFrom(
  db: Queryable,
  importId: string,
  { sheet, decision, from, limit }: { sheet: string; decision: RowChoice | null; from: number; limit: number },
): Promise<ShownRow[]> {
  return select<ShownRow>(
    db,
    `select ${shownColumns} from ledger_import_row r
     where import_id = $1 and sheet = $2 and ${chosenSql('$3')} and sheet_row >= $4
     order by sheet_row limit $5`,
    [importId, sheet, decision, from, limit],
  );
}

/** In which rows tickets begin, by sheet and group; `someHeld`: a row is known to hold back. */
export function listOutline(
  db: Queryable,
  importId: string,
  someHeld: boolean,
): Promise<{ sheet: string; group: RowChoice; rows: number[] }[]> {
  return select(
    db,
    `select sheet, ${someHeld ? groupSql : 'r.decision'} as "group", array_agg(sheet_row order by sheet_row) as rows
     from ledger_import_row r where import_id = $1 group by 1, 2 order by min(no)`,
    [importId],
  );
}

/** A row per line of text: a recordset in JSON would be taken apart twice. Some hundred rows at once are best. */
export async function insertImportRows(
  tx: EntityManager,
  importId: string,
  rows: readonly (StoredRow & { no: number; decision: Decision })[],
): Promise<void> {
  const lines = rows.map(({ preview, raw, key, lacks, found, units, target }) => {
    return JSON.stringify({ preview, raw, key, lacks, found, units, target });
  });
  await execute(
    tx,
    `insert into ledger_import_row (import_id, no, ticket, decision)
     select $1, r.no, r.ticket::jsonb, r.decision
     from unnest($2::int[], string_to_array($3, E'\\n'), $4::text[]) as r (no, ticket, decision)`,
    [importId, rows.map(({ no }) => no), lines.join('\n'), rows.map(({ decision }) => decision)],
  );
}

/** Writes what is said of rows now, in one statement; what is not named stays. */
export async function updateImportRows(
  tx: EntityManager,
  importId: string,
  rows: readonly { no: number; decision: Decision; ticket: Partial<StoredRow> }[],
): Promise<void> {
  if (rows.length === 0) return;
  await execute(
    tx,
    `update ledger_import_row r set decision = c.decision, ticket = r.ticket || c.ticket
     from jsonb_to_recordset($2::jsonb) as c (no int, decision text, ticket jsonb)
     where r.import_id = $1 and r.no = c.no`,
    [importId, JSON.stringify(rows)],
  );
}

/** Notes how far storing has come, beside the transaction that stores; `null`: nothing is stored any more. */
export async function keepProgress(db: Queryable, importId: string, progress: number | null): Promise<void> {
  if (progress === null) await execute(db, 'delete from import_storing where import_id = $1', [importId]);
  else {
    await execute(
      db,
      `insert into import_storing (import_id, progress) values ($1, $2)
       on conflict (import_id) do update set progress = excluded.progress`,
      [importId, progress],
    );
  }
}

export async function publishImport(
  db: Queryable,
  record: Pick<ImportRecord, 'id' | 'createdBy'>,
  status: string,
  progress: number,
): Promise<void> {
  await publishLive(db, { type: 'import', id: record.id, personId: record.createdBy, status, progress });
}
