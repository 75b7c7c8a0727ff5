import type { Day, Role } from '@xiaohao/domain';

/** A post as it counts today, with the units it reaches. */
export interface ActorPost {
  readonly role: Role;
  readonly unitId: string;
  /** The unit and all below it. */
  readonly unitIds: readonly string[];
  /** A deputy's units in charge and all below them; empty for other roles. */
  readonly chargeUnitIds: readonly string[];
  /** Groups (各业务科室) that any of `unitIds`, or of `chargeUnitIds`, is a member of today. */
  readonly groupIds: readonly string[];
  readonly chargeGroupIds: readonly string[];
  /** Whose post this one stands in for; null where it is the person's own. */
  readonly actingFor: { readonly personId: string; readonly name: string; readonly toOn: Day } | null;
}

/** Who acts, with today's posts. Rights are always today's. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly username: string;
  readonly roles: readonly Role[];
  readonly posts: readonly ActorPost[];
}

/** Jobs and the command line act as nobody in particular; their events carry this name. */
export const systemActor: Actor = {
  personId: '00000000-0000-0000-0000-000000000000',
  name: '系统',
  username: 'system',
  roles: [],
  posts: [],
};

/** Whoever runs the commands on the server. */
export const commandLineActor: Actor = { ...systemActor, name: '命令行' };

/** Units reached by the actor's posts of the given roles, those below included. */
export function unitsOf(actor: Actor, roles: readonly Role[]): string[] {
  return [...new Set(actor.posts.filter((post) => roles.includes(post.role)).flatMap((post) => post.unitIds))];
}

/** The same, and the groups these units are members of: for what a collective owner has to do. */
export function ledUnitsOf(actor: Actor, roles: readonly Role[]): string[] {
  const held = actor.posts.filter((post) => roles.includes(post.role));
  return [...new Set(held.flatMap((post) => [...post.unitIds, ...post.groupIds]))];
}

/** Units a deputy is in charge of, those below and the groups of any of them included. */
export function chargedUnitsOf(actor: Actor): string[] {
  const held = actor.posts.filter((post) => post.role === 'deputy');
  return [...new Set(held.flatMap((post) => [...post.chargeUnitIds, ...post.chargeGroupIds]))];
}

/** Whose tickets the actor handles: the own ones, and those of handlers the actor stands in for. */
export function handlersFor(actor: Actor): string[] {
  const absent = actor.posts.flatMap(({ role, actingFor }) =>
    role === 'handler' && actingFor ? [actingFor.personId] : [],
  );
  return [actor.personId, ...new Set(absent)];
}

/** The actor with only those posts. */
export function withPosts(actor: Actor, posts: readonly ActorPost[]): Actor {
  return { ...actor, posts, roles: [...new Set(posts.map(({ role }) => role))] };
}

/** The name of whom the actor stood in for; null when the own posts would have done. */
export function stoodInFor(actor: Actor, may: (as: Actor) => boolean): string | null {
  const own = actor.posts.filter(({ actingFor }) => actingFor === null);
  if (own.length === actor.posts.length || may(withPosts(actor, own))) return null;
  const acting = actor.posts.filter(({ actingFor }) => actingFor !== null);
  return acting.find((post) => may(withPosts(actor, [...own, post])))?.actingFor?.name ?? null;
}
