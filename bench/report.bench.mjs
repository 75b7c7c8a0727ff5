import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { root } from '../scripts/commands.mjs';
import { forgetMostMb, load, mostMb, print, round, secondsOf } from './measure.mjs';

export const bare = 'bench/bare/report.mjs';
export const needs = ['work', 'history', 'formerStates'];

const rounds = 5;
const figuresOfLargeDocument = 300;
/** PostgreSQL tells of its scans this long after a connection fell idle. */
const statisticsMs = 11_000;

/**
 * The half-year report built by the worker's own job. Its evaluation is held against one hand-written aggregate per group of
 * figures, which must give the same numbers; then the page of what stands behind a number, a document of 300 figures, the
 * annex of 5,000 tickets (of 100,000) and two reports held against each other.
 */
export async function bench(stage, rows) {
  const client = new pg.Client({ connectionString: stage.ownerUrl });
  await client.connect();
  const worker = stage.startWorker();
  try {
    const own = { ...stage, client, worker, call: caller(stage), ...lastHalfYear() };
    await build(own, { templateId: 'half-year' });
    const report = await figures(own, { bench: 'report', rows });
    await drillDown(own, { bench: 'report', rows }, report);
    await largeDocument(own, { bench: 'report', rows });
    await annex(own, { bench: 'report', rows });
    await comparison(own, { bench: 'report', rows });
  } finally {
    await worker.stop();
    await client.end();
  }
}

async function figures(stage, facts) {
  const measured = [];
  for (let turn = 0; turn < rounds; turn += 1) {
    const ours = await build(stage, { templateId: 'half-year' });
    const report = await stage.call(`/api/reports/${ours.id}`);
    const query = new URLSearchParams({ from: stage.from, until: stage.until, knownAt: report.knownAt });
    const bare = await (await fetch(`${stage.bareUrl}/figures?${query}`)).json();
    refuseDifferent(report, bare.figures);
    const total = Object.values(bare.seconds).reduce((sum, one) => sum + one, 0);
    measured.push({ ...ours, report, bare: total, groups: bare.seconds });
  }
  const middle = (of) => round(measured.map(of).sort((a, b) => a - b)[rounds >> 1], 3);
  const [ours, bare] = [middle(({ stages }) => stages.evaluate), middle((one) => one.bare)];
  // Above the number of cores others were at work, and seconds say little.
  const machineLoad = round(loadavg()[0]);
  const groups = Object.fromEntries(
    Object.keys(measured[0].groups).map((name) => [name, middle((one) => one.groups[name])]),
  );
  const { figures } = measured[0].report;
  const counted = figures.filter(({ source }) => source === 'tickets' || source === 'outcomes').length;
  print({
    ...facts,
    scenario: 'all figures of the half-year report, seconds',
    figures: figures.length,
    counted,
    machineLoad,
    ours,
    bare,
    groups,
    ratio: round(ours / bare),
  });
  print({
    ...facts,
    scenario: 'the whole build to a document, seconds',
    machineLoad,
    seconds: middle(({ seconds }) => seconds),
    stages: Object.fromEntries(Object.keys(stageEnds).map((name) => [name, middle(({ stages }) => stages[name])])),
    workerMb: Math.max(...measured.map(({ workerMb }) => workerMb)),
  });
  return measured[0].report;
}

/** The first page behind the figure with the most tickets; no scan of the whole table may lie under it. */
async function drillDown({ apiUrl, bareUrl, client, tokens }, facts, report) {
  const figure = [...report.figures].sort((a, b) => b.ticketCount - a.ticketCount)[0];
  const ours = {
    url: `${apiUrl}/api/reports/${report.id}/figures/${figure.key}/tickets?limit=50`,
    headers: { cookie: `xiaohao_session=${tokens.inspection}` },
  };
  const bare = { url: `${bareUrl}/tickets?report=${report.id}&figure=${figure.key}` };
  const how = { connections: 1, seconds: 4 };
  await load({ ...bare, ...how, seconds: 1 });
  await pause(statisticsMs);
  const before = await scansOfTicket(client);
  await load({ ...ours, ...how, seconds: 1 });
  const paged = await load({ ...ours, ...how });
  await pause(statisticsMs);
  const scans = (await scansOfTicket(client)) - before;
  const byHand = await load({ ...bare, ...how });
  print({
    ...facts,
    scenario: 'first page behind a number',
    figure: figure.key,
    tickets: figure.ticketCount,
    ours: paged,
    bare: byHand,
    ratio: round(paged.p50 / byHand.p50),
    fullScansOfTicket: scans,
  });
  if (scans > 0) throw new Error(`${scans} pages read the whole table of tickets.`);
}

async function scansOfTicket(client) {
  const { rows } = await client.query(
    `select seq_scan::int as scans from pg_stat_user_tables where relname = 'ticket'`,
  );
  return rows[0].scans;
}

/** Figures of the bureau's own beside those of the product, each at a place of its own. */
async function largeDocument(stage, facts) {
  const { figures } = await stage.call('/api/figures');
  const keys = figures.filter(({ source }) => source === 'tickets' || source === 'outcomes').map(({ key }) => key);
  for (const definition of ownDefinitions().slice(0, figuresOfLargeDocument - keys.length)) {
    await stage.call('/api/figures', definition);
    keys.push(definition.key);
  }
  const templateId = await addTemplate(stage, '三百数', keys);
  const { seconds, stages, workerMb } = await build(stage, { templateId });
  print({ ...facts, scenario: 'a document of 300 figures', figures: keys.length, seconds, stages, workerMb });
}

function ownDefinitions() {
  const kinds = ['hazard', 'public_report', 'key_task', 'supervision_item', 'env_inspection_issue'];
  const datings = ['raised', 'done', 'at_hand', 'due', 'overdue'];
  const states = [
    'done',
    'open',
    'under_way',
    'submitted',
    'due',
    'on_time',
    'late',
    'overdue',
    'original_due',
    'basic',
  ];
  const all = kinds.flatMap((kind) => datings.flatMap((dated) => states.map((state) => ({ kind, dated, state }))));
  return all.map(({ kind, dated, state }, at) => ({
    key: `own_${at}`,
    name: `自设数字${at}`,
    unit: '件',
    nature: 'flow',
    definition: { rules: [{ scope: 'period', counts: 'tickets', kinds: [kind], dated, state }] },
  }));
}

/** The former round alone: one ticket of twenty, each once. */
async function annex(stage, facts) {
  const templateId = await addTemplate(stage, '附表', ['inspection_issues']);
  const { id } = await build(stage, {
    templateId,
    asOf: new Date().toISOString().slice(0, 10),
    parameters: { source: '第一轮巡察' },
  });
  const { figures } = await stage.call(`/api/reports/${id}`);
  forgetMostMb(stage.apiPid);
  let bytes;
  const seconds = await secondsOf(async () => {
    const headers = { cookie: `xiaohao_session=${stage.tokens.inspection}` };
    bytes = await body(await fetch(`${stage.apiUrl}/api/reports/${id}/annex.xlsx`, { headers }));
  });
  print({
    ...facts,
    scenario: 'annex',
    tickets: figures[0].ticketCount,
    seconds: round(seconds),
    mb: round(bytes.length / 1024 ** 2),
    apiMb: mostMb(stage.apiPid),
  });
}

/**
 * Every difference between two reports explained, of one period with work done in between and of two periods; held
 * against the bare differences of the sets of tickets.
 */
async function comparison(stage, facts) {
  const earlier = await build(stage, { templateId: 'half-year' });
  const { rowCount } = await stage.client.query(
    `update ticket set status = 'closed', submitted_on = $1, closed_on = $1, closed_on_time = due_on >= $1
     where closed_on is null and accepted_on is null and raised_on < $1 and ltrim(substr(no, 9), '0')::int % 3 = 0`,
    [stage.until],
  );
  const later = await build(stage, { templateId: 'half-year' });
  const former = await build(stage, { templateId: 'half-year', period: formerPeriod(stage.period) });
  await compared(stage, { ...facts, scenario: 'two reports of one period', closedBetween: rowCount }, [earlier, later]);
  await compared(stage, { ...facts, scenario: 'two reports of two periods' }, [former, later]);
}

async function compared({ call, client }, facts, [one, other]) {
  const measured = [];
  for (let turn = 0; turn < rounds; turn += 1) {
    let comparison;
    const ours = await secondsOf(async () => {
      comparison = await call(`/api/reports/${one.id}/compare/${other.id}`);
    });
    const bare = await secondsOf(() => client.query(bareDifferences, [one.id, other.id]));
    measured.push({ ours, bare, comparison });
  }
  const middle = (of) => round(measured.map(of).sort((a, b) => a - b)[rounds >> 1], 3);
  const [ours, bare] = [middle((turn) => turn.ours), middle((turn) => turn.bare)];
  const changes = measured[0].comparison.figures.flatMap((figure) => figure.changes);
  const tickets = changes.reduce((sum, { count }) => sum + count, 0);
  const unnamed = changes.filter(({ reason }) => reason === 'other').reduce((sum, { count }) => sum + count, 0);
  print({ ...facts, tickets, unnamed, machineLoad: round(loadavg()[0]), ours, bare, ratio: round(ours / bare) });
}

const bareDifferences = `
  with a as (select key, unnest(ticket_ids) as id from report_figure where report_id = $1),
    b as (select key, unnest(ticket_ids) as id from report_figure where report_id = $2)
  select key, count(*) from ((table a except table b) union all (table b except table a)) d group by key`;

/** A paragraph per figure. */
async function addTemplate({ apiUrl, tokens }, name, keys) {
  const { writeOfficialDocument } = await import(join(root, 'dist/libs/documents/src/index.js'));
  const blocks = keys.map((key) => ({ kind: 'paragraph', runs: [{ text: `${key}为{${key}}。` }] }));
  const file = await writeOfficialDocument({ title: name, addressee: '', blocks }, new Date(0));
  const form = new FormData();
  form.set('file', new Blob([file]), `${name}.docx`);
  const headers = { cookie: `xiaohao_session=${tokens.inspection}` };
  return JSON.parse(await body(await fetch(`${apiUrl}/api/report-templates`, { method: 'POST', headers, body: form })))
    .id;
}

/** Which per cent of the build ends a stage of it. */
const stageEnds = { prepare: 10, evaluate: 50, lists: 70, document: 90, store: 100 };

/** Orders a report and hears of its progress as pages do. */
async function build({ client, call, worker, period }, order) {
  const heard = new Map();
  const listen = ({ payload }) => {
    const { type, id, progress, status } = JSON.parse(payload);
    if (type === 'report') heard.set(`${id} ${status === 'failed' ? 'failed' : progress}`, performance.now());
  };
  client.on('notification', listen);
  await client.query('listen live');
  forgetMostMb(worker.pid);
  const began = performance.now();
  const { id } = await call('/api/reports', { period, ...order });
  while (!heard.has(`${id} 100`)) {
    if (heard.has(`${id} failed`)) throw new Error(JSON.stringify((await call(`/api/reports/${id}`)).failure));
    await pause(5);
  }
  client.off('notification', listen);
  let last = began;
  const stages = {};
  for (const [name, percent] of Object.entries(stageEnds)) {
    const at = heard.get(`${id} ${percent}`);
    stages[name] = round((at - last) / 1000, 3);
    last = at;
  }
  return { id, seconds: round((last - began) / 1000, 3), stages, workerMb: mostMb(worker.pid) };
}

function refuseDifferent({ figures }, bare) {
  const values = new Map(figures.map(({ key, value }) => [key, value]));
  const differing = Object.keys(bare).filter((key) => values.get(key) !== bare[key]);
  if (differing.length > 0) {
    const words = differing.map((key) => `${key}: ${values.get(key)} here, ${bare[key]} by hand`);
    throw new Error(`The same figures do not agree: ${words.join('; ')}`);
  }
}

/** JSON in and out as the inspection office; a body is posted. */
function caller({ apiUrl, tokens }) {
  const headers = { cookie: `xiaohao_session=${tokens.inspection}`, 'content-type': 'application/json' };
  return async (path, sent) => {
    const options = sent ? { method: 'POST', headers, body: JSON.stringify(sent) } : { headers };
    return JSON.parse(await body(await fetch(apiUrl + path, options)));
  };
}

async function body(response) {
  const content = Buffer.from(await response.arrayBuffer());
  if (!response.ok) throw new Error(`${response.status} ${response.url}: ${content}`);
  return content;
}

const formerPeriod = (period) => (period.endsWith('H2') ? `${period.slice(0, 4)}H1` : `${period.slice(0, 4) - 1}H2`);

/** The latest half-year that is over. */
function lastHalfYear() {
  const now = new Date();
  const [year, half] = now.getMonth() < 6 ? [now.getFullYear() - 1, 2] : [now.getFullYear(), 1];
  const [from, until] = half === 1 ? ['01-01', '06-30'] : ['07-01', '12-31'];
  return { period: `${year}H${half}`, from: `${year}-${from}`, until: `${year}-${until}` };
}
