import { ApiProperty } from '@nestjs/swagger';
import { circularOutcomes } from '@xiaohao/reports';
import { ChangedTicketDto, RowTicketDto } from './report-comparison.dto.js';

export class TicketListDto {
  @ApiProperty({ type: [ChangedTicketDto], description: 'The first fifty the reader may see' })
  items: ChangedTicketDto[];
  @ApiProperty({ description: 'Those among them the reader may not see' }) hiddenCount: number;
  @ApiProperty({ description: 'In all; -1 where there are more than fifty' }) count: number;
}

export class ReconciledClaimDto {
  @ApiProperty({ description: 'From 1, blank paragraphs not counted' }) paragraph: number;
  @ApiProperty({ description: 'The words around it, the number itself between 【】' }) context: string;
  @ApiProperty({ description: 'As written' }) found: string;
  @ApiProperty({ type: String, nullable: true, description: 'The figure; null where it could not be told' })
  key: string | null;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty() unit: string;
  @ApiProperty({ description: 'What the paper says, in the base unit' }) told: number;
  @ApiProperty({ type: Number, nullable: true, description: 'What the report says' }) ours: number | null;
  @ApiProperty({
    enum: circularOutcomes,
    description: 'explained: it was so on the day of the paper, or by what was known that day; none: no number of ours',
  })
  outcome: (typeof circularOutcomes)[number];
  @ApiProperty({ description: 'All of it in one sentence, to be pasted' }) sentence: string;
  @ApiProperty({ type: TicketListDto, nullable: true, description: 'Where it differs: what the report counts' })
  counted: TicketListDto | null;
  @ApiProperty({ type: TicketListDto, nullable: true, description: 'The rest of the whole it is a part of' })
  notCounted: TicketListDto | null;
}

export class ReconciledCircularDto {
  @ApiProperty() file: string;
  @ApiProperty({ type: [String], description: 'What the bureau and its area are called; short names are known too' })
  names: string[];
  @ApiProperty({ format: 'date', description: 'The day its numbers count up to' }) asOf: string;
  @ApiProperty({ type: [String] }) notes: string[];
  @ApiProperty({ type: [ReconciledClaimDto] }) claims: ReconciledClaimDto[];
  @ApiProperty({ type: [String], description: 'Numbers told of several offices together, with their words' })
  shared: string[];
  @ApiProperty({ description: 'How many numbers are told of others' }) others: number;
  @ApiProperty({ type: [RowTicketDto], description: 'Whose numbers stand in the sentences' }) tickets: RowTicketDto[];
}
