import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import QueryStream from 'pg-query-stream';
import type { PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { select } from '@xiaohao/database';
import { backupFormat, formatLine as line, type RawJson } from './backup-format.js';
import { backupTables, type BackupTable } from './table-order.js';

/** Bytes of a stored file per line; a multiple of three, so that pieces join without padding in between. */
const pieceBytes = 3 * 64 * 1024;

/** Their rows go in the order of their ids, which is that of time: none comes before the one it refers to. */
const refersToItself: readonly string[] = ['unit', 'ticket', 'post'];

export interface BackupSummary {
  file: string;
  rows: number;
  files: number;
  bytes: number;
}

/**
 * Writes everything (rows as of one instant, stored files) into one file, streamed. The file appears under its name
 * only when it is complete and on the disk.
 */
export async function writeBackup(db: DataSource, filesFolder: string, target: string): Promise<BackupSummary> {
  await mkdir(dirname(target), { recursive: true });
  const unfinished = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`);
  const counts = { rows: 0, files: 0 };
  const runner = db.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    // One snapshot for all tables: what is written meanwhile is in the next backup, whole.
    await runner.query('begin isolation level repeatable read read only');
    const lines = Readable.from(backupLines(runner.manager, client, filesFolder, counts));
    await pipeline(lines, createGzip({ level: 4 }), createWriteStream(unfinished, { mode: 0o600 }));
    const handle = await open(unfinished, 'r+');
    await handle.sync();
    await handle.close();
    await rename(unfinished, target);
  } finally {
    await runner.query('rollback').catch(() => {});
    await runner.release();
    await rm(unfinished, { force: true });
  }
  return { file: target, ...counts, bytes: (await stat(target)).size };
}

async function* backupLines(
  snapshot: EntityManager,
  client: PoolClient,
  filesFolder: string,
  counts: { rows: number; files: number },
): AsyncGenerator<string> {
  const migrations = await select<{ name: string }>(snapshot, 'select name from migrations order by id');
  yield line({
    type: 'head',
    format: backupFormat,
    product: 'xiaohao',
    takenAt: new Date().toISOString(),
    migrations: migrations.map(({ name }) => name),
  });
  for (const table of await backupTables(snapshot)) {
    for await (const row of rowsOf(client, table)) {
      counts.rows += 1;
      yield line({ type: 'row', table: table.name, row });
    }
  }
  for await (const key of storedFiles(filesFolder)) {
    counts.files += 1;
    let pieces = 0;
    for await (const chunk of createReadStream(join(filesFolder, key), { highWaterMark: pieceBytes })) {
      pieces += 1;
      yield line({ type: 'file', key, piece: (chunk as Buffer).toString('base64') });
    }
    if (pieces === 0) yield line({ type: 'file', key, piece: '' });
  }
  yield line({ type: 'end', ...counts });
}

async function* rowsOf(client: PoolClient, table: BackupTable): AsyncGenerator<RawJson> {
  const columns = table.columns.map((column) => `t."${column}"`).join(', ');
  const order = refersToItself.includes(table.name) ? 'order by t.id' : '';
  const stream = client.query(
    new QueryStream(
      `select row_to_json(r)::text as row from (select ${columns} from "${table.name}" t ${order}) r`,
      [],
      {
        batchSize: 500,
      },
    ),
  );
  for await (const { row } of stream as AsyncIterable<{ row: RawJson }>) yield row;
}

async function* storedFiles(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    yield relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
  }
}
