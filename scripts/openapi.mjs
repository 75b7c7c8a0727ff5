import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureServerBuilt } from './build.mjs';
import { quietly, root, tool } from './commands.mjs';
import { ensureInstalled } from './install.mjs';
import { run } from './terminal.mjs';

const description = join(root, 'apps/api/openapi.json');
const client = join(root, 'apps/web/src/api/schema.ts');

/**
 * `npm run openapi` writes the description of the API and the types of the web client from it; both are committed.
 * `npm run openapi -- --check` writes nothing and fails where one of them is stale.
 */
await run(async () => {
  await ensureInstalled();
  await ensureServerBuilt();
  const check = process.argv.includes('--check');
  const before = [read(description), read(client)];
  writeFileSync(description, `${JSON.stringify(await describe(), null, 2)}\n`);
  await quietly('Writing the web client', [...tool('openapi-typescript/bin/cli.js'), description, '-o', client]);
  const stale = [description, client].filter((file, at) => read(file) !== before[at]);
  if (!check) return 0;
  [description, client].forEach((file, at) => before[at] !== null && writeFileSync(file, before[at]));
  if (stale.length > 0) process.stdout.write('Stale: run npm run openapi and commit what it writes.\n');
  return stale.length > 0 ? 1 : 0;
});

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Reads the routes and their shapes without starting anything: no database is needed. */
async function describe() {
  await import('reflect-metadata');
  const { NestFactory } = await import('@nestjs/core');
  const { FastifyAdapter } = await import('@nestjs/platform-fastify');
  const compiled = (name) => import(pathToFileURL(join(root, 'dist/apps/api/src', name)).href);
  const { AppModule } = await compiled('app.module.js');
  const { openApiDocument } = await compiled('create-app.js');
  const app = await NestFactory.create(AppModule, new FastifyAdapter(), { preview: true, logger: false });
  app.setGlobalPrefix('api', { exclude: ['/metrics'] });
  return openApiDocument(app);
}
