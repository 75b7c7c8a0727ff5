import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { CONFIG, type Config } from '@xiaohao/config';
import { execute, select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { guessPassword } from './password-guess.js';
import { findActor, type SignedInPerson } from './people.queries.js';
import { hashToken, openSession, type RequestOrigin } from './sessions.js';
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
        let row: { id: string; passwordHash: string | null; demo: boolean } | undefined;
        const find = async () => {
          [row] = await select<NonNullable<typeof row>>(
            tx,
            `select id, password_hash as "passwordHash", demo from person
             where lower(username) = lower($1) and disabled_at is null`,
            [username],
          );
          return row?.passwordHash ?? null;
        };
        const matches = await guessPassword(tx, { username, address: from.address }, find, password);
        if (!matches || !row) return null;
        if (row.demo && !this.config.listensOnLoopback) throw new AppError('demoAccountOffLoopback');
        if (!this.config.passwordSignIn && !(await isAdministrator(tx, row.id, this.clock.today()))) {
          throw new AppError('passwordSignInOff', { name: this.config.oidc?.name ?? '其他方式' });
        }
        return { token: await openSession(tx, row.id, from), personId: row.id };
      });
    const outcome = await this.turnstile.pass(attempt);
    if (!outcome) throw new AppError('wrongCredentials');
    const person = await findActor(this.db, outcome.personId, this.clock.today());
    if (!person) throw new AppError('wrongCredentials');
    return { token: outcome.token, person };
  }

  async signOut(token: string): Promise<void> {
    await execute(this.db, 'delete from session where token_hash = $1', [hashToken(token)]);
  }
}

async function isAdministrator(tx: EntityManager, personId: string, today: string): Promise<boolean> {
  return (await findActor(tx, personId, today))?.actor.roles.includes('admin') ?? false;
}
