import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { roles } from '@xiaohao/domain';
import { NamedDto } from '../auth/auth.dto.js';
import { IsCalendarDay } from '../tickets/ticket-input.dto.js';

export class NewLeaveDto {
  @ApiProperty({ description: 'The post somebody stands in for' }) @IsUUID() postId: string;
  @ApiProperty() @IsUUID() standInId: string;
  @ApiProperty() @IsCalendarDay() fromOn: string;
  @ApiProperty({ description: 'Last day of the leave' }) @IsCalendarDay() toOn: string;
}

export class LeaveDto {
  @ApiProperty() id: string;
  @ApiProperty() postId: string;
  @ApiProperty({ enum: roles }) role: string;
  @ApiProperty({ type: NamedDto }) unit: NamedDto;
  @ApiProperty({ type: NamedDto, description: 'Who is on leave' }) person: NamedDto;
  @ApiProperty({ type: NamedDto }) standIn: NamedDto;
  @ApiProperty() fromOn: string;
  @ApiProperty() toOn: string;
}

export class CoverablePostDto {
  @ApiProperty() id: string;
  @ApiProperty({ enum: roles }) role: string;
  @ApiProperty({ type: NamedDto }) unit: NamedDto;
}

export class LeavesDto {
  @ApiProperty({ type: [CoverablePostDto], description: 'Posts somebody may stand in for' }) posts: CoverablePostDto[];
  @ApiProperty({ type: [LeaveDto], description: 'Running and coming: own leaves, and those of others stood in for' })
  leaves: LeaveDto[];
}
