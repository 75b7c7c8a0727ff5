import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  ValidateBy,
} from 'class-validator';
import { isDay, parsePeriod } from '@xiaohao/domain';
import {
  audiences,
  audiencesFor,
  channels,
  ruleSentence,
  type Audience,
  type ReminderRule,
  type RuleEdit,
} from '@xiaohao/reminders';
import { NoticeBodyDto } from '../notices/notices.dto.js';
import { Part } from '../part.js';

const IsDay = () =>
  ValidateBy({ name: 'isDay', validator: { validate: isDay } }, { message: '$property 应为存在的日期 YYYY-MM-DD' });
const isMonth = (value: unknown) => typeof value === 'string' && parsePeriod(value)?.kind === 'month';
const IsMonth = () =>
  ValidateBy({ name: 'isMonth', validator: { validate: isMonth } }, { message: '$property 应为月份 YYYY-MM' });

export class PreviewQueryDto {
  @ApiProperty({ description: 'YYYY-MM-DD' }) @IsDay() date: string;
}

export class MonthQueryDto {
  @ApiProperty({ description: 'YYYY-MM' }) @IsMonth() month: string;
}

export class PlannedSectionDto {
  @ApiProperty() unit: string;
  @ApiProperty({ type: [String] }) tickets: string[];
}

export class PlannedMessageDto {
  @ApiProperty() person: string;
  @ApiProperty() username: string;
  @ApiProperty({ enum: channels }) channel: string;
  @ApiProperty() rule: string;
  @ApiProperty() level: number;
  @ApiProperty() sent: boolean;
  @ApiProperty({ type: [String], description: 'Numbers the viewer may see' }) tickets: string[];
  @ApiProperty({ type: [PlannedSectionDto] }) sections: PlannedSectionDto[];
}

export class ReminderPlanDto {
  @ApiProperty({ description: 'YYYY-MM-DD' }) date: string;
  @ApiProperty({ type: [PlannedMessageDto] }) messages: PlannedMessageDto[];
}

export class MessagePreviewDto {
  @ApiProperty() person: string;
  @ApiProperty() username: string;
  @ApiProperty() subject: string;
  @ApiProperty({ type: NoticeBodyDto }) body: NoticeBodyDto;
  @ApiProperty() sent: boolean;
}

export class CalendarDayDto {
  @ApiProperty({ description: 'YYYY-MM-DD' }) on: string;
  @ApiProperty() working: boolean;
  @ApiProperty({ type: String, nullable: true }) holiday: string | null;
  @ApiProperty({ description: 'People who will be told' }) planned: number;
  @ApiProperty({ description: 'Messages that went out' }) sent: number;
  @ApiProperty({ description: 'Deliveries that failed for good' }) failed: number;
}

const momentTypes = [
  'before_due',
  'due',
  'after_due',
  'in_review',
  'review_day',
  'review_late',
  'before_answer',
  'answer_late',
  'before_filing',
  'filing_late',
  'filing_urge',
  'digest',
] as const;

export class RuleMomentDto {
  @ApiProperty({ enum: momentTypes }) type: string;
  @ApiPropertyOptional({ description: 'Calendar days' }) days?: number;
  @ApiPropertyOptional({ enum: ['week', 'day'] }) every?: string;
  @ApiPropertyOptional({ enum: ['overdue', 'unresolved', 'suspended', 'ongoing', 'instruction', 'spread'] })
  of?: string;
}

export class ReminderRuleDto {
  @ApiProperty() code: string;
  @ApiProperty({ description: 'The rule as a person reads it' }) sentence: string;
  @ApiProperty() enabled: boolean;
  @ApiProperty({ type: RuleMomentDto }) moment: RuleMomentDto;
  @ApiProperty({ enum: audiences, isArray: true }) audience: string[];
  @ApiProperty({ enum: audiences, isArray: true, description: 'Whom this rule can tell' }) audienceChoices: string[];
  @ApiProperty({ enum: channels, isArray: true }) channels: string[];
  @ApiProperty() level: number;
  @ApiProperty() version: number;
}

/** What is left out stays. */
export class RuleEditDto implements RuleEdit {
  @ApiProperty() @IsString() @MaxLength(100) code: string;
  @ApiProperty({ description: 'The version that was looked at' }) @IsInt() version: number;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() enabled?: boolean;
  @ApiPropertyOptional({ minimum: 1, maximum: 90 }) @IsOptional() @IsInt() days?: number;
  @ApiPropertyOptional({ enum: audiences, isArray: true })
  @IsOptional()
  @IsArray()
  @IsIn(audiences, { each: true })
  audience?: Audience[];
  @ApiPropertyOptional({ enum: channels, isArray: true })
  @IsOptional()
  @IsArray()
  @IsIn(channels, { each: true })
  channels?: RuleEdit['channels'];
}

const editsAtOnce = 50;

export class RuleEditsDto {
  @ApiProperty({ type: [RuleEditDto] })
  @ArrayMinSize(1)
  @ArrayMaxSize(editsAtOnce)
  @Part(() => RuleEditDto, { each: true })
  rules: RuleEditDto[];
}

export class RulePreviewDto extends RuleEditsDto {
  @ApiProperty({ description: 'YYYY-MM-DD' }) @IsDay() date: string;
}

export function ruleShape({ sort: _, ...rule }: ReminderRule): ReminderRuleDto {
  return {
    ...rule,
    sentence: ruleSentence(rule),
    audience: [...rule.audience],
    audienceChoices: [...audiencesFor(rule.moment)],
    channels: [...rule.channels],
  };
}
