import { kindsCoordinatedBy, kindTable, ticketKinds, type Role } from '@xiaohao/domain';
import type { SqlParameters } from '@xiaohao/database';
import { chargedUnitsOf, unitsOf, type Actor } from '@xiaohao/org';

/** Roles that see everything that is not confidential. */
const readers: readonly Role[] = ['auditor', 'office'];
/** Roles that see no ticket, even one that names them. */
const blind: readonly Role[] = ['admin', 'stats'];

/**
 * The one visibility predicate: a boolean SQL expression over a `ticket` row, used by list, count, detail, drill-down
 * and export alike. Deny by default: an actor without a fitting post gets `false`.
 * A confidential ticket is seen by who takes part in it (handler, persons, heads, deputy, acceptor), its coordinator and the chief.
 */
export function visibleTickets(actor: Actor, params: SqlParameters, alias = 't'): string {
  if (actor.roles.includes('chief')) return 'true';
  const grants: string[] = [];
  const kinds = kindsInOffice(actor);
  // Words of our own table, so they may stand in the text: of a parameter the planner would not know how many rows it
  // lets through, and would plan the statement at every call.
  if (kinds.length > 0) grants.push(`${alias}.kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})`);
  if (actor.roles.some((role) => readers.includes(role))) grants.push(`not ${alias}.confidential`);
  const units = unitsLed(actor);
  if (units.length > 0) {
    const unitIds = params.add(units);
    grants.push(`${alias}.lead_unit_id = any(${unitIds}::uuid[])`);
    grants.push(`(not ${alias}.confidential and exists (select 1 from ticket_support_unit su
      where su.ticket_id = ${alias}.id and su.unit_id = any(${unitIds}::uuid[])))`);
  }
  if (actor.roles.some((role) => !blind.includes(role))) {
    const me = params.add(actor.personId);
    grants.push(`${alias}.handler_id = ${me}::uuid`, `${alias}.leader_id = ${me}::uuid`);
    grants.push(
      `exists (select 1 from ticket_person tp where tp.ticket_id = ${alias}.id and tp.person_id = ${me}::uuid)`,
    );
  }
  return grants.length > 0 ? `(${grants.join(' or ')})` : 'false';
}

/**
 * Whether the actor sees every ticket of these kinds or these lead units: then a list of them need not ask row by row,
 * and its count is answered by an index alone. Says nothing of what it does not know: `false` means ask.
 */
export function visibleAmong(
  { kind, leadUnitId }: { kind?: readonly string[]; leadUnitId?: readonly string[] },
  actor: Actor,
): boolean {
  if (actor.roles.includes('chief')) return true;
  const allOf = (asked: readonly string[] | undefined, seen: readonly string[]) =>
    asked !== undefined && asked.length > 0 && asked.every((one) => seen.includes(one));
  return allOf(kind, kindsInOffice(actor)) || allOf(leadUnitId, unitsLed(actor));
}

/** Units whose tickets the actor sees whole: led, or in charge of. */
function unitsLed(actor: Actor): string[] {
  return [...unitsOf(actor, ['head', 'clerk']), ...chargedUnitsOf(actor)];
}

/** Kinds the actor coordinates or strikes off. */
export function kindsInOffice(actor: Actor): string[] {
  const accepted = ticketKinds.filter((kind) => actor.roles.includes(kindTable[kind].acceptor));
  return [...new Set([...kindsCoordinatedBy(actor.roles), ...accepted])];
}
