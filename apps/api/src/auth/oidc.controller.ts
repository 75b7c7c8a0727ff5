import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiFoundResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@xiaohao/errors';
import { oidcCallbackPath, OidcSignInService } from '@xiaohao/org';
import { Public } from './allow.js';
import { OidcStartDto } from './auth.dto.js';
import { setSessionCookie } from './session-cookie.js';

const cookieName = 'xiaohao_oidc';
const cookiePath = '/api/auth/oidc';
const wayMinutes = 10;

/** Sign-in through the identity provider. These are addresses for a browser: they answer with the next one. */
@ApiTags('auth')
@Controller('auth/oidc')
export class OidcController {
  constructor(@Inject(OidcSignInService) private readonly oidc: OidcSignInService) {}

  @Public()
  @Get('start')
  @ApiFoundResponse({ description: 'To the identity provider, or to the sign-in page with what was wrong' })
  async start(
    @Query() { returnTo = '/' }: OidcStartDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const next = await this.orProblem(async () => {
      const { address, browserToken } = await this.oidc.begin(returnTo);
      // Lax, since the provider leads back from another site.
      void reply.setCookie(cookieName, browserToken, {
        path: cookiePath,
        httpOnly: true,
        sameSite: 'lax',
        secure: request.protocol === 'https',
        maxAge: wayMinutes * 60,
      });
      return address;
    });
    await reply.redirect(next, 302);
  }

  @Public()
  @Get('callback')
  @ApiExcludeEndpoint()
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const next = await this.orProblem(async () => {
      const query = request.url.slice(oidcCallbackPath.length + 1);
      const from = { address: request.ip, agent: request.headers['user-agent'] ?? '' };
      void reply.clearCookie(cookieName, { path: cookiePath });
      const { token, returnTo } = await this.oidc.finish(query, request.cookies[cookieName] ?? null, from);
      setSessionCookie(request, reply, token);
      return returnTo;
    });
    await reply.redirect(next, 302);
  }

  /** A browser that is led about shows no JSON: the sign-in page says what was wrong. */
  private async orProblem(work: () => Promise<string>): Promise<string> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError && error.code !== 'notFound') return `/sign-in?problem=${error.code}`;
      throw error;
    }
  }
}
