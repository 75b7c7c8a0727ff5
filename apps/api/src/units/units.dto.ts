import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { longestUnitName } from '@xiaohao/domain';
import { NamedDto } from '../auth/auth.dto.js';

export class UnitNameDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(longestUnitName) name: string;
}

export class UnitPlaceDto {
  @ApiProperty({ type: String, nullable: true, description: 'Null: beside the bureau, below nothing' })
  @ValidateIf((_, value) => value !== null)
  @IsUUID()
  parentId: string | null;
}

export class UnitMergeDto {
  @ApiProperty({ description: 'The unit that takes over' }) @IsUUID() intoId: string;
}

export class TouchedByUnitDto {
  @ApiProperty({ description: 'Open tickets it leads' }) leads: number;
  @ApiProperty({ description: 'Open tickets of others it supports' }) supports: number;
  @ApiProperty() people: number;
  @ApiProperty() subUnits: number;
  @ApiProperty({ description: 'Deputies in charge of it' }) charges: number;
  @ApiProperty({ description: 'Struck off or cancelled: they keep its name' }) closedTickets: number;
}

export class ClosedUnitDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() closedOn: string;
  @ApiProperty({ type: NamedDto, nullable: true }) mergedInto: NamedDto | null;
}
