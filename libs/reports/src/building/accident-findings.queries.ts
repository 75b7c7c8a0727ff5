import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import type { FigureBook } from '../figures/definitions/figure-book.js';
import { conditionsOf } from '../figures/figure-conditions.js';
import { nameOf, type NamedTicket } from '../figures/accident-names.queries.js';
import { accidentLevelsAbove } from '../figures/figure-definition.js';
import { begunSql, knownSql, knownTicketsSql, timesOf, type Situation } from '../figures/known-tickets.js';

export interface AccidentAbove {
  id: string;
  /** As reports name it. */
  name: string;
}

/** Accidents of the period that are more than general ones: no figure of general accidents counts them. */
export async function findAccidentsAboveGeneral(db: Queryable, situation: Situation): Promise<AccidentAbove[]> {
  const params = new SqlParameters();
  const times = timesOf(situation, params);
  const levels = params.add(accidentLevelsAbove);
  const accidents = knownTicketsSql(
    times,
    `h.kind = 'accident_investigation' and h.level = any(${levels}::text[]) and ${begunSql('h', times.asOf)}`,
  );
  const rows = await select<NamedTicket & { id: string }>(
    db,
    `select t.id, t.title, t.confidential or exists (select 1 from ticket c where c.id = t.id and c.confidential) as confidential
     from (${accidents}) t where t.occurred_on between ${times.from} and ${times.until} order by t.no`,
    params.values,
  );
  return rows.map((row) => ({ id: row.id, name: nameOf(row) }));
}

/** What accidents of the period did, by the figure that leaves it out because it is dated behind the report's day. */
export interface LateHarm {
  key: string;
  amount: number;
  ticketIds: string[];
}

const harmFigures = ['accident_deaths', 'serious_injuries', 'direct_loss'];

/** Of the printed figures, those that count less than their accidents did: an outcome's day was entered too late. */
export async function findLateHarm(
  db: Queryable,
  situation: Situation,
  book: FigureBook,
  printed: (key: string) => boolean,
): Promise<LateHarm[]> {
  const found: LateHarm[] = [];
  for (const key of harmFigures.filter(printed)) {
    for (const rule of book.rules(key)) {
      const params = new SqlParameters();
      const times = timesOf(situation, params);
      const begun = begunSql('h', times.asOf);
      const accidents = knownTicketsSql(times, `h.kind = 'accident_investigation' and ${begun}`);
      const [row] = await select<{ amount: string | null; ticketIds: string[] | null }>(
        db,
        `select sum(o.amount) as amount, array_agg(distinct t.id) as "ticketIds"
         from (${accidents}) t join outcome_history o on o.ticket_id = t.id and ${knownSql('o', times.knownAt)}
         where o.happened_on > ${times.asOf} and o.amount > 0 and ${conditionsOf(rule, times, params).join(' and ')}`,
        params.values,
      );
      if (row?.ticketIds) found.push({ key, amount: Number(row.amount), ticketIds: row.ticketIds });
    }
  }
  return found;
}
