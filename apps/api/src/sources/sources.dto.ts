import { ApiProperty, ApiPropertyOptional, IntersectionType, OmitType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ticketKinds, type TicketKind } from '@xiaohao/domain';
import { SourceDto, SourceItemDto } from '../people/people.dto.js';
import { IsCalendarDay } from '../tickets/ticket-input.dto.js';

const nullableDay = { type: String, nullable: true } as const;
const nullableText = nullableDay;

export class NewSourceDto {
  @ApiProperty({ enum: ticketKinds }) @IsIn(ticketKinds) kind: TicketKind;
  @ApiProperty() @IsString() @Matches(/\S/) @MaxLength(200) name: string;
  @ApiPropertyOptional(nullableDay) @IsOptional() @IsCalendarDay() feedbackOn?: string | null;
  @ApiPropertyOptional({ ...nullableText, description: '文号' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  documentNo?: string | null;
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
  @ApiPropertyOptional({ ...nullableText, description: '文号' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  documentNo?: string | null;
  @ApiPropertyOptional({ description: 'True closes it from today on, false opens it again' })
  @IsOptional()
  @IsBoolean()
  closed?: boolean;
}

export class SourceItemTitleDto {
  @ApiProperty() @IsString() @Matches(/\S/) @MaxLength(500) title: string;
}

/** Tickets the caller may see, cancelled ones left out. */
class SourceCountsDto {
  @ApiProperty() total: number;
  @ApiProperty({ description: 'Struck off, or accepted and kept up' }) done: number;
  @ApiProperty() green: number;
  @ApiProperty() yellow: number;
  @ApiProperty() red: number;
  @ApiProperty() grey: number;
}

export class CountedSourceItemDto extends IntersectionType(SourceItemDto, SourceCountsDto) {}

export class CountedSourceDto extends IntersectionType(OmitType(SourceDto, ['items']), SourceCountsDto) {
  @ApiProperty({ type: [CountedSourceItemDto] }) items: CountedSourceItemDto[];
}
