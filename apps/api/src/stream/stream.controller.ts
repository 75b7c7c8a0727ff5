import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LiveEvent } from '@xiaohao/database';
import { mayDo } from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { TicketService } from '@xiaohao/tickets';
import { ActorMemory } from '../auth/actor-memory.js';
import { CurrentActor, CurrentSession, SignedIn } from '../auth/allow.js';
import { sessionToken } from '../auth/session-cookie.js';
import { LiveFeed } from './live-feed.js';
import { StreamQueryDto } from './stream.dto.js';

@ApiTags('stream')
@Controller('stream')
export class StreamController {
  constructor(
    @Inject(LiveFeed) private readonly feed: LiveFeed,
    @Inject(TicketService) private readonly tickets: TicketService,
    @Inject(ActorMemory) private readonly memory: ActorMemory,
  ) {}

  /**
   * Server-sent events; ids only, the page asks for the rest with its own rights.
   * Of tickets a page hears only about the one it names, and only if the person may see it.
   */
  @SignedIn()
  @Get()
  async stream(
    @CurrentActor() actor: Actor,
    @CurrentSession() sessionId: string,
    @Query() { ticketId }: StreamQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (ticketId && !(await this.tickets.sees(actor, ticketId))) throw new AppError('notFound', { what: '事项' });
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    const leave = this.feed.join({
      personId: actor.personId,
      sessionId,
      ticketId: ticketId ?? null,
      maySee: (event) => this.maySee(sessionToken(request)!, event, () => reply.raw.end()),
      response: reply.raw,
    });
    request.raw.once('close', leave);
  }

  private async maySee(token: string, { type, id }: LiveEvent, end: () => void): Promise<boolean> {
    const actor = (await this.memory.recall(token))?.actor;
    if (!actor) {
      // The session went on under another cookie, or is over: the page comes back with what it has now.
      end();
      return false;
    }
    if (type === 'report') return mayDo(actor.roles, 'report.read');
    return type === 'ticket' && this.tickets.sees(actor, id);
  }
}
