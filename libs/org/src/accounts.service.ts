import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId, select, Unit } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { addPerson, addPost, type Recorder } from './account.js';
import { commandLineActor } from './actor.js';
import { revokeAllTokens } from './api-tokens.service.js';
import { hashPassword, oneTimePassword } from './password.js';
import { recordPeopleEvent } from './people-record.js';
import { endSessions } from './sessions.js';

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

/** Accounts as the command line names them. */
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
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    const { role, name = username, email, createUnits = false, charge = [] } = account;
    const id = newId();
    await this.db.transaction(async (tx) => {
      await addPerson(tx, commandLineActor, { id, username, name, email, passwordHash, mustChangePassword: true });
      const unitId = await findOrCreateUnit(tx, account.unit, createUnits);
      const chargeUnitIds: string[] = [];
      for (const unit of charge) chargeUnitIds.push(await findOrCreateUnit(tx, unit, createUnits));
      await addPost(tx, commandLineActor, { id, name }, { role, unitId, chargeUnitIds }, this.clock.today());
    });
    return { password };
  }

  /** Sets a new one-time password, ends all sessions of the account and forgets its failures. */
  async reset(username: string): Promise<{ password: string }> {
    const [person] = await select<{ id: string }>(this.db, 'select id from person where lower(username) = lower($1)', [
      username,
    ]);
    if (!person) throw new AppError('notFound', { what: `用户 ${username}` });
    return resetPassword(this.db, commandLineActor, person.id);
  }
}

/** A new one-time password, to be told once: whatever was opened with the old one ends. */
export async function resetPassword(db: DataSource, actor: Recorder, personId: string): Promise<{ password: string }> {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    const [person] = await select<{ name: string; username: string }>(
      tx,
      `update person set password_hash = $2, must_change_password = true, version = version + 1
       where id = $1 returning name, username`,
      [personId, passwordHash],
    );
    if (!person) throw new AppError('notFound', { what: '该人员' });
    await endSessions(tx, personId);
    await execute(tx, 'delete from sign_in_failure where username = lower($1)', [person.username]);
    await revokeAllTokens(tx, actor, personId);
    await recordPeopleEvent(tx, actor, 'password_reset', { personId, details: { person: person.name } });
  });
  return { password };
}

async function findOrCreateUnit(tx: EntityManager, name: string, create: boolean): Promise<string> {
  const [unit] = await select<{ id: string }>(tx, 'select id from unit where name = $1 and closed_on is null', [name]);
  if (unit) return unit.id;
  if (!create) throw new AppError('notFound', { what: `单位 ${name}` });
  const [bureau] = await select<{ id: string }>(tx, `select id from unit where type = 'bureau' and closed_on is null`);
  const id = newId();
  await tx.insert(Unit, { id, name, type: bureau ? 'section' : 'bureau', parentId: bureau?.id ?? null });
  await recordPeopleEvent(tx, commandLineActor, 'unit_added', { unitId: id, details: { unit: name } });
  return id;
}
