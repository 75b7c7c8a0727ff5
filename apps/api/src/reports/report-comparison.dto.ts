import { ApiProperty } from '@nestjs/swagger';
import { ReportRowDto } from './report-view.dto.js';

const effects = ['more', 'less'] as const;

export class FigureSideDto {
  @ApiProperty({ type: Number, nullable: true, description: 'In the base unit' }) value: number | null;
  @ApiProperty({ description: 'As printed at its first place' }) text: string;
}

export class ChangedTicketDto {
  @ApiProperty() id: string;
  @ApiProperty() no: string;
  @ApiProperty() title: string;
}

export class TicketChangeDto {
  @ApiProperty({ example: 'reopened' }) reason: string;
  @ApiProperty({ example: '重启整改' }) label: string;
  @ApiProperty({ enum: effects, description: "Whether they add to the later report's figure or take from it" })
  effect: (typeof effects)[number];
  @ApiProperty() count: number;
  @ApiProperty({ description: 'Those among them the reader may not see' }) hiddenCount: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Of sums: how much the figure changes by them' })
  amount: number | null;
  @ApiProperty({ type: [ChangedTicketDto], description: 'The first fifty the reader may see' })
  tickets: ChangedTicketDto[];
}

export class ComparedFigureDto {
  @ApiProperty() key: string;
  @ApiProperty() name: string;
  @ApiProperty() unit: string;
  @ApiProperty({ type: FigureSideDto, nullable: true, description: 'Null: the earlier report has no such figure' })
  earlier: FigureSideDto | null;
  @ApiProperty({ type: FigureSideDto, nullable: true }) later: FigureSideDto | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Later less earlier' }) difference: number | null;
  @ApiProperty({ description: 'Both have it and it is not the same, or stands on other tickets' }) differs: boolean;
  @ApiProperty({ type: [TicketChangeDto] }) changes: TicketChangeDto[];
  @ApiProperty({ type: String, nullable: true, description: 'What differs explained in one sentence, to be pasted' })
  sentence: string | null;
}

export class ReportComparisonDto {
  @ApiProperty({ type: ReportRowDto, description: 'Counts up to the earlier day, or knew less' }) earlier: ReportRowDto;
  @ApiProperty({ type: ReportRowDto }) later: ReportRowDto;
  @ApiProperty({ type: [String], description: 'What differs between the reports: template, round, definitions' })
  notes: string[];
  @ApiProperty({ type: [ComparedFigureDto] }) figures: ComparedFigureDto[];
}
