import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface SuiteDatabase {
  name: string;
  ownerUrl: string;
  appUrl: string;
  drop(): Promise<void>;
}

/** A database of one suite's own: a copy of the template, migrated and holding the rows that ship with the product. */
export async function createSuiteDatabase(): Promise<SuiteDatabase> {
  const template = new URL(published('TEST_DATABASE_OWNER_URL'));
  const name = `t_${randomBytes(6).toString('hex')}`;
  // Files copied as they are take a third of the time of pages copied through the log.
  await maintain(template, `create database ${name} template ${template.pathname.slice(1)} strategy file_copy`);
  return {
    name,
    ownerUrl: renamed(template, name),
    appUrl: renamed(new URL(published('TEST_DATABASE_APP_URL')), name),
    // Whatever still holds a connection belongs to a test that has ended.
    drop: () => maintain(template, `drop database if exists ${name} with (force)`),
  };
}

function published(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests through npm test, or Jest with its globalSetup`);
  return value;
}

function renamed(url: URL, database: string): string {
  const copy = new URL(url);
  copy.pathname = `/${database}`;
  return copy.href;
}

/** From another database: one that somebody is connected to cannot be copied. */
async function maintain(url: URL, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: renamed(url, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
