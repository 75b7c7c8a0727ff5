import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Permission } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';

/** What a route demands: a permission, or just a session, or nothing. A route that says none of them stops the boot. */
export type Access = Permission | 'signedIn' | 'public';

export const accessKey = 'access';

/** Only people whose posts grant the permission. */
export const Allow = (permission: Permission) => SetMetadata(accessKey, permission);
/** Anybody with a session. */
export const SignedIn = () => SetMetadata(accessKey, 'signedIn');
/** Anybody at all. */
export const Public = () => SetMetadata(accessKey, 'public');

/** The signed-in person with today's posts. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<{ actor: Actor }>().actor;
});
