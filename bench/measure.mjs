import { readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

/**
 * Calls again and again over keep-alive connections for some seconds.
 * @param {object} load
 * @param {string} load.url
 * @param {Record<string, string>} [load.headers]
 * @param {number} load.connections
 * @param {number} load.seconds
 * @param {() => boolean} [load.until] ends it before, once true
 * @param {(caller: number) => { path?: string, body?: object, done?: () => void }} [load.next] what a caller sends next:
 *   `path` is added to the address, a `body` is posted as JSON, `done` is told of a success
 * @returns {Promise<{ rps: number, p50: number, p95: number, p99: number, failures: number }>} milliseconds
 */
export async function load({ url, headers = {}, connections, seconds, until = () => false, next = () => ({}) }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const end = performance.now() + seconds * 1000;
  const times = [];
  let failures = 0;
  const began = performance.now();
  const callAgain = async (_, caller) => {
    while (performance.now() < end && !until()) {
      const { path = '', body, done } = next(caller);
      const start = performance.now();
      const ok = await call(url + path, headers, agent, body);
      times.push(performance.now() - start);
      if (ok) done?.();
      else failures += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, callAgain));
  const took = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (part) => round(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0);
  return { rps: round(times.length / took), p50: at(0.5), p95: at(0.95), p99: at(0.99), failures };
}

function call(url, headers, agent, body) {
  const text = body && JSON.stringify(body);
  const sending = text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve) => {
    const sent = request(
      url,
      { method: text ? 'POST' : 'GET', headers: { ...headers, ...sending }, agent },
      (response) => {
        response.on('data', () => {});
        response.on('end', () => resolve(response.statusCode === 200 || response.statusCode === 201));
        response.on('error', () => resolve(false));
      },
    );
    sent.on('error', () => resolve(false));
    sent.end(text);
  });
}

/** The middle one of several rounds by its rate, with the spread of all. */
export function median(rounds) {
  const sorted = [...rounds].sort((a, b) => a.rps - b.rps);
  return { ...sorted[Math.floor(sorted.length / 2)], spread: [sorted[0].rps, sorted.at(-1).rps] };
}

export function round(value, digits = 2) {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

export async function secondsOf(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** From now on `mostMb` is of what follows. */
export const forgetMostMb = (pid) => writeFileSync(`/proc/${pid}/clear_refs`, '5');

/** The most resident memory of a process. */
export const mostMb = (pid) =>
  round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);

export function print(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
