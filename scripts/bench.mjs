import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureServerBuilt } from './build.mjs';
import { root } from './commands.mjs';
import { ensureInstalled } from './install.mjs';
import { Refusal, run } from './terminal.mjs';

/** `npm run bench -- <name> [--rows N]`: prints JSON lines, each with its ratio to the bare work in the same run. */
await run(async () => {
  const [name, ...args] = process.argv.slice(2);
  const known = readdirSync(join(root, 'bench'))
    .filter((file) => file.endsWith('.bench.mjs'))
    .map((file) => file.replace('.bench.mjs', ''));
  if (!known.includes(name)) throw new Refusal(`npm run bench -- ${known.join(' | ')} [--rows N]`);
  await ensureInstalled();
  await ensureServerBuilt();
  const { bench } = await import(join(root, 'bench', `${name}.bench.mjs`));
  await bench(args);
});
