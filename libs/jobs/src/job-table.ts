import type { Day } from '@xiaohao/domain';
import {
  ImportCommitPayload,
  ImportReadPayload,
  MessageSendPayload,
  NoPayload,
  ReminderPayload,
  ReportBuildPayload,
  ReportPdfPayload,
  TicketChangedPayload,
} from './job-payloads.js';

/** Work that takes minutes has a queue of its own, so that messages and reminders never wait behind it. */
export const queueConcurrency = { quick: 5, slow: 2 } as const;

export type QueueName = keyof typeof queueConcurrency;
export const queueNames = Object.keys(queueConcurrency) as QueueName[];

/** Once a day at `at` (HH:MM or HH:MM:SS, Asia/Shanghai); `payload` is made from the day it is for. */
export interface JobSchedule {
  at: string;
  payload: (day: Day) => object;
}

interface JobRow {
  payload: new () => object;
  queue: QueueName;
  /** How often it is begun at most; a worker that dies in the middle counts. */
  attempts: number;
  /** Pause before the second attempt in seconds; doubles from then on. */
  backoffSeconds: number;
  schedule?: JobSchedule;
}

export const jobTable = {
  'import.read': { payload: ImportReadPayload, queue: 'slow', attempts: 3, backoffSeconds: 5 },
  'import.commit': { payload: ImportCommitPayload, queue: 'slow', attempts: 3, backoffSeconds: 5 },
  'report.build': { payload: ReportBuildPayload, queue: 'slow', attempts: 3, backoffSeconds: 5 },
  'report.pdf': { payload: ReportPdfPayload, queue: 'slow', attempts: 3, backoffSeconds: 5 },
  'ticket.changed': { payload: TicketChangedPayload, queue: 'quick', attempts: 5, backoffSeconds: 5 },
  /** Eight attempts spread over half an hour: mail servers that greylist want to be asked again later. */
  'message.send': { payload: MessageSendPayload, queue: 'quick', attempts: 8, backoffSeconds: 15 },
  'reminder.daily': {
    payload: ReminderPayload,
    queue: 'quick',
    attempts: 5,
    backoffSeconds: 60,
    schedule: { at: '08:00', payload: (day) => ({ day }) },
  },
  /** Every day; it acts on Mondays only, or on the first working day after a Monday off. */
  'reminder.weekly': {
    payload: ReminderPayload,
    queue: 'quick',
    attempts: 5,
    backoffSeconds: 60,
    schedule: { at: '08:30', payload: (day) => ({ day }) },
  },
  'backup.daily': {
    payload: NoPayload,
    queue: 'slow',
    attempts: 3,
    backoffSeconds: 600,
    schedule: { at: '02:30', payload: () => ({}) },
  },
  /** After midnight, when what was begun yesterday is written. */
  'root.daily': {
    payload: NoPayload,
    queue: 'quick',
    attempts: 5,
    backoffSeconds: 300,
    schedule: { at: '00:30', payload: () => ({}) },
  },
  'outbox.clean': {
    payload: NoPayload,
    queue: 'quick',
    attempts: 3,
    backoffSeconds: 60,
    schedule: { at: '03:30', payload: () => ({}) },
  },
} as const satisfies Record<string, JobRow>;

export type JobName = keyof typeof jobTable;
export const jobNames = Object.keys(jobTable) as JobName[];

export type JobPayload<Name extends JobName> = InstanceType<(typeof jobTable)[Name]['payload']>;

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(jobTable, name);
}

/** The row of a job in its general shape; the table itself knows each payload's class. */
export function jobRow(name: JobName): JobRow {
  return jobTable[name];
}
