import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { CONFIG, type Config } from '@xiaohao/config';
import { execute, select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { findActor, findActorBySession, type SignedInPerson } from './people.queries.js';
import { passwordMatches } from './password.js';
import { hashToken, openSession, type RequestOrigin } from './sessions.js';
import { recordFailure, refuseTooManyFailures } from './sign-in-failures.js';
import { Turnstile } from './turnstile.js';

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

  /** Opens a session; returns the token for the cookie. */
  async signIn(
    username: string,
    password: string,
    from: RequestOrigin,
  ): Promise<{ token: string; person: SignedInPerson }> {
    const attempt = () =>
      this.db.transaction(async (tx) => {
        // One guess at a time per name: parallel guesses would all pass the count before any is counted.
        await execute(tx, `select pg_advisory_xact_lock(hashtext('sign-in ' || lower($1)))`, [username]);
        await refuseTooManyFailures(tx, username, from.address);
        const [row] = await select<{ id: string; passwordHash: string | null; demo: boolean }>(
          tx,
          `select id, password_hash as "passwordHash", demo from person
         where lower(username) = lower($1) and disabled_at is null`,
          [username],
        );
        if (!(await passwordMatches(row?.passwordHash ?? null, password)) || !row) {
          await recordFailure(tx, username, from.address);
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
}
