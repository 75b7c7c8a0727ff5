import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { ownerDataSource, select } from '@xiaohao/database';
import { buildBureau, type TestBureau } from './bureau.js';
import { createSuiteDatabase, type SuiteDatabase } from './suite-database.js';

const program = join(__dirname, '../../dist/apps/cli/src/main.js');

export interface CommandResult {
  code: number;
  out: string;
  error: string;
}

/** The command line as it is shipped, on a database of the suite's own with the small bureau. */
export interface CommandStage {
  database: SuiteDatabase;
  owner: DataSource;
  bureau: TestBureau;
  run(...args: string[]): Promise<CommandResult>;
  /** The same with other variables; undefined takes one away. */
  runWith(environment: Record<string, string | undefined>, ...args: string[]): Promise<CommandResult>;
  /** A path in the suite's folder. */
  file(name: string): string;
  write(name: string, content: Buffer | string): Promise<string>;
  json(name: string): Promise<any>;
  /** One number out of SQL. */
  count(sql: string, values?: unknown[]): Promise<number>;
  close(): Promise<void>;
}

export async function openCommandStage(today: string): Promise<CommandStage> {
  const database = await createSuiteDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'xiaohao-test-'));
  const owner = await ownerDataSource({ databaseAdminUrl: database.ownerUrl }).initialize();
  const bureau = await buildBureau(owner);
  const file = (name: string) => join(folder, name);
  const environment = {
    PATH: process.env['PATH'],
    DATABASE_URL: database.appUrl,
    DATABASE_ADMIN_URL: database.ownerUrl,
    XIAOHAO_DATA: file('data'),
    XIAOHAO_SECRET: 's'.repeat(64),
    XIAOHAO_TODAY: today,
  };
  const runWith: CommandStage['runWith'] = (other, ...args) =>
    new Promise((resolve) =>
      execFile(process.execPath, [program, ...args], { env: { ...environment, ...other } }, (failure, out, error) =>
        resolve({ code: failure ? Number(failure.code) : 0, out, error }),
      ),
    );
  return {
    database,
    owner,
    bureau,
    runWith,
    run: (...args) => runWith({}, ...args),
    file,
    async write(name, content) {
      await writeFile(file(name), content);
      return file(name);
    },
    json: async (name) => JSON.parse(await readFile(file(name), 'utf8')),
    count: async (sql, values = []) => Number((await select<{ count: string }>(owner, sql, values))[0]!.count),
    async close() {
      await owner.destroy();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a refusal looks like: one line on stderr that says it, nothing on stdout. */
export const refusalOf = (code: 1 | 2, text: string) => ({
  code,
  out: '',
  error: expect.stringMatching(new RegExp(`^[^\\n]*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[^\\n]*\\n$`)),
});
