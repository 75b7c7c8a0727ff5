import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { execute } from '@xiaohao/database';

const sessionDays = 7;

/** Where a request comes from. */
export interface RequestOrigin {
  address: string;
  agent: string;
}

/** Returns the token for the cookie; only its hash is stored. */
export async function openSession(tx: EntityManager, personId: string, from: RequestOrigin): Promise<string> {
  const token = newToken();
  await execute(
    tx,
    `insert into session (token_hash, person_id, expires_at, address, agent)
     values ($1, $2, now() + make_interval(days => $3), $4, left($5, 300))`,
    [hashToken(token), personId, sessionDays, from.address, from.agent],
  );
  return token;
}

/** Ends every session of the person; pages of theirs that listen are let go at commit. */
export async function endSessions(tx: EntityManager, personId: string): Promise<void> {
  await execute(tx, 'delete from session where person_id = $1', [personId]);
  await execute(tx, `select pg_notify('people', $1)`, [personId]);
}

/** 256 random bits that can stand in an address or a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
