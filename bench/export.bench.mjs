import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/commands.mjs';
import { load, print, round } from './measure.mjs';

export const bare = 'bench/bare/export.mjs';
export const needs = [];
export const rowsByDefault = 150000;

const rounds = 3;

/** What the inspection office sees, two tickets of three, as a workbook, against a bare reader and writer of the same cells; and who else is answered meanwhile. */
export async function bench(stage) {
  const headers = { cookie: `xiaohao_session=${stage.tokens.inspection}` };
  const ours = `${stage.apiUrl}/api/exports/ledger.xlsx?layout=general`;
  const list = { url: `${stage.apiUrl}/api/tickets?limit=25`, headers, connections: 4 };
  const written = await rowsIn(ours, headers);
  const measured = { ours: [], bare: [] };
  for (let turn = 0; turn < rounds; turn += 1) {
    measured.bare.push(await download(`${stage.bareUrl}/export`, {}));
    measured.ours.push(await download(ours, headers, stage.apiPid));
  }
  const [one, bare] = [middle(measured.ours), middle(measured.bare)];
  print({
    bench: 'export',
    scenario: 'general layout to the last byte',
    rows: written,
    ours: one,
    bare,
    ratio: round(one.seconds / bare.seconds),
  });
  const idle = await load({ ...list, seconds: 4 });
  let busy = true;
  const exporting = download(ours, headers).finally(() => (busy = false));
  const during = await load({ ...list, seconds: Math.max(1, Math.floor(one.seconds)) });
  print({
    bench: 'export',
    scenario: 'list during an export',
    rows: written,
    idle,
    during,
    stillExporting: busy,
    ratio: round(during.p95 / idle.p95),
  });
  await exporting;
}

/** Also warms both sides: how many tickets the file really holds. */
async function rowsIn(url, headers) {
  const file = Buffer.from(await (await fetch(url, { headers })).arrayBuffer());
  const { readWorkbook } = await import(join(root, 'dist/libs/documents/src/index.js'));
  const { sheets } = await readWorkbook(file);
  return sheets[0].rows.filter(({ cells }) => /^[A-Z]{2}-\d{4}-\d+$/.test(cells.at(-1)?.text ?? '')).length;
}

const middle = (all) => [...all].sort((a, b) => a.seconds - b.seconds)[Math.floor(all.length / 2)];
const residentMb = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

/** Seconds to the first and last byte; with a process, what it held beyond what it held before. */
async function download(url, headers, pid = null) {
  const before = pid && residentMb(pid);
  let most = before;
  const watch = pid && setInterval(() => (most = Math.max(most, residentMb(pid))), 50);
  const began = performance.now();
  const response = await fetch(url, { headers });
  let first = null;
  let bytes = 0;
  for await (const chunk of response.body) {
    first ??= performance.now();
    bytes += chunk.length;
  }
  clearInterval(watch);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  const seconds = (at) => round((at - began) / 1000);
  const memory = pid ? { addedMb: round(most - before) } : {};
  return { seconds: seconds(performance.now()), firstByte: seconds(first), mb: round(bytes / 1024 ** 2), ...memory };
}
