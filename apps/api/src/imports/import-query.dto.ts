import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { rowChoices, type RowChoice } from '@xiaohao/ledgers';

export class ImportQueryDto {
  @ApiPropertyOptional({
    enum: ['all', 'outline'],
    default: 'all',
    description: '`outline`: no rows, but where they stand',
  })
  @IsOptional()
  @IsIn(['all', 'outline'])
  rows?: 'all' | 'outline';
}

export class ImportStepQueryDto {
  @ApiPropertyOptional({
    enum: ['all', 'outline'],
    default: 'outline',
    description: '`all`: with every row, which may be megabytes',
  })
  @IsOptional()
  @IsIn(['all', 'outline'])
  rows: 'all' | 'outline' = 'outline';
}

export class ImportPatchQueryDto {
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Answer with only the rows that read otherwise now' })
  @IsOptional()
  @IsIn(['true', 'false'])
  changed?: 'true' | 'false';
}

export class SheetQueryDto {
  @ApiProperty() @IsString() @MaxLength(100) sheet: string;
  @ApiPropertyOptional({ enum: rowChoices }) @IsOptional() @IsIn(rowChoices) decision?: RowChoice;
}

export class ImportRowsQueryDto extends SheetQueryDto {
  @ApiPropertyOptional({ default: 1, description: 'The first row of the sheet wanted' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_048_576)
  from: number = 1;
  @ApiPropertyOptional({ default: 100, maximum: 200 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 100;
}
