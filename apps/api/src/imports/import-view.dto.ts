import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ticketKinds } from '@xiaohao/domain';
import { columnMeanings, decisions, findingCodes, sheetFindingCodes, type ColumnFates } from '@xiaohao/ledgers';
import { AcceptDto, CellEditDto, RowDecisionDto } from './import-input.dto.js';

const statuses = ['queued', 'running', 'ready', 'failed', 'committing', 'committed', 'undone'] as const;
const nullableText = { type: String, nullable: true } as const;
const nullableNumber = { type: Number, nullable: true } as const;

export class StartedImportDto {
  @ApiProperty() id: string;
}

export class ImportOptionsDto {
  @ApiProperty({ enum: ['auto', ...ticketKinds] }) kind: string;
  @ApiProperty(nullableNumber) year: number | null;
  @ApiProperty(nullableText) baseDate: string | null;
  @ApiProperty(nullableText) sourceName: string | null;
  @ApiProperty() createUnits: boolean;
  @ApiProperty(nullableText) leadUnitId: string | null;
  @ApiProperty() doneIsClosed: boolean;
}

export class ImportCountsDto {
  @ApiProperty({ required: false }) create?: number;
  @ApiProperty({ required: false }) update?: number;
  @ApiProperty({ required: false }) unchanged?: number;
  @ApiProperty({ required: false }) duplicate?: number;
  @ApiProperty({ required: false }) attention?: number;
  @ApiProperty({ required: false }) skip?: number;
  @ApiProperty({ required: false }) tickets?: number;
  @ApiProperty({ required: false }) ignored?: number;
  @ApiProperty({ required: false, description: 'Cells with a remark' }) findings?: number;
  @ApiProperty({ required: false, description: 'Rows with something left to a person' }) held?: number;
  @ApiProperty({ required: false, description: 'Of those the ones that are updated' }) heldUpdate?: number;
}

export class ImportFailureDto {
  @ApiProperty() code: string;
  @ApiProperty() message: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) details: Record<string, unknown>;
}

export class MadeUnitDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'Taken back with the import' }) closed: boolean;
  @ApiProperty({ ...nullableText, description: 'What used it when the import was taken back, in words' })
  keptFor: string | null;
}

export class ImportSummaryDto {
  @ApiProperty() id: string;
  @ApiProperty({ enum: statuses }) status: string;
  @ApiProperty({ minimum: 0, maximum: 100 }) progress: number;
  @ApiProperty() version: number;
  @ApiProperty() fileName: string;
  @ApiProperty({ enum: ['auto', ...ticketKinds] }) kind: string;
  @ApiProperty({ type: ImportOptionsDto }) options: ImportOptionsDto;
  @ApiProperty({ type: ImportCountsDto }) counts: ImportCountsDto;
  @ApiProperty({ type: [MadeUnitDto], description: 'Units it made' }) madeUnits: MadeUnitDto[];
  @ApiProperty({ type: ImportFailureDto, nullable: true }) failure: ImportFailureDto | null;
  @ApiProperty() createdByName: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) committedAt: Date | null;
  @ApiProperty(nullableText) committedByName: string | null;
}

export class SheetFactsDto {
  @ApiProperty({ enum: ticketKinds }) kind: string;
  @ApiProperty(nullableText) title: string | null;
  @ApiProperty() source: string;
  @ApiProperty() year: number;
  @ApiProperty({ enum: ['option', 'title', 'days', 'subtitle', 'number', 'sheet', 'baseDate', 'today'] })
  yearFrom: string;
  @ApiProperty(nullableText) feedbackOn: string | null;
  @ApiPropertyOptional(nullableText) dayAbove?: string | null;
  @ApiPropertyOptional() week?: string;
  @ApiProperty(nullableText) filledOn: string | null;
}

export class HeadCellDto {
  @ApiProperty({ example: 'B3' }) cell: string;
  @ApiProperty() text: string;
}

export class HeadRowDto {
  @ApiProperty() row: number;
  @ApiProperty({ type: [HeadCellDto] }) cells: HeadCellDto[];
}

export class UsedProfileDto {
  @ApiProperty() id: string;
  @ApiProperty() fileName: string;
  @ApiProperty({ description: 'False where a person does without it' }) used: boolean;
}

export class SheetFindingDto {
  @ApiProperty({ example: 'G2', description: 'The heading it speaks of; empty where it is of no column' }) cell: string;
  @ApiProperty({ enum: sheetFindingCodes }) code: string;
  @ApiProperty() raw: string;
  @ApiProperty() message: string;
}

export class ImportSheetDto {
  @ApiProperty() name: string;
  @ApiProperty({ enum: ['ledger', 'form', 'skipped'] }) role: string;
  @ApiProperty() why: string;
  @ApiProperty({ type: [Number] }) headerRows: number[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', enum: [...columnMeanings] } })
  columns: Record<string, string>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'Headings as they stand' })
  headings: Record<string, string>;
  @ApiProperty({ type: SheetFactsDto, nullable: true }) facts: SheetFactsDto | null;
  @ApiProperty({
    type: [SheetFindingDto],
    required: false,
    description: 'Of the sheet as a whole, what was not understood first',
  })
  findings?: SheetFindingDto[];
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: { type: 'number' } },
    description:
      'Column letters → how many cells became a `field`, are kept as `text`, with the `origin` alone, or `nothing`',
  })
  fates?: Record<string, ColumnFates>;
  @ApiProperty({
    type: UsedProfileDto,
    required: false,
    nullable: true,
    description: 'The former file whose column meanings it is read by',
  })
  profile?: UsedProfileDto | null;
  @ApiProperty({ type: [HeadRowDto], required: false, description: 'First rows of a sheet that is left out' })
  head?: HeadRowDto[];
  @ApiProperty({ required: false, description: 'It is left out until somebody points at its header' })
  pointable?: boolean;
  @ApiProperty({ type: [String], description: 'Columns whose heading was not understood; kept as text' })
  unread: string[];
}

export class FindingDto {
  @ApiProperty({ example: 'F5' }) cell: string;
  @ApiProperty({ enum: findingCodes }) code: string;
  @ApiProperty() raw: string;
  @ApiProperty() message: string;
}

export class CountedDeadlineDto {
  @ApiProperty() to: string;
  @ApiProperty({ description: 'The day its working days count from' }) from: string;
}

export class PreviewDeadlineDto {
  @ApiProperty({ enum: ['date', 'relative', 'immediate', 'ongoing', 'recurring', 'unresolved', 'none'] }) kind: string;
  @ApiProperty(nullableText) date: string | null;
  @ApiProperty(nullableText) altDate: string | null;
  @ApiProperty(nullableText) originalDate: string | null;
  @ApiProperty() extended: boolean;
  @ApiProperty() ongoing: boolean;
  @ApiProperty() yearAssumed: boolean;
  @ApiProperty() raw: string;
  @ApiPropertyOptional({ type: CountedDeadlineDto, description: 'Immediate work: when it is due' })
  counted?: CountedDeadlineDto;
}

export class PreviewMeasureDto {
  @ApiProperty() text: string;
  @ApiProperty({ type: [String] }) persons: string[];
  @ApiProperty(nullableText) deadline: string | null;
  @ApiPropertyOptional({ type: Boolean }) done?: true;
}

export class PreviewOutcomeDto {
  @ApiProperty() type: string;
  @ApiProperty() amount: number;
}

export class FailedReviewDto {
  @ApiProperty() text: string;
  @ApiProperty(nullableText) on: string | null;
}

export class RowMatchDto {
  @ApiProperty() ticketId: string;
  @ApiProperty() no: string;
  @ApiProperty({ enum: ['no', 'theirNo', 'words', 'alike'], description: 'What it was known by, the surest first' })
  by: string;
}

export class RowChangeDto {
  @ApiProperty() field: string;
  @ApiProperty() label: string;
  @ApiProperty({ example: 'F5' }) cell: string;
  @ApiProperty(nullableText) from: string | null;
  @ApiProperty() to: string;
  @ApiProperty({ ...nullableText, description: 'Why it is left to a person; null: the import changes it' })
  held: string | null;
}

export class PreviewTicketDto {
  @ApiProperty() sheet: string;
  @ApiProperty() row: number;
  @ApiProperty({ type: [Number] }) rows: number[];
  @ApiProperty(nullableText) seq: string | null;
  @ApiProperty(nullableText) no: string | null;
  @ApiProperty(nullableText) theirNo: string | null;
  @ApiProperty({ enum: ticketKinds }) kind: string;
  @ApiProperty() title: string;
  @ApiProperty(nullableText) description: string | null;
  @ApiProperty(nullableText) item: string | null;
  @ApiProperty() source: string;
  @ApiProperty(nullableText) level: string | null;
  @ApiProperty(nullableText) site: string | null;
  @ApiProperty(nullableText) industry: string | null;
  @ApiProperty(nullableText) town: string | null;
  @ApiProperty(nullableText) leadUnit: string | null;
  @ApiProperty({ type: [String] }) supportUnits: string[];
  @ApiProperty({ type: [String] }) persons: string[];
  @ApiProperty(nullableText) leader: string | null;
  @ApiProperty({ type: [PreviewMeasureDto] }) measures: PreviewMeasureDto[];
  @ApiProperty() raisedOn: string;
  @ApiProperty(nullableText) assignedOn: string | null;
  @ApiProperty(nullableText) closedOn: string | null;
  @ApiProperty(nullableText) completedOn: string | null;
  @ApiProperty(nullableText) progress: string | null;
  @ApiProperty({ type: FailedReviewDto, nullable: true, description: 'What a review that failed said' })
  failedReview: FailedReviewDto | null;
  @ApiProperty(nullableNumber) progressPercent: number | null;
  @ApiProperty({ type: PreviewDeadlineDto }) deadline: PreviewDeadlineDto;
  @ApiProperty({ enum: ['not_started', 'in_progress', 'completed', 'closed', 'ongoing', 'unknown'] }) status: string;
  @ApiProperty(nullableText) statusRaw: string | null;
  @ApiProperty(nullableText) completion: string | null;
  @ApiProperty({ type: [PreviewOutcomeDto] }) outcomes: PreviewOutcomeDto[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) details: Record<string, string>;
  @ApiProperty({ enum: decisions }) decision: string;
  @ApiProperty({ type: [FindingDto] }) issues: FindingDto[];
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Texts as they stand in the first row, by column',
  })
  cells: Record<string, string>;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'By column, where a cell stands that is shown under another column than its own',
  })
  places: Record<string, string>;
  @ApiProperty({ ...nullableText, description: 'The ticket it became' }) ticketId: string | null;
  @ApiProperty({ type: RowMatchDto, nullable: true, description: 'The ticket it tells of' }) match: RowMatchDto | null;
  @ApiProperty({ type: [RowChangeDto], description: 'How it differs from that ticket' }) changes: RowChangeDto[];
}

export class IgnoredRowDto {
  @ApiProperty() sheet: string;
  @ApiProperty() row: number;
  @ApiProperty({
    enum: ['title', 'header', 'repeatedHeader', 'sectionHeading', 'blank', 'total', 'note', 'signature'],
  })
  why: string;
}

export class SheetOutlineDto {
  @ApiProperty() sheet: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'integer' } },
    description: 'First rows of the tickets, by decision, without those in `held`',
  })
  rows: Record<string, number[]>;
  @ApiProperty({ type: [Number], description: 'First rows of known tickets that leave something to a person' })
  held: number[];
}

export class TouchedDto {
  @ApiProperty() count: number;
  @ApiProperty({ description: 'One of them' }) no: string;
}

export class ImportDto extends ImportSummaryDto {
  @ApiProperty() file: string;
  @ApiProperty({ type: [ImportSheetDto] }) sheets: ImportSheetDto[];
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    description: 'By sheet, `code` or `code cell` of the assumptions somebody lets stand',
  })
  accepted: Record<string, string[]>;
  @ApiProperty({ type: [PreviewTicketDto] }) tickets: PreviewTicketDto[];
  @ApiProperty({ type: [IgnoredRowDto] }) ignored: IgnoredRowDto[];
  @ApiProperty({
    type: TouchedDto,
    nullable: true,
    description: 'Tickets somebody went on with, for which a stored import cannot be taken back',
  })
  touched: TouchedDto | null;
  @ApiProperty({ type: [SheetOutlineDto], required: false, description: 'With `rows=outline`' })
  outline?: SheetOutlineDto[];
}

export class UndoDto {
  @ApiProperty({ type: [CellEditDto] }) cells: CellEditDto[];
  @ApiProperty({ type: [RowDecisionDto] }) decisions: RowDecisionDto[];
  @ApiProperty({ type: [AcceptDto] }) accepts: AcceptDto[];
}

export class EditedImportDto extends ImportDto {
  @ApiProperty({ type: UndoDto, nullable: true, description: 'The edit that takes this one back' })
  undo: UndoDto | null;
}
