import type { Role } from '@xiaohao/domain';

/** A post as it counts today, with the units it reaches. */
export interface ActorPost {
  readonly role: Role;
  readonly unitId: string;
  /** The unit and all below it. */
  readonly unitIds: readonly string[];
  /** A deputy's units in charge and all below them; empty for other roles. */
  readonly chargeUnitIds: readonly string[];
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

/** Units a deputy is in charge of, those below included. */
export function chargedUnitsOf(actor: Actor): string[] {
  return [...new Set(actor.posts.filter((post) => post.role === 'deputy').flatMap((post) => post.chargeUnitIds))];
}
