import { ApiProperty } from '@nestjs/swagger';
import { ticketActions, ticketKinds, ticketStatuses } from '@xiaohao/domain';
import { waitingGroups, waitingTasks } from '@xiaohao/tickets';
import { NamedDto } from '../auth/auth.dto.js';

const lights = ['green', 'yellow', 'red', 'grey', 'none'];
const nullable = { nullable: true } as const;
const nullableText = { type: String, ...nullable } as const;
const nullableNumber = { type: Number, ...nullable } as const;
const nullableFlag = { type: Boolean, ...nullable } as const;

export class ItemDto {
  @ApiProperty() id: string;
  @ApiProperty() no: number;
  @ApiProperty() title: string;
}

export class LeaderDto {
  @ApiProperty(nullableText) id: string | null;
  @ApiProperty() name: string;
}

export class DeadlineDto {
  @ApiProperty() kind: string;
  @ApiProperty(nullableText) dueOn: string | null;
  @ApiProperty(nullableText) originalDueOn: string | null;
  @ApiProperty() ongoing: boolean;
  @ApiProperty(nullableText) raw: string | null;
}

export class TicketRowDto {
  @ApiProperty() id: string;
  @ApiProperty() no: string;
  @ApiProperty({ enum: ticketKinds }) kind: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: ticketStatuses }) status: string;
  @ApiProperty(nullableText) level: string | null;
  @ApiProperty({ type: NamedDto, ...nullable }) source: NamedDto | null;
  @ApiProperty({ type: ItemDto, ...nullable }) item: ItemDto | null;
  @ApiProperty({ type: NamedDto, ...nullable }) leadUnit: NamedDto | null;
  @ApiProperty({ type: LeaderDto, ...nullable }) leader: LeaderDto | null;
  @ApiProperty({ type: NamedDto, ...nullable }) handler: NamedDto | null;
  @ApiProperty({ type: DeadlineDto }) deadline: DeadlineDto;
  @ApiProperty() raisedOn: string;
  @ApiProperty(nullableText) submittedOn: string | null;
  @ApiProperty(nullableText) closedOn: string | null;
  @ApiProperty(nullableFlag) closedOnTime: boolean | null;
  @ApiProperty() overdue: boolean;
  @ApiProperty() overdueDays: number;
  @ApiProperty({ enum: lights }) light: string;
  @ApiProperty(nullableNumber) progressPercent: number | null;
  @ApiProperty(nullableText) latestProgress: string | null;
  @ApiProperty(nullableText) latestProgressOn: string | null;
  @ApiProperty() round: number;
  @ApiProperty() version: number;
  @ApiProperty({ type: String, format: 'date-time' }) updatedAt: string;
}

export class TicketPageDto {
  @ApiProperty({ type: [TicketRowDto] }) items: TicketRowDto[];
  @ApiProperty(nullableText) nextCursor: string | null;
  @ApiProperty() total: number;
  @ApiProperty() totalIsExact: boolean;
}

export class MeasureDto {
  @ApiProperty() id: string;
  @ApiProperty() text: string;
  @ApiProperty({ type: [String] }) persons: string[];
  @ApiProperty(nullableText) dueOn: string | null;
  @ApiProperty(nullableText) deadlineRaw: string | null;
  @ApiProperty(nullableText) doneOn: string | null;
  @ApiProperty(nullableText) undoneReason: string | null;
  @ApiProperty() version: number;
}

export class OutcomeViewDto {
  @ApiProperty() id: string;
  @ApiProperty() type: string;
  @ApiProperty() name: string;
  @ApiProperty() unit: string;
  @ApiProperty() amount: number;
  @ApiProperty() on: string;
  @ApiProperty(nullableText) note: string | null;
  @ApiProperty() afterClosing: boolean;
  @ApiProperty({ type: NamedDto, ...nullable }) by: NamedDto | null;
}

export class EvidenceDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() version: number;
  @ApiProperty() round: number;
  @ApiProperty() size: number;
  @ApiProperty() mediaType: string;
  @ApiProperty() sha256: string;
  @ApiProperty() afterClosing: boolean;
  @ApiProperty({ description: 'An on-site record 现场复查' }) onSite: boolean;
  @ApiProperty({ type: NamedDto, ...nullable }) by: NamedDto | null;
  @ApiProperty() at: string;
  @ApiProperty() url: string;
}

export class ProgressViewDto {
  @ApiProperty() id: string;
  @ApiProperty() on: string;
  @ApiProperty() text: string;
  @ApiProperty(nullableNumber) percent: number | null;
  @ApiProperty() round: number;
  @ApiProperty({ type: NamedDto, ...nullable }) by: NamedDto | null;
  @ApiProperty() at: string;
}

export class CommentViewDto {
  @ApiProperty() id: string;
  @ApiProperty() text: string;
  @ApiProperty({ type: NamedDto, ...nullable }) by: NamedDto | null;
  @ApiProperty() at: string;
}

export class ExtensionDto {
  @ApiProperty() id: string;
  @ApiProperty() round: number;
  @ApiProperty() reasonCode: string;
  @ApiProperty() reason: string;
  @ApiProperty() requestedOn: string;
  @ApiProperty() requestedDueOn: string;
  @ApiProperty(nullableText) formerDueOn: string | null;
  @ApiProperty() late: boolean;
  @ApiProperty(nullableText) decision: string | null;
  @ApiProperty(nullableText) grantedDueOn: string | null;
  @ApiProperty(nullableText) opinion: string | null;
  @ApiProperty({ type: NamedDto, ...nullable }) requestedBy: NamedDto | null;
  @ApiProperty({ type: NamedDto, ...nullable }) decidedBy: NamedDto | null;
  @ApiProperty(nullableText) decidedOn: string | null;
}

export class RoundDto {
  @ApiProperty() round: number;
  @ApiProperty() openedOn: string;
  @ApiProperty(nullableText) submittedOn: string | null;
  @ApiProperty(nullableText) closedOn: string | null;
  @ApiProperty(nullableText) acceptedOn: string | null;
  @ApiProperty(nullableFlag) closedOnTime: boolean | null;
  @ApiProperty(nullableText) dueOn: string | null;
  @ApiProperty(nullableText) originalDueOn: string | null;
}

export class ChainStepDto {
  @ApiProperty({ enum: ticketStatuses }) stage: string;
  @ApiProperty() done: boolean;
  @ApiProperty({ description: 'Behind the ticket without having happened' }) skipped: boolean;
  @ApiProperty() current: boolean;
  @ApiProperty(nullableText) on: string | null;
  @ApiProperty(nullableText) by: string | null;
}

export class ReminderSentDto {
  @ApiProperty() on: string;
  @ApiProperty() rule: string;
  @ApiProperty() person: string;
  @ApiProperty(nullableText) channel: string | null;
  @ApiProperty(nullableText) status: string | null;
  @ApiProperty(nullableText) readAt: string | null;
}

export class OriginDto {
  @ApiProperty() importId: string;
  @ApiProperty(nullableText) sheet: string | null;
  @ApiProperty(nullableNumber) row: number | null;
}

export class CanDto {
  @ApiProperty() edit: boolean;
  @ApiProperty() details: boolean;
  @ApiProperty() onSite: boolean;
  @ApiProperty() addChild: boolean;
  @ApiProperty() readReporter: boolean;
  @ApiProperty() writeReporter: boolean;
  @ApiProperty() progress: boolean;
  @ApiProperty() outcome: boolean;
  @ApiProperty() evidence: boolean;
  @ApiProperty() comment: boolean;
  @ApiProperty() measure: boolean;
}

export class FamilyTicketDto {
  @ApiProperty() id: string;
  @ApiProperty() no: string;
  @ApiProperty() title: string;
}

export class ChildTicketDto extends FamilyTicketDto {
  @ApiProperty({ enum: ticketStatuses }) status: string;
  @ApiProperty(nullableText) dueOn: string | null;
  @ApiProperty(nullableNumber) percent: number | null;
  @ApiProperty(nullableText) leadUnit: string | null;
}

export class OpenActionDto {
  @ApiProperty({ enum: ticketActions }) action: string;
  @ApiProperty({ type: [String] }) needs: string[];
  @ApiProperty({ type: [String] }) may: string[];
}

export class CancelRequestDto {
  @ApiProperty({ type: NamedDto, ...nullable }) by: NamedDto | null;
  @ApiProperty() on: string;
  @ApiProperty(nullableText) reason: string | null;
}

export class BulkResultDto {
  @ApiProperty() id: string;
  @ApiProperty(nullableText) no: string | null;
  @ApiProperty({ enum: ticketStatuses, ...nullable }) status: string | null;
  @ApiProperty({ ...nullableText, description: 'Code of the refusal' }) code: string | null;
  @ApiProperty({ ...nullableText, description: 'The refusal as a Chinese sentence' }) message: string | null;
}

export class BulkResultsDto {
  @ApiProperty({ type: [BulkResultDto] }) items: BulkResultDto[];
}

export class TicketDto extends TicketRowDto {
  @ApiProperty(nullableText) description: string | null;
  @ApiProperty(nullableText) campaign: string | null;
  @ApiProperty(nullableText) industry: string | null;
  @ApiProperty(nullableText) site: string | null;
  @ApiProperty(nullableText) town: string | null;
  @ApiProperty(nullableText) theirNo: string | null;
  @ApiProperty({ type: [NamedDto] }) supportUnits: NamedDto[];
  @ApiProperty({ type: NamedDto, ...nullable }) submitter: NamedDto | null;
  @ApiProperty({ type: [String] }) persons: string[];
  @ApiProperty(nullableText) occurredOn: string | null;
  @ApiProperty(nullableText) assignedOn: string | null;
  @ApiProperty(nullableText) signedOn: string | null;
  @ApiProperty(nullableText) acceptedOn: string | null;
  @ApiProperty(nullableText) reviewOn: string | null;
  @ApiProperty(nullableNumber) reviewMonths: number | null;
  @ApiProperty({ ...nullableFlag, description: 'By the deadline before extensions' }) onTimeByOriginal: boolean | null;
  @ApiProperty({ type: CancelRequestDto, ...nullable }) cancelRequest: CancelRequestDto | null;
  @ApiProperty(nullableText) completion: string | null;
  @ApiProperty(nullableText) result: string | null;
  @ApiProperty(nullableText) campaignId: string | null;
  @ApiProperty(nullableText) parentId: string | null;
  @ApiProperty({ type: FamilyTicketDto, ...nullable }) parent: FamilyTicketDto | null;
  @ApiProperty({ type: [ChildTicketDto] }) children: ChildTicketDto[];
  @ApiProperty({ description: 'The percent is the mean of the sub-tasks' }) percentIsComputed: boolean;
  @ApiProperty({ description: 'False where the next step would be a deputy’s and there is none: it is the chief’s' })
  deputyInCharge: boolean;
  @ApiProperty({ description: 'It has a lead unit, and that unit is not closed' }) leadUnitOpen: boolean;
  @ApiProperty() statutoryDeadline: boolean;
  @ApiProperty({ ...nullableText, description: 'The rule the deadline was taken from, in words' })
  deadlineBasis: string | null;
  @ApiProperty({ ...nullableText, description: 'The last day the law allows, its own extension included' })
  latestDueOn: string | null;
  @ApiProperty() confidential: boolean;
  @ApiProperty({ type: 'object', additionalProperties: true }) details: Record<string, unknown>;
  @ApiProperty() extensionPending: boolean;
  @ApiProperty({ type: [RoundDto] }) rounds: RoundDto[];
  @ApiProperty() createdAt: string;
  @ApiProperty({ type: [MeasureDto] }) measures: MeasureDto[];
  @ApiProperty({ type: [OutcomeViewDto] }) outcomes: OutcomeViewDto[];
  @ApiProperty({ type: [EvidenceDto] }) evidence: EvidenceDto[];
  @ApiProperty({ type: [ProgressViewDto] }) progress: ProgressViewDto[];
  @ApiProperty({ type: [CommentViewDto] }) comments: CommentViewDto[];
  @ApiProperty({ type: [ExtensionDto] }) extensions: ExtensionDto[];
  @ApiProperty({ type: [ReminderSentDto] }) reminders: ReminderSentDto[];
  @ApiProperty({ type: OriginDto, ...nullable }) origin: OriginDto | null;
  @ApiProperty({ type: [ChainStepDto] }) chain: ChainStepDto[];
  @ApiProperty({ type: CanDto }) can: CanDto;
  @ApiProperty({ type: [OpenActionDto] }) actions: OpenActionDto[];
}

export class EventChangeDto {
  @ApiProperty() field: string;
  @ApiProperty() label: string;
  @ApiProperty(nullableText) from: string | null;
  @ApiProperty() to: string;
}

export class EventDto {
  @ApiProperty() seq: number;
  @ApiProperty() at: string;
  @ApiProperty({ type: LeaderDto }) actor: LeaderDto;
  @ApiProperty() action: string;
  @ApiProperty({ description: 'The event as a Chinese sentence' }) text: string;
  @ApiProperty({ type: [EventChangeDto] }) changes: EventChangeDto[];
}

export class EventListDto {
  @ApiProperty({ type: [EventDto] }) items: EventDto[];
}

export class WaitingGroupDto {
  @ApiProperty({ enum: waitingGroups }) key: string;
  @ApiProperty() count: number;
  @ApiProperty() overdue: number;
}

export class WaitingTaskDto {
  @ApiProperty({ enum: waitingTasks }) key: string;
  @ApiProperty() count: number;
  @ApiProperty() overdue: number;
}

export class StripDayDto {
  @ApiProperty() on: string;
  @ApiProperty() count: number;
}

export class SectionLightsDto {
  @ApiProperty({ type: NamedDto }) unit: NamedDto;
  @ApiProperty() green: number;
  @ApiProperty() yellow: number;
  @ApiProperty() red: number;
  @ApiProperty() grey: number;
}

export class LeaderViewDto {
  @ApiProperty(nullableNumber) rate: number | null;
  @ApiProperty(nullableNumber) onTimeRate: number | null;
  @ApiProperty(nullableNumber) originalOnTimeRate: number | null;
  @ApiProperty({ type: [SectionLightsDto] }) sections: SectionLightsDto[];
  @ApiProperty({ type: [TicketRowDto] }) worst: TicketRowDto[];
}

export class WorkbenchDto {
  @ApiProperty({ type: [WaitingGroupDto] }) groups: WaitingGroupDto[];
  @ApiProperty({ type: [WaitingTaskDto] }) tasks: WaitingTaskDto[];
  @ApiProperty({ type: [StripDayDto] }) strip: StripDayDto[];
  @ApiProperty({ type: LeaderViewDto, ...nullable }) leader: LeaderViewDto | null;
}
