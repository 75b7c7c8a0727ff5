import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { execute, Person, select } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import type { Recorder } from './account.js';
import { assertStrongPassword, hashPassword } from './password.js';
import { guessPassword } from './password-guess.js';
import { recordPeopleEvent } from './people-record.js';
import { endSession, endSessions, renewSession } from './sessions.js';
import { Turnstile } from './turnstile.js';

/** Each holds a connection while its hashes are computed. */
const changesAtOnce = 2;

interface PasswordChange {
  oldPassword: string;
  newPassword: string;
  address: string;
  /** The session that goes on. */
  sessionId: string;
}

/** What people do to their own account, and administrators to the sessions of others. */
@Injectable()
export class OwnAccountService {
  private readonly turnstile = new Turnstile(changesAtOnce);

  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /**
   * All other sessions end, the present one goes on under a new token, which is returned. Guesses at the old password
   * are counted with those of the sign-in page: an unattended page is no way round.
   */
  async changePassword(personId: string, change: PasswordChange): Promise<string> {
    const attempt = () =>
      this.db.transaction(async (tx) => {
        const person = await tx.findOneByOrFail(Person, { id: personId });
        const from = { username: person.username, address: change.address };
        if (!(await guessPassword(tx, from, async () => person.passwordHash, change.oldPassword))) return null;
        if (change.newPassword === change.oldPassword) throw new AppError('passwordUnchanged');
        const [bureau] = await select<{ value: string | null }>(
          tx,
          `select value from bureau_parameter where key = 'bureau_name'`,
        );
        assertStrongPassword(change.newPassword, { ...person, bureau: bureau?.value ?? null });
        const passwordHash = await hashPassword(change.newPassword);
        await execute(
          tx,
          `update person set password_hash = $2, must_change_password = false, version = version + 1 where id = $1`,
          [personId, passwordHash],
        );
        await endSessions(tx, personId, change.sessionId);
        const details = { person: person.name };
        await recordPeopleEvent(tx, { personId, name: person.name }, 'password_changed', { personId, details });
        return renewSession(tx, change.sessionId);
      });
    const token = await this.turnstile.pass(attempt);
    if (!token) throw new AppError('oldPasswordWrong');
    return token;
  }

  /** Ends one session of the person. */
  async endSession(actor: Recorder, personId: string, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (!(await endSession(tx, personId, id))) throw new AppError('notFound', { what: '该登录' });
      await recordEnded(tx, actor, personId, 1);
    });
  }

  /** Ends every session of the person but `kept`; returns how many. */
  endSessions(actor: Recorder, personId: string, kept: string | null): Promise<number> {
    return this.db.transaction(async (tx) => {
      const count = await endSessions(tx, personId, kept);
      if (count > 0) await recordEnded(tx, actor, personId, count);
      return count;
    });
  }
}

async function recordEnded(
  tx: Parameters<typeof recordPeopleEvent>[0],
  actor: Recorder,
  personId: string,
  count: number,
): Promise<void> {
  const { name: person } = await tx.findOneByOrFail(Person, { id: personId });
  await recordPeopleEvent(tx, actor, 'sessions_ended', { personId, details: { person, count } });
}
