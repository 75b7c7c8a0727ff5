import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { select } from '@xiaohao/database';
import { addDays, type Day } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { NoticeService } from '@xiaohao/notices';
import { addPost, findActor, PeopleService, recordPeopleEvent, type Actor } from '@xiaohao/org';
import { appendEvents, lockChains } from '../chain/append-events.js';
import { handOverNotice } from './hand-over-notice.js';
import {
  countOpenBeside,
  countPostWork,
  listOpenUnits,
  listPassed,
  listSuccessors,
  type OpenCounts,
  type OpenUnit,
  type PassedTicket,
  type PostWork,
  type Successor,
} from './hand-over.queries.js';
import { passNames, type Passing } from '../reading/pass-names.js';
import { refuseReviewers, refuseUnfit } from '../acting/successor-checks.js';

export interface HandOver {
  lastOn: Day;
  /** Takes what no other line names. */
  successorId: string | null;
  byUnit: readonly { unitId: string | null; successorId: string }[];
  byTicket: readonly { ticketId: string; successorId: string }[];
  /** Posts that end; null: all. */
  postIds: readonly string[] | null;
  /** Posts somebody holds from the day after. */
  passedPosts: readonly { postId: string; successorId: string }[];
  disable: boolean;
}

export interface HandOverView extends OpenCounts {
  person: { id: string; name: string };
  units: OpenUnit[];
  total: number;
  postWork: PostWork;
}

interface Leaving {
  id: string;
  name: string;
}

/** Somebody else may take up a ticket while others are being locked; so often it is looked at again. */
const attempts = 5;

/** Leaving, or changing section: everything in a person's name passes in one step, with a record on every ticket. */
@Injectable()
export class HandOverService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(NoticeService) private readonly notices: NoticeService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** For whoever keeps accounts and sees no ticket: counts and numbers, never a title. */
  async open(personId: string): Promise<HandOverView> {
    const today = this.clock.today();
    const person = await getPerson(this.db.manager, personId, '');
    const [units, beside, actor] = await Promise.all([
      listOpenUnits(this.db, personId),
      countOpenBeside(this.db, personId),
      findActor(this.db, personId, today),
    ]);
    const nothing: PostWork = { sign: 0, review: 0, accept: 0, decide: 0, instructions: 0, checks: 0 };
    return {
      person,
      units,
      total: units.reduce((sum, { count }) => sum + count, 0),
      ...beside,
      postWork: actor ? await countPostWork(this.db, actor.actor, today) : nothing,
    };
  }

  /** Returns how many tickets each successor was given. */
  async handOver(
    actor: Actor,
    personId: string,
    handOver: HandOver,
  ): Promise<{ successorId: string; tickets: number }[]> {
    const today = this.clock.today();
    checkDays(handOver, today);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const done = await this.db.transaction((tx) => this.attempt(tx, actor, personId, handOver));
      if (done) return done;
    }
    throw new AppError('handOverBusy');
  }

  /** Null, with nothing written, where a ticket came into the person's name while the others were being locked. */
  private async attempt(tx: EntityManager, actor: Actor, personId: string, handOver: HandOver) {
    const today = this.clock.today();
    // Tickets first, then the person: as everybody does who gives somebody a ticket.
    const chains = await lockChains(
      tx,
      (await listPassed(tx, personId, today)).map(({ id }) => id),
    );
    const person = await getPerson(tx, personId, 'for update');
    const tickets = await listPassed(tx, personId, today);
    const locked = new Map(chains.map((chain) => [chain.id, chain]));
    if (tickets.some(({ id }) => !locked.has(id))) return null;
    await this.passPosts(tx, actor, person, handOver);
    const passings = await this.assign(tx, person, tickets, handOver);
    const at = this.clock.now();
    const byId = new Map(passings.map((passing) => [passing.ticket.id, passing]));
    const payloadOf = ({ id }: { id: string }) => {
      const { ticket, to } = byId.get(id)!;
      return { handedOver: { from: person.name, to: to.name, as: ticket.parts } };
    };
    const passed = tickets.map(({ id }) => locked.get(id)!);
    await appendEvents(tx, actor, passed, { action: 'hand_over', payloadOf }, at);
    await passNames(tx, person, passings);
    await this.people.leave(tx, actor, person, handOver);
    return this.tell(tx, actor, person, passings, handOver);
  }

  /** Who takes which ticket: by its own line, by its unit's, else whoever takes the rest. */
  private async assign(
    tx: EntityManager,
    person: Leaving,
    tickets: readonly PassedTicket[],
    handOver: HandOver,
  ): Promise<Passing[]> {
    const byTicket = new Map(handOver.byTicket.map(({ ticketId, successorId }) => [ticketId, successorId]));
    const byUnit = new Map(handOver.byUnit.map(({ unitId, successorId }) => [unitId, successorId]));
    const wanted = tickets.map((ticket) => ({
      ticket,
      toId: byTicket.get(ticket.id) ?? byUnit.get(ticket.leadUnitId) ?? handOver.successorId,
    }));
    const without = wanted.filter(({ toId }) => toId === null);
    if (without.length > 0) {
      const fieldLabel = `其余 ${without.length} 件事项的承接人`;
      throw new AppError('inputMissing', { field: 'successorId', fieldLabel, count: without.length });
    }
    const ids = [...new Set(wanted.map(({ toId }) => toId!))];
    const successors = new Map(
      (await listSuccessors(tx, ids, addDays(handOver.lastOn, 1))).map((successor) => [successor.id, successor]),
    );
    const passings = wanted.map(({ ticket, toId }) => ({
      ticket,
      to: checkedSuccessor(successors.get(toId!), person, toId!),
    }));
    refuseUnfit(passings);
    await refuseReviewers(tx, passings, this.clock.today());
    return passings;
  }

  private async passPosts(tx: EntityManager, actor: Actor, person: Leaving, handOver: HandOver): Promise<void> {
    const from = addDays(handOver.lastOn, 1);
    for (const { postId, successorId } of handOver.passedPosts) {
      const [post] = await select<{ role: string; unitId: string; chargeUnitIds: string[] }>(
        tx,
        `select role, unit_id as "unitId", array(select unit_id from post_charge where post_id = $1) as "chargeUnitIds"
         from post where id = $1 and person_id = $2 and acting_for_post_id is null and (to_on is null or to_on > $3)`,
        [postId, person.id, handOver.lastOn],
      );
      const ends = handOver.postIds === null || handOver.postIds.includes(postId);
      if (!post || !ends) throw new AppError('notFound', { what: '要移交的任职' });
      const [to] = await listSuccessors(tx, [successorId], from);
      await addPost(tx, actor, checkedPerson(to, person, successorId), post, from);
    }
  }

  private async tell(
    tx: EntityManager,
    actor: Actor,
    person: Leaving,
    passings: readonly Passing[],
    handOver: HandOver,
  ): Promise<{ successorId: string; tickets: number }[]> {
    const today = this.clock.today();
    const ids = new Set([...passings.map(({ to }) => to.id), ...handOver.passedPosts.map((post) => post.successorId)]);
    const names = await select<Leaving>(tx, 'select id, name from person where id = any($1::uuid[]) order by name', [
      [...ids],
    ]);
    const given = names.map(({ id, name }) => ({ id, name, own: passings.filter(({ to }) => to.id === id) }));
    const notices = given.map(({ id, own }) => handOverNotice(id, own, { by: actor.name, person: person.name, today }));
    await this.notices.postMany(tx, notices);
    const details = {
      person: person.name,
      successors: given.map(({ name }) => name).join('、') || '—',
      count: passings.length,
      lastOn: handOver.lastOn,
    };
    await recordPeopleEvent(tx, actor, 'handed_over', { personId: person.id, details });
    return given.map(({ id, own }) => ({ successorId: id, tickets: own.length }));
  }
}

function checkDays({ lastOn, disable }: HandOver, today: Day): void {
  const fails = (reason: string) => new AppError('inputWrong', { field: 'lastOn', fieldLabel: '最后任职日', reason });
  if (lastOn < today) throw fails('不能早于今天');
  if (disable && lastOn > today) throw fails('停用账号即刻生效，最后任职日须为今天');
}

async function getPerson(tx: EntityManager, id: string, lock: '' | 'for update'): Promise<Leaving> {
  const [person] = await select<Leaving>(tx, `select id, name from person where id = $1 ${lock}`, [id]);
  if (!person) throw new AppError('notFound', { what: '该人员' });
  return person;
}

function checkedPerson(successor: Successor | undefined, person: Leaving, id: string): Successor {
  const fails = (reason: string) => new AppError('inputWrong', { field: 'successorId', fieldLabel: '承接人', reason });
  if (id === person.id) throw fails('不能是本人');
  if (!successor) throw fails('没有这个人');
  if (successor.disabled) throw fails(`${successor.name}的账号已停用`);
  return successor;
}

function checkedSuccessor(successor: Successor | undefined, person: Leaving, id: string): Successor {
  const checked = checkedPerson(successor, person, id);
  if (checked.sees) return checked;
  const reason = `${checked.name}没有可以办理事项的任职`;
  throw new AppError('inputWrong', { field: 'successorId', fieldLabel: '承接人', reason });
}
