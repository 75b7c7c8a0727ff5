import type { TicketKind } from './ticket-kind.js';

/** Levels of hazards (order of 2007 no. 16, §3) and of accidents (regulation on accident investigation, §3). */
export const ticketLevels = ['general', 'larger', 'major', 'extreme'] as const;
export type AnyLevel = (typeof ticketLevels)[number];

/** The levels a kind knows, the least first; a kind without any has no level at all. */
export const levelTable: Readonly<Record<TicketKind, readonly AnyLevel[]>> = {
  inspection_issue: [],
  hazard: ['general', 'major'],
  public_report: [],
  env_inspection_issue: [],
  accident_investigation: ['general', 'larger', 'major', 'extreme'],
  key_task: [],
  supervision_item: [],
};

/** The level a new ticket has when nobody says one: a hazard is general until somebody finds it major. */
export function firstLevel(kind: TicketKind): AnyLevel | null {
  return kind === 'hazard' ? 'general' : null;
}
