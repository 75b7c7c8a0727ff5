import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId, Person, Post, select } from '@xiaohao/database';
import { roles, type Role } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { assertStrongPassword, hashPassword, oneTimePassword, passwordMatches } from './password.js';

@Injectable()
export class AccountsService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Adds a person with one post; returns the password to be told once, changed at first sign-in. */
  async add(username: string, role: string, unitName: string, name = username): Promise<{ password: string }> {
    if (!(roles as readonly string[]).includes(role)) {
      throw new AppError('inputWrong', {
        field: 'role',
        fieldLabel: '角色',
        reason: `${role}（可用：${roles.join(' ')}）`,
      });
    }
    if (!/^[\p{L}\p{N}._-]{1,50}$/u.test(username)) {
      throw new AppError('inputWrong', { field: 'username', fieldLabel: '用户名', reason: username });
    }
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    await this.db.transaction(async (tx) => {
      const unitId = await getUnitId(tx, unitName);
      const [taken] = await select(tx, 'select 1 from person where lower(username) = lower($1)', [username]);
      if (taken) throw new AppError('duplicate', { what: `用户 ${username}` });
      const personId = newId();
      await tx.insert(Person, { id: personId, username, name, passwordHash, mustChangePassword: true });
      await tx.insert(Post, { id: newId(), personId, unitId, role: role as Role, fromOn: this.clock.today() });
    });
    return { password };
  }

  /** Sets a new one-time password, ends all sessions of the account and forgets its failures. */
  async reset(username: string): Promise<{ password: string }> {
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    await this.db.transaction(async (tx) => {
      const [person] = await select<{ id: string }>(
        tx,
        `update person set password_hash = $2, must_change_password = true, version = version + 1
         where lower(username) = lower($1) returning id`,
        [username, passwordHash],
      );
      if (!person) throw new AppError('notFound', { what: `用户 ${username}` });
      await endSessions(tx, person.id);
      await execute(tx, 'delete from sign_in_failure where username = lower($1)', [username]);
    });
    return { password };
  }

  /** A person's own change; other sessions of theirs end, the caller signs in anew. */
  async changePassword(personId: string, oldPassword: string, newPassword: string): Promise<void> {
    const person = await this.db.manager.findOneByOrFail(Person, { id: personId });
    if (!(await passwordMatches(person.passwordHash, oldPassword))) throw new AppError('wrongCredentials');
    assertStrongPassword(newPassword, person.username);
    const passwordHash = await hashPassword(newPassword);
    await this.db.transaction(async (tx) => {
      await tx.update(Person, { id: personId }, { passwordHash, mustChangePassword: false });
      await endSessions(tx, personId);
    });
  }
}

async function endSessions(tx: EntityManager, personId: string): Promise<void> {
  await execute(tx, 'delete from session where person_id = $1', [personId]);
}

async function getUnitId(tx: EntityManager, name: string): Promise<string> {
  const [unit] = await select<{ id: string }>(tx, 'select id from unit where name = $1 and closed_on is null', [name]);
  if (!unit) throw new AppError('notFound', { what: `单位 ${name}` });
  return unit.id;
}
