import type { DataSource } from 'typeorm';
import { select, SqlParameters } from '@xiaohao/database';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';

export interface NamedTicket {
  id: string;
  no: string;
}

const ticketNumber = /[A-Z]{2}-\d{4}-\d{4,}/g;

/** The tickets whose numbers stand in the sentences, of those the reader may see. */
export async function findNamedTickets(
  db: DataSource,
  reader: Actor,
  sentences: readonly string[],
): Promise<NamedTicket[]> {
  const nos = [...new Set(sentences.flatMap((sentence) => sentence.match(ticketNumber) ?? []))];
  if (nos.length === 0) return [];
  const params = new SqlParameters([nos]);
  return select<NamedTicket>(
    db,
    `select t.id, t.no from ticket t where t.no = any($1::text[]) and ${visibleTickets(reader, params)} order by t.no`,
    params.values,
  );
}
