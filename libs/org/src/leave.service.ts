import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId, Post, select } from '@xiaohao/database';
import { addDays, dayParts, type Day, type Role } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { noticeText, roleLabels } from '@xiaohao/messages';
import { NoticeService } from '@xiaohao/notices';
import { wrong } from './account.js';
import type { Actor } from './actor.js';
import { refuseAwayToo, refuseOverlap } from './leave-clashes.js';
import { recordPeopleEvent } from './people-record.js';

/** Days of a leave, both included, and who stands in. */
export interface NewLeave {
  postId: string;
  standInId: string;
  fromOn: Day;
  toOn: Day;
}

interface HeldPost {
  id: string;
  role: Role;
  unitId: string;
  unit: string;
  fromOn: Day;
  toOn: Day | null;
  actingForPostId: string | null;
  charge: string[];
}

/** No leave is longer; whoever stays away longer gives up the post. */
const longestLeaveDays = 366;

/**
 * 代理: while the holder of a post is on leave another person holds its like, and everything that follows from posts
 * follows. It ends by itself with its last day.
 */
@Injectable()
export class LeaveService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(NoticeService) private readonly notices: NoticeService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The administrator names anybody; `ownSection`: whoever goes on leave names somebody of the unit the post is in. */
  async set(actor: Actor, personId: string, leave: NewLeave, ownSection: boolean): Promise<{ id: string }> {
    const today = this.clock.today();
    const { standInId, fromOn, toOn } = leave;
    checkDays(leave, today);
    if (standInId === personId) throw wrong('standInId', '代理人', '不能由本人代理');
    return this.db.transaction(async (tx) => {
      const people = await lockBoth(tx, personId, standInId);
      const post = await heldPost(tx, personId, leave.postId);
      checkPost(post, leave);
      const standIn = people.get(standInId);
      if (!standIn) throw wrong('standInId', '代理人', '没有这个人');
      if (standIn.disabled) throw wrong('standInId', '代理人', `${standIn.name}的账号已停用`);
      if (ownSection) await refuseOutsider(tx, post, { id: standInId, name: standIn.name }, fromOn);
      await refuseOverlap(tx, post.id, leave);
      await refuseAwayToo(tx, { personId, standInId, standIn: standIn.name }, leave);
      const id = newId();
      const { unitId, role } = post;
      await tx.insert(Post, { id, personId: standInId, unitId, role, fromOn, toOn, actingForPostId: post.id });
      await execute(
        tx,
        'insert into post_charge (post_id, unit_id) select $1, unit_id from post_charge where post_id = $2',
        [id, post.id],
      );
      const person = people.get(personId)!.name;
      const details = { person, standIn: standIn.name, role, unit: post.unit, charge: post.charge, fromOn, toOn };
      await recordPeopleEvent(tx, actor, 'leave_set', { personId, unitId, details });
      const told = [standInId, personId].filter((one) => one !== actor.personId);
      for (const one of told) await this.tell(tx, one, { ...details, by: actor.name });
      return { id };
    });
  }

  /**
   * Back early. A leave not begun is taken back; one that began today ends with today, since a post lasts a day at
   * least; any other is over at once.
   */
  async end(actor: Actor, personId: string, id: string): Promise<void> {
    const today = this.clock.today();
    await this.db.transaction(async (tx) => {
      const [leave] = await select<{ unitId: string; fromOn: Day; details: Record<string, unknown> }>(
        tx,
        `select a.unit_id as "unitId", a.from_on as "fromOn", json_build_object('person', p.name, 'standIn', s.name, 'role', a.role,
           'unit', u.name, 'charge', array(select c.name from post_charge x join unit c on c.id = x.unit_id where x.post_id = a.id),
           'fromOn', a.from_on, 'toOn', a.to_on) as details
         from post a join post o on o.id = a.acting_for_post_id join person p on p.id = o.person_id
         join person s on s.id = a.person_id join unit u on u.id = a.unit_id
         where a.id = $1 and o.person_id = $2 and a.to_on >= $3 for update of a`,
        [id, personId, today],
      );
      if (!leave) throw new AppError('notFound', { what: '该代理' });
      // Posts end with a day: one of today alone would stand in until the evening. What happened is in the people's events.
      if (leave.fromOn >= today) await execute(tx, 'delete from post where id = $1', [id]);
      else await execute(tx, 'update post set to_on = $2 where id = $1', [id, addDays(today, -1)]);
      const { unitId, details } = leave;
      await recordPeopleEvent(tx, actor, 'leave_ended', { personId, unitId, details });
    });
  }

  private async tell(
    tx: EntityManager,
    personId: string,
    leave: { person: string; standIn: string; role: Role; unit: string; fromOn: Day; toOn: Day; by: string },
  ): Promise<void> {
    const today = this.clock.today();
    const days = { from: dayWords(leave.fromOn), to: dayWords(leave.toOn) };
    const facts = { ...days, ...leave, role: roleLabels[leave.role][0] };
    await this.notices.post(tx, {
      personId,
      ruleCode: 'leave_set',
      forOn: today,
      subject: noticeText('leaveSubject', facts),
      body: {
        heading: noticeText('leaveHeading', facts),
        blocks: [{ form: 'lines', lines: [noticeText('leaveNote', facts)] }],
      },
      link: '/me',
      channels: ['inbox', 'mail'],
    });
  }
}

function dayWords(day: Day): string {
  const { year, month, date } = dayParts(day);
  return `${year}年${month}月${date}日`;
}

function checkDays({ fromOn, toOn }: NewLeave, today: Day): void {
  if (fromOn < today) throw wrong('fromOn', '请假开始日期', '不能早于今天');
  if (toOn < fromOn) throw wrong('toOn', '请假结束日期', '不能早于开始日期');
  if (toOn > addDays(fromOn, longestLeaveDays)) throw wrong('toOn', '请假结束日期', '一次请假不超过一年');
}

function checkPost(post: HeldPost, { fromOn, toOn }: NewLeave): void {
  if (post.actingForPostId)
    throw wrong('postId', '任职', '这是代理的任职，不能再由他人代理；请为原任职人另行指定代理人');
  if (post.role === 'admin') throw wrong('postId', '任职', '系统管理员不能代理，请另设一名系统管理员');
  if (post.fromOn > fromOn || (post.toOn !== null && post.toOn < toOn)) {
    throw wrong('toOn', '请假日期', `不在任职期间内（${post.fromOn} 至 ${post.toOn ?? '今'}）`);
  }
}

/** In the order of their ids, so that two who name each other do not wait for one another for ever. */
async function lockBoth(tx: EntityManager, ...ids: [string, string]) {
  const people = await select<{ id: string; name: string; disabled: boolean }>(
    tx,
    `select id, name, disabled_at is not null as disabled from person where id = any($1::uuid[]) order by id for update`,
    [ids],
  );
  return new Map(people.map((person) => [person.id, person]));
}

async function heldPost(tx: EntityManager, personId: string, postId: string): Promise<HeldPost> {
  const [post] = await select<HeldPost>(
    tx,
    `select o.id, o.role, o.unit_id as "unitId", u.name as unit, o.from_on as "fromOn", o.to_on as "toOn",
       o.acting_for_post_id as "actingForPostId",
       array(select c.name from post_charge x join unit c on c.id = x.unit_id where x.post_id = o.id) as charge
     from post o join unit u on u.id = o.unit_id where o.id = $1 and o.person_id = $2 for update of o`,
    [postId, personId],
  );
  if (!post) throw new AppError('notFound', { what: '该任职' });
  return post;
}

async function refuseOutsider(
  tx: EntityManager,
  post: HeldPost,
  standIn: { id: string; name: string },
  on: Day,
): Promise<void> {
  const [inside] = await select(
    tx,
    `with recursive below as (select $2::uuid as id union select u.id from unit u join below b on u.parent_id = b.id)
     select 1 from post o join below b on b.id = o.unit_id
     where o.person_id = $1 and o.acting_for_post_id is null and o.from_on <= $3 and (o.to_on is null or o.to_on >= $3) limit 1`,
    [standIn.id, post.unitId, on],
  );
  if (!inside) {
    throw wrong('standInId', '代理人', `${standIn.name}不在${post.unit}任职，请由系统管理员指定其他单位的人代理`);
  }
}
