import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { CONFIG, type Config } from '@xiaohao/config';
import { execute, select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { findActor, findActorBySession, type SignedInPerson } from './people.queries.js';
import { passwordMatches } from './password.js';
import { Turnstile } from './turnstile.js';

/** Failures within the window before a name from one address, or an address as a whole, has to wait. */
const failureWindowMinutes = 15;
const failuresPerNameAndAddress = 8;
const failuresPerAddress = 60;
const sessionDays = 7;
/** Each holds a connection while it waits for its turn and its hash; strangers must not hold all of them. */
const guessesAtOnce = 4;

@Injectable()
export class SignInService {
  private readonly turnstile = new Turnstile(guessesAtOnce);

  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Opens a session; returns the token for the cookie (only its hash is stored).
   * Failures are counted in the database, so neither a restart nor a second process forgets them.
   */
  async signIn(
    username: string,
    password: string,
    from: { address: string; agent: string },
  ): Promise<{ token: string; person: SignedInPerson }> {
    const attempt = () =>
      this.db.transaction(async (tx) => {
        // One guess at a time per name: parallel guesses would all pass the count before any is counted.
        await execute(tx, `select pg_advisory_xact_lock(hashtext('sign-in ' || lower($1)))`, [username]);
        await this.refuseTooManyFailures(tx, username, from.address);
        const [row] = await select<{ id: string; passwordHash: string | null; demo: boolean }>(
          tx,
          `select id, password_hash as "passwordHash", demo from person
         where lower(username) = lower($1) and disabled_at is null`,
          [username],
        );
        if (!(await passwordMatches(row?.passwordHash ?? null, password)) || !row) {
          await execute(tx, 'insert into sign_in_failure (username, address) values (lower($1), $2)', [
            username,
            from.address,
          ]);
          return null;
        }
        if (row.demo && !this.config.listensOnLoopback) throw new AppError('demoAccountOffLoopback');
        await execute(tx, 'delete from sign_in_failure where username = lower($1) and address = $2', [
          username,
          from.address,
        ]);
        return { token: await openSession(tx, row.id, from), personId: row.id };
      });
    const outcome = await this.turnstile.pass(attempt);
    if (!outcome) throw new AppError('wrongCredentials');
    const person = await findActor(this.db, outcome.personId, this.clock.today());
    if (!person) throw new AppError('wrongCredentials');
    return { token: outcome.token, person };
  }

  /** Who the cookie belongs to; null when the session is unknown or over. */
  async resume(token: string): Promise<SignedInPerson | null> {
    const tokenHash = hashToken(token);
    const person = await findActorBySession(this.db, tokenHash, this.clock.today());
    if (!person || (person.demo && !this.config.listensOnLoopback)) return null;
    await execute(
      this.db,
      `update session set last_seen_at = now() where token_hash = $1 and last_seen_at < now() - interval '5 minutes'`,
      [tokenHash],
    );
    return person;
  }

  async signOut(token: string): Promise<void> {
    await execute(this.db, 'delete from session where token_hash = $1', [hashToken(token)]);
  }

  private async refuseTooManyFailures(tx: EntityManager, username: string, address: string): Promise<void> {
    const [row] = await select<{ byName: string; byAddress: string }>(
      tx,
      `select count(*) filter (where username = lower($1) and address = $2) as "byName", count(*) as "byAddress"
       from sign_in_failure
       where (address = $2) and failed_at > now() - make_interval(mins => $3)`,
      [username, address, failureWindowMinutes],
    );
    if (Number(row?.byName) >= failuresPerNameAndAddress || Number(row?.byAddress) >= failuresPerAddress) {
      throw new AppError('tooManyFailures', { minutes: failureWindowMinutes });
    }
  }
}

async function openSession(
  tx: EntityManager,
  personId: string,
  from: { address: string; agent: string },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await execute(
    tx,
    `insert into session (token_hash, person_id, expires_at, address, agent)
     values ($1, $2, now() + make_interval(days => $3), $4, left($5, 300))`,
    [hashToken(token), personId, sessionDays, from.address, from.agent],
  );
  return token;
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
