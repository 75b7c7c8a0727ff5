import type { Role } from '../people/role.js';

/**
 * Grounds on which a ticket is seen. `all`: every ticket; `office`: of the kinds the office coordinates or strikes off;
 * `open`: all that are not confidential; `unit`: led by the own unit or one below it; `charge`: led by a unit in charge;
 * `supported`: supported by such a unit and not confidential; `named`: handler, leader or among the persons.
 */
export const sights = ['all', 'office', 'open', 'unit', 'charge', 'supported', 'named'] as const;
export type Sight = (typeof sights)[number];

/** Role → grounds on which it sees a ticket; any one is enough. Whoever has no row's ground sees nothing (flow §4). */
export const sightTable: Readonly<Record<Role, readonly Sight[]>> = {
  admin: [],
  chief: ['all'],
  deputy: ['charge', 'supported', 'named'],
  inspection: ['office', 'named'],
  liaison: ['office', 'named'],
  supervision: ['office', 'named'],
  safety: ['office', 'named'],
  office: ['open', 'named'],
  head: ['unit', 'supported', 'named'],
  handler: ['named'],
  clerk: ['unit', 'supported', 'named'],
  stats: [],
  auditor: ['open', 'named'],
};

/** Those of the held roles that see a ticket on this ground. */
export function rolesSeeing(held: readonly Role[], sight: Sight): Role[] {
  return held.filter((role) => sightTable[role].includes(sight));
}
