import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  countedThings,
  datings,
  figureGroups,
  statesOnDay,
  ticketKinds,
  type CountRule,
  type FigureDefinition,
  type FigureGroup,
  type FigureNature,
  type PeriodKind,
  type TicketKind,
} from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';

export const figureNatures = ['flow', 'stock', 'cumulative', 'target'] as const;
export const cardPeriods = ['month', 'quarter', 'half', 'year'] as const;
const scopes = ['round', 'period'] as const;
const valuesAtMost = 100;

const anyOf = { isArray: true, maxItems: valuesAtMost } as const;

/** What is counted, in closed words; what is left out narrows nothing. */
export class CountRuleDto implements CountRule {
  @ApiProperty({ enum: scopes, description: 'round: the inspection round the report tells of' })
  @IsIn(scopes)
  scope: (typeof scopes)[number];
  @ApiProperty({ enum: countedThings }) @IsIn(countedThings) counts: (typeof countedThings)[number];
  @ApiPropertyOptional({ enum: datings, description: 'In the period; without it up to the end of the period' })
  @IsOptional()
  @IsIn(datings)
  dated?: (typeof datings)[number];
  @ApiPropertyOptional({ enum: statesOnDay, description: 'At the end of the day of the report' })
  @IsOptional()
  @IsIn(statesOnDay)
  state?: (typeof statesOnDay)[number];
  @ApiPropertyOptional({ enum: ticketKinds, ...anyOf })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(valuesAtMost)
  @IsIn(ticketKinds, { each: true })
  kinds?: TicketKind[];
  @ApiPropertyOptional({ type: String, ...anyOf })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(valuesAtMost)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  levels?: string[];
  @ApiPropertyOptional({ type: String, ...anyOf })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(valuesAtMost)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  industries?: string[];
  @ApiPropertyOptional({ type: String, ...anyOf, description: 'Ids of sources' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(valuesAtMost)
  @IsUUID('all', { each: true })
  sources?: string[];
  @ApiPropertyOptional({ description: '`any`, or part of the name of the campaign' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  campaign?: string;
  @ApiPropertyOptional({ type: String, ...anyOf, description: 'Ids of campaigns' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(valuesAtMost)
  @IsUUID('all', { each: true })
  campaigns?: string[];
  @ApiPropertyOptional({ type: String, ...anyOf, description: 'Ids of the units that led on the day' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(valuesAtMost)
  @IsUUID('all', { each: true })
  units?: string[];
  @ApiPropertyOptional({ enum: ticketKinds, description: 'Leaves out tickets with tickets of this kind below them' })
  @IsOptional()
  @IsIn(ticketKinds)
  withoutChildrenOf?: TicketKind;
  @ApiPropertyOptional({ type: String, ...anyOf, description: 'Codes; their amounts are added up' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(valuesAtMost)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  outcomeTypes?: string[];
}

/** Either rules, whose values are added up, or a rate of two other figures. */
export class FigureDefinitionDto {
  @ApiPropertyOptional({ type: [CountRuleDto] })
  @ValidateIf(({ rate }: FigureDefinitionDto) => rate === undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CountRuleDto)
  rules?: CountRuleDto[];
  @ApiPropertyOptional({ type: [String], minItems: 2, maxItems: 2, description: 'Keys of part and whole' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  rate?: string[];
}

export function definitionOf({ rules, rate }: FigureDefinitionDto): FigureDefinition {
  if (rules && rate) {
    const reason = '统计内容和比率只能填一种';
    throw new AppError('inputWrong', { field: 'definition', fieldLabel: '统计内容', reason });
  }
  return rate ? { rate: [rate[0]!, rate[1]!] } : { rules: rules! };
}

class FigureFactsDto {
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true, description: 'Default: the unit of the author' })
  @IsOptional()
  @IsUUID()
  ownerUnitId?: string | null;
  @ApiPropertyOptional({ type: String, enum: cardPeriods, nullable: true, description: 'Shown on the dashboard' })
  @IsOptional()
  @IsIn(cardPeriods)
  cardPeriod?: PeriodKind | null;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'Why it is so' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  reason?: string | null;
}

export class NewFigureDto extends FigureFactsDto {
  @ApiPropertyOptional({ description: 'The tag of templates; default: one is made up', example: 'town_hazards' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  key?: string;
  @ApiProperty() @IsString() @MaxLength(100) name: string;
  @ApiProperty() @IsString() @MaxLength(20) unit: string;
  @ApiProperty({ enum: figureNatures }) @IsIn(figureNatures) nature: FigureNature;
  @ApiPropertyOptional({ enum: figureGroups, default: 'bureau' })
  @IsOptional()
  @IsIn(figureGroups)
  group: FigureGroup = 'bureau';
  @ApiProperty({ type: FigureDefinitionDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => FigureDefinitionDto)
  definition: FigureDefinitionDto;
}

/** What is not said stays as it is. */
export class FigureChangeDto extends FigureFactsDto {
  @ApiProperty({ description: 'The version the page showed' }) @IsInt() version: number;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) name?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(20) unit?: string;
  @ApiPropertyOptional({ enum: figureNatures }) @IsOptional() @IsIn(figureNatures) nature?: FigureNature;
  @ApiPropertyOptional({ enum: figureGroups }) @IsOptional() @IsIn(figureGroups) group?: FigureGroup;
  @ApiPropertyOptional({ description: 'Given up: no new report may print it' })
  @IsOptional()
  @IsBoolean()
  retired?: boolean;
  @ApiPropertyOptional({ type: FigureDefinitionDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => FigureDefinitionDto)
  definition?: FigureDefinitionDto;
}

export class FigurePreviewQueryDto {
  @ApiProperty({ type: FigureDefinitionDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => FigureDefinitionDto)
  definition: FigureDefinitionDto;
  @ApiProperty() @IsString() @MaxLength(20) unit: string;
  @ApiProperty({ enum: figureNatures }) @IsIn(figureNatures) nature: FigureNature;
  @ApiProperty({ example: '2022H1' }) @IsString() @MaxLength(7) period: string;
  @ApiPropertyOptional({ description: "Default: the period's last day" })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  asOf?: string;
  @ApiPropertyOptional({ description: 'Id or name of the inspection round; default: the latest' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  source?: string;
  @ApiPropertyOptional({ type: Number, default: 25 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 25;
  @ApiPropertyOptional({ description: 'Number of the last ticket shown' })
  @IsOptional()
  @IsString()
  @Matches(/^[\p{L}\d-]{1,40}$/u)
  cursor?: string;
}
