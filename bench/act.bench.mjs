import pg from 'pg';
import { compare, connections } from './compare.mjs';

export const bare = 'bench/bare/act.mjs';
export const needs = ['history', 'search'];

/** A status change with its reason: version check, event, history, job. Each caller moves tickets of its own, versions rising. */
export async function bench(stage, rows) {
  const tickets = await movableTickets(stage.ownerUrl);
  const half = Math.floor(tickets.length / 2);
  const reviewOn = new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10);
  const suspend = { reason: '等待上级批复', reviewOn };
  await compare(
    { bench: 'act', scenario: 'suspend and resume', rows },
    {
      ours: {
        url: `${stage.apiUrl}/api/tickets/`,
        headers: { cookie: `xiaohao_session=${stage.tokens.inspection}` },
        next: moves(tickets.slice(0, half), (id, action, version) => ({
          path: `${id}/actions`,
          body: { action, version, input: action === 'suspend' ? suspend : {} },
        })),
      },
      bare: {
        url: `${stage.bareUrl}/act`,
        next: moves(tickets.slice(half), (id, action, version) => ({ body: { id, action, version } })),
      },
    },
  );
}

/** Hands each caller the next of its own tickets; the version rises with each success. */
function moves(tickets, call) {
  const own = Array.from({ length: connections }, (_, caller) => ({
    at: 0,
    tickets: tickets.filter((_, index) => index % connections === caller).map((id) => ({ id, version: 1 })),
  }));
  return (caller) => {
    const lane = own[caller];
    const ticket = lane.tickets[lane.at++ % lane.tickets.length];
    const action = ticket.version % 2 === 1 ? 'suspend' : 'resume';
    return { ...call(ticket.id, action, ticket.version), done: () => (ticket.version += 1) };
  };
}

async function movableTickets(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select id from ticket where kind = 'inspection_issue' and status = 'in_progress' order by md5(no) limit 8000`,
  );
  await client.end();
  return rows.map(({ id }) => id);
}
