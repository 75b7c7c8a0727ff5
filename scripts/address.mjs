import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './terminal.mjs';

/**
 * Where the application listens, from HOST and PORT.
 * @returns {{ host: string, port: number, url: string }} url as a browser on this machine writes it
 */
export function readAddress(env = process.env) {
  const host = env.HOST || '127.0.0.1';
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Refusal(`PORT must be a number from 1 to 65535; it is "${env.PORT}".`);
  }
  const name = { '0.0.0.0': '127.0.0.1', '::': '127.0.0.1' }[host] ?? (host.includes(':') ? `[${host}]` : host);
  return { host, port, url: `http://${name}:${port}` };
}

/**
 * Refuses an address nobody could listen on, before anything is started for it.
 * @param {{ host: string, port: number }} address
 * @param {number} [patienceMs] how long to wait for a port that is about to become free
 */
export async function checkAddress({ host, port }, patienceMs = 0) {
  let problem = await problemListening(host, port);
  for (const end = Date.now() + patienceMs; problem?.code === 'EADDRINUSE' && Date.now() < end;) {
    await sleep(100);
    problem = await problemListening(host, port);
  }
  if (!problem) return;
  const another = port === 3000 ? 3001 : 3000;
  const reasons = {
    EADDRINUSE: `Port ${port} is in use by another program: choose another one, e.g. PORT=${another} npm start`,
    EACCES: `Port ${port} may not be used by this account: choose one above 1024, e.g. PORT=${another} npm start`,
  };
  throw new Refusal(reasons[problem.code] ?? `Cannot listen on HOST ${host} (${problem.code}).`);
}

function problemListening(host, port) {
  return new Promise((resolve) => {
    const server = createServer().once('error', resolve);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
