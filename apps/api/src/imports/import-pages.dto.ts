import { ApiProperty, PickType } from '@nestjs/swagger';
import { addableUnitTypes } from '@xiaohao/domain';
import { findingCodes } from '@xiaohao/ledgers';
import { PreviewTicketDto } from './import-view.dto.js';
import { UnitAliasDto } from './unit-alias.dto.js';

export class ImportRowsDto {
  @ApiProperty({ description: 'Of the import they were read from' }) version: number;
  @ApiProperty({ type: [PreviewTicketDto] }) items: PreviewTicketDto[];
  @ApiProperty({ type: Number, nullable: true, description: 'Where the next page begins' }) nextFrom: number | null;
}

export class DigestFindingDto {
  @ApiProperty() row: number;
  @ApiProperty({ example: 'F5' }) cell: string;
  @ApiProperty({ enum: findingCodes }) code: string;
  @ApiProperty() message: string;
}

export class FindingsDigestDto {
  @ApiProperty() count: number;
  @ApiProperty({ type: [DigestFindingDto], description: 'The first of them' }) items: DigestFindingDto[];
}

export class NearUnitDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}

export class UnitChoiceDto {
  @ApiProperty({ required: false }) unitId?: string;
  @ApiProperty({ enum: addableUnitTypes, required: false }) create?: string;
}

export class RememberedUnitDto extends PickType(UnitAliasDto, ['id', 'unitId', 'unit', 'keptByName', 'keptAt']) {}

export class UnknownUnitDto {
  @ApiProperty() name: string;
  @ApiProperty({ type: [String], description: 'Other ways the file writes it' }) alsoWritten: string[];
  @ApiProperty({ description: 'Tickets that name it' }) tickets: number;
  @ApiProperty({ description: 'Those of them that wait for somebody' }) waiting: number;
  @ApiProperty({ type: [NearUnitDto], description: 'Units with names like it' }) nearest: NearUnitDto[];
  @ApiProperty({ type: NearUnitDto, nullable: true, description: 'The one unit it may be short for' })
  likely: NearUnitDto | null;
  @ApiProperty({ enum: addableUnitTypes, description: 'What it would be created as' }) type: string;
  @ApiProperty({ type: UnitChoiceDto, nullable: true }) choice: UnitChoiceDto | null;
  @ApiProperty({ description: 'Left as it is, said in this import' }) left: boolean;
  @ApiProperty({ description: 'Somebody said who is meant or who leads instead, or nothing depends on it' })
  settled: boolean;
  @ApiProperty({ type: RememberedUnitDto, nullable: true, description: 'What was said at an import before' })
  remembered: RememberedUnitDto | null;
}

export class NameCountDto {
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty() count: number;
}

export class SheetDigestDto {
  @ApiProperty() tickets: number;
  @ApiProperty({ description: 'Rows of the sheet they were read from' }) rows: number;
  @ApiProperty() updates: number;
  @ApiProperty({ type: FindingsDigestDto }) needsYou: FindingsDigestDto;
  @ApiProperty({ type: FindingsDigestDto }) told: FindingsDigestDto;
  @ApiProperty({ type: [NameCountDto] }) units: NameCountDto[];
  @ApiProperty({ type: [NameCountDto] }) statuses: NameCountDto[];
  @ApiProperty({ type: [NameCountDto] }) months: NameCountDto[];
}
