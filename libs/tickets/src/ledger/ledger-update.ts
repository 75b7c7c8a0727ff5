import type { EntityManager } from 'typeorm';
import { execute, liveChannel, newId, select } from '@xiaohao/database';
import type { Day } from '@xiaohao/domain';
import type { JobQueue } from '@xiaohao/jobs';
import { stoodInFor, type Actor } from '@xiaohao/org';
import { personOrNull } from '../acting/ticket-records.js';
import { nextEvent, type TicketEvent } from '../chain/event-chain.js';
import { mayPassOn } from './ledger-handler.js';
import type { LedgerTicket } from './ledger-ticket.queries.js';
import { getHandler } from '../passing-on/named-in-input.js';
import { saveTickets } from '../acting/save-tickets.js';
import { ticketColumns, type TicketPatch } from '../acting/save-ticket.js';
import { mayKeep } from '../reading/ticket-duties.js';

/** What a ledger changes of one ticket. A list that is left out stays as it is. */
export interface LedgerUpdate {
  ticket: LedgerTicket;
  patch: TicketPatch;
  supportUnitIds?: string[];
  persons?: { name: string; personId: string | null }[];
  /** Whom the ticket is passed on to; the flow lets the actor do so. */
  handlerId?: string;
  /** New texts of measures there are; without an id a new one. */
  measures?: { id: string | null; text: string }[];
  progress?: { text: string; percent: number | null; on: Day };
  outcomes?: { type: string; amount: number; on: Day }[];
  /** For the event: field → from, to in words. */
  changed: Record<string, readonly [string | null, string]>;
}

/** What it takes to take an update back; kept with the row of the import. */
export interface BeforeUpdate {
  ticketId: string;
  /** Version after the update: a later one means somebody went on from there. */
  version: number;
  patch: TicketPatch;
  supportUnitIds?: string[];
  persons?: { name: string; personId: string | null }[];
  measures?: { id: string; text: string }[];
  added: { progress: string[]; outcomes: string[]; measures: string[] };
  changed: Record<string, readonly [string | null, string]>;
}

interface UpdateMoment {
  at: Date;
  today: Day;
  jobs: JobQueue;
  /** Where in which file it was said, beside the event. */
  payloadOf: (update: LedgerUpdate) => Record<string, unknown>;
}

/** Writes what a ledger says of tickets the caller holds locked: facts, lists and one event each. */
export async function updateFromLedger(
  tx: EntityManager,
  actor: Actor,
  updates: readonly LedgerUpdate[],
  moment: UpdateMoment,
): Promise<BeforeUpdate[]> {
  const kept: BeforeUpdate[] = [];
  for (const update of updates) {
    const { ticket, handlerId } = update;
    // As it is now: a post may have ended since the preview.
    if (handlerId) await getHandler(tx, handlerId, ticket.leadUnitId!, moment.today);
    kept.push(await writeLists(tx, actor, update));
  }
  const saved = updates.map((update) => {
    const { ticket, patch, changed } = update;
    const actingFor = stoodInFor(actor, (as) => mayKeep(as, ticket)) ?? undefined;
    const payload = { changed, ...moment.payloadOf(update), actingFor };
    const told = nextEvent(ticket.id, ticket, actor, 'import_update', payload, moment.at);
    return { id: ticket.id, patch, events: [told, ...passedOn(actor, update, told, moment.at)] };
  });
  await saveTickets(tx, saved);
  const heard = saved.flatMap(({ events: [, passed] }) => passed ?? []);
  await moment.jobs.addAll(
    tx,
    'ticket.changed',
    heard.map(({ ticketId, seq }) => ({ ticketId, seq })),
  );
  await signal(
    tx,
    saved.map(({ id }) => id),
  );
  return kept;
}

/** The step of its own by which the flow passes a ticket on, told to whom it concerns as on its page. */
function passedOn(
  actor: Actor,
  { ticket, handlerId, changed }: LedgerUpdate,
  before: TicketEvent,
  at: Date,
): TicketEvent[] {
  if (!handlerId) return [];
  const mayAs = (as: Actor) => mayPassOn(as, ticket, handlerId);
  const words = { from: ticket.status, to: ticket.status, handler: changed['handler']?.[1] };
  const payload = { ...words, actingFor: stoodInFor(actor, mayAs) ?? undefined };
  const end = { eventCount: before.seq, eventHead: before.hash };
  return [nextEvent(ticket.id, end, actor, 'reassign', payload, at)];
}

async function writeLists(tx: EntityManager, actor: Actor, update: LedgerUpdate): Promise<BeforeUpdate> {
  const { ticket, patch, supportUnitIds, persons, measures = [], progress, outcomes = [] } = update;
  const kept: BeforeUpdate = {
    ticketId: ticket.id,
    version: ticket.version + (update.handlerId ? 2 : 1),
    patch: {},
    added: { progress: [], outcomes: [], measures: [] },
    changed: Object.fromEntries(
      Object.entries(update.changed).map(([field, [from, to]]) => [field, [to, from ?? '—'] as const]),
    ),
  };
  if (supportUnitIds) {
    kept.supportUnitIds = ticket.supportUnits.map(({ id }) => id);
    await replaceUnits(tx, ticket.id, supportUnitIds);
  }
  if (persons) {
    kept.persons = ticket.persons;
    await replacePersons(tx, ticket.id, persons);
  }
  const rewritten = measures.flatMap(({ id, text }) => (id === null ? [] : [{ id, text }]));
  if (rewritten.length > 0) {
    kept.measures = ticket.measures.filter(({ id }) => rewritten.some((measure) => measure.id === id));
    await writeMeasures(tx, ticket.id, rewritten);
  }
  for (const { text } of measures.filter(({ id }) => id === null)) {
    kept.added.measures.push(await addMeasure(tx, ticket.id, text));
  }
  if (progress) kept.added.progress.push(await addProgress(tx, actor, ticket, progress));
  for (const outcome of outcomes) kept.added.outcomes.push(await addOutcome(tx, actor, ticket, outcome));
  kept.patch = await presentFacts(tx, ticket.id, patch);
  return kept;
}

/** As the columns stand now, before the change, so that taking back needs no translation. */
async function presentFacts(tx: EntityManager, id: string, patch: TicketPatch): Promise<TicketPatch> {
  const fields = Object.keys(patch) as (keyof TicketPatch)[];
  if (fields.length === 0) return {};
  const columns = fields.map((field) => `'${field}', ${ticketColumns[field]}`).join(', ');
  const [row] = await select<{ facts: TicketPatch }>(
    tx,
    `select jsonb_build_object(${columns}) as facts from ticket where id = $1`,
    [id],
  );
  return row!.facts;
}

/**
 * Takes updates back: facts and lists as they stood before, each ticket with an event that says so. The caller holds
 * the tickets and has seen that nobody went on from them.
 */
export async function takeBackUpdates(
  tx: EntityManager,
  actor: Actor,
  kept: readonly (BeforeUpdate & { eventCount: number; eventHead: string })[],
  at: Date,
): Promise<void> {
  for (const before of kept) {
    const { ticketId, supportUnitIds, persons, measures, added } = before;
    if (supportUnitIds) await replaceUnits(tx, ticketId, supportUnitIds);
    if (persons) await replacePersons(tx, ticketId, persons);
    if (measures) await writeMeasures(tx, ticketId, measures);
    await execute(tx, 'delete from measure where ticket_id = $1 and id = any($2::uuid[])', [ticketId, added.measures]);
    await execute(tx, 'delete from progress_entry where ticket_id = $1 and id = any($2::uuid[])', [
      ticketId,
      added.progress,
    ]);
    await execute(tx, 'delete from outcome where ticket_id = $1 and id = any($2::uuid[])', [ticketId, added.outcomes]);
  }
  const saved = kept.map(({ ticketId, patch, changed, ...end }) => ({
    id: ticketId,
    patch,
    events: [nextEvent(ticketId, end, actor, 'import_undone', { changed }, at)],
  }));
  await saveTickets(tx, saved);
  await signal(
    tx,
    saved.map(({ id }) => id),
  );
}

async function signal(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await execute(
    tx,
    `select pg_notify($1, json_build_object('type', 'ticket', 'id', id)::text) from unnest($2::uuid[]) as id`,
    [liveChannel, ids],
  );
}

async function replaceUnits(tx: EntityManager, ticketId: string, unitIds: readonly string[]): Promise<void> {
  await execute(tx, 'delete from ticket_support_unit where ticket_id = $1', [ticketId]);
  await execute(
    tx,
    `insert into ticket_support_unit (ticket_id, unit_id, sort)
     select $1, u.id, u.at - 1 from unnest($2::uuid[]) with ordinality as u (id, at)`,
    [ticketId, unitIds],
  );
}

async function replacePersons(
  tx: EntityManager,
  ticketId: string,
  persons: readonly { name: string; personId: string | null }[],
): Promise<void> {
  await execute(tx, 'delete from ticket_person where ticket_id = $1', [ticketId]);
  await execute(
    tx,
    `insert into ticket_person (ticket_id, sort, name, person_id)
     select $1, p.at - 1, p.name, p.id from unnest($2::text[], $3::uuid[]) with ordinality as p (name, id, at)`,
    [ticketId, persons.map(({ name }) => name), persons.map(({ personId }) => personId)],
  );
}

async function writeMeasures(
  tx: EntityManager,
  ticketId: string,
  measures: readonly { id: string; text: string }[],
): Promise<void> {
  await execute(
    tx,
    `update measure m set text = c.text, version = m.version + 1
     from unnest($2::uuid[], $3::text[]) as c (id, text) where m.ticket_id = $1 and m.id = c.id`,
    [ticketId, measures.map(({ id }) => id), measures.map(({ text }) => text)],
  );
}

async function addMeasure(tx: EntityManager, ticketId: string, text: string): Promise<string> {
  const id = newId();
  await execute(
    tx,
    `insert into measure (id, ticket_id, sort, text)
     select $1, $2, coalesce(max(sort) + 1, 0), $3 from measure where ticket_id = $2`,
    [id, ticketId, text],
  );
  return id;
}

async function addProgress(
  tx: EntityManager,
  actor: Actor,
  ticket: LedgerTicket,
  { text, percent, on }: { text: string; percent: number | null; on: Day },
): Promise<string> {
  const id = newId();
  await execute(
    tx,
    `insert into progress_entry (id, ticket_id, round, reported_on, text, percent, by_id)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, ticket.id, ticket.round, on, text, percent, personOrNull(actor)],
  );
  return id;
}

async function addOutcome(
  tx: EntityManager,
  actor: Actor,
  ticket: LedgerTicket,
  { type, amount, on }: { type: string; amount: number; on: Day },
): Promise<string> {
  const id = newId();
  await execute(
    tx,
    `insert into outcome (id, ticket_id, round, type, amount, happened_on, after_closing, by_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, ticket.id, ticket.round, type, amount, on, ticket.status === 'closed', personOrNull(actor)],
  );
  return id;
}
