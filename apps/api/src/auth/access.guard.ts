import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { mayDo } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { SignedInPerson } from '@xiaohao/org';
import { accessKey, type Access } from './allow.js';
import { ActorMemory } from './actor-memory.js';
import { sessionToken } from './session-cookie.js';

/** The one route a person with a password to change may still call, beside reading who they are and leaving. */
const openBeforePasswordChange = ['/api/auth/password', '/api/auth/me', '/api/auth/logout'];

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(ActorMemory) private readonly memory: ActorMemory,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access>(accessKey, [context.getHandler(), context.getClass()]);
    const request = context.switchToHttp().getRequest<FastifyRequest & { actor?: unknown; person?: SignedInPerson }>();
    refuseForeignOrigin(request);
    if (access === 'public') return true;
    const token = sessionToken(request);
    const person = token ? await this.memory.recall(token) : null;
    if (!person) throw new AppError('notSignedIn');
    if (person.mustChangePassword && !openBeforePasswordChange.includes(request.url.split('?')[0]!)) {
      throw new AppError('passwordChangeRequired');
    }
    if (access !== 'signedIn' && !mayDo(person.actor.roles, access)) throw new AppError('forbidden');
    request.actor = person.actor;
    request.person = person;
    return true;
  }
}

/**
 * A cookie travels with requests that other sites provoke. Browsers name the site in Origin or Sec-Fetch-Site;
 * a foreign one may not change anything. Programs name neither and are let through.
 */
function refuseForeignOrigin(request: FastifyRequest): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') throw new AppError('foreignOrigin');
  const { origin } = request.headers;
  if (origin === undefined) return;
  if (URL.canParse(origin) && new URL(origin).host === request.host) return;
  throw new AppError('foreignOrigin');
}
