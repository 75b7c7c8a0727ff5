import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { figureGroups, filingStatuses, type PeriodKind } from '@xiaohao/domain';
import { Part } from '../part.js';

const periodKinds = ['month', 'quarter', 'half', 'year'] as const satisfies readonly PeriodKind[];

export class NewFilingDutyDto {
  @ApiProperty() @IsUUID() unitId: string;
  @ApiProperty({ enum: periodKinds }) @IsIn(periodKinds) every: PeriodKind;
}

export class PlannedDutyDto extends NewFilingDutyDto {
  @ApiProperty() unitName: string;
}

export class FilingDutyDto extends PlannedDutyDto {
  @ApiProperty() key: string;
}

export class FilingDutiesDto {
  @ApiProperty({ type: [NewFilingDutyDto] })
  @IsArray()
  @ArrayMaxSize(200)
  @Part(() => NewFilingDutyDto, { each: true })
  duties: NewFilingDutyDto[];
}

export class DutyChangeDto extends FilingDutiesDto {
  @ApiProperty() @IsString() @MaxLength(60) key: string;
  @ApiPropertyOptional({ description: 'The version the page showed; a later one is not overwritten' })
  @IsOptional()
  @IsInt()
  version?: number;
}

export class DutyChangesDto {
  @ApiProperty({ type: [DutyChangeDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @Part(() => DutyChangeDto, { each: true })
  changes: DutyChangeDto[];
}

export class ExpectedFilingDto {
  @ApiProperty() unitId: string;
  @ApiProperty() unitName: string;
  @ApiProperty({ enum: ['duty', 'before'], description: 'Assigned, or filed for the period before' })
  why: 'duty' | 'before';
  @ApiProperty({ type: String, enum: filingStatuses, nullable: true, description: 'Null: nothing was filed at all' })
  status: (typeof filingStatuses)[number] | null;
  @ApiProperty({ description: 'Neither submitted nor accepted' }) isMissing: boolean;
}

export class PlannedIndicatorDto {
  @ApiProperty() key: string;
  @ApiProperty() name: string;
  @ApiProperty() unit: string;
  @ApiProperty({ enum: figureGroups, nullable: true }) group: string | null;
  @ApiProperty({ description: 'Counts the changes of its duties' }) version: number;
  @ApiProperty({ type: [PlannedDutyDto] }) duties: PlannedDutyDto[];
  @ApiProperty({ type: [ExpectedFilingDto] }) expected: ExpectedFilingDto[];
}

export class FilingPlanDto {
  @ApiProperty() period: string;
  @ApiProperty() periodLabel: string;
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ type: [PlannedIndicatorDto] }) indicators: PlannedIndicatorDto[];
}
