import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DeliveryService, NoticeService } from '@xiaohao/notices';
import type { Actor } from '@xiaohao/org';
import { ReminderPreviewService } from '@xiaohao/reminders';
import { Allow, CurrentActor, SignedIn, TokensToo } from '../auth/allow.js';
import { NoticeId } from './notice-id.pipe.js';
import {
  CapturedMailPageDto,
  CapturedMailQueryDto,
  DeliveryPageDto,
  DeliveryQueryDto,
  NoticeDetailDto,
  NoticePageDto,
  NoticeQueryDto,
} from './notices.dto.js';

/** A person's inbox, and the log of what was delivered to whom. */
@ApiTags('notices')
@Controller()
export class NoticesController {
  constructor(
    @Inject(NoticeService) private readonly notices: NoticeService,
    @Inject(DeliveryService) private readonly deliveries: DeliveryService,
    @Inject(ReminderPreviewService) private readonly previews: ReminderPreviewService,
  ) {}

  @SignedIn()
  @TokensToo()
  @Get('notices')
  @ApiOkResponse({ type: NoticePageDto })
  list(@CurrentActor() actor: Actor, @Query() query: NoticeQueryDto) {
    return this.notices.list(actor.personId, query);
  }

  @SignedIn()
  @TokensToo()
  @Get('notices/:id')
  @ApiOkResponse({ type: NoticeDetailDto })
  get(@CurrentActor() actor: Actor, @Param('id', NoticeId) id: string) {
    return this.notices.get(actor.personId, id);
  }

  @SignedIn()
  @Post('notices/read')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'All are read' })
  async readAll(@CurrentActor() actor: Actor): Promise<void> {
    await this.notices.readAll(actor.personId);
  }

  @SignedIn()
  @Post('notices/:id/read')
  @HttpCode(204)
  @ApiNoContentResponse()
  read(@CurrentActor() actor: Actor, @Param('id', NoticeId) id: string): Promise<void> {
    return this.notices.read(actor.personId, id);
  }

  @SignedIn()
  @Post('notices/:id/acknowledge')
  @HttpCode(204)
  @ApiNoContentResponse()
  acknowledge(@CurrentActor() actor: Actor, @Param('id', NoticeId) id: string): Promise<void> {
    return this.notices.acknowledge(actor.personId, id);
  }

  @Allow('delivery.read')
  @Get('deliveries')
  @ApiOkResponse({ type: DeliveryPageDto })
  listDeliveries(@CurrentActor() actor: Actor, @Query() { limit, cursor, ...filter }: DeliveryQueryDto) {
    return this.previews.listDeliveries(actor, filter, { limit, beforeId: cursor ?? null });
  }

  @Allow('reminder.edit')
  @Post('deliveries/:id/retry')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'A failed mail is tried again' })
  retry(@Param('id', NoticeId) id: string): Promise<void> {
    return this.deliveries.retry(id);
  }

  @Allow('mail.read')
  @Get('captured-mails')
  @ApiOkResponse({ type: CapturedMailPageDto })
  listCaptured(@CurrentActor() actor: Actor, @Query() { limit, cursor }: CapturedMailQueryDto) {
    return this.deliveries.listCaptured(actor.personId, { limit, beforeId: cursor ?? null });
  }
}
