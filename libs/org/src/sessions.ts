import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { execute, select, type Queryable } from '@xiaohao/database';

/** Any session ends after so many days, one without a request after so many hours. */
const sessionDays = 7;
export const idleHours = 12;

/** Where a request comes from. */
export interface RequestOrigin {
  address: string;
  agent: string;
}

/** A session as its owner and the administrator see it. */
export interface SessionRow {
  id: string;
  agent: string;
  address: string | null;
  /** Signed in through the bureau's identity provider. */
  oidc: boolean;
  beganAt: Date;
  /** Exact to some minutes: not every request writes it down. */
  lastSeenAt: Date;
}

/** Returns the token for the cookie; only its hash is stored. */
export async function openSession(
  tx: EntityManager,
  personId: string,
  from: RequestOrigin,
  { oidc = false } = {},
): Promise<string> {
  const token = newToken();
  await execute(
    tx,
    `insert into session (token_hash, person_id, expires_at, address, agent, oidc)
     values ($1, $2, now() + make_interval(days => ${sessionDays}), $3, left($4, 300), $5)`,
    [hashToken(token), personId, from.address, from.agent, oidc],
  );
  return token;
}

/** Those that still open something; the latest first. */
export function listSessions(db: Queryable, personId: string): Promise<SessionRow[]> {
  return select<SessionRow>(
    db,
    `select id, coalesce(agent, '') as agent, address, oidc, created_at as "beganAt", last_seen_at as "lastSeenAt"
     from session where person_id = $1 and expires_at > now()
       and last_seen_at > now() - interval '${idleHours} hours'
     order by last_seen_at desc, created_at desc limit 100`,
    [personId],
  );
}

/** Ends the sessions of the person, all but `kept`; every API process is told at commit. Returns how many there were. */
export function endSessions(db: Queryable, personId: string, kept: string | null = null): Promise<number> {
  return execute(db, 'delete from session where person_id = $1 and id is distinct from $2::uuid', [personId, kept]);
}

/** Ends one session of the person; false where there is none such. */
export async function endSession(db: Queryable, personId: string, id: string): Promise<boolean> {
  return (await execute(db, 'delete from session where person_id = $1 and id = $2', [personId, id])) > 0;
}

/** The session goes on under another token: a copy of the former cookie opens nothing. */
export async function renewSession(tx: EntityManager, id: string): Promise<string> {
  const token = newToken();
  await execute(tx, 'update session set token_hash = $2 where id = $1', [id, hashToken(token)]);
  return token;
}

/** 256 random bits that can stand in an address or a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
