import { ApiProperty } from '@nestjs/swagger';
import { figureGroups, type FigureDefinition } from '@xiaohao/domain';
import { NamedDto } from '../auth/auth.dto.js';
import { FigureTicketDto } from '../reports/report-view.dto.js';
import { cardPeriods, FigureDefinitionDto, figureNatures } from './figure-input.dto.js';

const sources = ['tickets', 'outcomes', 'indicator', 'parameter'] as const;
const gaps = ['missing', 'noDenominator'] as const;

export class FigureDto {
  @ApiProperty() key: string;
  @ApiProperty({ description: 'Chinese name that works as a tag too' }) alias: string;
  @ApiProperty() name: string;
  @ApiProperty() unit: string;
  @ApiProperty({ enum: sources }) source: string;
  @ApiProperty({ enum: figureNatures }) nature: (typeof figureNatures)[number];
  @ApiProperty({ enum: figureGroups }) group: (typeof figureGroups)[number];
  @ApiProperty({ type: String, nullable: true, description: 'What it counts, as a sentence' }) meaning: string | null;
  @ApiProperty({ description: 'The tag with its usual options' }) tag: string;
  @ApiProperty({ description: 'Of the product; the bureau cannot change it' }) builtIn: boolean;
  @ApiProperty({ type: FigureDefinitionDto, nullable: true, description: 'Null for filings and parameters' })
  definition: FigureDefinition | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Null for a figure of the product' }) version:
    number | null;
  @ApiProperty({ type: NamedDto, nullable: true, description: 'The unit that keeps it' }) owner: NamedDto | null;
  @ApiProperty({ type: String, enum: cardPeriods, nullable: true, description: 'Shown on the dashboard' })
  cardPeriod: string | null;
  @ApiProperty() retired: boolean;
  @ApiProperty({ type: String, nullable: true }) updatedBy: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) updatedAt: Date | null;
}

export class ReportWordDto {
  @ApiProperty() key: string;
  @ApiProperty() alias: string;
  @ApiProperty() name: string;
}

export class FigureTableDto {
  @ApiProperty({ type: [FigureDto] }) figures: FigureDto[];
  @ApiProperty({ type: [ReportWordDto], description: 'Words that follow from the dates of a report' })
  words: ReportWordDto[];
  @ApiProperty({ type: [String] }) lists: string[];
  @ApiProperty({ type: [String], description: 'Fields of a row inside a list' }) listFields: string[];
}

export class FigureChangeLineDto {
  @ApiProperty() fact: string;
  @ApiProperty() label: string;
  @ApiProperty() from: string;
  @ApiProperty() to: string;
}

export class FigureVersionDto extends FigureDto {
  @ApiProperty({ type: String, nullable: true, description: 'Why it was changed' }) reason: string | null;
  @ApiProperty({ type: [FigureChangeLineDto], description: 'Against the version before' })
  changes: FigureChangeLineDto[];
}

export class RatePartsDto {
  @ApiProperty({ type: Number, nullable: true }) part: number | null;
  @ApiProperty({ type: Number, nullable: true }) whole: number | null;
}

export class FigurePreviewDto {
  @ApiProperty({ type: Number, nullable: true }) value: number | null;
  @ApiProperty({ description: 'As a report prints it' }) text: string;
  @ApiProperty({ type: String, enum: gaps, nullable: true, description: 'Why there is no value' })
  gap: (typeof gaps)[number] | null;
  @ApiProperty({ type: String, nullable: true, description: 'The same in words' }) gapText: string | null;
  @ApiProperty({ description: 'What it counts, with the days of this period' }) meaning: string;
  @ApiProperty({ type: String, nullable: true, description: 'The inspection round' }) round: string | null;
  @ApiProperty() ticketCount: number;
  @ApiProperty({ type: RatePartsDto, nullable: true, description: 'Of a rate' }) parts: RatePartsDto | null;
  @ApiProperty({ type: [FigureTicketDto] }) items: FigureTicketDto[];
  @ApiProperty({ description: 'Tickets behind the figure that the reader may not see' }) hiddenCount: number;
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
