import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Permission } from '@xiaohao/domain';
import type { Actor, LetInPerson } from '@xiaohao/org';

/** What a route demands: a permission, or just a session, or nothing. A route that says none of them stops the boot. */
export type Access = Permission | 'signedIn' | 'public';

export const accessKey = 'access';
export const tokensKey = 'tokens';

/** Only people whose posts grant the permission. Tokens too, unless it is among those closed to them. */
export const Allow = (permission: Permission) => SetMetadata(accessKey, permission);
/** Anybody with a session. No token, unless the route says so. */
export const SignedIn = () => SetMetadata(accessKey, 'signedIn');
/** Anybody at all. */
export const Public = () => SetMetadata(accessKey, 'public');

/** A token opens this route although it demands no permission. */
export const TokensToo = () => SetMetadata(tokensKey, true);
/** Nobody but a person at a page. */
export const NoTokens = () => SetMetadata(tokensKey, false);

/** A token that could give rights or make tokens would outlive whoever takes it away. */
const closedToTokens: readonly Access[] = ['people.edit', 'token.create'];

/** Whether a token may open the route; `mark` is what the route itself says. */
export function opensToTokens(access: Access, mark: boolean | undefined): boolean {
  return mark ?? (access !== 'signedIn' && !closedToTokens.includes(access));
}

/** The signed-in person with today's posts. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<{ actor: Actor }>().actor;
});

/** The session the request came with. Only for routes that no token opens. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { through } = context.switchToHttp().getRequest<{ person: LetInPerson }>().person;
  if (through.kind !== 'session') throw new Error('a route that wants a session is open to tokens');
  return through.id;
});
