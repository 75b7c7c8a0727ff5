import { compare, connections } from './compare.mjs';
import { load, median, print, round } from './measure.mjs';

export const bare = 'bench/bare/list.mjs';
export const needs = [];

const rounds = 3;
const seconds = 4;

/** The ledger's list against the same question behind a bare Node server, in turn, on the same data. */
export async function bench(stage, rows) {
  const { unitId } = stage.tokens;
  const calls = [
    {
      scenario: 'open and overdue of a section, 25 rows and total',
      ours: { url: `${stage.apiUrl}/api/tickets?leadUnitId=${unitId}&overdue=true`, as: 'head' },
      bare: `${stage.bareUrl}/section?unit=${unitId}`,
    },
    {
      scenario: 'whole bureau by kind and status, 25 rows and capped total',
      ours: { url: `${stage.apiUrl}/api/tickets?kind=inspection_issue&status=closed`, as: 'inspection' },
      bare: `${stage.bareUrl}/bureau`,
    },
  ];
  for (const { scenario, ours, bare } of calls) {
    const headers = { cookie: `xiaohao_session=${stage.tokens[ours.as]}` };
    await compare({ bench: 'list', scenario, rows }, { ours: { url: ours.url, headers }, bare: { url: bare } });
  }
  await deepPage(stage, rows);
}

/** A deep page by keyset costs what the first page costs. */
async function deepPage(stage, rows) {
  const headers = { cookie: `xiaohao_session=${stage.tokens.inspection}` };
  const address = `${stage.apiUrl}/api/tickets?kind=inspection_issue&status=closed&limit=200`;
  let cursor = '';
  for (let page = 0; page < Math.min(200, rows / 1000); page += 1) {
    const answer = await fetch(`${address}${cursor}`, { headers }).then((response) => response.json());
    if (!answer.nextCursor) break;
    cursor = `&cursor=${answer.nextCursor}`;
  }
  const first = `${stage.apiUrl}/api/tickets?kind=inspection_issue&status=closed`;
  const measured = { first: [], deep: [] };
  for (let turn = 0; turn < rounds; turn += 1) {
    measured.first.push(await load({ url: first, headers, connections, seconds }));
    measured.deep.push(await load({ url: `${first}${cursor}`, headers, connections, seconds }));
  }
  const [one, deep] = [median(measured.first), median(measured.deep)];
  print({
    bench: 'list',
    scenario: 'deep page against the first',
    rows,
    connections,
    first: one,
    deep,
    ratio: round(deep.rps / one.rps),
  });
}
