import { createReadStream } from 'node:fs';
import { appendFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { DataSource, EntityManager } from 'typeorm';
import { execute, select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { backupFormat, parseLine, type BackupLine, type RawJson } from './backup-format.js';
import { backupTables, notKept, type BackupTable } from './table-order.js';

const rowsAtOnce = 500;
/** Paths inside a backup: two hexadecimal levels and a hash, nothing that could leave the folder. */
const fileKey = /^[0-9a-z]+(\/[0-9a-z]+)*$/;

/**
 * Replaces everything by a backup, in one transaction: it succeeds whole or changes nothing.
 * Needs the owner's connection (triggers rest meanwhile: history comes from the backup, not from the restore) and a
 * schema with exactly the backup's migrations. Files come first; a file too many does no harm, one too few would.
 */
export async function restoreBackup(
  owner: DataSource,
  filesFolder: string,
  source: string,
): Promise<{ rows: number; files: number; takenAt: string }> {
  let summary: { rows: number; files: number; takenAt: string } | null = null;
  await owner.transaction(async (tx) => {
    const tables = new Map((await backupTables(tx)).map((table) => [table.name, table]));
    await emptyTables(tx, [...tables.keys()]);
    const counts = { rows: 0, files: 0 };
    let takenAt = '';
    const waiting: { table: BackupTable | null; rows: RawJson[] } = { table: null, rows: [] };
    const flush = async () => {
      if (waiting.table) await insertRows(tx, waiting.table, waiting.rows);
      waiting.rows = [];
    };
    const pieces = new FilePieces(filesFolder);
    for await (const entry of readLines(source)) {
      if (entry.type === 'head') {
        await refuseOtherSchema(tx, entry);
        takenAt = entry.takenAt;
      } else if (entry.type === 'row') {
        const table = tables.get(entry.table);
        if (!table) throw damaged(`table ${entry.table}`);
        if (waiting.table !== table || waiting.rows.length >= rowsAtOnce) await flush();
        waiting.table = table;
        waiting.rows.push(entry.row);
        counts.rows += 1;
      } else if (entry.type === 'file') {
        if (await pieces.add(entry.key, entry.piece)) counts.files += 1;
      } else {
        await flush();
        await pieces.finish();
        if (entry.rows !== counts.rows || entry.files !== counts.files) throw damaged('counts');
        summary = { ...counts, takenAt };
      }
    }
    if (!summary) throw damaged('end');
    await settle(tx, [...tables.values()]);
  });
  return summary!;
}

async function* readLines(source: string): AsyncGenerator<BackupLine> {
  const input = createReadStream(source);
  const gunzip = createGunzip();
  input.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const text of createInterface({ input: input.pipe(gunzip), crlfDelay: Infinity })) {
      if (text) yield parseLine(text);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new AppError('notFound', { what: source });
    if (error instanceof AppError) throw error;
    throw damaged((error as Error).message);
  }
}

async function refuseOtherSchema(tx: EntityManager, head: BackupLine & { type: 'head' }): Promise<void> {
  if (head.format !== backupFormat || head.product !== 'xiaohao') throw damaged('head');
  const rows = await select<{ name: string }>(tx, 'select name from migrations order by id');
  const here = rows.map(({ name }) => name).join(',');
  if (here !== head.migrations.join(',')) {
    throw new AppError('backupOtherVersion', { theirs: head.migrations.at(-1), ours: rows.at(-1)?.name });
  }
}

/** Triggers rest until the transaction ends; `session` too, so that nobody goes on with rights of before. */
async function emptyTables(tx: EntityManager, tables: string[]): Promise<void> {
  for (const table of tables) await tx.query(`alter table "${table}" disable trigger user`);
  await tx.query(`truncate ${[...tables, ...notKept].map((table) => `"${table}"`).join(', ')}`);
}

async function insertRows(tx: EntityManager, table: BackupTable, rows: RawJson[]): Promise<void> {
  const columns = table.columns.map((column) => `"${column}"`).join(', ');
  const overriding = table.identity ? 'overriding system value' : '';
  await execute(
    tx,
    `insert into "${table.name}" (${columns}) ${overriding}
     select ${columns} from jsonb_populate_recordset(null::"${table.name}", $1::jsonb)`,
    [`[${rows.join(',')}]`],
  );
}

/** Triggers on again, sequences past what came back, and jobs that were under way handed to the queue anew. */
async function settle(tx: EntityManager, tables: BackupTable[]): Promise<void> {
  for (const { name, identity } of tables) {
    await tx.query(`alter table "${name}" enable trigger user`);
    if (identity) {
      await tx.query(
        `select setval(pg_get_serial_sequence('"${name}"', '${identity}'), coalesce(max("${identity}"), 0) + 1, false) from "${name}"`,
      );
    }
  }
  await tx.query('update outbox set relayed_at = null where done_at is null');
}

/** Joins a file's pieces under a temporary name and puts it in place when the next one begins. */
class FilePieces {
  private key: string | null = null;

  constructor(private readonly folder: string) {}

  /** Returns true when this piece begins a file. */
  async add(key: string, piece: string): Promise<boolean> {
    if (!fileKey.test(key)) throw damaged(`file ${key}`);
    const begins = key !== this.key;
    if (begins) {
      await this.finish();
      this.key = key;
      await mkdir(dirname(join(this.folder, key)), { recursive: true, mode: 0o700 });
      await rm(this.unfinished(key), { force: true });
    }
    await appendFile(this.unfinished(key), Buffer.from(piece, 'base64'), { mode: 0o600 });
    return begins;
  }

  async finish(): Promise<void> {
    if (this.key) await rename(this.unfinished(this.key), join(this.folder, this.key));
    this.key = null;
  }

  private unfinished(key: string): string {
    return `${join(this.folder, key)}.part`;
  }
}

function damaged(what: string): AppError {
  return new AppError('backupDamaged', { what });
}
