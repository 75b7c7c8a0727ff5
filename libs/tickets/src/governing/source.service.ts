import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@xiaohao/calendar';
import { execute, newId, select } from '@xiaohao/database';
import type { Day, TicketKind } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { coordinates } from '../acting/registration.js';
import { listCountedSources, listSources, type CountedSource, type SourceRow } from './source.queries.js';

interface SourceFacts {
  name?: string;
  feedbackOn?: Day | null;
  documentNo?: string | null;
  /** Closed, nothing new is registered under it by hand; it may be opened again. */
  closed?: boolean;
}

/** Where tickets of a kind come from, as its coordinator keeps it; imports add to the same rows. */
@Injectable()
export class SourceService {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  listCounted(actor: Actor): Promise<CountedSource[]> {
    return listCountedSources(this.db, actor, this.clock.today());
  }

  async create(
    actor: Actor,
    source: Omit<SourceFacts, 'closed'> & { kind: TicketKind; name: string; items?: readonly string[] },
  ): Promise<SourceRow> {
    if (!coordinates(actor, source.kind)) throw new AppError('forbidden', { kind: source.kind });
    return this.db.transaction(async (tx) => {
      const id = newId();
      const added = await execute(
        tx,
        `insert into source (id, kind, name, feedback_on, details) values ($1, $2, $3, $4, $5::jsonb)
         on conflict (kind, name) do nothing`,
        [id, source.kind, source.name.trim(), source.feedbackOn ?? null, detailsOf({}, source, this.clock.today())],
      );
      if (added === 0) throw new AppError('duplicate', { what: `来源“${source.name.trim()}”` });
      for (const title of source.items ?? []) await addItem(tx, id, title);
      return getSource(tx, actor, id);
    });
  }

  async edit(actor: Actor, id: string, facts: SourceFacts): Promise<SourceRow> {
    return this.db.transaction(async (tx) => {
      const present = await lockSource(tx, actor, id);
      const name = (facts.name ?? present.name).trim();
      const [taken] = await select(tx, 'select 1 from source where kind = $1 and name = $2 and id <> $3', [
        present.kind,
        name,
        id,
      ]);
      if (taken) throw new AppError('duplicate', { what: `来源“${name}”` });
      const feedbackOn = facts.feedbackOn === undefined ? present.feedbackOn : facts.feedbackOn;
      const details = detailsOf(present.details, facts, this.clock.today());
      await execute(tx, 'update source set name = $2, feedback_on = $3, details = $4::jsonb where id = $1', [
        id,
        name,
        feedbackOn,
        details,
      ]);
      return getSource(tx, actor, id);
    });
  }

  async addItem(actor: Actor, id: string, title: string): Promise<SourceRow> {
    return this.db.transaction(async (tx) => {
      const { details } = await lockSource(tx, actor, id);
      await addItem(tx, id, title);
      await execute(tx, 'update source set details = $2::jsonb where id = $1', [
        id,
        detailsOf(details, {}, this.clock.today()),
      ]);
      return getSource(tx, actor, id);
    });
  }
}

/** What stands beside name and day, as JSON. What somebody changed by hand no longer goes with the import that made it. */
function detailsOf(present: Readonly<Record<string, unknown>>, facts: SourceFacts, today: Day): string {
  const { importId: _, ...others } = present;
  const details: Record<string, unknown> = others;
  if (facts.documentNo !== undefined) details['documentNo'] = facts.documentNo?.trim() || undefined;
  if (facts.closed !== undefined) details['closedOn'] = facts.closed ? (present['closedOn'] ?? today) : undefined;
  return JSON.stringify(details);
}

/** The source's row is held by now, so that numbers follow one another. */
async function addItem(tx: EntityManager, sourceId: string, title: string): Promise<void> {
  const [taken] = await select(tx, 'select 1 from source_item where source_id = $1 and title = $2', [
    sourceId,
    title.trim(),
  ]);
  if (taken) throw new AppError('duplicate', { what: `项“${title.trim()}”` });
  await execute(
    tx,
    `insert into source_item (id, source_id, no, title)
     select $1, $2, coalesce(max(no), 0) + 1, $3 from source_item where source_id = $2`,
    [newId(), sourceId, title.trim()],
  );
}

async function lockSource(tx: EntityManager, actor: Actor, id: string) {
  const [source] = await select<{
    kind: TicketKind;
    name: string;
    feedbackOn: Day | null;
    details: Record<string, unknown>;
  }>(tx, 'select kind, name, feedback_on as "feedbackOn", details from source where id = $1 for update', [id]);
  if (!source || !coordinates(actor, source.kind)) throw new AppError('notFound', { what: '来源' });
  return source;
}

async function getSource(tx: EntityManager, actor: Actor, id: string): Promise<SourceRow> {
  return (await listSources(tx, actor)).find((source) => source.id === id)!;
}
