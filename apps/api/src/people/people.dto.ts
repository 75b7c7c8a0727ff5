import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { roles, ticketKinds } from '@xiaohao/domain';
import { PostDto } from '../auth/auth.dto.js';

export class PeopleQueryDto {
  @ApiPropertyOptional() @IsOptional() @IsUUID() unitId?: string;
  @ApiPropertyOptional({ enum: roles }) @IsOptional() @IsIn(roles) role?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(50) q?: string;
}

export class PersonDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() username: string;
  @ApiProperty({ type: [PostDto] }) posts: PostDto[];
}

export class UnitDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() type: string;
  @ApiProperty({ type: String, nullable: true }) parentId: string | null;
}

export class SourceItemDto {
  @ApiProperty() id: string;
  @ApiProperty() no: number;
  @ApiProperty() title: string;
}

export class SourceDto {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ticketKinds }) kind: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) feedbackOn: string | null;
  @ApiProperty({ type: String, nullable: true, description: '文号' }) documentNo: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Nothing new is registered under it' })
  closedOn: string | null;
  @ApiProperty({ type: [SourceItemDto] }) items: SourceItemDto[];
}

export class OutcomeTypeQueryDto {
  @ApiPropertyOptional({ enum: ticketKinds }) @IsOptional() @IsIn(ticketKinds) kind?: string;
}

export class OutcomeTypeDto {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty() unit: string;
}
