import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId, select, Unit } from '@xiaohao/database';
import { unitName, type AddableUnitType, type Day } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { addPerson, addPost, checkEmail, type NewPost } from './account.js';
import { resetPassword } from './accounts.service.js';
import type { Actor } from './actor.js';
import { hashPassword, oneTimePassword } from './password.js';
import { endPosts } from './end-posts.js';
import { recordPeopleEvent } from './people-record.js';
import { endSessions } from './sessions.js';

export interface NewUnit {
  name: string;
  type: AddableUnitType;
  /** Null: beside the bureau, below nothing. */
  parentId: string | null;
}

/** Asked within the transaction; throws while the person still has work that somebody else must take over first. */
export type Settled = (tx: EntityManager, personId: string, person: string, lastOn: Day) => Promise<void>;

interface Known {
  name: string;
  email: string | null;
  disabled: boolean;
}

/** What an administrator does to units, accounts and posts. Everything is recorded, and one administrator always stays. */
@Injectable()
export class PeopleService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async addUnit(actor: Actor, unit: NewUnit): Promise<{ id: string }> {
    const [id, name] = [newId(), unitName(unit.name)];
    if (name === '') throw new AppError('inputMissing', { field: 'name', fieldLabel: '单位名称' });
    return this.db.transaction(async (tx) => {
      const [above] = await select(tx, 'select 1 from unit where id = $1 and closed_on is null', [unit.parentId]);
      if (unit.parentId && !above) throw new AppError('notFound', { what: '上级单位' });
      const [taken] = await select(tx, 'select 1 from unit where name = $1 and closed_on is null', [name]);
      if (taken) throw new AppError('duplicate', { what: `单位“${name}”` });
      const [last] = await select<{ sort: number }>(tx, 'select coalesce(max(sort), 0) + 1 as sort from unit');
      await tx.insert(Unit, { id, name, type: unit.type, parentId: unit.parentId, sort: last!.sort });
      await recordPeopleEvent(tx, actor, 'unit_added', { unitId: id, details: { unit: name } });
      return { id };
    });
  }

  /** Returns the password to be told once, changed at first sign-in. */
  async add(
    actor: Actor,
    person: { username: string; name: string; email?: string | null },
    post: NewPost,
  ): Promise<{ id: string; password: string }> {
    const [id, password] = [newId(), oneTimePassword()];
    const passwordHash = await hashPassword(password);
    await this.db.transaction(async (tx) => {
      await addPerson(tx, actor, { ...person, id, passwordHash, mustChangePassword: true });
      await addPost(tx, actor, { id, name: person.name.trim() }, post, this.clock.today());
    });
    return { id, password };
  }

  async change(actor: Actor, personId: string, given: { name?: string; email?: string | null }): Promise<void> {
    await this.db.transaction(async (tx) => {
      const known = await lockPerson(tx, personId);
      const name = given.name === undefined ? known.name : given.name.trim();
      const email = given.email === undefined ? known.email : given.email || null;
      if (name === '') throw new AppError('inputMissing', { field: 'name', fieldLabel: '姓名' });
      checkEmail(email);
      const changes = [
        ...(name === known.name ? [] : [`${known.name} → ${name}`]),
        ...(email === known.email ? [] : [`${known.email ?? '—'} → ${email ?? '—'}`]),
      ];
      if (changes.length === 0) return;
      await execute(tx, 'update person set name = $2, email = $3, version = version + 1 where id = $1', [
        personId,
        name,
        email,
      ]);
      const details = { person: known.name, changes: changes.join('；') };
      await recordPeopleEvent(tx, actor, 'person_changed', { personId, details });
    });
  }

  async addPost(actor: Actor, personId: string, post: NewPost): Promise<{ id: string }> {
    return this.db.transaction(async (tx) => {
      const { name } = await lockPerson(tx, personId);
      return { id: await addPost(tx, actor, { id: personId, name }, post, this.clock.today()) };
    });
  }

  /** Today is the last day of the post, and of whoever stands in for it. */
  async endPost(actor: Actor, personId: string, postId: string, settled: Settled): Promise<void> {
    const today = this.clock.today();
    await this.db.transaction(async (tx) => {
      await lockAdministrators(tx);
      const { name } = await lockPerson(tx, personId);
      const ended = await endPosts(tx, actor, { id: personId, name }, [postId], today);
      if (ended.length === 0) throw new AppError('notFound', { what: '该任职' });
      if (ended.includes('admin')) await refuseNoAdministrator(tx, today);
      await settled(tx, personId, name, today);
    });
  }

  /** In a transaction of the caller's, who holds the person: posts end with that day, and the account at once if asked. */
  async leave(
    tx: EntityManager,
    actor: Actor,
    person: { id: string; name: string },
    { postIds, lastOn, disable }: { postIds: readonly string[] | null; lastOn: Day; disable: boolean },
  ): Promise<void> {
    await lockAdministrators(tx);
    const ended = await endPosts(tx, actor, person, postIds, lastOn);
    if (ended.includes('admin')) await refuseNoAdministrator(tx, this.clock.today());
    if (!disable) return;
    await execute(tx, 'update person set disabled_at = now(), version = version + 1 where id = $1', [person.id]);
    await endSessions(tx, person.id);
    const details = { person: person.name };
    await recordPeopleEvent(tx, actor, 'account_disabled', { personId: person.id, details });
  }

  resetPassword(actor: Actor, personId: string): Promise<{ password: string }> {
    return resetPassword(this.db, actor, personId);
  }

  /** Ends every session of the account at once. */
  async disable(actor: Actor, personId: string, settled: Settled): Promise<void> {
    await this.db.transaction(async (tx) => {
      await lockAdministrators(tx);
      const { name, disabled } = await lockPerson(tx, personId);
      if (disabled) return;
      await settled(tx, personId, name, this.clock.today());
      await execute(tx, 'update person set disabled_at = now(), version = version + 1 where id = $1', [personId]);
      const [post] = await select(tx, `select 1 from post where person_id = $1 and role = 'admin'`, [personId]);
      if (post) await refuseNoAdministrator(tx, this.clock.today());
      await endSessions(tx, personId);
      await recordPeopleEvent(tx, actor, 'account_disabled', { personId, details: { person: name } });
    });
  }

  async enable(actor: Actor, personId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { name, disabled } = await lockPerson(tx, personId);
      if (!disabled) return;
      await execute(tx, 'update person set disabled_at = null, version = version + 1 where id = $1', [personId]);
      await recordPeopleEvent(tx, actor, 'account_enabled', { personId, details: { person: name } });
    });
  }
}

async function lockPerson(tx: EntityManager, id: string): Promise<Known> {
  const [person] = await select<Known>(
    tx,
    'select name, email, disabled_at is not null as disabled from person where id = $1 for update',
    [id],
  );
  if (!person) throw new AppError('notFound', { what: '该人员' });
  return person;
}

/** Two administrators who end each other at once would both see the other still there. */
async function lockAdministrators(tx: EntityManager): Promise<void> {
  await execute(tx, `select pg_advisory_xact_lock(hashtext('administrators'))`);
}

/** A post that ends some day is none to rely on. */
async function refuseNoAdministrator(tx: EntityManager, today: Day): Promise<void> {
  const [left] = await select(
    tx,
    `select 1 from person p join post o on o.person_id = p.id
     where o.role = 'admin' and o.from_on <= $1 and o.to_on is null and p.disabled_at is null limit 1`,
    [today],
  );
  if (!left) throw new AppError('lastAdministrator');
}
