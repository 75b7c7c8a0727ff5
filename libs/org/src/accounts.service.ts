import { Inject, Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId, Person, Post, PostCharge, select, Unit } from '@xiaohao/database';
import { roles, type Role } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { assertStrongPassword, hashPassword, oneTimePassword, passwordMatches } from './password.js';

export interface NewAccount {
  role: string;
  /** Name of a unit. */
  unit: string;
  /** Default: the username. */
  name?: string;
  email?: string;
  /** Names of a deputy's units in charge. */
  charge?: readonly string[];
  createUnits?: boolean;
}

@Injectable()
export class AccountsService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Adds a person with one post; returns the password to be told once, changed at first sign-in. With `createUnits`
   * units that are not there are made: the first of all is the bureau, the others stand below it.
   */
  async add(username: string, account: NewAccount): Promise<{ password: string }> {
    const role = checkedRole(account);
    if (!/^[\p{L}\p{N}._-]{1,50}$/u.test(username)) throw wrong('username', '用户名', username);
    if (account.email && !isEmail(account.email)) throw wrong('email', '邮箱', account.email);
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    const { name = username, email = null, createUnits = false, charge = [] } = account;
    await this.db.transaction(async (tx) => {
      const [taken] = await select(tx, 'select 1 from person where lower(username) = lower($1)', [username]);
      if (taken) throw new AppError('duplicate', { what: `用户 ${username} ` });
      const unitId = await findOrCreateUnit(tx, account.unit, createUnits);
      const [personId, postId] = [newId(), newId()];
      await tx.insert(Person, { id: personId, username, name, email, passwordHash, mustChangePassword: true });
      await tx.insert(Post, { id: postId, personId, unitId, role, fromOn: this.clock.today() });
      for (const unit of charge) {
        await tx.insert(PostCharge, { postId, unitId: await findOrCreateUnit(tx, unit, createUnits) });
      }
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

function checkedRole({ role, charge = [] }: NewAccount): Role {
  const known = roles.find((one) => one === role);
  if (!known) throw wrong('role', '角色', `${role}（可用：${roles.join(' ')}）`);
  if (charge.length > 0 && known !== 'deputy') throw wrong('charge', '分管单位', '只有 deputy 有分管单位');
  return known;
}

function wrong(field: string, fieldLabel: string, reason: string): AppError {
  return new AppError('inputWrong', { field, fieldLabel, reason });
}

async function findOrCreateUnit(tx: EntityManager, name: string, create: boolean): Promise<string> {
  const [unit] = await select<{ id: string }>(tx, 'select id from unit where name = $1 and closed_on is null', [name]);
  if (unit) return unit.id;
  if (!create) throw new AppError('notFound', { what: `单位 ${name}` });
  const [bureau] = await select<{ id: string }>(tx, `select id from unit where type = 'bureau' and closed_on is null`);
  const id = newId();
  await tx.insert(Unit, { id, name, type: bureau ? 'section' : 'bureau', parentId: bureau?.id ?? null });
  return id;
}
