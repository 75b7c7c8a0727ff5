import { readFileSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { root } from '../scripts/commands.mjs';
import { makeLedger } from './ledger-maker.mjs';
import { forgetMostMb, load, mostMb, print, round, secondsOf } from './measure.mjs';

export const bare = null;
export const needs = ['history', 'search'];

/**
 * A ledger uploaded, previewed and committed through the API and one worker. The preview is held against reading the same
 * cells and nothing else, the commit against a COPY: of the tickets alone, and of every row it wrote, history included.
 */
export async function bench(stage, largest) {
  const sizes = [{ rows: Math.min(5000, largest), rounds: 3 }];
  if (largest > 5000) sizes.push({ rows: largest, rounds: 1 });
  const client = new pg.Client({ connectionString: stage.ownerUrl });
  await client.connect();
  const worker = stage.startWorker();
  try {
    const run = importer(stage, client, worker.pid);
    await run(await makeLedger(200, 1));
    for (const { rows, rounds } of sizes) {
      const measured = [];
      for (let turn = 0; turn < rounds; turn += 1) {
        const file = await makeLedger(rows, rows + turn);
        const reads = await bareReads(file);
        const list = turn === 0 ? watchList(stage) : null;
        const ours = await run(file, list?.idle);
        const during = await list?.stop();
        measured.push({
          ...ours,
          ...reads,
          ...(await bareCopies(client, ours.id)),
          during,
          mb: file.length / 1024 ** 2,
        });
      }
      report({ rows, rounds }, measured);
    }
  } finally {
    await worker.stop();
    await client.end();
  }
}

function report(facts, measured) {
  const middle = (name) => round([...measured].sort((a, b) => a[name] - b[name])[measured.length >> 1][name]);
  const [preview, read, hucre, commit] = ['preview', 'read', 'hucre', 'commit'].map(middle);
  const [workerCpu, readCpu] = ['previewCpu', 'readCpu'].map(middle);
  const [copy, copyAll] = ['copyTickets', 'copyAll'].map(middle);
  const most = (name) => Math.max(...measured.map((one) => one[name]));
  // Of the last minute: above the number of cores others were at work, and seconds say little.
  const common = { bench: 'import', ...facts, mb: middle('mb'), machineLoad: round(loadavg()[0]) };
  print({ ...common, scenario: 'preview', seconds: preview, bareRead: read, hucre, ratio: round(preview / read) });
  // What other work on the machine cannot distort.
  print({
    ...common,
    scenario: 'processor time of the preview',
    workerCpu,
    readCpu,
    ratio: round(workerCpu / readCpu),
  });
  print({
    ...common,
    scenario: 'commit',
    seconds: commit,
    copyTickets: copy,
    copyAll,
    ratio: round(commit / copyAll),
    toTickets: round(commit / copy),
  });
  const { idle, busy } = measured[0].during;
  print({ ...common, scenario: 'list during preview and commit', idle, busy, ratio: round(busy.p95 / idle.p95) });
  const memory = { previewMb: most('previewMb'), commitMb: most('commitMb') };
  print({ ...common, scenario: 'most memory the worker held', ...memory, answerKb: most('answerKb') });
}

function importer(stage, client, workerPid) {
  const headers = { cookie: `xiaohao_session=${stage.tokens.inspection}` };
  const until = async (id, wanted) => {
    for (;;) {
      const { rows } = await client.query('select status, failure from ledger_import where id = $1', [id]);
      if (rows[0].status === wanted) return;
      if (rows[0].failure) throw new Error(JSON.stringify(rows[0].failure));
      await pause(20);
    }
  };
  return async (file, idle) => {
    await idle;
    const form = new FormData();
    form.set('kind', 'inspection_issue');
    form.set('file', new Blob([file]), '整改台账.xlsx');
    forgetMostMb(workerPid);
    const [began, cpuBefore] = [performance.now(), cpuSeconds(workerPid)];
    const uploaded = await fetch(`${stage.apiUrl}/api/imports`, { method: 'POST', headers, body: form });
    const { id } = JSON.parse(await body(uploaded));
    await until(id, 'ready');
    const [read, previewCpu] = [performance.now(), cpuSeconds(workerPid) - cpuBefore];
    const previewMb = mostMb(workerPid);
    forgetMostMb(workerPid);
    const answered = fetch(`${stage.apiUrl}/api/imports/${id}/commit`, { method: 'POST', headers }).then(body);
    await Promise.race([until(id, 'committed'), answered.then(() => until(id, 'committed'))]);
    const committed = performance.now();
    const answerKb = round((await answered).length / 1024);
    const seconds = { preview: (read - began) / 1000, commit: (committed - read) / 1000 };
    return { id, ...seconds, previewCpu, previewMb, commitMb: mostMb(workerPid), answerKb };
  };
}

async function body(response) {
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

/** Seconds that reading the same cells takes: our own reader, and another library that reads merges and formats too. */
async function bareReads(file) {
  const { readWorkbook } = await import(join(root, 'dist/libs/documents/src/index.js'));
  const { readXlsx } = await import('hucre/xlsx');
  const before = process.cpuUsage();
  const read = await secondsOf(() => readWorkbook(file));
  const { user, system } = process.cpuUsage(before);
  return { read, readCpu: (user + system) / 1e6, hucre: await secondsOf(() => readXlsx(file, { readStyles: true })) };
}

/** Every table an import writes, and how its rows are found. */
const written = {
  ticket: 'id',
  ticket_history: 'id',
  ticket_round: 'ticket_id',
  ticket_round_history: 'ticket_id',
  ticket_support_unit: 'ticket_id',
  ticket_person: 'ticket_id',
  measure: 'ticket_id',
  measure_history: 'ticket_id',
  progress_entry: 'ticket_id',
  progress_entry_history: 'ticket_id',
  event: 'ticket_id',
  ticket_search: 'ticket_id',
};

async function bareCopies(client, importId) {
  const took = {};
  for (const [table, key] of Object.entries(written)) {
    took[table] = await copyIntoTwin(
      client,
      table,
      `${key} in (select id from ticket where import_id = '${importId}')`,
    );
  }
  return { copyTickets: took.ticket, copyAll: Object.values(took).reduce((sum, one) => sum + one, 0) };
}

/** One COPY of the rows into an empty twin of the table: its indexes and checks, none of its triggers. */
async function copyIntoTwin(client, table, condition) {
  const { rows } = await client.query(
    `select string_agg(column_name, ', ' order by ordinal_position) as names, '/tmp/xiaohao-bench-' || txid_current() as file
     from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  const { names, file } = rows[0];
  await client.query(`copy (select ${names} from ${table} where ${condition}) to '${file}'`);
  await client.query(`create table bare_${table} (like ${table} including all)`);
  const took = await secondsOf(() => client.query(`copy bare_${table} (${names}) from '${file}'`));
  await client.query(`drop table bare_${table}`);
  rmSync(file);
  return took;
}

/** How long a list waits: first while nothing else is asked for, then until it is stopped. */
function watchList({ apiUrl, tokens }) {
  const headers = { cookie: `xiaohao_session=${tokens.inspection}` };
  const list = { url: `${apiUrl}/api/tickets?limit=25`, headers, connections: 2 };
  const idle = load({ ...list, seconds: 3 });
  const over = { now: false };
  const busy = idle.then(() => load({ ...list, seconds: Infinity, until: () => over.now }));
  return {
    idle,
    async stop() {
      over.now = true;
      return { idle: await idle, busy: await busy };
    },
  };
}

/** Both kinds of time stand behind the name in brackets, in hundredths. */
function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
