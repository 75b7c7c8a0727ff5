import { kindsCoordinatedBy, kindTable, rolesSeeing, ticketKinds, type Sight } from '@xiaohao/domain';
import type { SqlParameters } from '@xiaohao/database';
import { chargedUnitsOf, handlersFor, ledUnitsOf, type Actor } from '@xiaohao/org';

/**
 * The one visibility predicate: a boolean SQL expression over a `ticket` row, used by list, count, detail, drill-down
 * and export alike; the table of sights put into SQL. Deny by default: an actor without a fitting post gets `false`.
 */
export function visibleTickets(actor: Actor, params: SqlParameters, alias = 't'): string {
  if (sees(actor, 'all')) return 'true';
  const grants: string[] = [];
  const kinds = kindsInOffice(actor);
  // Words of our own table, so they may stand in the text: of a parameter the planner would not know how many rows it
  // lets through, and would plan the statement at every call.
  if (kinds.length > 0) grants.push(`${alias}.kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})`);
  if (sees(actor, 'open')) grants.push(`not ${alias}.confidential`);
  const units = unitsLed(actor);
  if (units.length > 0) {
    const unitIds = params.add(units);
    grants.push(`${alias}.lead_unit_id = any(${unitIds}::uuid[])`);
    if (sees(actor, 'supported'))
      grants.push(`(not ${alias}.confidential and exists (select 1 from ticket_support_unit su
      where su.ticket_id = ${alias}.id and su.unit_id = any(${unitIds}::uuid[])))`);
  }
  if (sees(actor, 'named')) {
    const me = params.add(actor.personId);
    grants.push(handledSql(actor, params, alias), `${alias}.leader_id = ${me}::uuid`);
    grants.push(
      `exists (select 1 from ticket_person tp where tp.ticket_id = ${alias}.id and tp.person_id = ${me}::uuid)`,
    );
  }
  return grants.length > 0 ? `(${grants.join(' or ')})` : 'false';
}

function sees(actor: Actor, sight: Sight): boolean {
  return rolesSeeing(actor.roles, sight).length > 0;
}

/**
 * Whether the actor sees every ticket of these kinds or these lead units: then a list of them need not ask row by row,
 * and its count is answered by an index alone. Says nothing of what it does not know: `false` means ask.
 */
export function visibleAmong(
  { kind, leadUnitId }: { kind?: readonly string[]; leadUnitId?: readonly string[] },
  actor: Actor,
): boolean {
  if (sees(actor, 'all')) return true;
  const allOf = (asked: readonly string[] | undefined, seen: readonly string[]) =>
    asked !== undefined && asked.length > 0 && asked.every((one) => seen.includes(one));
  return allOf(kind, kindsInOffice(actor)) || allOf(leadUnitId, unitsLed(actor));
}

/** Units whose tickets the actor sees whole: led, or in charge of. */
function unitsLed(actor: Actor): string[] {
  return [...ledUnitsOf(actor, rolesSeeing(actor.roles, 'unit')), ...chargedUnitsOf(actor)];
}

/** Tickets the actor handles, or stands in for the handler of. */
export function handledSql(actor: Actor, params: SqlParameters, alias = 't'): string {
  const handlers = handlersFor(actor);
  // One value by `=`: the common case keeps its plan.
  if (handlers.length === 1) return `${alias}.handler_id = ${params.add(actor.personId)}::uuid`;
  return `${alias}.handler_id = any(${params.add(handlers)}::uuid[])`;
}

/** Kinds the actor coordinates or strikes off. */
export function kindsInOffice(actor: Actor): string[] {
  const offices = rolesSeeing(actor.roles, 'office');
  const accepted = ticketKinds.filter((kind) => offices.includes(kindTable[kind].acceptor));
  return [...new Set([...kindsCoordinatedBy(offices), ...accepted])];
}
