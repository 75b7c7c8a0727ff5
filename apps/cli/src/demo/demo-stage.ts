import type { EntityManager } from 'typeorm';
import type { Day, WorkingCalendar } from '@xiaohao/domain';
import type { StoredFileFacts } from '@xiaohao/files';
import type { Actor } from '@xiaohao/org';
import type { DemoDates } from './demo-dates.js';
import type { Dice } from './demo-dice.js';
import { deskKinds, deskPhrases, phrases, type PhraseKey } from './phrases.js';
import type { DemoRows } from './demo-rows.js';
import type { PlayedTicket } from './played-ticket.js';

/** What every part of the demo needs at hand. */
export interface Stage {
  readonly tx: EntityManager;
  readonly calendar: WorkingCalendar;
  readonly dates: DemoDates;
  readonly dice: Dice;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly unitIds: ReadonlyMap<string, string>;
  readonly rows: DemoRows;
  /** Tickets registered so far, by the key of their plan. */
  readonly tickets: Map<string, PlayedTicket>;
  /** The same note serves every ticket as evidence; its content is stored once. */
  readonly file: StoredFileFacts;
}

/** Record time of what follows in this transaction: the morning of that day in Shanghai. */
export async function backdate(tx: EntityManager, day: Day): Promise<void> {
  await tx.query('select backdate_record_time($1, $2)', [moment(day, 0), 'demo bureau']);
}

/** Working hours are long enough for as many minutes as a day has entries. */
export function moment(day: Day, minute: number): Date {
  return new Date(Date.parse(`${day}T09:00:00+08:00`) + minute * 60_000);
}

/** One of the sentences that fit the ticket. */
export function say({ stage, ticket }: { stage: Stage; ticket: PlayedTicket }, key: PhraseKey): string {
  const desk = deskKinds.includes(ticket.plan.kind) ? deskPhrases[key] : undefined;
  return stage.dice.pick<string>(desk ?? phrases[key]);
}
