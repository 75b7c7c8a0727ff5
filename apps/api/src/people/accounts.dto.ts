import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { addableUnitTypes, roles, type AddableUnitType } from '@xiaohao/domain';
import { NamedDto } from '../auth/auth.dto.js';
import { Part } from '../part.js';

export class AccountsQueryDto {
  @ApiPropertyOptional() @IsOptional() @IsUUID() unitId?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(50) q?: string;
}

export class NewUnitDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(50) name: string;
  @ApiProperty({ enum: addableUnitTypes }) @IsIn(addableUnitTypes) type: AddableUnitType;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsUUID() parentId?: string | null;
}

export class NewPostDto {
  @ApiProperty({ enum: roles }) @IsIn(roles) role: string;
  @ApiProperty() @IsUUID() unitId: string;
  @ApiPropertyOptional({ type: [String], description: 'Units a deputy is in charge of' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  chargeUnitIds?: string[];
}

export class NewPersonDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(50) username: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(50) name: string;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsString() @MaxLength(200) email?:
    string | null;
  @ApiProperty({ type: NewPostDto }) @Part(() => NewPostDto) post: NewPostDto;
}

export class PersonChangeDto {
  @ApiPropertyOptional() @IsOptional() @IsString() @MinLength(1) @MaxLength(50) name?: string;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsString() @MaxLength(200) email?:
    string | null;
}

export class CreatedDto {
  @ApiProperty() id: string;
}

export class OneTimePasswordDto {
  @ApiProperty({ description: 'Told once, changed at the next sign-in' }) password: string;
}

export class NewPersonCreatedDto extends OneTimePasswordDto {
  @ApiProperty() id: string;
}

export class AccountPostDto {
  @ApiProperty() id: string;
  @ApiProperty({ enum: roles }) role: string;
  @ApiProperty({ type: NamedDto }) unit: NamedDto;
  @ApiProperty({ type: [NamedDto] }) charge: NamedDto[];
  @ApiProperty() fromOn: string;
  @ApiProperty({ type: String, nullable: true, description: 'Last day; null while no end is set' })
  toOn: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Whose post this one stands in for' })
  actingFor: string | null;
}

export class AccountDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() username: string;
  @ApiProperty({ type: String, nullable: true }) email: string | null;
  @ApiProperty() disabled: boolean;
  @ApiProperty() mustChangePassword: boolean;
  @ApiProperty({ type: String, nullable: true }) lastSeenAt: Date | null;
  @ApiProperty({ type: [AccountPostDto] }) posts: AccountPostDto[];
}

export class PeopleEventsQueryDto {
  @ApiPropertyOptional() @IsOptional() @IsUUID() personId?: string;
}

export class PeopleEventDto {
  @ApiProperty() id: string;
  @ApiProperty({ type: String }) at: Date;
  @ApiProperty() action: string;
  @ApiProperty() actorName: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) details: Record<string, unknown>;
}
