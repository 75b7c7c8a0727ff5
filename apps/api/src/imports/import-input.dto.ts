import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { addableUnitTypes, ticketKinds, type AddableUnitType, type TicketKind } from '@xiaohao/domain';
import { columnMeanings, findingCodes, type ColumnMeaning, type FindingCode } from '@xiaohao/ledgers';
import { IsCalendarDay } from '../tickets/ticket-input.dto.js';
import { Part } from '../part.js';

const kindChoices = ['auto', ...ticketKinds] as const;

/** The fields beside the file. */
export class ImportStartDto {
  @ApiPropertyOptional({ enum: kindChoices, default: 'auto' })
  @IsOptional()
  @IsIn(kindChoices)
  kind?: 'auto' | TicketKind;
  @ApiPropertyOptional({ description: 'For dates without a year', minimum: 2000, maximum: 2099 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2099)
  year?: number;
  @ApiPropertyOptional({ description: 'Day that terms such as 15日内 count from' })
  @IsOptional()
  @IsCalendarDay()
  baseDate?: string;
  @ApiPropertyOptional({ description: 'Name of the source; otherwise taken from the title' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  sourceName?: string;
}

export class ColumnChoiceDto {
  @ApiProperty() @IsString() @MaxLength(100) sheet: string;
  @ApiProperty({ example: 'B' }) @Matches(/^(?:[A-Z]{1,3}|↑[\u4e00-\u9fff]{2,10})$/) column: string;
  @ApiProperty({ enum: columnMeanings }) @IsIn(columnMeanings) meaning: ColumnMeaning;
}

export class HeaderChoiceDto {
  @ApiProperty() @IsString() @MaxLength(100) sheet: string;
  @ApiProperty({ type: [Number], description: 'One or two rows' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(1_048_576, { each: true })
  rows: number[];
}

const readChoices = ['yes', 'no', 'auto'] as const;
const profileChoices = ['use', 'none'] as const;

export class SheetChoiceDto {
  @ApiProperty() @IsString() @MaxLength(100) sheet: string;
  @ApiPropertyOptional({ enum: readChoices, description: '`auto`: as it looks to us' })
  @IsOptional()
  @IsIn(readChoices)
  read?: (typeof readChoices)[number];
  @ApiPropertyOptional({ enum: profileChoices, description: 'Whether the meanings kept from a former file hold' })
  @IsOptional()
  @IsIn(profileChoices)
  profile?: (typeof profileChoices)[number];
}

export class UnitMeantDto {
  @ApiProperty({ description: 'As the file has it' }) @IsString() @MinLength(1) @MaxLength(200) name: string;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'The unit that is meant' })
  @IsOptional()
  @IsUUID('all')
  unitId?: string | null;
  @ApiPropertyOptional({ enum: addableUnitTypes, nullable: true, description: 'Or what it is to be created as' })
  @IsOptional()
  @IsIn(addableUnitTypes)
  create?: AddableUnitType | null;
}

export class CellEditDto {
  @ApiProperty() @IsString() @MaxLength(100) sheet: string;
  @ApiProperty({ example: 'F5' }) @Matches(/^[A-Z]{1,3}[1-9]\d{0,6}$/) cell: string;
  @ApiProperty() @IsString() @MaxLength(20_000) text: string;
}

/** Cells of forms and ledgers, and places that are a column alone. */
const place = /^[A-Z]{1,3}([1-9]\d{0,6})?$/;

export class AcceptDto {
  @ApiProperty() @IsString() @MaxLength(100) sheet: string;
  @ApiProperty({ enum: findingCodes, description: 'An assumption; what stops a row is settled instead' })
  @IsIn(findingCodes)
  code: FindingCode;
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'F5',
    description: 'Null: everything of the kind in the sheet',
  })
  @ValidateIf((_, value) => value !== null)
  @Matches(place)
  cell: string | null;
  @ApiProperty({ description: '`false` takes it back' }) @IsBoolean() accepted: boolean;
}

const rowChoices = ['create', 'update', 'skip', 'auto'] as const;

export class RowDecisionDto {
  @ApiProperty() @IsString() @MaxLength(100) sheet: string;
  @ApiProperty({ description: 'First row of the ticket' }) @IsInt() @Min(1) row: number;
  @ApiProperty({ enum: rowChoices, description: '`auto` takes a former choice back' })
  @IsIn(rowChoices)
  decision: (typeof rowChoices)[number];
}

export class ImportOptionsEditDto {
  @ApiPropertyOptional({ enum: kindChoices }) @IsOptional() @IsIn(kindChoices) kind?: 'auto' | TicketKind;
  @ApiPropertyOptional({ type: Number, nullable: true })
  @IsOptional()
  @IsInt()
  @Min(2000)
  @Max(2099)
  year?: number | null;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsCalendarDay() baseDate?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsString() @MaxLength(200) sourceName?:
    string | null;
  @ApiPropertyOptional({ description: 'Create units the bureau lacks' })
  @IsOptional()
  @IsBoolean()
  createUnits?: boolean;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'Leads what names no unit of the bureau' })
  @IsOptional()
  @IsUUID('all')
  leadUnitId?: string | null;
  @ApiPropertyOptional({ description: "The unit's 已完成 counts as struck off" })
  @IsOptional()
  @IsBoolean()
  doneIsClosed?: boolean;
}

const listed = (limit: number) => [IsOptional(), IsArray(), ArrayMaxSize(limit)];
const ListOf = (limit: number, type: () => new () => object) => (target: object, property: string) => {
  for (const decorate of [...listed(limit), Part(type, { each: true }), ApiPropertyOptional({ type: [type()] })]) {
    (decorate as PropertyDecorator)(target, property);
  }
};

export class ImportCommitDto {
  @ApiPropertyOptional({ description: 'The version that was looked at; a later one is not stored unseen' })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;
}

export class ImportEditDto {
  @ApiProperty() @IsInt() @Min(1) version: number;
  @ListOf(500, () => ColumnChoiceDto) columns?: ColumnChoiceDto[];
  @ListOf(200, () => HeaderChoiceDto) headerRows?: HeaderChoiceDto[];
  @ListOf(200, () => SheetChoiceDto) sheets?: SheetChoiceDto[];
  @ListOf(500, () => UnitMeantDto) units?: UnitMeantDto[];
  @ListOf(1000, () => CellEditDto) cells?: CellEditDto[];
  @ListOf(10_000, () => RowDecisionDto) decisions?: RowDecisionDto[];
  @ListOf(1000, () => AcceptDto) accepts?: AcceptDto[];
  @ApiPropertyOptional({ type: ImportOptionsEditDto })
  @IsOptional()
  @Part(() => ImportOptionsEditDto)
  options?: ImportOptionsEditDto;
}
