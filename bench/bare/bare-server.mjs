import { createServer } from 'node:http';
import pg from 'pg';

// The least that can stand between HTTP and the database: no sign-in, no rights, no checks; named statements, eight connections.

pg.types.setTypeParser(1082, (day) => day);
export const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 8,
  options: '-c role=xiaohao_app -c jit=off -c max_parallel_workers_per_gather=0',
});

const names = new Map();

/** Runs a statement under a name of its own, so that it is planned once per connection. */
export function ask(db, text, values = []) {
  if (!names.has(text)) names.set(text, `b${names.size}`);
  return db.query({ name: names.get(text), text, values });
}

/** @param {Record<string, (request: { query: URLSearchParams, body: any }) => Promise<unknown>>} routes by path */
export function serveBare(routes) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    if (url.pathname === '/ready') return response.end('ok');
    try {
      const answer = await routes[url.pathname]({ query: url.searchParams, body: await bodyOf(request) });
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(JSON.stringify(answer));
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  });
  server.listen(Number(process.env.PORT), '127.0.0.1');
  process.once('SIGTERM', () => {
    server.close();
    server.closeAllConnections();
    void pool.end();
  });
}

async function bodyOf(request) {
  if (request.method !== 'POST') return null;
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

export async function inTransaction(work) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const answer = await work(client);
    await client.query('commit');
    return answer;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
