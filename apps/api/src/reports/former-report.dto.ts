import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { numberChoices, numberSenses, type NumberChoice } from '@xiaohao/domain';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Part } from '../part.js';

const sources = ['tickets', 'outcomes', 'indicator', 'parameter'] as const;

export class LearnQueryDto {
  @ApiPropertyOptional({
    enum: numberChoices,
    default: 'unstarred',
    description: 'Written numbers of a report with stars: left as they are, or places too. Places are counted by it',
  })
  @IsOptional()
  @IsIn(numberChoices)
  numbers?: NumberChoice;

  @ApiPropertyOptional({
    example: '2025H1',
    description: 'The period the report is of; default: what was decided before, else what the report itself says',
  })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  period?: string;
}

export class FigureProposalDto {
  @ApiProperty() key: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: sources }) source: string;
  @ApiProperty({ minimum: 0, maximum: 1 }) confidence: number;
  @ApiProperty({ description: 'Why, as a sentence' }) why: string;
}

export class LearnedPlaceDto {
  @ApiProperty({ description: 'From 1, in reading order' }) index: number;
  @ApiProperty({ description: 'From 1, blank ones not counted' }) paragraph: number;
  @ApiProperty() start: number;
  @ApiProperty() end: number;
  @ApiProperty({ example: '…已完成整改【*】个…' }) context: string;
  @ApiProperty() found: string;
  @ApiProperty() unit: string;
  @ApiProperty() scale: number;
  @ApiProperty() fuzz: string;
  @ApiProperty({ type: [FigureProposalDto] }) proposals: FigureProposalDto[];
  @ApiProperty({ type: Number, nullable: true, description: 'A place of the same figure with another value or unit' })
  conflictsWith: number | null;
}

export class OtherNumberDto {
  @ApiProperty() paragraph: number;
  @ApiProperty() found: string;
  @ApiProperty() unit: string;
  @ApiProperty({ enum: numberSenses }) why: string;
}

export class LeftWordDto {
  @ApiProperty({ description: 'From 1, blank ones not counted' }) paragraph: number;
  @ApiProperty({ example: '第24个' }) found: string;
  @ApiProperty({ description: 'The words around it, it between 【】' }) context: string;
}

export class LiteralNumberDto extends LeftWordDto {
  @ApiProperty({
    type: String,
    nullable: true,
    example: '2025年上半年',
    description: 'Of a year that stays: words of the period in its sentence, which follow the next report',
  })
  beside: string | null;
}

export class LeftWordsDto {
  @ApiProperty({ type: [LeftWordDto], description: 'Numbers no tag takes the place of' }) literals: LeftWordDto[];
  @ApiProperty({ type: [LeftWordDto], description: 'What is claimed in words: 持平, 全部, 均' }) claims: LeftWordDto[];
}

export class BindingDto {
  @ApiProperty({ minimum: 1 })
  @IsInt()
  @Min(1)
  index: number;

  @ApiProperty({ description: 'A figure, a parameter or an own indicator, by key or Chinese name' })
  @IsString()
  @MaxLength(100)
  key: string;
}

export class BindingsDto {
  @ApiProperty({ type: [BindingDto] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(2000)
  @Part(() => BindingDto, { each: true })
  bindings: BindingDto[];

  @ApiPropertyOptional({ type: [Number], description: 'Places of `periods` that keep their text, by index' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2000)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  literal?: number[];

  @ApiPropertyOptional({
    maxLength: 100,
    description: 'Of the template; default: that of the file. Once there is a template it keeps its name',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;
}

export class PeriodCandidateDto {
  @ApiProperty({ example: '2025H1' }) code: string;
  @ApiProperty({ example: '2025年上半年' }) label: string;
}

export class LearnedPeriodPlaceDto {
  @ApiProperty({ description: 'From 1, counted apart from the places of figures' }) index: number;
  @ApiProperty() paragraph: number;
  @ApiProperty() start: number;
  @ApiProperty() end: number;
  @ApiProperty() context: string;
  @ApiProperty() found: string;
  @ApiProperty({ example: 'period_label' }) key: string;
  @ApiProperty({ example: '报告期', description: 'The tag as the list of tags names it' }) alias: string;
  @ApiProperty() name: string;
}

/** What was decided of a former report and is kept; what is not named stays as it was. */
export class DecisionChangeDto {
  @ApiPropertyOptional({ enum: numberChoices })
  @IsOptional()
  @IsIn(numberChoices)
  numbers?: NumberChoice;

  @ApiPropertyOptional({ example: '2025H1' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  period?: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string', nullable: true },
    description: 'By `paragraph:start`: the key it prints, or null where the text stays',
  })
  @IsOptional()
  @IsObject()
  chosen?: Record<string, string | null>;

  @ApiPropertyOptional({ example: '9:12' })
  @IsOptional()
  @Matches(/^\d{1,7}:\d{1,9}$/)
  shown?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  settled?: number;

  @ApiPropertyOptional()
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  places?: number;
}

export class DecisionsDto {
  @ApiPropertyOptional({ enum: numberChoices }) numbers?: NumberChoice;
  @ApiPropertyOptional() period?: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', nullable: true } })
  chosen: Record<string, string | null>;
  @ApiPropertyOptional() shown?: string;
  @ApiPropertyOptional() settled?: number;
  @ApiPropertyOptional() places?: number;
  @ApiProperty({ type: String, nullable: true }) by: string | null;
  @ApiProperty({ format: 'date-time' }) at: Date;
}

export class FormerReportRowDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) templateId: string | null;
  @ApiProperty({ type: String, nullable: true }) createdBy: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt: Date;
  @ApiProperty({ type: String, nullable: true }) decidedBy: string | null;
  @ApiProperty({ type: Date, nullable: true }) decidedAt: Date | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Places settled so far' }) settled: number | null;
  @ApiProperty({ type: Number, nullable: true }) places: number | null;
}

export class ReportCellDto {
  @ApiProperty({ description: 'The same for all cells of one table' }) table: number;
  @ApiProperty() row: number;
  @ApiProperty({ description: "Of the table's grid, from 0" }) column: number;
  @ApiProperty({ description: 'Columns it is wide' }) span: number;
}

@ApiExtraModels(ReportCellDto)
export class FormerReportDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) templateId: string | null;
  @ApiProperty({ type: [String] }) paragraphs: string[];
  @ApiProperty({
    type: 'array',
    items: { nullable: true, allOf: [{ $ref: getSchemaPath(ReportCellDto) }] },
    description: 'Where each paragraph stands in a table; null in running text',
  })
  cells: (ReportCellDto | null)[];
  @ApiProperty({ type: [LearnedPlaceDto] }) placeholders: LearnedPlaceDto[];
  @ApiProperty({ type: [OtherNumberDto] }) numbers: OtherNumberDto[];
  @ApiProperty({ type: [BindingDto], description: 'First proposals that are more than a guess' })
  bindings: BindingDto[];
  @ApiProperty({ type: String, nullable: true, description: 'The period it tells of; null where nothing says it' })
  period: string | null;
  @ApiProperty({
    type: [PeriodCandidateDto],
    description: 'Where several may be meant: nothing is proposed until one is',
  })
  periodCandidates: PeriodCandidateDto[];
  @ApiProperty({
    type: String,
    nullable: true,
    example: '前三季度',
    description: 'Words of its title that name a period no report can be built for',
  })
  periodUnbuildable: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What its template may be called, from its title' })
  suggestedName: string | null;
  @ApiProperty({ type: [LearnedPeriodPlaceDto], description: 'Words and days of its period; tags unless left' })
  periods: LearnedPeriodPlaceDto[];
  @ApiProperty({ type: [LiteralNumberDto], description: 'Numbers that are no places and stay as they are written' })
  literals: LiteralNumberDto[];
  @ApiProperty({ type: [LeftWordDto], description: 'What is claimed in words, which no number makes true: 持平, 全部' })
  claims: LeftWordDto[];
  @ApiProperty({ type: DecisionsDto, nullable: true }) decisions: DecisionsDto | null;
}
