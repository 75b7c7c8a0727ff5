import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import {
  figureGroups,
  reportActions,
  reportStates,
  ticketStatuses,
  type ReportAction,
  type ReportState,
} from '@xiaohao/domain';
import { templateActions } from '@xiaohao/reports';
import { NamedDto } from '../auth/auth.dto.js';
import { CountedFilingDto } from '../indicators/indicators.dto.js';

const statuses = ['queued', 'running', 'ready', 'failed'] as const;
const sources = ['tickets', 'outcomes', 'indicator', 'parameter'] as const;
const severities = ['error', 'warning', 'info'] as const;
const blockKinds = ['title', 'addressee', 'heading', 'paragraph', 'table', 'signature'] as const;
const alignments = ['left', 'center', 'right'] as const;
const dayStates = ['Draft', 'Done', 'Overdue', 'Submitted', 'Ongoing', 'Suspended', 'UnderWay'] as const;
const periodKinds = ['year', 'half', 'quarter', 'month'] as const;

export class ReportTemplateDto {
  @ApiProperty() id: string;
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty() version: number;
}

export class TemplateRowDto extends ReportTemplateDto {
  @ApiProperty() builtIn: boolean;
  @ApiProperty({
    type: String,
    enum: periodKinds,
    nullable: true,
    description: 'The length of period it is usually for',
  })
  periodKind: (typeof periodKinds)[number] | null;
  @ApiProperty({ type: Date, nullable: true, description: 'Not offered for new reports since then' })
  archivedAt: Date | null;
}

export class TemplateChangeDto {
  @ApiProperty({ enum: templateActions }) action: (typeof templateActions)[number];
  @ApiProperty() by: string;
  @ApiProperty({ format: 'date-time' }) at: Date;
}

export class KeptTemplateDto extends TemplateRowDto {
  @ApiProperty({ description: 'Reports built with any of its versions' }) reportCount: number;
  @ApiProperty({ type: TemplateChangeDto, nullable: true, description: 'What was done to it last' })
  changed: TemplateChangeDto | null;
}

export class StartedReportDto {
  @ApiProperty() id: string;
}

export class WithdrawnDto {
  @ApiProperty({ format: 'date-time' }) at: Date;
  @ApiProperty({ type: String, nullable: true }) by: string | null;
  @ApiProperty() reason: string;
}

export class ReportRowDto {
  @ApiProperty() id: string;
  @ApiProperty({ type: ReportTemplateDto }) template: ReportTemplateDto;
  @ApiProperty({ enum: statuses }) status: (typeof statuses)[number];
  @ApiProperty({ minimum: 0, maximum: 100 }) progress: number;
  @ApiProperty({ example: '2022H1' }) period: string;
  @ApiProperty({ format: 'date' }) asOf: string;
  @ApiProperty({ format: 'date-time' }) knownAt: Date;
  @ApiProperty({ format: 'date-time' }) createdAt: Date;
  @ApiProperty({ type: NamedDto, nullable: true }) createdBy: NamedDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finalizedAt: Date | null;
  @ApiProperty({ type: NamedDto, nullable: true }) finalizedBy: NamedDto | null;
  @ApiProperty({ type: WithdrawnDto, nullable: true, description: 'Taken out of use after it was final' })
  withdrawn: WithdrawnDto | null;
  @ApiProperty({ enum: reportStates, description: 'How far it is once it is built' }) state: ReportState;
  @ApiProperty() version: number;
}

export class ReportListDto {
  @ApiProperty({ type: [ReportRowDto] }) items: ReportRowDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class TypedOverDto {
  @ApiProperty() value: number;
  @ApiProperty({ type: Number, nullable: true }) computed: number | null;
  @ApiProperty() reason: string;
  @ApiProperty() by: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class FormerFigureDto {
  @ApiProperty({ type: Number, nullable: true }) value: number | null;
  @ApiProperty() text: string;
}

export class PreviousBuildDto {
  @ApiProperty() id: string;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
}

export class ReportPdfDto {
  @ApiProperty({ enum: statuses }) status: (typeof statuses)[number];
  @ApiProperty({ type: String, nullable: true, description: 'Why it was not made' }) failure: string | null;
}

export class ReportFigureDto {
  @ApiProperty() key: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: Number, nullable: true, description: 'In the base unit; null for names, dates and gaps' })
  value: number | null;
  @ApiProperty() unit: string;
  @ApiProperty({ description: 'As printed at its first place' }) text: string;
  @ApiProperty({ enum: sources }) source: string;
  @ApiProperty() ticketCount: number;
  @ApiPropertyOptional({
    type: Boolean,
    nullable: true,
    description: 'Names of accidents nobody entered: of the ledger',
  })
  fromLedger?: boolean | null;
  @ApiProperty({ type: String, nullable: true, description: 'What it counts, as a sentence' }) meaning: string | null;
  @ApiProperty({ type: String, enum: figureGroups, nullable: true }) group: string | null;
  @ApiProperty({ type: Number, nullable: true, description: "Of the bureau's own: the version it was counted by" })
  definitionVersion: number | null;
  @ApiProperty({ type: TypedOverDto, nullable: true, description: 'Typed over by hand' }) typed: TypedOverDto | null;
  @ApiProperty({ type: FormerFigureDto, nullable: true, description: 'In the build before, where it differs' })
  before: FormerFigureDto | null;
}

export class ExcusedDto {
  @ApiProperty() reason: string;
  @ApiProperty() by: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class FindingTicketDto {
  @ApiProperty() id: string;
  @ApiProperty() no: string;
  @ApiProperty() title: string;
}

export class ReportCheckDto {
  @ApiProperty({ description: 'The same as long as the finding is the same' }) key: string;
  @ApiProperty() code: string;
  @ApiProperty({ enum: severities }) severity: (typeof severities)[number];
  @ApiProperty() message: string;
  @ApiPropertyOptional({ description: 'The figure to look at in the text' }) figureKey?: string;
  @ApiProperty({ type: [String] }) ticketIds: string[];
  @ApiPropertyOptional({ type: [FindingTicketDto], description: 'The first five of them' })
  tickets?: FindingTicketDto[];
  @ApiProperty({ type: ExcusedDto, nullable: true, description: 'Why it may stand' }) excuse: ExcusedDto | null;
}

export class ContentRunDto {
  @ApiProperty() text: string;
  @ApiPropertyOptional({ description: 'The figure or parameter it prints' }) key?: string;
  @ApiPropertyOptional() missing?: boolean;
}

export class ContentColumnDto {
  @ApiProperty() heading: string;
  @ApiProperty({ description: "Share of the line's width" }) width: number;
  @ApiProperty({ enum: alignments }) align: (typeof alignments)[number];
}

export class ContentCellDto {
  @ApiProperty({ type: [ContentRunDto] }) runs: ContentRunDto[];
  @ApiProperty({ description: 'Columns it is wide' }) span: number;
}

const cellRows = { type: 'array', items: { type: 'array', items: { $ref: getSchemaPath(ContentCellDto) } } } as const;

@ApiExtraModels(ContentCellDto)
export class ContentBlockDto {
  @ApiProperty({ enum: blockKinds }) kind: (typeof blockKinds)[number];
  @ApiPropertyOptional({ minimum: 1, maximum: 4 }) level?: number;
  @ApiPropertyOptional({ type: [ContentRunDto] }) runs?: ContentRunDto[];
  @ApiPropertyOptional({ type: [ContentColumnDto], description: 'Of a table' }) columns?: ContentColumnDto[];
  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
    description: 'Of a table: the texts of its cells',
  })
  rows?: string[][];
  @ApiPropertyOptional({ description: 'Stands below a table' }) note?: string;
  @ApiPropertyOptional({ ...cellRows, description: "Of a table in the bureau's own template: what names its columns" })
  head?: ContentCellDto[][];
  @ApiPropertyOptional({ ...cellRows, description: 'Of such a table: `rows` with what prints a figure' })
  cells?: ContentCellDto[][];
  @ApiPropertyOptional({ description: 'Of a signature' }) unit?: string;
  @ApiPropertyOptional({ format: 'date', description: 'Of a signature' }) day?: string;
}

export class ReportFailureDto {
  @ApiProperty() code: string;
  @ApiProperty() message: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) details: Record<string, unknown>;
}

export class FormerPeriodDto {
  @ApiProperty() id: string;
  @ApiProperty({ example: '2022H1' }) period: string;
  @ApiProperty({ format: 'date-time' }) finalizedAt: Date;
}

export class ReportReviewDto {
  @ApiProperty({ type: String, nullable: true }) submittedBy: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) submittedAt: Date | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was returned' }) reason: string | null;
}

export class ReportEventDto {
  @ApiProperty({ enum: reportActions }) action: ReportAction;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty() by: string;
  @ApiProperty({ format: 'date-time' }) at: Date;
}

export class ReportDto extends ReportRowDto {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) parameters: Record<string, string>;
  @ApiProperty({ type: NamedDto, nullable: true, description: 'The inspection round it tells of' })
  round: NamedDto | null;
  @ApiProperty({ type: PreviousBuildDto, nullable: true, description: 'The build it follows' })
  previous: PreviousBuildDto | null;
  @ApiProperty({ type: FormerPeriodDto, nullable: true, description: 'The last final report of the period before' })
  formerPeriod: FormerPeriodDto | null;
  @ApiProperty({
    type: FormerPeriodDto,
    nullable: true,
    description: 'The same of the year before, where that is another',
  })
  formerYear: FormerPeriodDto | null;
  @ApiProperty({ type: ReportReviewDto, description: 'Its way to the chief' }) review: ReportReviewDto;
  @ApiProperty({ enum: reportActions, isArray: true, description: 'What the reader may do with it now' })
  actions: ReportAction[];
  @ApiProperty({ type: ReportFailureDto, nullable: true }) failure: ReportFailureDto | null;
  @ApiProperty({ type: [ReportFigureDto] }) figures: ReportFigureDto[];
  @ApiProperty({ type: [ReportCheckDto] }) checks: ReportCheckDto[];
  @ApiProperty({ type: [ContentBlockDto], nullable: true, description: 'The document as the page shows it' })
  content: ContentBlockDto[] | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of the Word file' }) sha256: string | null;
  @ApiProperty({
    type: ReportPdfDto,
    nullable: true,
    description: 'Null where nobody has asked for one of this version',
  })
  pdf: ReportPdfDto | null;
}

export class FigureTicketDto {
  @ApiProperty() id: string;
  @ApiProperty() no: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: ticketStatuses, description: 'As stored: today, or when a report was built' })
  status: string;
  @ApiProperty({ type: NamedDto, nullable: true }) leadUnit: NamedDto | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn: string | null;
  @ApiProperty({ format: 'date' }) raisedOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) closedOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) acceptedOn: string | null;
}

export class KnownTicketDto extends FigureTicketDto {
  @ApiProperty({ enum: dayStates, description: "On the report's day, as was known then; as all of this is" })
  state: (typeof dayStates)[number];
}

export class FigureTicketsDto {
  @ApiProperty({ type: [KnownTicketDto] }) items: KnownTicketDto[];
  @ApiProperty({ description: 'Tickets behind the figure that the reader may not see' }) hiddenCount: number;
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiProperty({ type: [CountedFilingDto], description: 'What departments filed, where the figure stands on that' })
  filings: CountedFilingDto[];
}
