import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ApiTokensService, listSessions, OwnAccountService, type Actor } from '@xiaohao/org';
import { ActorMemory } from './actor-memory.js';
import { Allow, CurrentActor, CurrentSession, SignedIn } from './allow.js';
import { CredentialId } from './credential-id.pipe.js';
import { EndedDto, NewTokenDto, OwnSessionDto, TokenCreatedDto, TokenDto } from './credentials.dto.js';

/** Where one is signed in, and one's own keys for programs. */
@ApiTags('auth')
@Controller('auth')
export class OwnCredentialsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(OwnAccountService) private readonly account: OwnAccountService,
    @Inject(ApiTokensService) private readonly tokens: ApiTokensService,
    @Inject(ActorMemory) private readonly memory: ActorMemory,
  ) {}

  @SignedIn()
  @Get('sessions')
  @ApiOkResponse({ type: [OwnSessionDto] })
  async sessions(@CurrentActor() actor: Actor, @CurrentSession() sessionId: string): Promise<OwnSessionDto[]> {
    const sessions = await listSessions(this.db, actor.personId);
    return sessions.map((session) => ({ ...session, present: session.id === sessionId }));
  }

  @SignedIn()
  @Post('sessions/:id/end')
  @HttpCode(204)
  async endSession(@CurrentActor() actor: Actor, @Param('id', CredentialId) id: string): Promise<void> {
    await this.account.endSession(actor, actor.personId, id);
    this.memory.forgetAll();
  }

  @SignedIn()
  @Post('sessions/end-others')
  @HttpCode(200)
  @ApiOkResponse({ type: EndedDto })
  async endOthers(@CurrentActor() actor: Actor, @CurrentSession() sessionId: string): Promise<EndedDto> {
    const ended = await this.account.endSessions(actor, actor.personId, sessionId);
    this.memory.forgetAll();
    return { ended };
  }

  /** Also for whoever may make none any more: those made before are still theirs. */
  @SignedIn()
  @Get('tokens')
  @ApiOkResponse({ type: [TokenDto] })
  listTokens(@CurrentActor() actor: Actor): Promise<TokenDto[]> {
    return this.tokens.list(actor.personId);
  }

  @Allow('token.create')
  @Post('tokens')
  @ApiCreatedResponse({ type: TokenCreatedDto })
  createToken(@CurrentActor() actor: Actor, @Body() body: NewTokenDto): Promise<TokenCreatedDto> {
    return this.tokens.create(actor, body);
  }

  @SignedIn()
  @Post('tokens/:id/revoke')
  @HttpCode(204)
  async revokeToken(@CurrentActor() actor: Actor, @Param('id', CredentialId) id: string): Promise<void> {
    await this.tokens.revoke(actor, id);
    this.memory.forgetAll();
  }
}
