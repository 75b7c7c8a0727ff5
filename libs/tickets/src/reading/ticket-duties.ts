import { officesOf, type Duty, type TicketKind } from '@xiaohao/domain';
import { chargedUnitsOf, handlersFor, ledUnitsOf, unitsOf, withPosts, type Actor } from '@xiaohao/org';

/** What duties depend on. */
export interface DutyFacts {
  kind: TicketKind;
  level: string | null;
  leadUnitId: string | null;
  handlerId: string | null;
  submitterId: string | null;
  leaderId: string | null;
  personIds: readonly string[];
  supportUnitIds: readonly string[];
}

/** Who creates and corrects a ticket: the kind's coordinator, and a clerk general hazards of the own town. */
export function mayKeep(actor: Actor, ticket: Pick<DutyFacts, 'kind' | 'level' | 'leadUnitId'>): boolean {
  if (actor.roles.includes(officesOf(ticket.kind, ticket.level).coordinator)) return true;
  const isGeneralHazard = ticket.kind === 'hazard' && ticket.level !== 'major';
  return isGeneralHazard && ticket.leadUnitId !== null && unitsOf(actor, ['clerk']).includes(ticket.leadUnitId);
}

/** What the actor is to this ticket today. */
export function dutiesOf(actor: Actor, ticket: DutyFacts): ReadonlySet<Duty> {
  const offices = officesOf(ticket.kind, ticket.level);
  const headed = ledUnitsOf(actor, ['head', 'clerk']);
  const reviewing = withoutSubmitterOf(ticket, actor);
  const me = actor.personId;
  const facts: [Duty, boolean][] = [
    ['coordinator', actor.roles.includes(offices.coordinator)],
    ['acceptor', reviewing.roles.includes(offices.acceptor)],
    ['chief', reviewing.roles.includes('chief')],
    ['head', ticket.leadUnitId !== null && headed.includes(ticket.leadUnitId)],
    [
      'second_person',
      ticket.leadUnitId !== null && ledUnitsOf(reviewing, ['head', 'clerk', 'handler']).includes(ticket.leadUnitId),
    ],
    ['deputy', ticket.leadUnitId !== null && chargedUnitsOf(reviewing).includes(ticket.leadUnitId)],
    ['handler', ticket.handlerId !== null && handlersFor(actor).includes(ticket.handlerId)],
    ['submitter', ticket.submitterId === me],
  ];
  const duties = new Set(facts.filter(([, holds]) => holds).map(([duty]) => duty));
  // Being of the unit alone is no part in the ticket.
  const held = duties.has('second_person') ? duties.size - 1 : duties.size;
  const named = ticket.leaderId === me || ticket.personIds.includes(me);
  const supports = ticket.supportUnitIds.some((unit) => headed.includes(unit));
  if (held > 0 || named || supports) duties.add('participant');
  return duties;
}

/** Whose the measures are: of the office that asked for them and of those who carry them out. */
export function keepsMeasures(duties: ReadonlySet<Duty>): boolean {
  return duties.has('coordinator') || duties.has('head') || duties.has('handler');
}

/** Nobody reviews on the strength of a post that belongs to whoever submitted. */
function withoutSubmitterOf({ submitterId }: DutyFacts, actor: Actor): Actor {
  const posts = actor.posts.filter(({ actingFor }) => actingFor === null || actingFor.personId !== submitterId);
  return posts.length === actor.posts.length ? actor : withPosts(actor, posts);
}
