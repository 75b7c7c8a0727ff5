import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OwnAccountService, SignInService, type Actor, type SignedInPerson } from '@xiaohao/org';
import { SettingsService } from '../settings/settings.service.js';
import { ActorMemory } from './actor-memory.js';
import { CurrentActor, CurrentSession, Public, SignedIn, TokensToo } from './allow.js';
import { DemoAccountDto, LoginDto, MeDto, PasswordDto } from './auth.dto.js';
import { clearSessionCookie, sessionToken, setSessionCookie } from './session-cookie.js';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    @Inject(SignInService) private readonly signIn: SignInService,
    @Inject(OwnAccountService) private readonly account: OwnAccountService,
    @Inject(SettingsService) private readonly settings: SettingsService,
    @Inject(ActorMemory) private readonly memory: ActorMemory,
  ) {}

  @Public()
  @Post('login')
  @HttpCode(200)
  @ApiOkResponse({ type: MeDto })
  async login(
    @Body() body: LoginDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto> {
    const from = { address: request.ip, agent: request.headers['user-agent'] ?? '' };
    const { token, person } = await this.signIn.signIn(body.username, body.password, from);
    setSessionCookie(request, reply, token);
    return this.settings.me(person);
  }

  @SignedIn()
  @Post('logout')
  @HttpCode(204)
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = sessionToken(request);
    if (token) await this.signIn.signOut(token);
    // The database tells every process; this one need not wait to be told.
    this.memory.forgetAll();
    clearSessionCookie(reply);
  }

  @SignedIn()
  @TokensToo()
  @Get('me')
  @ApiOkResponse({ type: MeDto })
  me(@Req() request: FastifyRequest & { person: SignedInPerson }): Promise<MeDto> {
    return this.settings.me(request.person);
  }

  /** All other sessions end; this one goes on with the cookie of the answer. */
  @SignedIn()
  @Post('password')
  @HttpCode(204)
  async password(
    @CurrentActor() actor: Actor,
    @CurrentSession() sessionId: string,
    @Body() body: PasswordDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = await this.account.changePassword(actor.personId, { ...body, address: request.ip, sessionId });
    this.memory.forgetAll();
    setSessionCookie(request, reply, token);
  }

  @Public()
  @Get('demo-accounts')
  @ApiOkResponse({ type: [DemoAccountDto] })
  demoAccounts(): Promise<DemoAccountDto[]> {
    return this.settings.demoAccounts();
  }
}
