import type { EntityManager } from 'typeorm';
import { execute } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import type { JobQueue } from '@xiaohao/jobs';
import type { Actor } from '@xiaohao/org';
import type { ImportOptions, ImportRecord } from './import-record.js';
import { findImportForJob, getImport, lockImport, publishImport } from './import.queries.js';

/**
 * Gives up what is under way: a new reading goes back to the one before, a first reading ends, storing goes back to the
 * preview. Of storing and giving it up the first wins; nothing is ever stored by half.
 */
export async function cancelImport(tx: EntityManager, jobs: JobQueue, actor: Actor, id: string): Promise<void> {
  // Not locked yet: a job that stores holds the row until its end, and must hear of this before.
  const { status } = await getImport(tx, actor, id);
  if (status === 'committing') return cancelCommit(tx, jobs, id);
  const record = await lockImport(tx, actor, id);
  const { before } = record.options;
  const beingRead = record.status === 'queued' || record.status === 'running';
  if (!beingRead && !(record.status === 'failed' && before)) throw new AppError('importNotUnderWay', { status });
  await jobs.drop(tx, 'import.read', { importId: id });
  if (before) await backTo(tx, record, 'ready', before, null);
  else await backTo(tx, record, 'failed', record.options, new AppError('importCancelled'));
}

async function cancelCommit(tx: EntityManager, jobs: JobQueue, id: string): Promise<void> {
  const dropped = await jobs.drop(tx, 'import.commit', { importId: id });
  const record = await findImportForJob(tx, id, 'for update skip locked');
  // The job is at work. It loses its claim to the outbox and takes the import back itself.
  if (!record && dropped > 0) return;
  if (record?.status !== 'committing') throw new AppError('alreadyCommitted');
  await backTo(tx, record, 'ready', record.options, null);
}

async function backTo(
  tx: EntityManager,
  record: ImportRecord,
  status: 'ready' | 'failed',
  options: ImportOptions,
  failure: AppError | null,
): Promise<void> {
  const said = failure && { code: failure.code, message: failure.message, details: failure.details };
  await execute(
    tx,
    `update ledger_import set status = $2, progress = 100, options = $3::jsonb, failure = $4::jsonb, version = version + 1
     where id = $1`,
    [record.id, status, JSON.stringify(options), said && JSON.stringify(said)],
  );
  await publishImport(tx, record, status, 100);
}
