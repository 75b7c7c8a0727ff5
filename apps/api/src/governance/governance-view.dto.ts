import { ApiProperty } from '@nestjs/swagger';
import {
  extensionReasons,
  instructionAddressees,
  lookBackResults,
  objectionReasons,
  relationTypes,
  samplings,
  ticketKinds,
  ticketStatuses,
} from '@xiaohao/domain';
import { NamedDto } from '../auth/auth.dto.js';

const nullable = { nullable: true } as const;
const nullableText = { type: String, ...nullable } as const;
const nullableNumber = { type: Number, ...nullable } as const;

export class TicketLinkDto {
  @ApiProperty() id: string;
  @ApiProperty() no: string;
}

export class RelatedTicketDto extends TicketLinkDto {
  @ApiProperty() title: string;
  @ApiProperty({ enum: ticketStatuses }) status: string;
}

export class RelationDto {
  @ApiProperty() id: string;
  @ApiProperty({ enum: relationTypes }) type: string;
  @ApiProperty({ description: 'True where this ticket is the first of the two' }) forwards: boolean;
  @ApiProperty(nullableText) note: string | null;
  @ApiProperty({ type: RelatedTicketDto }) ticket: RelatedTicketDto;
}

export class InstructionDto {
  @ApiProperty() id: string;
  @ApiProperty() text: string;
  @ApiProperty({ enum: instructionAddressees }) addressee: string;
  @ApiProperty() dueOn: string;
  @ApiProperty({ type: NamedDto }) givenBy: NamedDto;
  @ApiProperty() givenOn: string;
  @ApiProperty({ type: NamedDto, ...nullable }) acknowledgedBy: NamedDto | null;
  @ApiProperty(nullableText) acknowledgedOn: string | null;
  @ApiProperty(nullableText) answer: string | null;
  @ApiProperty({ type: NamedDto, ...nullable }) answeredBy: NamedDto | null;
  @ApiProperty(nullableText) answeredOn: string | null;
  @ApiProperty() version: number;
  @ApiProperty() overdue: boolean;
  @ApiProperty() canAnswer: boolean;
}

export class SpreadAnswerDto {
  @ApiProperty({ type: NamedDto }) unit: NamedDto;
  @ApiProperty(nullableNumber) found: number | null;
  @ApiProperty(nullableText) text: string | null;
  @ApiProperty(nullableText) answeredOn: string | null;
  @ApiProperty({ type: TicketLinkDto, ...nullable }) ticket: TicketLinkDto | null;
}

export class SpreadDto {
  @ApiProperty() id: string;
  @ApiProperty() no: string;
  @ApiProperty() question: string;
  @ApiProperty() dueOn: string;
  @ApiProperty({ type: NamedDto }) askedBy: NamedDto;
  @ApiProperty() askedOn: string;
  @ApiProperty({ type: [SpreadAnswerDto] }) answers: SpreadAnswerDto[];
  @ApiProperty() asked: number;
  @ApiProperty() answered: number;
  @ApiProperty() unitsWithFindings: number;
  @ApiProperty() found: number;
}

export class TicketLookBackDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() round: number;
  @ApiProperty({ enum: lookBackResults, ...nullable }) result: string | null;
  @ApiProperty(nullableText) note: string | null;
  @ApiProperty(nullableText) checkedOn: string | null;
  @ApiProperty({ type: NamedDto, ...nullable }) inspector: NamedDto | null;
}

export class ObjectionDto {
  @ApiProperty({ enum: objectionReasons }) reasonCode: string;
  @ApiProperty() reason: string;
  @ApiProperty({ type: NamedDto }) unit: NamedDto;
  @ApiProperty({ type: NamedDto }) by: NamedDto;
  @ApiProperty() on: string;
  @ApiProperty() round: number;
}

export class GovernanceCanDto {
  @ApiProperty() relate: boolean;
  @ApiProperty() instruct: boolean;
  @ApiProperty() spread: boolean;
}

export class TicketGovernanceDto {
  @ApiProperty({ type: [RelationDto] }) relations: RelationDto[];
  @ApiProperty({ type: [InstructionDto] }) instructions: InstructionDto[];
  @ApiProperty({ type: [SpreadDto] }) spreads: SpreadDto[];
  @ApiProperty({ type: [TicketLookBackDto] }) lookBacks: TicketLookBackDto[];
  @ApiProperty({ type: [ObjectionDto] }) objections: ObjectionDto[];
  @ApiProperty({ type: GovernanceCanDto }) can: GovernanceCanDto;
}

export class CheckDto {
  @ApiProperty() id: string;
  @ApiProperty() no: string;
  @ApiProperty() question: string;
  @ApiProperty() dueOn: string;
  @ApiProperty() askedBy: string;
  @ApiProperty() askedOn: string;
  @ApiProperty({ type: NamedDto }) unit: NamedDto;
  @ApiProperty(nullableNumber) found: number | null;
  @ApiProperty(nullableText) text: string | null;
  @ApiProperty(nullableText) answeredBy: string | null;
  @ApiProperty(nullableText) answeredOn: string | null;
  @ApiProperty() overdue: boolean;
  @ApiProperty({ type: TicketLinkDto, ...nullable }) ticket: TicketLinkDto | null;
  @ApiProperty() version: number;
}

export class CheckListDto {
  @ApiProperty({ type: [CheckDto] }) items: CheckDto[];
}

export class LookBackSummaryDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ticketKinds }) kind: string;
  @ApiProperty({ enum: samplings }) sampling: string;
  @ApiProperty(nullableText) dueOn: string | null;
  @ApiProperty() createdOn: string;
  @ApiProperty() createdBy: string;
  @ApiProperty({ description: 'Of the rows the viewer may see, as all numbers here' }) total: number;
  @ApiProperty() checked: number;
  @ApiProperty() kept: number;
  @ApiProperty() mostly: number;
  @ApiProperty() relapsed: number;
  @ApiProperty() notDone: number;
  @ApiProperty() followedUp: number;
}

export class LookBackListDto {
  @ApiProperty({ type: [LookBackSummaryDto] }) items: LookBackSummaryDto[];
}

export class LookBackEvidenceDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() url: string;
}

export class LookBackRowDto {
  @ApiProperty() id: string;
  @ApiProperty() ticketId: string;
  @ApiProperty() no: string;
  @ApiProperty() title: string;
  @ApiProperty(nullableText) leadUnit: string | null;
  @ApiProperty() round: number;
  @ApiProperty() closedOn: string;
  @ApiProperty(nullableText) inspectorId: string | null;
  @ApiProperty(nullableText) inspector: string | null;
  @ApiProperty({ enum: lookBackResults, ...nullable }) result: string | null;
  @ApiProperty(nullableText) note: string | null;
  @ApiProperty(nullableText) checkedOn: string | null;
  @ApiProperty(nullableText) checkedBy: string | null;
  @ApiProperty({ type: [LookBackEvidenceDto] }) evidence: LookBackEvidenceDto[];
  @ApiProperty({ enum: ['reopen', 'recurrence'], ...nullable }) followUp: string | null;
  @ApiProperty({ type: TicketLinkDto, ...nullable }) followUpTicket: TicketLinkDto | null;
  @ApiProperty() version: number;
}

export class LookBackDto extends LookBackSummaryDto {
  @ApiProperty({ type: Object }) filter: Record<string, unknown>;
  @ApiProperty(nullableNumber) sampleSize: number | null;
  @ApiProperty({ ...nullableText, description: 'With it the same sample can be drawn again' }) seed: string | null;
  @ApiProperty({ description: 'Closed tickets to draw from when it was drawn' }) population: number;
  @ApiProperty({ description: 'Whether the viewer’s office runs it' }) canRun: boolean;
  @ApiProperty({ description: 'Whether the viewer’s office may reopen and register' }) canFollowUp: boolean;
  @ApiProperty({ type: [LookBackRowDto] }) rows: LookBackRowDto[];
}

export class PopulationDto {
  @ApiProperty() population: number;
}

export class FollowedUpDto {
  @ApiProperty() ticketId: string;
}

export class ObjectionCountDto {
  @ApiProperty({ type: NamedDto }) unit: NamedDto;
  @ApiProperty() total: number;
  @ApiProperty() not_ours: number;
  @ApiProperty() wrongly_put: number;
  @ApiProperty() explanation_only: number;
}

export class ExtensionCountDto {
  @ApiProperty({ enum: [...extensionReasons, 'suspension'] }) ground: string;
  @ApiProperty() asked: number;
  @ApiProperty() granted: number;
  @ApiProperty() refused: number;
  @ApiProperty({ description: 'Asked for after the deadline' }) late: number;
}

export class DoneCountDto {
  @ApiProperty({ description: 'Done in the period and dated' }) dated: number;
  @ApiProperty() onTime: number;
  @ApiProperty({ description: 'By the deadline before extensions' }) onTimeByOriginal: number;
}

export class GovernanceStatisticsDto {
  @ApiProperty() from: string;
  @ApiProperty() to: string;
  @ApiProperty({ type: [ObjectionCountDto] }) objections: ObjectionCountDto[];
  @ApiProperty({ type: [ExtensionCountDto] }) extensions: ExtensionCountDto[];
  @ApiProperty({ type: DoneCountDto }) done: DoneCountDto;
}
