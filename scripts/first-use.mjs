import { setTimeout as sleep } from 'node:timers/promises';
import { firstUseLine } from './database.mjs';
import { Refusal } from './terminal.mjs';

const readyMs = 90_000;

/** Waits until the application serves. */
export async function ready({ url }, stopping) {
  for (const end = Date.now() + readyMs; Date.now() < end && !stopping.begun; await sleep(40)) {
    const answer = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
  }
  if (!stopping.begun) throw new Refusal(`${url}/api/health/ready did not answer 200 within ${readyMs / 1000} s.`);
}

/** What is served goes on being served whether or not the link can be told. */
export async function tellFirstUse({ url }, env, stopping) {
  try {
    const { open } = await (await fetch(`${url}/api/first-use`)).json();
    if (open) process.stdout.write(await firstUseLine(env, url));
  } catch (error) {
    if (!stopping.begun) process.stderr.write(`${error.message}\n`);
  }
}

/** Links in mails name PUBLIC_URL; where to listen is not where to go. */
export function warnOfGuessedLinks({ host }, env = process.env) {
  if (env.PUBLIC_URL || !['0.0.0.0', '::'].includes(host)) return;
  process.stderr.write(
    `PUBLIC_URL is not set while HOST is ${host}: links in mails name the first network address of this machine. ` +
      'Set it to the address people open, e.g. PUBLIC_URL=http://ledger.example:3000\n',
  );
}
