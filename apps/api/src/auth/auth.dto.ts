import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { permissions, roles } from '@xiaohao/domain';

export class LoginDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(100) username: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(200) password: string;
}

export class OidcStartDto {
  @ApiPropertyOptional({ description: 'A path of this application' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  returnTo?: string;
}

export class PasswordDto {
  @ApiProperty() @IsString() @MaxLength(200) oldPassword: string;
  @ApiProperty() @IsString() @MaxLength(200) newPassword: string;
}

export class NamedDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}

export class PostDto {
  @ApiProperty({ enum: roles }) role: string;
  @ApiProperty({ type: NamedDto }) unit: NamedDto;
  @ApiProperty({ type: String, nullable: true, description: 'Whose post this one stands in for' })
  actingFor: string | null;
}

export class MeDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() username: string;
  @ApiProperty({ enum: roles, isArray: true }) roles: string[];
  @ApiProperty({ type: [PostDto] }) posts: PostDto[];
  @ApiProperty({ enum: permissions, isArray: true }) permissions: string[];
  @ApiProperty() mustChangePassword: boolean;
}

export class DemoAccountDto {
  @ApiProperty() username: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: roles }) role: string;
  @ApiProperty() unit: string;
}
