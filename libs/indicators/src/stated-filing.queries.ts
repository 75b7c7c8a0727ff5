import { execute, newId, select, type Queryable } from '@xiaohao/database';
import type { FilingAction, FilingStatus } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';

/** A filing as it stands: its last version, how far that has come, and what counts meanwhile. */
export interface StatedFiling {
  id: string;
  key: string;
  unitId: string;
  unitName: string;
  period: string;
  /** As the database keeps it, four decimals at most. */
  value: string;
  note: string | null;
  filedById: string | null;
  filedBy: string | null;
  version: number;
  filedAt: Date;
  status: FilingStatus;
  /** Why it was returned. */
  reason: string | null;
  accepted: { version: number; value: number; by: string | null; at: string } | null;
  evidence: { id: string; name: string; version: number }[];
}

const columns = `f.id, f.key, f.unit_id as "unitId", u.name as "unitName", f.period, f.value, f.note,
  f.filed_by as "filedById", p.name as "filedBy", f.version, f.updated_at as "filedAt", f.status, f.reason,
  case when f.accepted_version is not null then json_build_object('version', f.accepted_version,
    'value', f.accepted_value::float8, 'by', a.name, 'at', f.accepted_at) end as accepted,
  coalesce((select json_agg(json_build_object('id', e.id, 'name', d.name, 'version', e.version) order by e.id)
    from filing_evidence e join file d on d.id = e.file_id where e.filing_id = f.id and e.removed_at is null), '[]') as evidence`;
const joins = `join unit u on u.id = f.unit_id left join person p on p.id = f.filed_by
  left join person a on a.id = f.accepted_by`;

/** Present filings of one period, of one unit or of all. */
export function listFilings(db: Queryable, period: string, unitId: string | null): Promise<StatedFiling[]> {
  return select(
    db,
    `select ${columns} from indicator_filing f ${joins}
     where f.period = $1 and ($2::uuid is null or f.unit_id = $2) order by u.sort, u.name, f.unit_id`,
    [period, unitId],
  );
}

export function listFilingsById(db: Queryable, ids: readonly string[]): Promise<StatedFiling[]> {
  return select(db, `select ${columns} from indicator_filing f ${joins} where f.id = any($1::uuid[]) order by f.id`, [
    ids,
  ]);
}

/** Locks filings in one order, so that two who decide on the same ones never wait for each other. */
export async function lockFilings(tx: Queryable, ids: readonly string[]): Promise<void> {
  await select(tx, 'select id from indicator_filing where id = any($1::uuid[]) order by id for update', [ids]);
}

/** Those of the filings whose present version the person stated or submitted. */
export async function listOwnFilings(db: Queryable, ids: readonly string[], personId: string): Promise<Set<string>> {
  const rows = await select<{ id: string }>(
    db,
    `select f.id from indicator_filing f where f.id = any($1::uuid[]) and (f.filed_by = $2 or exists (
       select 1 from filing_event e where e.filing_id = f.id and e.version = f.version and e.actor_id = $2
         and e.action in ('save','file','submit')))`,
    [ids, personId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Writes the next version of a value; null where another version stands there than was looked at. */
export async function stateFiling(
  tx: Queryable,
  actor: Actor,
  filing: Pick<StatedFiling, 'key' | 'unitId' | 'period' | 'value' | 'status'> & {
    note?: string | null;
    version?: number;
  },
): Promise<string | null> {
  const { key, unitId, period, value, note, status, version } = filing;
  const [row] = await select<{ id: string }>(
    tx,
    `insert into indicator_filing (id, key, unit_id, period, value, note, filed_by, status)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (key, unit_id, period) do update set value = excluded.value, note = excluded.note,
       filed_by = excluded.filed_by, status = excluded.status, reason = null,
       version = indicator_filing.version + 1, updated_at = now()
     where $9::int is null or indicator_filing.version = $9
     returning id`,
    [newId(), key, unitId, period, value, note?.trim() || null, actor.personId, status, version],
  );
  return row?.id ?? null;
}

/** One step in the life of a filing. */
export interface FilingEvent {
  version: number;
  action: FilingAction | 'evidence' | 'remove_evidence';
  value: number;
  note: string | null;
  reason: string | null;
  /** Names of what was added or taken out. */
  files: string | null;
  by: string;
  at: Date;
}

export function listFilingEvents(db: Queryable, filingId: string): Promise<FilingEvent[]> {
  return select(
    db,
    `select version, action, value::float8 as value, note, reason, files, actor_name as by, at
     from filing_event where filing_id = $1 order by id`,
    [filingId],
  );
}

/** Writes the same step for each of the filings, of their version as it stands now. */
export async function appendFilingEvents(
  tx: Queryable,
  actor: Actor,
  ids: readonly string[],
  step: { action: FilingEvent['action']; reason?: string | null; files?: readonly string[] },
): Promise<void> {
  await execute(
    tx,
    `insert into filing_event (filing_id, version, action, value, note, reason, files, actor_id, actor_name)
     select f.id, f.version, $2, f.value, f.note, $3, $4, $5, $6 from indicator_filing f
     where f.id = any($1::uuid[]) order by f.id`,
    [ids, step.action, step.reason ?? null, step.files?.join('、') ?? null, actor.personId, actor.name],
  );
}

/** Adds files to a filing's present version. */
export async function addFilingEvidence(
  tx: Queryable,
  filing: Pick<StatedFiling, 'id' | 'version'>,
  fileIds: readonly string[],
  addedBy: string,
): Promise<void> {
  const rows = fileIds.map((fileId) => ({ id: newId(), fileId }));
  await execute(
    tx,
    `insert into filing_evidence (id, filing_id, version, file_id, added_by)
     select r.id, $2, $3, r."fileId", $4 from jsonb_to_recordset($1::jsonb) as r (id uuid, "fileId" uuid)`,
    [JSON.stringify(rows), filing.id, filing.version, addedBy],
  );
}

/** Takes a file out of sight; its row and content stay. */
export async function removeFilingEvidence(tx: Queryable, evidenceId: string, removedBy: string): Promise<void> {
  await execute(tx, 'update filing_evidence set removed_by = $2, removed_at = now() where id = $1', [
    evidenceId,
    removedBy,
  ]);
}
