import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import { ownerDataSource } from '@xiaohao/database';
import { buildBureau, openTestSession, type TestBureau } from './bureau.js';
import { createSuiteDatabase } from './suite-database.js';

export interface Answer {
  status: number;
  headers: Headers;
  body: any;
}

export interface Caller {
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  patch(path: string, body: unknown): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  upload(
    path: string,
    files: { name: string; content: Buffer | string; field?: string }[],
    fields?: Record<string, string>,
  ): Promise<Answer>;
  raw(path: string, options?: RequestInit): Promise<Response>;
}

export interface TestApi {
  url: string;
  owner: DataSource;
  appUrl: string;
  ownerUrl: string;
  dataFolder: string;
  bureau: TestBureau;
  /** A caller signed in as one of the bureau's people. */
  as(username: string): Caller;
  anonymous: Caller;
  stop(): Promise<void>;
}

interface BootOptions {
  environment?: Readonly<Record<string, string>>;
  build?: (owner: DataSource) => Promise<TestBureau>;
}

/** As an installation is before anybody has an account. */
export async function bootEmptyApi(today: string, pages: string | null = null): Promise<TestApi> {
  const build = async () => ({ units: {}, people: {}, sourceId: '', itemIds: [] }) as never;
  return bootApi(today, pages, { build });
}

/** The real application on a database of its own and a free port; `today` is fixed for the suite. `pages` is the built web app. */
export async function bootApi(
  today: string,
  pages: string | null = null,
  { environment = {}, build = buildBureau }: BootOptions = {},
): Promise<TestApi> {
  const database = await createSuiteDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'xiaohao-test-'));
  const owner = await ownerDataSource({ databaseAdminUrl: database.ownerUrl }).initialize();
  const bureau = await build(owner);
  const place = { appUrl: database.appUrl, ownerUrl: database.ownerUrl, dataFolder };
  const { app, url } = await listen(place, today, { pages, environment });
  const tokens = new Map<string, string>();
  for (const [username, id] of Object.entries(bureau.people)) tokens.set(username, await openTestSession(owner, id));
  return {
    url,
    owner,
    bureau,
    dataFolder,
    appUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    as: (username) => caller(url, tokens.get(username)!),
    anonymous: caller(url, null),
    async stop() {
      await app.close();
      await owner.destroy();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** One more process of the same installation. */
export async function bootBeside(api: TestApi, today: string): Promise<{ url: string; stop(): Promise<void> }> {
  const { app, url } = await listen(api, today, {});
  return { url, stop: () => app.close() };
}

type Place = Pick<TestApi, 'appUrl' | 'ownerUrl' | 'dataFolder'>;

async function listen(
  { appUrl, ownerUrl, dataFolder }: Place,
  today: string,
  { pages = null, environment = {} }: { pages?: string | null; environment?: BootOptions['environment'] },
) {
  const [{ AppModule }, { createApp }, { readConfig }] = await Promise.all([
    built<typeof import('../../apps/api/src/app.module.js')>('apps/api/src/app.module'),
    built<typeof import('../../apps/api/src/create-app.js')>('apps/api/src/create-app'),
    built<typeof import('@xiaohao/config')>('libs/config/src/index'),
  ]);
  const { environment: variables } = builtServer;
  const kept = { ...variables };
  Object.assign(variables, {
    DATABASE_URL: appUrl,
    DATABASE_ADMIN_URL: ownerUrl,
    XIAOHAO_DATA: dataFolder,
    XIAOHAO_SECRET: 's'.repeat(64),
    XIAOHAO_TODAY: today,
    LOG_LEVEL: 'fatal',
    HOST: '127.0.0.1',
    ...environment,
  });
  delete variables['REDIS_URL'];
  delete variables['SMTP_URL'];
  const app = await createApp(AppModule, readConfig(), pages);
  await app.listen(0, '127.0.0.1');
  for (const name of Object.keys(variables)) if (!(name in kept)) delete variables[name];
  Object.assign(variables, kept);
  return { app, url: (await app.getUrl()).replace('[::1]', '127.0.0.1') };
}

declare const builtServer: { load: (path: string) => Promise<unknown>; environment: NodeJS.ProcessEnv };

/** A part of the server as it runs; what a suite imports by itself is another copy, in a realm of its own. */
export const built = async <Module>(path: string) => (await builtServer.load(resolve(`dist/${path}.js`))) as Module;

/** A package as that server has it. */
export const packageOfServer = async <Module>(name: string) => (await builtServer.load(name)) as Module;

/** A program with a token instead of a person with a cookie. */
export function program(url: string, token: string): Caller {
  return callerWith(url, { authorization: `Bearer ${token}` });
}

export function caller(url: string, token: string | null): Caller {
  return callerWith(url, token ? { cookie: `xiaohao_session=${token}` } : {});
}

function callerWith(url: string, credential: Record<string, string>): Caller {
  const raw = (path: string, options: RequestInit = {}) =>
    fetch(url + path, { ...options, headers: { ...credential, ...(options.headers as Record<string, string>) } });
  const send = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const json =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return answer(await raw(path, { method, ...json }));
  };
  return {
    raw,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    patch: (path, body) => send('PATCH', path, body),
    delete: (path) => send('DELETE', path),
    put: (path, body) => send('PUT', path, body),
    async upload(path, files, fields = {}) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      for (const { name, content, field = 'file' } of files) form.append(field, new Blob([content as BlobPart]), name);
      return answer(await raw(path, { method: 'POST', body: form }));
    },
  };
}

async function answer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}
