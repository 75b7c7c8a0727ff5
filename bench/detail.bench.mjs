import pg from 'pg';
import { compare } from './compare.mjs';

export const bare = 'bench/bare/detail.mjs';
export const needs = ['history'];

const shown = 5000;

/** One ticket with all that hangs on it, then its timeline; another ticket at each call. */
export async function bench(stage, rows) {
  const ids = await someTickets(stage.ownerUrl);
  let at = 0;
  const nextId = () => ids[at++ % ids.length];
  const headers = { cookie: `xiaohao_session=${stage.tokens.inspection}` };
  await compare(
    { bench: 'detail', scenario: 'a ticket with all its parts', rows },
    {
      ours: { url: `${stage.apiUrl}/api/tickets/`, headers, next: () => ({ path: nextId() }) },
      bare: { url: `${stage.bareUrl}/ticket?id=`, next: () => ({ path: nextId() }) },
    },
  );
  await compare(
    { bench: 'detail', scenario: 'its timeline', rows },
    {
      ours: { url: `${stage.apiUrl}/api/tickets/`, headers, next: () => ({ path: `${nextId()}/events` }) },
      bare: { url: `${stage.bareUrl}/events?id=`, next: () => ({ path: nextId() }) },
    },
  );
}

async function someTickets(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select id from ticket where kind = 'inspection_issue' order by md5(no) limit ${shown}`,
  );
  await client.end();
  return rows.map(({ id }) => id);
}
