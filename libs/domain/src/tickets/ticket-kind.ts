import type { Role } from '../people/role.js';
import type { ReviewStatus } from './ticket-status.js';

export const ticketKinds = [
  'inspection_issue',
  'hazard',
  'public_report',
  'env_inspection_issue',
  'accident_investigation',
  'key_task',
  'supervision_item',
] as const;

export type TicketKind = (typeof ticketKinds)[number];

export interface KindOffices {
  /** Letters before the year in the number, e.g. XC-2026-0012. */
  readonly prefix: string;
  /** Role that creates, imports, edits, assigns and reopens. */
  readonly coordinator: Role;
  /** Review stages after 报结, in order. */
  readonly chain: readonly ReviewStatus[];
  /** Role that strikes off. */
  readonly acceptor: Role;
}

const fullChain = ['dept_review', 'pending_review', 'pending_acceptance'] as const;
const shortChain = ['dept_review', 'pending_acceptance'] as const;

/** Who keeps each kind, which reviews it passes, who strikes it off. */
export const kindTable: Readonly<Record<TicketKind, KindOffices>> = {
  inspection_issue: { prefix: 'XC', coordinator: 'inspection', chain: fullChain, acceptor: 'liaison' },
  hazard: { prefix: 'YH', coordinator: 'safety', chain: ['pending_acceptance'], acceptor: 'safety' },
  public_report: { prefix: 'JB', coordinator: 'safety', chain: shortChain, acceptor: 'safety' },
  env_inspection_issue: { prefix: 'HB', coordinator: 'supervision', chain: fullChain, acceptor: 'supervision' },
  accident_investigation: { prefix: 'SG', coordinator: 'safety', chain: fullChain, acceptor: 'chief' },
  key_task: { prefix: 'ZD', coordinator: 'supervision', chain: shortChain, acceptor: 'supervision' },
  supervision_item: { prefix: 'DB', coordinator: 'supervision', chain: fullChain, acceptor: 'supervision' },
};

export type TicketLevel = 'general' | 'major';

/** A major hazard passes the whole chain and is struck off by the chief; all else follows its kind. */
export function officesOf(kind: TicketKind, level: string | null): KindOffices {
  return isMajorHazard({ kind, level })
    ? { ...kindTable.hazard, chain: fullChain, acceptor: 'chief' }
    : kindTable[kind];
}

export function isMajorHazard({ kind, level }: { kind: TicketKind; level: string | null }): boolean {
  return kind === 'hazard' && level === 'major';
}

/** Kinds a person of these roles may register: those they coordinate, and for a town the general hazards of its own. */
export function kindsRegisteredBy(held: readonly Role[]): TicketKind[] {
  const kept = kindsCoordinatedBy(held);
  return held.includes('clerk') && !kept.includes('hazard') ? [...kept, 'hazard'] : kept;
}

/** Kinds whose coordinator is one of the roles. */
export function kindsCoordinatedBy(held: readonly Role[]): TicketKind[] {
  return ticketKinds.filter((kind) => held.includes(kindTable[kind].coordinator));
}
