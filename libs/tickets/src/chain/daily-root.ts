import { execute, select, type Queryable } from '@xiaohao/database';
import { addDays, type Day } from '@xiaohao/domain';
import { MerkleTree } from './merkle-tree.js';

/** The one hash that stands for every event of every ticket up to the end of a day. */
export interface DailyRoot {
  day: Day;
  root: string;
  tickets: number;
  events: number;
}

const page = 5_000;

/**
 * The root over the chain ends of all tickets as they stood at the end of the day (Asia/Shanghai), one leaf
 * `ticket id, number of events, hash of the last` a ticket in the order of the ids. Taken from the events themselves,
 * so it can be found again at any time, and differs when an event, or a whole ticket with its events, is gone.
 */
export async function computeRoot(db: Queryable, day: Day): Promise<DailyRoot> {
  const tree = new MerkleTree();
  const until = `${addDays(day, 1)}T00:00:00+08:00`;
  let after = '00000000-0000-0000-0000-000000000000';
  let tickets = 0;
  let events = 0;
  for (;;) {
    const ends = await select<{ ticketId: string; seq: number; hash: string }>(
      db,
      `select distinct on (ticket_id) ticket_id as "ticketId", seq, hash from event
       where ticket_id > $1 and at < $2 order by ticket_id, seq desc limit ${page}`,
      [after, until],
    );
    for (const { ticketId, seq, hash } of ends) {
      tree.add(`${ticketId} ${seq} ${hash}`);
      events += seq;
    }
    tickets += ends.length;
    if (ends.length < page) return { day, root: tree.root(), tickets, events };
    after = ends.at(-1)!.ticketId;
  }
}

/** False where the day has its root already: a kept root is never replaced. */
export async function keepRoot(tx: Queryable, { day, root, tickets, events }: DailyRoot): Promise<boolean> {
  const kept = await execute(
    tx,
    'insert into daily_root (day, root, tickets, events) values ($1, $2, $3, $4) on conflict (day) do nothing',
    [day, root, tickets, events],
  );
  return kept === 1;
}

/** Newest first. */
export function listRoots(db: Queryable, limit: number): Promise<DailyRoot[]> {
  return select<DailyRoot>(db, 'select day, root, tickets, events from daily_root order by day desc limit $1', [limit]);
}
