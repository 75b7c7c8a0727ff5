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
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  deadlineEvents,
  deadlineUnits,
  ticketKinds,
  ticketLevels,
  type DeadlineEvent,
  type DeadlineUnit,
  type TicketKind,
} from '@xiaohao/domain';
import { IsCalendarDay } from '../tickets/ticket-input.dto.js';
import { Part } from '../part.js';

const nullableAmount = { type: Number, nullable: true } as const;

export class DeadlineRuleEditDto {
  @ApiProperty() @IsString() @MaxLength(60) code: string;
  @ApiProperty() @IsInt() @Min(1) version: number;
  @ApiProperty() @IsInt() @Min(1) @Max(1000) amount: number;
  @ApiProperty({ enum: deadlineUnits }) @IsIn(deadlineUnits) unit: DeadlineUnit;
  @ApiProperty() @IsBoolean() statutory: boolean;
  @ApiPropertyOptional({
    ...nullableAmount,
    description: 'How much longer the law itself allows; unchanged if left out',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  extensionAmount?: number | null;
  @ApiProperty() @IsString() @Matches(/\S/) @MaxLength(200) source: string;
  @ApiProperty() @IsBoolean() enabled: boolean;
}

export class DeadlineRuleChangesDto {
  @ApiProperty({ type: [DeadlineRuleEditDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Part(() => DeadlineRuleEditDto, { each: true })
  rules: DeadlineRuleEditDto[];
}

export class NewDeadlineRuleDto {
  @ApiProperty({ enum: ticketKinds }) @IsIn(ticketKinds) kind: TicketKind;
  @ApiPropertyOptional({ enum: ticketLevels, nullable: true, description: 'Left out: any level' })
  @IsOptional()
  @IsIn(ticketLevels)
  level?: string | null;
  @ApiProperty({ enum: deadlineEvents }) @IsIn(deadlineEvents) event: DeadlineEvent;
  @ApiProperty() @IsInt() @Min(1) @Max(1000) amount: number;
  @ApiProperty({ enum: deadlineUnits }) @IsIn(deadlineUnits) unit: DeadlineUnit;
  @ApiProperty() @IsBoolean() statutory: boolean;
  @ApiPropertyOptional(nullableAmount) @IsOptional() @IsInt() @Min(1) @Max(1000) extensionAmount?: number | null;
  @ApiProperty() @IsString() @Matches(/\S/) @MaxLength(200) source: string;
}

export class DeadlineRuleEndDto {
  @ApiProperty() @IsInt() @Min(1) version: number;
}

export class DeadlineRuleDto {
  @ApiProperty() code: string;
  @ApiProperty({ enum: ticketKinds, nullable: true }) kind: string | null;
  @ApiProperty({ enum: ticketLevels, nullable: true }) level: string | null;
  @ApiProperty({ enum: deadlineEvents }) event: string;
  @ApiProperty() amount: number;
  @ApiProperty({ enum: deadlineUnits }) unit: string;
  @ApiProperty() statutory: boolean;
  @ApiProperty({ ...nullableAmount, description: 'How much longer the law itself allows, in the same unit' })
  extensionAmount: number | null;
  @ApiProperty({ description: 'Where the rule stands' }) source: string;
  @ApiProperty() enabled: boolean;
  @ApiProperty() version: number;
}

export class ProposalQueryDto {
  @ApiProperty({ enum: ticketKinds }) @IsIn(ticketKinds) kind: TicketKind;
  @ApiPropertyOptional({ enum: ticketLevels }) @IsOptional() @IsIn(ticketLevels) level?: string;
  @ApiPropertyOptional({ enum: deadlineEvents, description: 'Only clocks that start with this event' })
  @IsOptional()
  @IsIn(deadlineEvents)
  event?: DeadlineEvent;
  @ApiPropertyOptional({ description: 'The day of every event not stated below; today for those that start today' })
  @IsOptional()
  @IsCalendarDay()
  from?: string;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() raisedOn?: string;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() occurredOn?: string;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() receivedOn?: string;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() reportSubmittedOn?: string;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() approvedOn?: string;
}

export class DeadlineProposalDto {
  @ApiProperty() code: string;
  @ApiProperty({ enum: deadlineEvents }) event: string;
  @ApiProperty() from: string;
  @ApiProperty() dueOn: string;
  @ApiProperty({ type: String, nullable: true, description: 'The last day the law allows, its own extension included' })
  latestOn: string | null;
  @ApiProperty() statutory: boolean;
  @ApiProperty({ description: 'The rule as a Chinese sentence, with where it stands' }) sentence: string;
}
