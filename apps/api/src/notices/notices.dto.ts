import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { channels, deliveryStatuses, type DeliveryFilter } from '@xiaohao/reminders';
import { IsCalendarDay } from '../tickets/ticket-input.dto.js';

const defaultLimit = 25;

/** Pages of lists that run backwards in time. */
export class PageQueryDto {
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: defaultLimit })
  @Transform(({ value }) => Number(value))
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = defaultLimit;
}

export class NoticeQueryDto extends PageQueryDto {
  @ApiPropertyOptional()
  @Transform(({ value }) => (value === undefined ? undefined : value === 'true'))
  @IsOptional()
  @IsBoolean()
  unread?: boolean;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(300) cursor?: string;
}

export class NoticeDto {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'Reminder rule, or what else the message is about' }) ruleCode: string;
  @ApiProperty() level: number;
  @ApiProperty({ description: 'YYYY-MM-DD' }) forOn: string;
  @ApiProperty() subject: string;
  @ApiProperty({ type: String, nullable: true, description: 'Page it leads to' }) link: string | null;
  @ApiProperty() ticketCount: number;
  @ApiProperty() createdAt: Date;
  @ApiProperty({ type: Date, nullable: true }) readAt: Date | null;
  @ApiProperty({ type: Date, nullable: true }) acknowledgedAt: Date | null;
}

export class NoticePageDto {
  @ApiProperty({ type: [NoticeDto] }) items: NoticeDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  @ApiProperty() unread: number;
}

export class NoticeTicketDto {
  @ApiProperty() id: string;
  @ApiProperty() no: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, nullable: true }) dueOn: string | null;
  @ApiProperty() note: string;
  @ApiProperty({ type: String, nullable: true }) handler: string | null;
  @ApiPropertyOptional({ description: 'Page it opens, if not the ticket of that id' }) link?: string;
}

export class NoticeSectionDto {
  @ApiProperty() unit: string;
  @ApiProperty({ type: [NoticeTicketDto], description: 'In a table: numbers only' }) tickets: (
    NoticeTicketDto | string
  )[];
  @ApiPropertyOptional({ description: 'In a table' }) note?: string;
}

export class NoticeBlockDto {
  @ApiProperty({ enum: ['list', 'table', 'lines'] }) form: string;
  @ApiPropertyOptional() rule?: string;
  @ApiPropertyOptional() level?: number;
  @ApiPropertyOptional() title?: string;
  @ApiPropertyOptional({ type: [NoticeSectionDto] }) sections?: NoticeSectionDto[];
  @ApiPropertyOptional({ type: [String] }) lines?: string[];
}

export class NoticeBodyDto {
  @ApiProperty() heading: string;
  @ApiProperty({ type: [NoticeBlockDto] }) blocks: NoticeBlockDto[];
}

export class NoticeDetailDto extends NoticeDto {
  @ApiProperty({ type: NoticeBodyDto }) body: NoticeBodyDto;
}

export class DeliveryQueryDto extends PageQueryDto {
  @ApiPropertyOptional() @IsOptional() @IsUUID() personId?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() ticketId?: string;
  @ApiPropertyOptional({ enum: deliveryStatuses })
  @IsOptional()
  @IsIn(deliveryStatuses)
  status?: DeliveryFilter['status'];
  @ApiPropertyOptional({ enum: channels }) @IsOptional() @IsIn(channels) channel?: DeliveryFilter['channel'];
  @ApiPropertyOptional({ description: 'YYYY-MM-DD' }) @IsOptional() @IsCalendarDay() on?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() cursor?: string;
}

export class DeliveryPersonDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}

export class DeliveryTicketDto {
  @ApiProperty() id: string;
  @ApiProperty() no: string;
}

export class DeliveryDto {
  @ApiProperty() id: string;
  @ApiProperty({ type: DeliveryPersonDto }) person: DeliveryPersonDto;
  @ApiProperty({ enum: channels }) channel: string;
  @ApiProperty({ enum: deliveryStatuses }) status: string;
  @ApiProperty() attempts: number;
  @ApiProperty({ type: String, nullable: true }) failure: string | null;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty() rule: string;
  @ApiProperty() level: number;
  @ApiProperty({ description: 'YYYY-MM-DD' }) on: string;
  @ApiProperty({ type: [DeliveryTicketDto], description: 'Those the viewer may see, at most twenty' })
  tickets: DeliveryTicketDto[];
  @ApiProperty() ticketCount: number;
  @ApiProperty() createdAt: Date;
  @ApiProperty({ type: Date, nullable: true }) sentAt: Date | null;
  @ApiProperty({ type: Date, nullable: true }) readAt: Date | null;
  @ApiProperty({ type: Date, nullable: true }) acknowledgedAt: Date | null;
}

export class DeliveryPageDto {
  @ApiProperty({ type: [DeliveryDto] }) items: DeliveryDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class CapturedMailQueryDto extends PageQueryDto {
  @ApiPropertyOptional() @IsOptional() @IsUUID() cursor?: string;
}

export class CapturedMailDto {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'The mail header of that name' }) messageId: string;
  @ApiProperty() recipient: string;
  @ApiProperty() subject: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null where masked' }) body: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Null where masked' }) html: string | null;
  @ApiProperty({ description: 'True where the mail is not the viewer’s own' }) masked: boolean;
  @ApiProperty() createdAt: Date;
}

export class CapturedMailPageDto {
  @ApiProperty({ type: [CapturedMailDto] }) items: CapturedMailDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
