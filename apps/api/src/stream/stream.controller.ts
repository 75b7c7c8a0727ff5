import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@xiaohao/org';
import { TicketService } from '@xiaohao/tickets';
import { CurrentActor, CurrentSession, SignedIn } from '../auth/allow.js';
import { LiveFeed } from './live-feed.js';
import { StreamQueryDto } from './stream.dto.js';

@ApiTags('stream')
@Controller('stream')
export class StreamController {
  constructor(
    @Inject(LiveFeed) private readonly feed: LiveFeed,
    @Inject(TicketService) private readonly tickets: TicketService,
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
    if (ticketId) await this.tickets.get(actor, ticketId);
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
      response: reply.raw,
    });
    request.raw.once('close', leave);
  }
}
