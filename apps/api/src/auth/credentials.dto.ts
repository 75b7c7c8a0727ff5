import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength, MinLength, Validate, ValidatorConstraint } from 'class-validator';
import { isDay, tokenScopes, type TokenScope } from '@xiaohao/domain';
import { NamedDto } from './auth.dto.js';

export class SessionDto {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'What the browser says of itself' }) agent: string;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty({ description: 'Signed in through the identity provider' }) oidc: boolean;
  @ApiProperty({ type: String }) beganAt: Date;
  @ApiProperty({ type: String, description: 'Exact to five minutes' }) lastSeenAt: Date;
}

export class OwnSessionDto extends SessionDto {
  @ApiProperty({ description: 'The one this request came with' }) present: boolean;
}

export class EndedDto {
  @ApiProperty({ description: 'How many sessions were ended' }) ended: number;
}

@ValidatorConstraint()
class IsDay {
  validate(value: unknown): boolean {
    return typeof value === 'string' && isDay(value);
  }
  defaultMessage(): string {
    return 'expiresOn must be a day, YYYY-MM-DD';
  }
}

export class NewTokenDto {
  @ApiProperty({ example: '每日导出台账' }) @IsString() @MinLength(1) @MaxLength(50) name: string;
  @ApiProperty({ enum: tokenScopes }) @IsIn(tokenScopes) scope: TokenScope;
  @ApiProperty({ description: 'Last day, at most a year from today' }) @Validate(IsDay) expiresOn: string;
}

export class TokenCreatedDto {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'Shown once' }) token: string;
}

export class TokenDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: tokenScopes }) scope: TokenScope;
  @ApiProperty({ type: String }) createdAt: Date;
  @ApiProperty() expiresOn: string;
  @ApiProperty({ type: String, nullable: true, description: 'Exact to five minutes' }) lastUsedAt: Date | null;
  @ApiProperty({ type: NamedDto }) owner: NamedDto;
}
