import { ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, IsUUID, Min, ValidateBy } from 'class-validator';
import { isDay, type Day } from '@xiaohao/domain';

/** Larger batches would make one failing address repeat too many others. */
export const deliveriesPerJob = 50;

const IsDay = () => ValidateBy({ name: 'isDay', validator: { validate: isDay } }, { message: '$property is no day' });

// Ids only: what a job works on is read when it runs, never carried along.

export class NoPayload {}

export class ImportReadPayload {
  @IsUUID() importId: string;
}

export class ImportCommitPayload {
  @IsUUID() importId: string;
  @IsUUID() personId: string;
}

export class ReportBuildPayload {
  @IsUUID() reportId: string;
}

export class ReportPdfPayload {
  @IsUUID() reportId: string;
}

export class ReminderPayload {
  /** The day to remind for; today in Asia/Shanghai where absent. */
  @IsOptional() @IsDay() day?: Day;
}

export class MessageSendPayload {
  @IsUUID(undefined, { each: true }) @ArrayMinSize(1) @ArrayMaxSize(deliveriesPerJob) deliveryIds: string[];
}

export class TicketChangedPayload {
  @IsUUID() ticketId: string;
  /** Number of the event in the ticket's chain that people are to hear of. */
  @IsInt() @Min(1) seq: number;
}
