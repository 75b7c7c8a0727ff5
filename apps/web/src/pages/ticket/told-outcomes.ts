import { outcomesIn, type TicketKind, type ToldOutcome } from '@xiaohao/domain';
import type { Ticket } from '../../api/tickets.js';

type OutcomeKind = Readonly<{ code: string; name: string; unit: string }>;
type Told = ToldOutcome & Readonly<{ on: string; name: string; unit: string }>;

/** Outcomes the progress of a ticket tells that are not registered, of the types its kind is offered; each under its latest day. */
export function toldOutcomes(
  { kind, progress, outcomes }: Pick<Ticket, 'kind' | 'progress' | 'outcomes'>,
  offered: readonly OutcomeKind[],
): Told[] {
  const types = new Map(offered.map((type) => [type.code, type]));
  const registered = new Set(outcomes.map(({ type, amount }) => `${type} ${amount}`));
  const told = new Map<string, Told>();
  for (const { on, text } of progress) {
    for (const outcome of outcomesIn(text, kind as TicketKind)) {
      const type = types.get(outcome.type);
      const key = `${outcome.type} ${outcome.amount}`;
      if (!type || registered.has(key) || (told.get(key)?.on ?? '') >= on) continue;
      told.set(key, { ...outcome, on, name: type.name, unit: type.unit });
    }
  }
  return [...told.values()];
}
