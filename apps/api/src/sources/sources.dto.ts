import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ticketKinds, type TicketKind } from '@xiaohao/domain';
import { IsCalendarDay } from '../tickets/ticket-input.dto.js';

const nullableDay = { type: String, nullable: true } as const;

export class NewSourceDto {
  @ApiProperty({ enum: ticketKinds }) @IsIn(ticketKinds) kind: TicketKind;
  @ApiProperty() @IsString() @Matches(/\S/) @MaxLength(200) name: string;
  @ApiPropertyOptional(nullableDay) @IsOptional() @IsCalendarDay() feedbackOn?: string | null;
  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @Matches(/\S/, { each: true })
  @MaxLength(500, { each: true })
  items?: string[];
}

export class SourceEditDto {
  @ApiPropertyOptional() @IsOptional() @IsString() @Matches(/\S/) @MaxLength(200) name?: string;
  @ApiPropertyOptional(nullableDay) @IsOptional() @IsCalendarDay() feedbackOn?: string | null;
}

export class SourceItemTitleDto {
  @ApiProperty() @IsString() @Matches(/\S/) @MaxLength(500) title: string;
}
