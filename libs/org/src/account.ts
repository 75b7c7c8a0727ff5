import { isEmail } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { newId, Person, Post, PostCharge, select } from '@xiaohao/database';
import { roles, usernamePattern, type Day, type Role } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from './actor.js';
import { recordPeopleEvent } from './people-record.js';

export type Recorder = Pick<Actor, 'personId' | 'name'>;

export interface NewPerson {
  id: string;
  username: string;
  name: string;
  email?: string | null;
  phone?: string | null;
  passwordHash: string;
  mustChangePassword: boolean;
}

export interface NewPost {
  role: string;
  unitId: string;
  /** A deputy's units in charge. */
  chargeUnitIds?: readonly string[];
}

/** Adds the account; it may do nothing until it has a post. */
export async function addPerson(tx: EntityManager, actor: Recorder, person: NewPerson): Promise<void> {
  const { id, username, email } = person;
  const name = person.name.trim();
  if (!usernamePattern.test(username)) throw wrong('username', '用户名', `“${username}”，只用文字、数字和 . _ -`);
  if (name === '') throw new AppError('inputMissing', { field: 'name', fieldLabel: '姓名' });
  checkEmail(email);
  const [taken] = await select(tx, 'select 1 from person where lower(username) = lower($1)', [username]);
  if (taken) throw new AppError('duplicate', { what: `用户 ${username}` });
  await tx.insert(Person, { ...person, name, email: email || null });
  await recordPeopleEvent(tx, actor, 'person_added', { personId: id, details: { person: name, username } });
}

/** Gives the person one more post from `fromOn` on. */
export async function addPost(
  tx: EntityManager,
  actor: Recorder,
  person: { id: string; name: string },
  post: NewPost,
  fromOn: Day,
): Promise<string> {
  const { unitId, chargeUnitIds = [] } = post;
  const role = checkedRole(post.role, chargeUnitIds.length);
  const unit = await openUnit(tx, unitId);
  const charge = await Promise.all([...new Set(chargeUnitIds)].map((id) => openUnit(tx, id)));
  // In charge of more units by one more post: the former ones do not stand in its way.
  const [held] = await select(
    tx,
    `select 1 from post where person_id = $1 and unit_id = $2 and role = $3 and (to_on is null or to_on > $4)
       and acting_for_post_id is null
       and not exists (select unnest($5::uuid[]) except select unit_id from post_charge where post_id = post.id)`,
    [person.id, unitId, role, fromOn, chargeUnitIds],
  );
  if (held) throw new AppError('duplicate', { what: '该任职' });
  const id = newId();
  await tx.insert(Post, { id, personId: person.id, unitId, role, fromOn });
  for (const { id: chargedId } of charge) await tx.insert(PostCharge, { postId: id, unitId: chargedId });
  await recordPeopleEvent(tx, actor, 'post_added', {
    personId: person.id,
    unitId,
    details: { person: person.name, role, unit: unit.name, charge: charge.map(({ name }) => name), fromOn },
  });
  return id;
}

export function checkEmail(email: string | null | undefined): void {
  if (email && !isEmail(email)) throw wrong('email', '邮箱', email);
}

export function wrong(field: string, fieldLabel: string, reason: string): AppError {
  return new AppError('inputWrong', { field, fieldLabel, reason });
}

function checkedRole(role: string, charged: number): Role {
  const known = roles.find((one) => one === role);
  if (!known) throw wrong('role', '角色', `${role}（可用：${roles.join(' ')}）`);
  if (charged > 0 && known !== 'deputy') throw wrong('charge', '分管单位', '只有分管领导（deputy）有分管单位');
  return known;
}

async function openUnit(tx: EntityManager, id: string): Promise<{ id: string; name: string }> {
  const [unit] = await select<{ id: string; name: string }>(
    tx,
    'select id, name from unit where id = $1 and closed_on is null for share',
    [id],
  );
  if (!unit) throw new AppError('notFound', { what: '该单位' });
  return unit;
}
