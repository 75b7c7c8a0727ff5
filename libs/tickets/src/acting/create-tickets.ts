import type { EntityManager } from 'typeorm';
import { execute, newId, WriteBehind } from '@xiaohao/database';
import type { Day, TicketKind } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { insertEvents } from '../chain/event-chain.js';
import type { NewTicket } from './new-ticket.js';
import { takeNumbers } from './ticket-number.js';
import { recordsOf, type NumberedTicket, type TicketRecords } from './ticket-records.js';

/** So many tickets are written per handful of statements. */
export const ticketsPerPart = 500;

/**
 * Creates tickets in the caller's transaction: numbers, rows, people, measures, progress, outcomes and the first link
 * of each event chain, a handful of statements per 500 tickets. Returns ids and numbers in the order given.
 */
export async function createTickets(
  tx: EntityManager,
  actor: Actor,
  drafts: readonly NewTicket[],
  options: CreationOptions,
): Promise<{ id: string; no: string }[]> {
  const created: { id: string; no: string }[] = [];
  const kinds = drafts.map(({ kind }) => kind);
  await createTicketsInParts(tx, actor, { kinds, parts: partsOf(drafts) }, options, async (_, part) => {
    created.push(...part.map(({ id, no }) => ({ id, no })));
  });
  return created;
}

function* partsOf(drafts: readonly NewTicket[]): Generator<readonly NewTicket[]> {
  for (let from = 0; from < drafts.length; from += ticketsPerPart) yield drafts.slice(from, from + ticketsPerPart);
}

interface CreationOptions {
  today: Day;
  at: Date;
  action?: 'create' | 'import';
}

/**
 * The same for any number: the next part is made while the one before is written, and none is kept. `kinds` are those of
 * all parts in their order. `written` hears of each part, in the same transaction.
 */
export async function createTicketsInParts(
  tx: EntityManager,
  actor: Actor,
  {
    kinds,
    parts,
  }: {
    kinds: readonly TicketKind[];
    parts: Iterable<readonly NewTicket[]> | AsyncIterable<readonly NewTicket[]>;
  },
  options: CreationOptions,
  written: (from: number, created: readonly { id: string; no: string }[]) => Promise<void>,
): Promise<void> {
  const numbers = await numbersFor(tx, kinds, Number(options.today.slice(0, 4)));
  const store = new WriteBehind<{ from: number; tickets: NumberedTicket[]; records: TicketRecords }>(
    async ({ from, tickets, records }) => {
      for (const { text, values } of records.inserts) await execute(tx, text, [values]);
      await insertEvents(tx, records.events);
      await written(from, tickets);
    },
  );
  try {
    let from = 0;
    for await (const drafts of parts) {
      const tickets = drafts.map((draft, index): NumberedTicket => {
        return { ...draft, id: draft.id ?? newId(), no: numbers[from + index]! };
      });
      await store.put({ from, tickets, records: recordsOf(tickets, actor, options) });
      from += tickets.length;
    }
  } finally {
    await store.end();
  }
}

async function numbersFor(tx: EntityManager, kinds: readonly TicketKind[], year: number): Promise<string[]> {
  const pools = new Map<TicketKind, string[]>();
  // In the order of the kinds' names, so that two imports of several kinds never lock counters crosswise.
  for (const kind of [...new Set(kinds)].sort()) {
    const count = kinds.filter((one) => one === kind).length;
    pools.set(kind, (await takeNumbers(tx, kind, year, count)).reverse());
  }
  return kinds.map((kind) => pools.get(kind)!.pop()!);
}
