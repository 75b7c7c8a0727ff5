import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { NamedDto } from '../auth/auth.dto.js';
import { IsCalendarDay } from '../tickets/ticket-input.dto.js';
import { Part } from '../part.js';

export class UnitSuccessorDto {
  @ApiProperty({ type: String, nullable: true, description: 'Null: tickets without a lead unit' })
  @IsOptional()
  @IsUUID()
  unitId: string | null;
  @ApiProperty() @IsUUID() successorId: string;
}

export class TicketSuccessorDto {
  @ApiProperty() @IsUUID() ticketId: string;
  @ApiProperty() @IsUUID() successorId: string;
}

export class PostSuccessorDto {
  @ApiProperty() @IsUUID() postId: string;
  @ApiProperty() @IsUUID() successorId: string;
}

export class HandOverInputDto {
  @ApiProperty({ description: 'Last day of the posts that end; today or later' }) @IsCalendarDay() lastOn: string;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'Takes what no other line names' })
  @IsOptional()
  @IsUUID()
  successorId?: string | null;
  @ApiPropertyOptional({ type: [UnitSuccessorDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @Part(() => UnitSuccessorDto, { each: true })
  byUnit?: UnitSuccessorDto[];
  @ApiPropertyOptional({ type: [TicketSuccessorDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5000)
  @Part(() => TicketSuccessorDto, { each: true })
  byTicket?: TicketSuccessorDto[];
  @ApiPropertyOptional({ type: [String], description: 'Posts that end; all where absent' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  postIds?: string[];
  @ApiPropertyOptional({ type: [PostSuccessorDto], description: 'Posts somebody holds from the day after' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Part(() => PostSuccessorDto, { each: true })
  passedPosts?: PostSuccessorDto[];
  @ApiPropertyOptional() @IsOptional() @IsBoolean() disable?: boolean;
}

const parts = ['handler', 'leader', 'person', 'inspector'] as const;

export class OpenTicketDto {
  @ApiProperty() id: string;
  @ApiProperty() no: string;
  @ApiProperty({ enum: parts, isArray: true }) as: string[];
}

export class OpenUnitDto {
  @ApiProperty({ type: NamedDto, nullable: true }) unit: NamedDto | null;
  @ApiProperty() count: number;
  @ApiProperty({ description: 'Of these, counted and not listed' }) confidential: number;
  @ApiProperty({ type: [OpenTicketDto] }) tickets: OpenTicketDto[];
}

export class PostWorkDto {
  @ApiProperty() sign: number;
  @ApiProperty() review: number;
  @ApiProperty() accept: number;
  @ApiProperty() decide: number;
  @ApiProperty() instructions: number;
  @ApiProperty() checks: number;
}

export class HandOverDto {
  @ApiProperty({ type: NamedDto }) person: NamedDto;
  @ApiProperty() total: number;
  @ApiProperty({ type: [OpenUnitDto] }) units: OpenUnitDto[];
  @ApiProperty({ description: 'Measures to be done that name the person' }) measures: number;
  @ApiProperty() instructionsGiven: number;
  @ApiProperty() lookBacks: number;
  @ApiProperty({ type: PostWorkDto, description: 'Falls to whoever holds the posts next' }) postWork: PostWorkDto;
  @ApiProperty({ description: 'Filed for the period before and not yet for the present one' }) figuresToFile: number;
}

export class HandedOverDto {
  @ApiProperty() successorId: string;
  @ApiProperty() tickets: number;
}
