import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { mayDo } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { LetInPerson } from '@xiaohao/org';
import { accessKey, opensToTokens, tokensKey, type Access } from './allow.js';
import { ActorMemory } from './actor-memory.js';
import { bearerToken } from './bearer-token.js';
import { sessionToken } from './session-cookie.js';

/** The one route a person with a password to change may still call, beside reading who they are and leaving. */
const openBeforePasswordChange = ['/api/auth/password', '/api/auth/me', '/api/auth/logout'];
const reading = ['GET', 'HEAD', 'OPTIONS'];

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(ActorMemory) private readonly memory: ActorMemory,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access>(accessKey, places);
    const request = context.switchToHttp().getRequest<FastifyRequest & { actor?: unknown; person?: LetInPerson }>();
    const bearer = bearerToken(request);
    // No browser adds a token by itself: only a cookie travels with what another site provokes.
    if (bearer === null) refuseForeignOrigin(request);
    if (access === 'public') return true;
    const person = bearer === null ? await this.fromCookie(request) : await this.fromToken(bearer);
    if (person.mustChangePassword && !openBeforePasswordChange.includes(request.url.split('?')[0]!)) {
      throw new AppError('passwordChangeRequired');
    }
    if (access !== 'signedIn' && !mayDo(person.actor.roles, access)) throw new AppError('forbidden');
    if (person.through.kind === 'token') {
      const mark = this.reflector.getAllAndOverride<boolean | undefined>(tokensKey, places);
      if (!opensToTokens(access, mark)) throw new AppError('notForTokens');
      if (person.through.scope === 'read' && !reading.includes(request.method)) throw new AppError('tokenReadOnly');
    }
    request.actor = person.actor;
    request.person = person;
    return true;
  }

  private async fromCookie(request: FastifyRequest): Promise<LetInPerson> {
    const token = sessionToken(request);
    const person = token ? await this.memory.recall(token) : null;
    if (person?.through.kind !== 'session') throw new AppError('notSignedIn');
    return person;
  }

  /** A wrong token is refused even where a cookie came with it: whoever sends one means it. */
  private async fromToken(token: string): Promise<LetInPerson> {
    const person = await this.memory.recall(token);
    if (person?.through.kind !== 'token') throw new AppError('tokenWrong');
    return person;
  }
}

/**
 * A cookie travels with requests that other sites provoke. Browsers name the site in Origin or Sec-Fetch-Site;
 * a foreign one may not change anything. Programs name neither and are let through.
 */
function refuseForeignOrigin(request: FastifyRequest): void {
  if (reading.includes(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') throw new AppError('foreignOrigin');
  const { origin } = request.headers;
  if (origin === undefined) return;
  if (URL.canParse(origin) && new URL(origin).host === request.host) return;
  throw new AppError('foreignOrigin');
}
