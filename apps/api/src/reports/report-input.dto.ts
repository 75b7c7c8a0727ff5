import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  registerDecorator,
} from 'class-validator';
import { reportStates, type ReportState } from '@xiaohao/domain';

/** Short texts by name; nothing else may come in where any key is allowed. */
function IsTextByName() {
  return (target: object, propertyName: string) =>
    registerDecorator({
      name: 'isTextByName',
      target: target.constructor,
      propertyName,
      options: { message: '$property 应为文字' },
      validator: {
        validate: (value: unknown) =>
          typeof value === 'object' &&
          value !== null &&
          Object.entries(value).length <= 200 &&
          Object.entries(value).every(
            ([key, text]) => key.length <= 60 && typeof text === 'string' && text.length <= 500,
          ),
      },
    });
}

export class ReportRequestDto {
  @ApiProperty({ description: 'Id or code of a template', example: 'half-year' })
  @IsString()
  @MaxLength(100)
  templateId: string;
  @ApiProperty({ example: '2022H1' }) @IsString() @MaxLength(7) period: string;
  @ApiPropertyOptional({ description: "Default: the period's last day", example: '2022-06-30' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  asOf?: string;
  @ApiPropertyOptional({ format: 'date-time', description: 'Default: now' })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  knownAt?: string;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Parameters of this build alone; `source` names the inspection round',
  })
  @IsOptional()
  @IsObject()
  @IsTextByName()
  parameters?: Record<string, string>;
  @ApiPropertyOptional({
    enum: ['then', 'now'],
    description: "Figures of the bureau's own as they were defined at `knownAt` (default), or as they are defined now",
  })
  @IsOptional()
  @IsIn(['then', 'now'])
  definitions?: 'then' | 'now';
  @ApiPropertyOptional({ description: 'The report it is built again from: what was typed over there stays' })
  @IsOptional()
  @IsUUID()
  basedOn?: string;
}

export class OverrideDto {
  @ApiProperty({ minimum: 0, description: 'In the base unit, at most four decimals' }) @IsNumber() value: number;
  @ApiProperty() @IsString() @MaxLength(500) reason: string;
  @ApiPropertyOptional({ description: 'The version the page showed' }) @IsOptional() @IsInt() version?: number;
}

export class FinalizeDto {
  @ApiPropertyOptional({ description: 'The version the page showed' }) @IsOptional() @IsInt() version?: number;
}

export class WithdrawDto extends FinalizeDto {
  @ApiProperty() @IsString() @MaxLength(500) reason: string;
}

export class ExcuseDto {
  @ApiProperty({ description: 'Key of the finding' }) @IsString() @MaxLength(64) finding: string;
  @ApiProperty() @IsString() @MaxLength(500) reason: string;
}

export class ReportListQueryDto {
  @ApiPropertyOptional({ default: 25 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit = 25;
  @ApiPropertyOptional() @IsOptional() @IsUUID() cursor?: string;
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Those that are final and stand, or all others' })
  @IsOptional()
  @IsIn(['true', 'false'])
  final?: 'true' | 'false';
  @ApiPropertyOptional({ description: 'Code of a template, in whatever version' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  template?: string;
  @ApiPropertyOptional({ enum: reportStates }) @IsOptional() @IsIn(reportStates) state?: ReportState;
}

export class DocumentQueryDto {
  @ApiPropertyOptional({ enum: ['none'], description: 'Without the comments on numbers typed over, for print' })
  @IsOptional()
  @IsIn(['none'])
  comments?: 'none';
}

export class FigureTicketsQueryDto {
  @ApiPropertyOptional({ default: 50 }) @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit = 50;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) cursor?: string;
}

export class TemplateRepairDto {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Put the proposals for faulty tags in, then take the file',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  repair?: 'true' | 'false';
}

export class TemplateListDto {
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Those that were removed, instead of those in use' })
  @IsOptional()
  @IsIn(['true', 'false'])
  archived?: 'true' | 'false';
}

export class TemplateNameDto {
  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  name: string;
}
