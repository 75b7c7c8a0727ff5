import type { EntityManager } from 'typeorm';
import { select } from '@xiaohao/database';
import { kindTable, type TicketKind } from '@xiaohao/domain';

/**
 * Takes the next `count` numbers of a kind, e.g. XC-2026-0001; four digits, more after 9999.
 * The counter row is locked until the transaction ends, so numbers follow one another; a rolled-back one is given
 * to the next ticket, a committed one never again.
 */
export function takeNumbers(tx: EntityManager, kind: TicketKind, year: number, count: number): Promise<string[]> {
  return takeNumbersOf(tx, kindTable[kind].prefix, year, count);
}

/** The same for numbers of another series. */
export async function takeNumbersOf(tx: EntityManager, prefix: string, year: number, count: number): Promise<string[]> {
  const [row] = await select<{ last: number }>(
    tx,
    `insert into ticket_number as n (prefix, year, last) values ($1, $2, $3)
     on conflict (prefix, year) do update set last = n.last + excluded.last returning last`,
    [prefix, year, count],
  );
  const first = row!.last - count + 1;
  return Array.from({ length: count }, (_, index) => `${prefix}-${year}-${String(first + index).padStart(4, '0')}`);
}
