import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { TestApi } from './boot-api.js';

/** Only a test that fails waits that long; a machine with much else to do may need a good part of it. */
const patienceMs = 40_000;

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Asks again until it is so. */
export async function until(
  condition: () => Promise<boolean> | boolean,
  what: string,
  limitMs = patienceMs,
): Promise<void> {
  for (const end = Date.now() + limitMs; Date.now() < end; await pause(20)) if (await condition()) return;
  throw new Error(`Not within ${limitMs} ms: ${what}`);
}

/** Until so many wait for a lock of this database. Who of them gets it first is for PostgreSQL to say. */
export function waitingForLocks(owner: DataSource, count: number): Promise<void> {
  const waiting = `select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return until(async () => (await owner.query(waiting))[0].count >= count, `${count} wait for a lock`);
}

/** A page that is open and what it heard. */
export async function openStream(api: TestApi, who: string, ticketId = '') {
  const { body } = await api.as(who).raw(`/api/stream${ticketId ? `?ticketId=${ticketId}` : ''}`);
  const reader = body!.getReader();
  let text = '';
  let ended = false;
  const end = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      text += Buffer.from(value).toString();
    }
    ended = true;
  })();
  return { heard: () => text, ended: () => ended, close: () => reader.cancel().then(() => end) };
}

/** Sends word to somebody's pages; returns what they hear. */
export async function tellPages(api: TestApi, username: string): Promise<string> {
  const id = randomUUID();
  const event = { type: 'message', id, personId: api.bureau.people[username] };
  await api.owner.query(`select pg_notify('live', $1)`, [JSON.stringify(event)]);
  return id;
}

/** Until the API has heard what was announced so far: announcements come one after another, over one connection. */
export async function announcementsHeard(api: TestApi, username = 'admin'): Promise<void> {
  const page = await openStream(api, username);
  const word = await tellPages(api, username);
  await until(() => page.heard().includes(word), 'the API hears what was announced');
  await page.close();
}
