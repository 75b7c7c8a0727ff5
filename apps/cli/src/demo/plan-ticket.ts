import { addDays, kindTable, type Day, type TicketKind } from '@xiaohao/domain';
import type { Dice } from './demo-dice.js';
import { castOf } from './demo-people.js';
import { demoSources, type DemoSource } from './demo-sources.js';
import type { DemoTicket } from './demo-ticket.js';
import { demoUnits, isTown } from './demo-units.js';
import type { LaidFate } from './lay-fates.js';

type Own = 'kind' | 'title' | 'unit' | 'doing' | 'done';
type Given = Pick<DemoTicket, Own> & Partial<DemoTicket>;

/** Units a ticket may be put to by mistake, or asked to help. */
const others = demoUnits.filter(({ type }) => type === 'section' || type === 'member').map(({ key }) => key);
const noWork = ['leaders', 'inspection', 'discipline', 'supervision', 'safety'];
const working = others.filter((key) => !noWork.includes(key));

/** A ticket with its fate, and by chance what nobody states: who handles it, who helps, where it was put first. */
export function planTicket(
  key: string,
  given: Given,
  { story, level, raised, ends, due }: LaidFate,
  dice: Dice,
): DemoTicket {
  const strangers = working.filter((unit) => unit !== given.unit);
  const unresolved = due === null && !story.startsWith('draft');
  return {
    key,
    level: level ?? null,
    wrongUnit: dice.pick(strangers),
    supports: dice.roll() < 0.25 ? dice.shuffle(strangers).slice(0, dice.between(1, 2)) : [],
    handler: dice.pick(castOf(given.unit).handlers),
    confidential: false,
    raised,
    details: {},
    measures: [],
    outcomes: [],
    story,
    ends,
    due,
    deadlineKind: story === 'closed_direct' ? 'immediate' : unresolved ? 'unresolved' : 'date',
    ...given,
  };
}

/** The latest source of the kind that was there by then. */
export function sourceBy(kind: TicketKind, raised: Day, today: Day): string | undefined {
  const sources: [string, DemoSource][] = Object.entries(demoSources);
  return sources
    .filter(([, source]) => source.kind === kind && addDays(today, source.on) <= raised)
    .sort(([, a], [, b]) => b.on - a.on)[0]?.[0];
}

/** `{n}` in a text. */
export const counted = (text: string, n: number): string => text.replaceAll('{n}', String(n));

/** Who registers it: the kind's office. */
export const registrar = (kind: TicketKind): string => kindTable[kind].coordinator;

/** A name in a plan or a town of that key. */
export const unitOf = (unit: string, place: string): string => (unit === 'town' && isTown(place) ? place : unit);
