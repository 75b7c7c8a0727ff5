import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { MeDto } from '../auth/auth.dto.js';
import { Part } from '../part.js';

const linesAtMost = 5_000;

export class FirstUseStateDto {
  @ApiProperty({ description: 'True while nobody has an account' }) open: boolean;
}

export class FirstUseCodeDto {
  @ApiProperty() @IsString() @MaxLength(200) code: string;
}

export class LedgerKeeperDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(50) username: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(50) name: string;
}

export class FirstAdministratorDto extends LedgerKeeperDto {
  @ApiProperty() @IsString() @MaxLength(200) password: string;
}

export class FirstUseDto extends FirstUseCodeDto {
  @ApiProperty() @IsString() @MaxLength(50) bureauName: string;
  @ApiProperty({ type: FirstAdministratorDto })
  @Part(() => FirstAdministratorDto)
  administrator: FirstAdministratorDto;
  @ApiProperty({ type: [String], description: 'Lines as pasted, a section on each' })
  @IsArray()
  @ArrayMaxSize(linesAtMost)
  @IsString({ each: true })
  @MaxLength(500, { each: true })
  sections: string[];
  @ApiProperty({ description: 'The administrator keeps the inspection ledger too' }) @IsBoolean() keepsLedger: boolean;
  @ApiPropertyOptional({ type: LedgerKeeperDto })
  @IsOptional()
  @Part(() => LedgerKeeperDto)
  ledgerKeeper?: LedgerKeeperDto;
}

export class FirstUseDoneDto {
  @ApiProperty({ type: MeDto }) me: MeDto;
  @ApiProperty({ type: String, nullable: true, description: 'One-time password of the ledger keeper, told once' })
  keeperPassword: string | null;
}
