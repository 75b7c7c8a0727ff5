import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureServerBuilt } from './build.mjs';
import { root } from './commands.mjs';
import { ensureInstalled } from './install.mjs';
import { Refusal, run } from './terminal.mjs';

/** `npm run bench -- NAME… [--rows N]`: prints JSON lines, each with its ratio to the bare work in the same run. */
await run(async () => {
  const { values, positionals: names } = parseArgs({ allowPositionals: true, options: { rows: { type: 'string' } } });
  const known = readdirSync(join(root, 'bench'))
    .filter((file) => file.endsWith('.bench.mjs'))
    .map((file) => file.replace('.bench.mjs', ''));
  if (!names.length || names.some((name) => !known.includes(name))) {
    throw new Refusal(`npm run bench -- ${known.join(' | ')} … [--rows N]: several names share one stage.`);
  }
  await ensureInstalled();
  await ensureServerBuilt();
  const benches = await Promise.all(names.map((name) => import(join(root, 'bench', `${name}.bench.mjs`))));
  const rows = Number(values.rows ?? benches[0].rowsByDefault ?? 100_000);
  // A bench that names no needs plays on no stage.
  for (const { bench } of benches.filter(({ needs }) => !needs)) await bench(rows);
  const staged = benches.filter(({ needs }) => needs);
  if (staged.length === 0) return;
  const { setStage } = await import(join(root, 'bench/stage.mjs'));
  const stage = await setStage({ rows, needs: [...new Set(staged.flatMap(({ needs }) => needs))] });
  try {
    for (const { bare, bench } of staged) await stage.beside(bare, (own) => bench(own, rows));
  } finally {
    await stage.close();
  }
});
