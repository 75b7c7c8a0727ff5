import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import {
  instructionAddressees,
  lookBackResults,
  relationTypes,
  samplings,
  ticketKinds,
  type InstructionAddressee,
  type LookBackResult,
  type RelationType,
  type Sampling,
  type TicketKind,
} from '@xiaohao/domain';
import { DeadlineInputDto, IsCalendarDay } from '../tickets/ticket-input.dto.js';
import { Part } from '../part.js';

export class NewRelationDto {
  @ApiProperty() @IsUUID() otherId: string;
  @ApiProperty({ enum: relationTypes, description: 'Read from this ticket to the other' })
  @IsIn(relationTypes)
  type: RelationType;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(500) note?: string;
}

export class NewInstructionDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(2000) text: string;
  @ApiProperty({ enum: instructionAddressees }) @IsIn(instructionAddressees) addressee: InstructionAddressee;
  @ApiProperty() @IsCalendarDay() dueOn: string;
}

export class StatisticsQueryDto {
  @ApiProperty() @IsCalendarDay() from: string;
  @ApiProperty() @IsCalendarDay() to: string;
}

export class VersionDto {
  @ApiProperty() @IsInt() @Min(1) version: number;
}

export class InstructionAnswerDto extends VersionDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(5000) text: string;
}

export class NewSpreadDto {
  @ApiProperty({ type: [String] }) @IsUUID('all', { each: true }) @ArrayMinSize(1) @ArrayMaxSize(200) unitIds: string[];
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(2000) question: string;
  @ApiProperty() @IsCalendarDay() dueOn: string;
}

export class CheckAnswerDto extends VersionDto {
  @ApiProperty({ description: 'How many of the same were found; 0 for none' })
  @IsInt()
  @Min(0)
  @Max(100_000)
  found: number;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(2000) text: string;
}

export class CheckTicketDto extends VersionDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(5000) title: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(20000) description?: string;
}

export class LookBackFilterDto {
  @ApiProperty({ enum: ticketKinds }) @IsIn(ticketKinds) kind: TicketKind;
  @ApiPropertyOptional() @IsOptional() @IsUUID() sourceId?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() campaignId?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() leadUnitId?: string;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() closedFrom?: string;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() closedTo?: string;
}

const rowsAtOnce = 1000;

export class NewLookBackDto extends LookBackFilterDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(200) name: string;
  @ApiProperty({ enum: samplings }) @IsIn(samplings) sampling: Sampling;
  @ApiPropertyOptional() @IsOptional() @IsInt() @Min(1) @Max(rowsAtOnce) sampleSize?: number;
  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsUUID('all', { each: true })
  @ArrayMaxSize(rowsAtOnce)
  ticketIds?: string[];
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() dueOn?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() inspectorId?: string;
}

export class InspectorDto {
  @ApiProperty() @IsUUID() inspectorId: string;
  @ApiProperty({ type: [String] })
  @IsUUID('all', { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(rowsAtOnce)
  rowIds: string[];
}

export class LookBackResultDto extends VersionDto {
  @ApiProperty({ enum: lookBackResults }) @IsIn(lookBackResults) result: LookBackResult;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(5000) note?: string;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() checkedOn?: string;
}

const followUps = ['reopen', 'recurrence'] as const;

export class FollowUpDto extends VersionDto {
  @ApiProperty({ enum: followUps }) @IsIn(followUps) how: (typeof followUps)[number];
  @ApiPropertyOptional({ type: DeadlineInputDto, description: 'Of the new round' })
  @IsOptional()
  @Part(() => DeadlineInputDto)
  deadline?: DeadlineInputDto;
}
