import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ApiTokensService, listSessions, OwnAccountService, type Actor } from '@xiaohao/org';
import { ActorMemory } from '../auth/actor-memory.js';
import { Allow, CurrentActor } from '../auth/allow.js';
import { CredentialId } from '../auth/credential-id.pipe.js';
import { EndedDto, SessionDto, TokenDto } from '../auth/credentials.dto.js';
import { PersonId } from './person-id.pipe.js';

/** Where others are signed in and which keys they gave to programs, as the administrator sees and ends them. */
@Allow('people.edit')
@ApiTags('people')
@Controller('people')
export class CredentialsController {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(OwnAccountService) private readonly account: OwnAccountService,
    @Inject(ApiTokensService) private readonly tokens: ApiTokensService,
    @Inject(ActorMemory) private readonly memory: ActorMemory,
  ) {}

  /** Everybody's tokens. */
  @Get('tokens')
  @ApiOkResponse({ type: [TokenDto] })
  allTokens(): Promise<TokenDto[]> {
    return this.tokens.list(null);
  }

  @Post('tokens/:id/revoke')
  @HttpCode(204)
  async revokeToken(@CurrentActor() actor: Actor, @Param('id', CredentialId) id: string): Promise<void> {
    await this.tokens.revoke(actor, id, { ofAnybody: true });
    this.memory.forgetAll();
  }

  @Get(':id/sessions')
  @ApiOkResponse({ type: [SessionDto] })
  sessions(@Param('id', PersonId) id: string): Promise<SessionDto[]> {
    return listSessions(this.db, id);
  }

  @Get(':id/tokens')
  @ApiOkResponse({ type: [TokenDto] })
  tokensOf(@Param('id', PersonId) id: string): Promise<TokenDto[]> {
    return this.tokens.list(id);
  }

  @Post(':id/sessions/end')
  @HttpCode(200)
  @ApiOkResponse({ type: EndedDto })
  async endSessions(@CurrentActor() actor: Actor, @Param('id', PersonId) id: string): Promise<EndedDto> {
    const ended = await this.account.endSessions(actor, id, null);
    this.memory.forgetAll();
    return { ended };
  }

  @Post(':id/sessions/:sessionId/end')
  @HttpCode(204)
  async endSession(
    @CurrentActor() actor: Actor,
    @Param('id', PersonId) id: string,
    @Param('sessionId', CredentialId) sessionId: string,
  ): Promise<void> {
    await this.account.endSession(actor, id, sessionId);
    this.memory.forgetAll();
  }
}
