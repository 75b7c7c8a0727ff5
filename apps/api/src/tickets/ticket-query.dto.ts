import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { ticketKinds, ticketStatuses } from '@xiaohao/domain';
import {
  ticketSorts,
  waitingGroups,
  type TicketFilter,
  type TicketListRequest,
  type WaitingGroup,
} from '@xiaohao/tickets';
import { IsCalendarDay } from './ticket-input.dto.js';

const lights = ['green', 'yellow', 'red', 'grey', 'none'] as const;

/** Repeated or comma-joined values mean "any of". */
export const AnyOf = () =>
  Transform(({ value }: { value: unknown }) =>
    value === undefined || value === '' ? undefined : [value].flat().flatMap((part) => String(part).split(',')),
  );
const Flag = () => Transform(({ value }: { value: unknown }) => (value === undefined ? undefined : value === 'true'));

/** The filters of the ledger; list, export and drill-down read the same ones. */
export class TicketFilterDto {
  @ApiPropertyOptional({ enum: ticketKinds, isArray: true })
  @AnyOf()
  @IsOptional()
  @IsIn(ticketKinds, { each: true })
  kind?: string[];
  @ApiPropertyOptional({ enum: ticketStatuses, isArray: true })
  @AnyOf()
  @IsOptional()
  @IsIn(ticketStatuses, { each: true })
  status?: string[];
  @ApiPropertyOptional({ type: [String] }) @AnyOf() @IsOptional() @IsString({ each: true }) level?: string[];
  @ApiPropertyOptional({ type: [String] }) @AnyOf() @IsOptional() @IsUUID('all', { each: true }) leadUnitId?: string[];
  @ApiPropertyOptional({ type: [String] }) @AnyOf() @IsOptional() @IsUUID('all', { each: true }) sourceId?: string[];
  @ApiPropertyOptional({ type: [String] }) @AnyOf() @IsOptional() @IsUUID('all', { each: true }) itemId?: string[];
  @ApiPropertyOptional({ type: [String] }) @AnyOf() @IsOptional() @IsUUID('all', { each: true }) campaignId?: string[];
  @ApiPropertyOptional({ type: [String] }) @AnyOf() @IsOptional() @IsUUID('all', { each: true }) parentId?: string[];
  @ApiPropertyOptional({ type: [String] }) @AnyOf() @IsOptional() @IsString({ each: true }) industry?: string[];
  @ApiPropertyOptional({ type: [String] }) @AnyOf() @IsOptional() @IsString({ each: true }) town?: string[];
  @ApiPropertyOptional({ type: [String] }) @AnyOf() @IsOptional() @IsUUID('all', { each: true }) handlerId?: string[];
  @ApiPropertyOptional({ type: [String] }) @AnyOf() @IsOptional() @IsUUID('all', { each: true }) importId?: string[];
  @ApiPropertyOptional() @Flag() @IsOptional() @IsBoolean() overdue?: boolean;
  @ApiPropertyOptional({ enum: lights, isArray: true })
  @AnyOf()
  @IsOptional()
  @IsIn(lights, { each: true })
  light?: (typeof lights)[number][];
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() dueFrom?: string;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() dueTo?: string;
  @ApiPropertyOptional({ description: 'Words, each found in number, title, description, site or progress' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
  @ApiPropertyOptional({ enum: waitingGroups }) @IsOptional() @IsIn(waitingGroups) waiting?: WaitingGroup;
  @ApiPropertyOptional({ enum: ticketSorts }) @IsOptional() @IsIn(ticketSorts) sort?: (typeof ticketSorts)[number];
}

export class TicketQueryDto extends TicketFilterDto {
  @ApiPropertyOptional({ minimum: 1, maximum: 200 })
  @Transform(({ value }) => Number(value))
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(300) cursor?: string;
  @ApiPropertyOptional({ enum: ['exact'] }) @IsOptional() @IsIn(['exact']) count?: 'exact';
}

const defaultLimit = 25;

export function listRequest(query: TicketQueryDto): TicketListRequest {
  const { sort, limit, cursor, count, ...filter } = query;
  return {
    filter: filter as TicketFilter,
    sort: sort ?? 'dueOn',
    limit: limit ?? defaultLimit,
    cursor,
    exactCount: count === 'exact',
  };
}
