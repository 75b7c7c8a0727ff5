import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { figureGroups, type FigureNature } from '@xiaohao/domain';
import type { Filing } from '@xiaohao/indicators';
import { NamedDto } from '../auth/auth.dto.js';
import { Part } from '../part.js';
import { FilingDto } from './filings.dto.js';

const natures = ['flow', 'stock', 'cumulative', 'target'] as const satisfies readonly FigureNature[];
const periodExamples = { description: '2022, 2022H1, 2022Q1 or 2022-06', example: '2022H1' };

export class IndicatorQueryDto {
  @ApiPropertyOptional({
    ...periodExamples,
    default: 'the half-year that ended last for a month, then the one that runs',
  })
  @IsOptional()
  @IsString()
  @MaxLength(7)
  period?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() unitId?: string;
}

export class NewIndicatorDto {
  @ApiProperty({ description: 'Lower-case letters, digits and underscores; also its tag in templates' })
  @IsString()
  @MaxLength(60)
  key: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(60) name: string;
  @ApiProperty({ description: 'Base unit' }) @IsString() @MinLength(1) @MaxLength(10) unit: string;
  @ApiProperty({ enum: natures }) @IsIn(natures) nature: FigureNature;
}

export class NewFilingDto {
  @ApiProperty() @IsUUID() unitId: string;
  @ApiProperty(periodExamples) @IsString() @MaxLength(7) period: string;
  @ApiProperty({ minimum: 0, description: 'In the base unit, at most four decimals' }) @IsNumber() value: number;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsString() @MaxLength(500) note?: string | null;
  @ApiPropertyOptional({ description: 'The version the page showed; a later one is not overwritten' })
  @IsOptional()
  @IsInt()
  @Min(0)
  version?: number;
  @ApiPropertyOptional({ description: 'False keeps it as a draft of the department; otherwise it is submitted' })
  @IsOptional()
  @IsBoolean()
  submit?: boolean;
}

/** A filing as far as a figure counts it. */
export class CountedFilingDto {
  @ApiProperty({ type: NamedDto }) unit: NamedDto;
  @ApiProperty() period: string;
  @ApiProperty() value: number;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, nullable: true }) filedBy: string | null;
  @ApiProperty() version: number;
  @ApiProperty({ format: 'date-time' }) filedAt: Date;
  @ApiProperty({ description: 'False where it counts without having been accepted' }) accepted: boolean;
}

export function countedFilingView({ unitId, unitName, value, ...filing }: Filing): CountedFilingDto {
  // Reports built before filings were accepted say nothing of it.
  const { period, note, filedBy, version, filedAt, accepted = true } = filing;
  const unit = { id: unitId, name: unitName };
  return { unit, period, value: Number(value), note, filedBy, version, filedAt, accepted };
}

export class IndicatorDto {
  @ApiProperty() key: string;
  @ApiProperty() name: string;
  @ApiProperty() unit: string;
  @ApiProperty({ enum: natures }) nature: FigureNature;
}

export class IndicatorSheetRowDto extends IndicatorDto {
  @ApiProperty({ enum: figureGroups, nullable: true }) group: string | null;
  @ApiProperty({ type: [FilingDto] }) filings: FilingDto[];
  @ApiProperty({ type: [FilingDto], description: 'Of the period before, to compare with' }) previous: FilingDto[];
}

export class IndicatorSheetDto {
  @ApiProperty() period: string;
  @ApiProperty() periodLabel: string;
  @ApiProperty({ type: [String], description: 'Ids of the units the reader files for' }) ownUnitIds: string[];
  @ApiProperty({ type: [IndicatorSheetRowDto] }) indicators: IndicatorSheetRowDto[];
}

export class ParameterDto {
  @ApiProperty() key: string;
  @ApiProperty() name: string;
  @ApiProperty() unit: string;
  @ApiProperty({ type: String, nullable: true }) value: string | null;
  @ApiProperty({ description: '0 while nobody has set it' }) version: number;
}

export class ParameterChangeDto {
  @ApiProperty() @IsString() @MaxLength(60) key: string;
  @ApiProperty({ type: String, nullable: true }) @IsOptional() @IsString() @MaxLength(200) value: string | null;
  @ApiPropertyOptional() @IsOptional() @IsInt() version?: number;
}

export class ParameterChangesDto {
  @ApiProperty({ type: [ParameterChangeDto] })
  @IsArray()
  @ArrayMaxSize(100)
  @Part(() => ParameterChangeDto, { each: true })
  parameters: ParameterChangeDto[];
}
