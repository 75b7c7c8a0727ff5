import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
} from 'class-validator';
import { filingStatuses } from '@xiaohao/domain';
import type { FilingPreview, RowEffect, RowFinding } from '@xiaohao/indicators';
import { Part } from '../part.js';
import { MissingFilingsQueryDto } from './filings.dto.js';

const effects = ['new', 'changed', 'same', 'blank', 'refused'] as const satisfies readonly RowEffect[];
const severities = ['error', 'warning'] as const satisfies readonly RowFinding['severity'][];

export class FilingSheetQueryDto extends MissingFilingsQueryDto {
  @ApiPropertyOptional({ description: 'Default: every unit the reader files for' })
  @IsOptional()
  @IsUUID()
  unitId?: string;
}

export class RowFindingDto {
  @ApiProperty() code: string;
  @ApiProperty({ enum: severities }) severity: (typeof severities)[number];
  @ApiProperty({ type: String, nullable: true }) cell: string | null;
  @ApiProperty() message: string;
}

export class PresentFilingDto {
  @ApiProperty() value: number;
  @ApiProperty({ enum: filingStatuses }) status: (typeof filingStatuses)[number];
  @ApiProperty() version: number;
}

export class PreviewedFilingDto {
  @ApiProperty({ description: 'As the sheet numbers it' }) row: number;
  @ApiProperty({ enum: effects, description: '`blank` and `same` change nothing, `refused` cannot be stored' })
  effect: RowEffect;
  @ApiProperty({ type: String, nullable: true }) unitId: string | null;
  @ApiProperty() unitName: string;
  @ApiProperty({ type: String, nullable: true }) key: string | null;
  @ApiProperty() name: string;
  @ApiProperty() unit: string;
  @ApiProperty({ type: Number, nullable: true }) value: number | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: PresentFilingDto, nullable: true }) present: PresentFilingDto | null;
  @ApiProperty({ type: Number, nullable: true }) previous: number | null;
  @ApiProperty({ type: [RowFindingDto] }) findings: RowFindingDto[];
}

export class FilingPreviewDto {
  @ApiProperty() period: string;
  @ApiProperty() sheet: string;
  @ApiProperty({ type: [PreviewedFilingDto] }) rows: PreviewedFilingDto[];
}

export function filingPreviewView({ period, sheet, columns, rows }: FilingPreview): FilingPreviewDto {
  return {
    period,
    sheet,
    rows: rows.map(({ present, findings, ...row }) => ({
      ...row,
      present: present && { value: Number(present.value), status: present.status, version: present.version },
      findings: findings.map(({ column, ...finding }) => {
        const letters = columns[column];
        return { ...finding, cell: letters ? `${letters}${row.row}` : null };
      }),
    })),
  };
}

export class FiledRowDto {
  @ApiProperty() @IsString() @MaxLength(60) key: string;
  @ApiProperty() @IsUUID() unitId: string;
  @ApiProperty({ minimum: 0, description: 'In the base unit, at most four decimals' }) @IsNumber() value: number;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsString() @MaxLength(500) note?: string | null;
  @ApiPropertyOptional({ description: 'The version the page showed, 0 for none; a later one is not overwritten' })
  @IsOptional()
  @IsInt()
  @Min(0)
  version?: number;
}

export class ManyFilingsDto {
  @ApiProperty({ example: '2026H1' }) @IsString() @MaxLength(7) period: string;
  @ApiProperty({ description: 'False keeps them as drafts of the departments' }) @IsBoolean() submit: boolean;
  @ApiProperty({ type: [FiledRowDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @Part(() => FiledRowDto, { each: true })
  rows: FiledRowDto[];
}

export class StatedFilingsDto {
  @ApiProperty() count: number;
}
