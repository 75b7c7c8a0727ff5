import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { parsePeriod } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { ReminderPreviewService } from '@xiaohao/reminders';
import { Allow, CurrentActor, SignedIn, TokensToo } from '../auth/allow.js';
import {
  CalendarDayDto,
  MessagePreviewDto,
  MonthQueryDto,
  PreviewQueryDto,
  ReminderPlanDto,
  ReminderRuleDto,
  RuleEditsDto,
  RulePreviewDto,
  ruleShape,
} from './reminders.dto.js';

/** What goes out when and to whom, by the rules. Previews show only tickets the viewer may see. */
@ApiTags('reminders')
@Controller()
export class RemindersController {
  constructor(@Inject(ReminderPreviewService) private readonly previews: ReminderPreviewService) {}

  @Allow('reminder.read')
  @Get('reminders/preview')
  @ApiOkResponse({ type: ReminderPlanDto })
  preview(@CurrentActor() actor: Actor, @Query() { date }: PreviewQueryDto) {
    return this.previews.plan(date, actor);
  }

  @Allow('reminder.read')
  @Get('reminders/preview/:username')
  @ApiOkResponse({ type: [MessagePreviewDto] })
  messages(@CurrentActor() actor: Actor, @Param('username') username: string, @Query() { date }: PreviewQueryDto) {
    return this.previews.messagesOf(username, date, actor);
  }

  @Allow('reminder.read')
  @Get('reminders/calendar')
  @ApiOkResponse({ type: [CalendarDayDto] })
  calendar(@CurrentActor() actor: Actor, @Query() { month }: MonthQueryDto) {
    return this.previews.month(parsePeriod(month)!, actor);
  }

  /** No secret: everybody may know when and why they are reminded. */
  @SignedIn()
  @TokensToo()
  @Get('reminder-rules')
  @ApiOkResponse({ type: [ReminderRuleDto] })
  async rules(): Promise<ReminderRuleDto[]> {
    return (await this.previews.listRules()).map(ruleShape);
  }

  @Allow('reminder.edit')
  @Put('reminder-rules')
  @ApiOkResponse({ type: [ReminderRuleDto] })
  async edit(@Body() { rules }: RuleEditsDto): Promise<ReminderRuleDto[]> {
    return (await this.previews.editRules(rules)).map(ruleShape);
  }

  @Allow('reminder.edit')
  @Post('reminder-rules/preview')
  @HttpCode(200)
  @ApiOkResponse({ type: ReminderPlanDto })
  previewEdit(@CurrentActor() actor: Actor, @Body() { rules, date }: RulePreviewDto) {
    return this.previews.planWith(rules, date, actor);
  }
}
