import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FirstUseService, SignInService } from '@xiaohao/org';
import { Public } from '../auth/allow.js';
import { setSessionCookie } from '../auth/session-cookie.js';
import { SettingsService } from '../settings/settings.service.js';
import { FirstUseCodeDto, FirstUseDoneDto, FirstUseDto, FirstUseStateDto } from './first-use.dto.js';

/** An installation without people: public, since nobody can sign in yet; the code from the server stands for the right. */
@ApiTags('first use')
@Controller('first-use')
export class FirstUseController {
  constructor(
    @Inject(FirstUseService) private readonly firstUse: FirstUseService,
    @Inject(SignInService) private readonly signIn: SignInService,
    @Inject(SettingsService) private readonly settings: SettingsService,
  ) {}

  @Public()
  @Get()
  @ApiOkResponse({ type: FirstUseStateDto })
  async state(): Promise<FirstUseStateDto> {
    return { open: await this.firstUse.isOpen() };
  }

  @Public()
  @Post('code')
  @HttpCode(204)
  check(@Body() { code }: FirstUseCodeDto, @Req() request: FastifyRequest): Promise<void> {
    return this.firstUse.check(code, request.ip);
  }

  @Public()
  @Post()
  @ApiCreatedResponse({ type: FirstUseDoneDto })
  async begin(
    @Body() { code, ...given }: FirstUseDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FirstUseDoneDto> {
    const { keeperPassword } = await this.firstUse.begin(code, given, request.ip);
    const { username, password } = given.administrator;
    const from = { address: request.ip, agent: request.headers['user-agent'] ?? '' };
    const { token, person } = await this.signIn.signIn(username, password, from);
    setSessionCookie(request, reply, token);
    return { me: await this.settings.me(person), keeperPassword };
  }
}
