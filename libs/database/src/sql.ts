import { createHash } from 'node:crypto';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';

/** Where a statement runs: inside a transaction, or on any connection of the pool. */
export type Queryable = DataSource | EntityManager;

/** More distinct texts than this are sent unnamed: every connection keeps each named plan. */
const namedStatementLimit = 400;
const names = new Map<string, string>();

/**
 * Runs one parameterised statement as a named prepared statement and returns its raw rows.
 * Planning a list's joins costs more than running them; a name lets PostgreSQL plan once per connection.
 * `date` columns come as 'YYYY-MM-DD', `numeric` and `bigint` as strings, `timestamptz` as Date.
 */
export async function select<Row>(db: Queryable, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const { rows } = await run<Row>(db, text, values);
  return rows;
}

/** Runs one statement and returns how many rows it touched. */
export async function execute(db: Queryable, text: string, values: readonly unknown[] = []): Promise<number> {
  const { rowCount } = await run(db, text, values);
  return rowCount ?? 0;
}

async function run<Row>(db: Queryable, text: string, values: readonly unknown[]) {
  const connection = await connectionOf(db);
  return connection.query<Row & QueryResultRow>({ name: nameOf(text), text, values: [...values] });
}

async function connectionOf(db: Queryable): Promise<Pool | PoolClient> {
  if (db instanceof DataSource) return (db.driver as unknown as { master: Pool }).master;
  if (db.queryRunner) return (await db.queryRunner.connect()) as PoolClient;
  return (db.dataSource.driver as unknown as { master: Pool }).master;
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= namedStatementLimit) return known;
  const name = `x${createHash('sha1').update(text).digest('hex').slice(0, 20)}`;
  names.set(text, name);
  return name;
}
