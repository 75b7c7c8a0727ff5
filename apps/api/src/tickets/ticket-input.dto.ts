import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  registerDecorator,
  ValidateIf,
} from 'class-validator';
import {
  extensionReasons,
  isDay,
  objectionReasons,
  reviewCycles,
  ticketActions,
  ticketKinds,
  type TicketAction,
  type TicketKind,
} from '@xiaohao/domain';
import { Part } from '../part.js';

/** A calendar day that exists, between 1990 and 2100. */
export function IsCalendarDay() {
  return (target: object, propertyName: string) =>
    registerDecorator({
      name: 'isCalendarDay',
      target: target.constructor,
      propertyName,
      options: { message: '$property 不是有效日期（YYYY-MM-DD）' },
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isDay(value) && value >= '1990' && value < '2101',
      },
    });
}

/** May be left out, yet not be null: the column behind it always has a value. */
export function IsOmittable() {
  return ValidateIf((_, value: unknown) => value !== undefined);
}

const deadlineKinds = ['date', 'immediate', 'ongoing', 'recurring', 'unresolved'] as const;

export class DeadlineInputDto {
  @ApiProperty({ enum: deadlineKinds }) @IsIn(deadlineKinds) kind: (typeof deadlineKinds)[number];
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsCalendarDay() dueOn?: string | null;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() ongoing?: boolean;
}

export class NewMeasureDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(5000) text: string;
  @ApiPropertyOptional({ type: [String] }) @IsOptional() @IsString({ each: true }) @ArrayMaxSize(50) persons?: string[];
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() dueOn?: string;
}

/** Fields of the kind by their codes; the table `kindFields` says which, and the service refuses all others. */
const Details = () => (target: object, propertyName: string) => {
  ApiPropertyOptional({ type: 'object', additionalProperties: true })(target, propertyName);
  IsOptional()(target, propertyName);
  IsObject()(target, propertyName);
};

export class TicketDraftDto {
  @ApiProperty({ enum: ticketKinds }) @IsIn(ticketKinds) kind: TicketKind;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(5000) title: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(20000) description?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(20) level?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() sourceId?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() itemId?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() campaignId?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() parentId?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) theirNo?: string;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() occurredOn?: string;
  @Details() details?: Record<string, unknown>;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) industry?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(200) site?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(100) town?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() leadUnitId?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() leaderId?: string;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() confidential?: boolean;
  @ApiPropertyOptional({ type: DeadlineInputDto })
  @IsOptional()
  @Part(() => DeadlineInputDto)
  deadline?: DeadlineInputDto;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() raisedOn?: string;
  @ApiPropertyOptional({ type: [NewMeasureDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @Part(() => NewMeasureDto, { each: true })
  measures?: NewMeasureDto[];
}

export class TicketEditDto {
  @ApiProperty() @IsInt() @Min(1) version: number;
  @ApiPropertyOptional() @IsOmittable() @IsString() @MinLength(1) @MaxLength(5000) title?: string;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsString() @MaxLength(20000) description?:
    string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsString() @MaxLength(20) level?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsUUID() sourceId?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsUUID() itemId?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsUUID() campaignId?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsUUID() parentId?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsString() @MaxLength(100) theirNo?:
    string | null;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() occurredOn?: string;
  @Details() details?: Record<string, unknown>;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsString() @MaxLength(100) industry?:
    string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsString() @MaxLength(200) site?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsString() @MaxLength(100) town?: string | null;
  @ApiPropertyOptional() @IsOmittable() @IsBoolean() confidential?: boolean;
  @ApiPropertyOptional() @IsOptional() @IsUUID() leaderId?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() leadUnitId?: string;
  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsUUID('all', { each: true })
  @ArrayMaxSize(100)
  supportUnitIds?: string[];
  @ApiPropertyOptional({ type: DeadlineInputDto })
  @IsOptional()
  @Part(() => DeadlineInputDto)
  deadline?: DeadlineInputDto;
}

export class UndoneMeasureDto {
  @ApiProperty() @IsUUID() id: string;
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(2000) reason: string;
}

/** What may come with an action; the ticket's `actions` list says which of it must. */
export class ActionInputDto {
  @ApiPropertyOptional() @IsOptional() @IsUUID() leadUnitId?: string;
  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsUUID('all', { each: true })
  @ArrayMaxSize(100)
  supportUnitIds?: string[];
  @ApiPropertyOptional({ type: DeadlineInputDto })
  @IsOptional()
  @Part(() => DeadlineInputDto)
  deadline?: DeadlineInputDto;
  @ApiPropertyOptional() @IsOptional() @IsUUID() leaderId?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() handlerId?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(5000) note?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(20000) result?: string;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() direct?: boolean;
  @ApiPropertyOptional({ type: [UndoneMeasureDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @Part(() => UndoneMeasureDto, { each: true })
  undoneMeasures?: UndoneMeasureDto[];
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(5000) opinion?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(5000) reason?: string;
  @ApiPropertyOptional({ enum: extensionReasons }) @IsOptional() @IsIn(extensionReasons) reasonCode?: string;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() requestedDueOn?: string;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() grantedDueOn?: string;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() reviewOn?: string;
  @ApiPropertyOptional({ enum: objectionReasons }) @IsOptional() @IsIn(objectionReasons) objectionCode?: string;
  @ApiPropertyOptional({ enum: Object.keys(reviewCycles) })
  @IsOptional()
  @IsIn(Object.keys(reviewCycles))
  reviewEvery?: string;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() nextReviewOn?: string;
  @ApiPropertyOptional({ description: 'A later deadline for the time it was suspended' })
  @IsOptional()
  @IsCalendarDay()
  resumedDueOn?: string;
  @Details() details?: Record<string, unknown>;
}

export class DetailsDto {
  @ApiProperty() @IsInt() @Min(1) version: number;
  @ApiProperty({ type: 'object', additionalProperties: true }) @IsObject() details: Record<string, unknown>;
}

export class ReporterDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(100) name: string;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsString() @MaxLength(50) phone?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsString() @MaxLength(300) address?:
    string | null;
}

export class ReporterLookDto {
  @ApiProperty({ description: 'Why it is looked at; kept in the history of the ticket' })
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  reason: string;
}

export class EvidenceQueryDto {
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'An on-site record, by the coordinator' })
  @IsOptional()
  @IsIn(['true', 'false'])
  onSite?: 'true' | 'false';
}

export class ActionDto {
  @ApiProperty({ enum: ticketActions }) @IsIn(ticketActions) action: TicketAction;
  @ApiProperty() @IsInt() @Min(1) version: number;
  @ApiPropertyOptional({ type: ActionInputDto })
  @IsOptional()
  @Part(() => ActionInputDto)
  input?: ActionInputDto;
}

export class ActedTicketDto {
  @ApiProperty() @IsUUID() id: string;
  @ApiProperty() @IsInt() @Min(1) version: number;
}

const ticketsAtOnce = 200;

export class BulkActionDto {
  @ApiProperty({ enum: ticketActions }) @IsIn(ticketActions) action: TicketAction;
  @ApiProperty({ type: [ActedTicketDto] })
  @ArrayMinSize(1)
  @ArrayMaxSize(ticketsAtOnce)
  @Part(() => ActedTicketDto, { each: true })
  tickets: ActedTicketDto[];
  @ApiPropertyOptional({ type: ActionInputDto })
  @IsOptional()
  @Part(() => ActionInputDto)
  input?: ActionInputDto;
}

export class ProgressDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(5000) text: string;
  @ApiPropertyOptional() @IsOptional() @IsInt() @Min(0) @Max(100) percent?: number;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() on?: string;
}

export class OutcomeDto {
  @ApiProperty() @IsString() @MaxLength(50) type: string;
  @ApiProperty({ description: 'In the base unit of the type' })
  @IsNumber({ maxDecimalPlaces: 4 })
  @Min(0)
  @Max(1e13)
  amount: number;
  @ApiPropertyOptional() @IsOptional() @IsCalendarDay() on?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(2000) note?: string;
}

export class CommentDto {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(5000) text: string;
}

export class MeasureEditDto {
  @ApiProperty() @IsInt() @Min(1) version: number;
  @ApiPropertyOptional() @IsOptional() @IsString() @MinLength(1) @MaxLength(5000) text?: string;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsCalendarDay() doneOn?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsString() @MaxLength(2000) undoneReason?:
    string | null;
}
