import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId, select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { JobQueue } from '@xiaohao/jobs';
import type { Actor } from '@xiaohao/org';
import { liveSql, overdueSql } from '../reading/live.js';
import { lockTicket } from '../acting/lock-ticket.js';
import { coordinates } from '../acting/registration.js';
import { saveTicket } from '../acting/save-ticket.js';
import { visibleTickets } from '../reading/visibility.js';

export interface Campaign {
  id: string;
  name: string;
  fromOn: Day | null;
  toOn: Day | null;
  note: string | null;
  version: number;
  /** Of the tickets the reader may see. */
  total: number;
  live: number;
  overdue: number;
  done: number;
}

export interface CampaignFacts {
  name: string;
  fromOn?: Day | null;
  toOn?: Day | null;
  note?: string | null;
}

/** 专项行动: groups tickets of any kind; it has neither owner nor deadline of its own. */
@Injectable()
export class CampaignService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(JobQueue) private readonly jobs: JobQueue,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<Campaign[]> {
    return listCampaigns(this.db, actor, this.clock.today(), null);
  }

  async create(actor: Actor, facts: CampaignFacts): Promise<Campaign> {
    assertSpan(facts);
    return this.db.transaction(async (tx) => {
      const id = newId();
      const added = await execute(
        tx,
        `insert into campaign (id, name, from_on, to_on, note) values ($1, $2, $3, $4, $5) on conflict (name) do nothing`,
        [id, facts.name.trim(), facts.fromOn ?? null, facts.toOn ?? null, facts.note ?? null],
      );
      if (added === 0) throw new AppError('duplicate', { what: `专项行动“${facts.name.trim()}”` });
      return (await listCampaigns(tx, actor, this.clock.today(), id))[0]!;
    });
  }

  /** Facts that are not sent stay; the version must be the one that was looked at. */
  async edit(actor: Actor, id: string, version: number, facts: Partial<CampaignFacts>): Promise<Campaign> {
    return this.db.transaction(async (tx) => {
      const [present] = await select<Campaign>(
        tx,
        `select name, from_on as "fromOn", to_on as "toOn", note, version from campaign where id = $1 for update`,
        [id],
      );
      if (!present) throw new AppError('notFound', { what: '专项行动' });
      if (present.version !== version) throw new AppError('stale', { version: present.version });
      const next = { ...present, ...facts, name: (facts.name ?? present.name).trim() };
      assertSpan(next);
      const [taken] = await select(tx, 'select 1 from campaign where name = $1 and id <> $2', [next.name, id]);
      if (taken) throw new AppError('duplicate', { what: `专项行动“${next.name}”` });
      await execute(
        tx,
        'update campaign set name = $2, from_on = $3, to_on = $4, note = $5, version = version + 1 where id = $1',
        [id, next.name, next.fromOn, next.toOn, next.note],
      );
      return (await listCampaigns(tx, actor, this.clock.today(), id))[0]!;
    });
  }

  /** Only while nothing belongs to it. */
  async remove(id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [present] = await select(tx, 'select 1 from campaign where id = $1 for update', [id]);
      if (!present) throw new AppError('notFound', { what: '专项行动' });
      const [used] = await select(tx, 'select 1 from ticket where campaign_id = $1 limit 1', [id]);
      if (used) throw new AppError('campaignInUse');
      await execute(tx, 'delete from campaign where id = $1', [id]);
    });
  }

  /** Puts tickets of the actor's kinds into the campaign, all or none; what is in it already stays as it is. */
  async addTickets(actor: Actor, id: string, ticketIds: readonly string[]): Promise<Campaign> {
    return this.db.transaction(async (tx) => {
      const [campaign] = await select(tx, 'select 1 from campaign where id = $1 for share', [id]);
      if (!campaign) throw new AppError('notFound', { what: '专项行动' });
      // In the order of the ids, so that two selections never lock each other out.
      for (const ticketId of [...new Set(ticketIds)].sort()) {
        const ticket = await lockTicket(tx, actor, ticketId, null);
        if (!coordinates(actor, ticket.kind)) throw new AppError('forbidden', { no: ticket.no });
        if (ticket.campaignId === id) continue;
        const payload = { changed: { campaignId: [ticket.campaignId, id] } };
        const change = { action: 'edit', patch: { campaignId: id }, payload, tell: false };
        await saveTicket(tx, actor, ticket, change, this.jobs, this.clock.now());
      }
      return (await listCampaigns(tx, actor, this.clock.today(), id))[0]!;
    });
  }
}

/** Campaigns with what this actor may see of them; the newest first. */
function listCampaigns(db: Queryable, actor: Actor, today: Day, id: string | null): Promise<Campaign[]> {
  const params = new SqlParameters();
  const now = params.add(today);
  const visible = visibleTickets(actor, params);
  const one = id === null ? '' : `where c.id = ${params.add(id)}::uuid`;
  return select<Campaign>(
    db,
    `select c.id, c.name, c.from_on as "fromOn", c.to_on as "toOn", c.note, c.version, count(t.id)::int as total,
       count(*) filter (where ${liveSql()})::int as live,
       count(*) filter (where ${overdueSql(now)})::int as overdue,
       count(*) filter (where t.closed_on is not null or t.accepted_on is not null)::int as done
     from campaign c left join ticket t on t.campaign_id = c.id and t.status <> 'cancelled' and ${visible} ${one}
     group by c.id order by c.from_on desc nulls last, c.name`,
    params.values,
  );
}

function assertSpan({ fromOn, toOn }: Partial<CampaignFacts>): void {
  if (fromOn && toOn && toOn < fromOn) {
    throw new AppError('inputWrong', { field: 'toOn', fieldLabel: '结束日期', reason: '不能早于开始日期' });
  }
}
