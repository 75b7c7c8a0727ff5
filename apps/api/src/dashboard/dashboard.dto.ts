import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { ticketKinds, type Light } from '@xiaohao/domain';
import { dashboardLights } from '@xiaohao/reports';
import { NamedDto } from '../auth/auth.dto.js';
import { FigureTicketDto } from '../reports/report-view.dto.js';
import { IsCalendarDay } from '../tickets/ticket-input.dto.js';
import { AnyOf } from '../tickets/ticket-query.dto.js';

export class DashboardQuestionDto {
  @ApiPropertyOptional({ description: 'Default: today' }) @IsOptional() @IsCalendarDay() asOf?: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'What was known then; default: what is known now' })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  knownAt?: string;
  @ApiPropertyOptional({ enum: ticketKinds, isArray: true })
  @AnyOf()
  @IsOptional()
  @IsIn(ticketKinds, { each: true })
  kind?: string[];
  @ApiPropertyOptional({ type: [String] }) @AnyOf() @IsOptional() @IsUUID('all', { each: true }) sourceId?: string[];
  @ApiPropertyOptional({ type: [String] }) @AnyOf() @IsOptional() @IsUUID('all', { each: true }) campaignId?: string[];
}

const states = ['done', 'open', 'due', 'on_time', 'original_due', 'original_on_time'] as const;
const aMonth = /^(199\d|20\d\d)-(0[1-9]|1[0-2])$/;
const AsNumber = () => Transform(({ value }: { value: unknown }) => (value === undefined ? undefined : Number(value)));

/** One number of the dashboard: every word narrows. */
export class DashboardPartDto extends DashboardQuestionDto {
  @ApiPropertyOptional({ enum: states }) @IsOptional() @IsIn(states) state?: (typeof states)[number];
  @ApiPropertyOptional({ enum: dashboardLights }) @IsOptional() @IsIn(dashboardLights) light?: Light;
  @ApiPropertyOptional({ description: '`none` for tickets without a lead unit' })
  @ValidateIf(({ unitId }: DashboardPartDto) => unitId !== undefined && unitId !== 'none')
  @IsUUID()
  unitId?: string;
  @ApiPropertyOptional() @AsNumber() @IsOptional() @IsInt() @Min(0) @Max(100_000) lateFrom?: number;
  @ApiPropertyOptional() @AsNumber() @IsOptional() @IsInt() @Min(0) @Max(100_000) lateTo?: number;
  @ApiPropertyOptional({ example: '2026-06' }) @IsOptional() @Matches(aMonth) raisedIn?: string;
  @ApiPropertyOptional({ example: '2026-06' }) @IsOptional() @Matches(aMonth) closedIn?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) industry?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) town?: string;
  @ApiPropertyOptional({ description: '`nextCursor` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
  @ApiPropertyOptional({ default: 200 }) @AsNumber() @IsOptional() @IsInt() @Min(1) @Max(200) limit?: number;
}

const nullableNumber = { type: Number, nullable: true } as const;
const nullableText = { type: String, nullable: true } as const;

export class RatesDto {
  @ApiProperty() total: number;
  @ApiProperty() done: number;
  @ApiProperty({ ...nullableNumber, description: 'Per cent' }) rate: number | null;
  @ApiProperty({ description: 'With a deadline that has come' }) due: number;
  @ApiProperty() onTime: number;
  @ApiProperty({ ...nullableNumber, description: 'Per cent of those due' }) onTimeRate: number | null;
}

export class RatesWithOriginalDto extends RatesDto {
  @ApiProperty({ description: 'By the deadline first set, before any extension' }) originalDue: number;
  @ApiProperty() originalOnTime: number;
  @ApiProperty({ ...nullableNumber, description: 'Per cent of those' }) originalOnTimeRate: number | null;
}

export class DashboardTotalsDto extends RatesWithOriginalDto {
  @ApiProperty() open: number;
  @ApiProperty() overdue: number;
}

export class RatesBeforeDto extends RatesDto {
  @ApiProperty({ description: 'The end of the month before' }) asOf: string;
}

export class LightCountsDto implements Record<Light, number> {
  @ApiProperty() red: number;
  @ApiProperty() yellow: number;
  @ApiProperty() green: number;
  @ApiProperty() grey: number;
  @ApiProperty() none: number;
}

export class SectionCountsDto extends RatesWithOriginalDto {
  @ApiProperty({ type: NamedDto, nullable: true }) unit: NamedDto | null;
  @ApiProperty({ type: LightCountsDto }) lights: LightCountsDto;
  @ApiProperty({ ...nullableNumber, description: 'Of its overdue tickets' }) meanLateDays: number | null;
}

export class AgeDto {
  @ApiProperty() from: number;
  @ApiProperty(nullableNumber) to: number | null;
  @ApiProperty() count: number;
}

export class TrendMonthDto {
  @ApiProperty({ example: '2026-06' }) month: string;
  @ApiProperty() raised: number;
  @ApiProperty() closed: number;
  @ApiProperty() total: number;
  @ApiProperty() done: number;
  @ApiProperty(nullableNumber) rate: number | null;
}

export class DashboardTicketDto {
  @ApiProperty() id: string;
  @ApiProperty() no: string;
  @ApiProperty() kind: string;
  @ApiProperty() title: string;
  @ApiProperty(nullableText) level: string | null;
  @ApiProperty(nullableText) leadUnit: string | null;
  @ApiProperty() raisedOn: string;
  @ApiProperty(nullableText) dueOn: string | null;
  @ApiProperty(nullableText) doneOn: string | null;
  @ApiProperty({ enum: dashboardLights }) light: Light;
  @ApiProperty() lateDays: number;
}

export class DashboardTicketsDto {
  @ApiProperty({ type: [DashboardTicketDto] }) items: DashboardTicketDto[];
  @ApiProperty() total: number;
  @ApiProperty(nullableText) nextCursor: string | null;
}

export class HeatDto {
  @ApiProperty() industry: string;
  @ApiProperty() town: string;
  @ApiProperty() open: number;
  @ApiProperty() overdue: number;
}

export class DashboardCardDto {
  @ApiProperty() key: string;
  @ApiProperty() name: string;
  @ApiProperty() unit: string;
  @ApiProperty({ example: '2026H1' }) period: string;
  @ApiProperty({ type: Number, nullable: true }) value: number | null;
  @ApiProperty() text: string;
  @ApiProperty({ description: 'What it counts, as a sentence' }) meaning: string;
}

export class CardTicketsDto {
  @ApiProperty({ type: [FigureTicketDto] }) items: FigureTicketDto[];
  @ApiProperty() total: number;
}

export class DashboardDto {
  @ApiProperty() asOf: string;
  @ApiProperty({ type: String, format: 'date-time', description: 'Nothing later is counted; at most a minute ago' })
  countedAt: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) knownAt: Date | null;
  @ApiProperty({ type: DashboardTotalsDto }) totals: DashboardTotalsDto;
  @ApiProperty({ type: RatesBeforeDto }) before: RatesBeforeDto;
  @ApiProperty({ type: [SectionCountsDto] }) sections: SectionCountsDto[];
  @ApiProperty({ type: [AgeDto] }) ageing: AgeDto[];
  @ApiProperty({ type: [TrendMonthDto] }) months: TrendMonthDto[];
  @ApiProperty({ type: [DashboardTicketDto] }) hot: DashboardTicketDto[];
  @ApiProperty({ type: [HeatDto] }) heat: HeatDto[];
  @ApiProperty({ type: [DashboardCardDto], description: "The bureau's own figures chosen for the dashboard" })
  cards: DashboardCardDto[];
}
