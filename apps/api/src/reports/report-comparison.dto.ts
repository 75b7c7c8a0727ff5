import { ApiProperty } from '@nestjs/swagger';
import { ReportRowDto } from './report-view.dto.js';

const contentChanges = ['added', 'gone', 'changed', 'order', 'numbers'] as const;
const contentParts = ['text', 'table', 'list', 'column', 'word'] as const;
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

export class TextChangeDto {
  @ApiProperty({ type: String, nullable: true, description: 'Heading of the column; null in running text' })
  column: string | null;
  @ApiProperty() was: string;
  @ApiProperty() is: string;
}

export class RowTicketDto {
  @ApiProperty() id: string;
  @ApiProperty() no: string;
}

export class ComparedRowDto {
  @ApiProperty({ description: 'As the report names it' }) label: string;
  @ApiProperty({ type: RowTicketDto, nullable: true, description: 'Where the reader may see it' })
  ticket: RowTicketDto | null;
}

export class ComparedContentDto {
  @ApiProperty({
    enum: contentChanges,
    description: 'order, numbers: rows that stayed stand or are numbered otherwise',
  })
  change: (typeof contentChanges)[number];
  @ApiProperty({ enum: contentParts, description: 'word: filled in, the same in many places' })
  part: (typeof contentParts)[number];
  @ApiProperty({ description: 'The heading it stands under' }) place: string;
  @ApiProperty({ type: ComparedRowDto, nullable: true, description: 'Of a table or list' }) row: ComparedRowDto | null;
  @ApiProperty({ type: [TextChangeDto] }) changes: TextChangeDto[];
  @ApiProperty({ description: 'In how many places' }) count: number;
  @ApiProperty({ type: String, nullable: true, example: 'closed', description: 'What became of the ticket' })
  reason: string | null;
  @ApiProperty({ description: 'The difference in one sentence, to be pasted' }) sentence: string;
}

export class ReportComparisonDto {
  @ApiProperty({ type: ReportRowDto, description: 'Counts up to the earlier day, or knew less' }) earlier: ReportRowDto;
  @ApiProperty({ type: ReportRowDto }) later: ReportRowDto;
  @ApiProperty({ type: [String], description: 'What differs between the reports: template, round, definitions' })
  notes: string[];
  @ApiProperty({ type: [ComparedFigureDto] }) figures: ComparedFigureDto[];
  @ApiProperty({ type: [ComparedContentDto], description: 'What else the documents do not say alike' })
  contents: ComparedContentDto[];
  @ApiProperty({
    type: [RowTicketDto],
    description: 'Whose numbers stand in the sentences, where the reader may see them',
  })
  tickets: RowTicketDto[];
}
