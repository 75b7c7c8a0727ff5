import { startPostgres, usePostgres } from '../../scripts/postgres.mjs';

/** Stands in for `npm start` (or, as a guest, for a command): `node supervisor.mjs start|use FOLDER`. */
const [mode, dataFolder] = process.argv.slice(2);
const begin = mode === 'use' ? usePostgres : startPostgres;
const settings = { fsync: 'off', shared_buffers: '16MB' };
try {
  const { ownerUrl, appUrl, home, pid, adopted, stop } = await begin({ dataFolder, settings });
  const idle = setInterval(() => {}, 60_000);
  process.once('SIGTERM', () => stop().then(() => clearInterval(idle)));
  process.once('SIGTERM', () => process.disconnect());
  process.send({ ownerUrl, appUrl, home, pid, adopted });
} catch (error) {
  process.send({ refused: error.message });
  process.exitCode = 1;
  process.disconnect();
}
