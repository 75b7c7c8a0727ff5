import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { IsCalendarDay } from '../tickets/ticket-input.dto.js';

const nullableDay = { type: String, nullable: true } as const;

export class NewCampaignDto {
  @ApiProperty() @IsString() @Matches(/\S/) @MaxLength(100) name: string;
  @ApiPropertyOptional(nullableDay) @IsOptional() @IsCalendarDay() fromOn?: string | null;
  @ApiPropertyOptional(nullableDay) @IsOptional() @IsCalendarDay() toOn?: string | null;
  @ApiPropertyOptional(nullableDay) @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}

export class CampaignEditDto extends PartialType(NewCampaignDto) {
  @ApiProperty() @IsInt() @Min(1) version: number;
}

export class CampaignTicketsDto {
  @ApiProperty({ type: [String] })
  @IsUUID('all', { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  ticketIds: string[];
}

export class CampaignDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty(nullableDay) fromOn: string | null;
  @ApiProperty(nullableDay) toOn: string | null;
  @ApiProperty(nullableDay) note: string | null;
  @ApiProperty() version: number;
  @ApiProperty({ description: 'Tickets the caller may see' }) total: number;
  @ApiProperty() live: number;
  @ApiProperty() overdue: number;
  @ApiProperty() done: number;
}
