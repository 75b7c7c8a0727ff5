import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { DataSource } from 'typeorm';
import { applicationDataSource, newId, select } from '@xiaohao/database';
import { FileStore } from '@xiaohao/files';
import { createSuiteDatabase, type SuiteDatabase } from '../support/suite-database.js';

let database: SuiteDatabase;
let db: DataSource;
let files: FileStore;
const dataFolder = mkdtempSync(join(tmpdir(), 'files-'));

beforeAll(async () => {
  database = await createSuiteDatabase();
  db = await applicationDataSource({ databaseUrl: database.appUrl }).initialize();
  files = new FileStore({ dataFolder }, db);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
  rmSync(dataFolder, { recursive: true });
});

const store = (content: string, name = '说明.txt') =>
  db.transaction((tx) => files.store(Buffer.from(content), { name, mediaType: 'text/html', createdBy: null }, tx));
const pathOf = (sha256: string) => join(dataFolder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);

describe('stored files', () => {
  it('come back as they were given, of the type they are, not the type they were said to be', async () => {
    const { id } = await store('整改已完成', '../整改\u202e说明.txt');
    const { file, stream } = await files.open(id, { verify: true });
    expect((await buffer(stream)).toString()).toBe('整改已完成');
    expect(file).toMatchObject({ id, name: '整改说明.txt', sizeBytes: 15, mediaType: 'text/plain; charset=utf-8' });
    expect((await files.read(id)).toString()).toBe('整改已完成');
  });

  it('given twice share their content and keep their own names', async () => {
    const [one, two] = [await store('同一份', '甲.txt'), await store('同一份', '乙.txt')];
    expect(one.sha256).toBe(two.sha256);
    const { file, stream } = await files.open(two.id);
    stream.destroy();
    expect(file.name).toBe('乙.txt');
  });

  it('have no row when the transaction is rolled back', async () => {
    const before = await select(db, 'select id from file');
    const rolledBack = db.transaction(async (tx) => {
      await files.store(Buffer.from('未提交'), { name: '未提交.txt', createdBy: null }, tx);
      throw new Error('changed its mind');
    });
    await expect(rolledBack).rejects.toThrow('changed its mind');
    expect(await select(db, 'select id from file')).toEqual(before);
  });

  it('are never taken for whole when their content was altered or is gone', async () => {
    const { id, sha256 } = await store('原件');
    writeFileSync(pathOf(sha256), '改件');
    await expect(files.read(id)).rejects.toMatchObject({ code: 'fileAltered', details: { name: '说明.txt' } });
    const { stream } = await files.open(id, { verify: true });
    await expect(buffer(stream)).rejects.toMatchObject({ code: 'fileAltered' });
    rmSync(pathOf(sha256));
    await expect(files.open(id)).rejects.toMatchObject({ code: 'fileAltered' });
  });

  it('that nobody stored are not found', async () => {
    await expect(files.open(newId())).rejects.toMatchObject({ code: 'notFound' });
  });
});
