import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { numberChoices, numberSenses, type NumberChoice } from '@xiaohao/domain';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
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
  @ApiProperty({ type: Number, nullable: true, description: 'An earlier place of the same figure in another unit' })
  conflictsWith: number | null;
}

export class OtherNumberDto {
  @ApiProperty() paragraph: number;
  @ApiProperty() found: string;
  @ApiProperty() unit: string;
  @ApiProperty({ enum: numberSenses }) why: string;
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
}

export class FormerReportDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) templateId: string | null;
  @ApiProperty({ type: [String] }) paragraphs: string[];
  @ApiProperty({ type: [LearnedPlaceDto] }) placeholders: LearnedPlaceDto[];
  @ApiProperty({ type: [OtherNumberDto] }) numbers: OtherNumberDto[];
  @ApiProperty({ type: [BindingDto], description: 'First proposals that are more than a guess' })
  bindings: BindingDto[];
}
