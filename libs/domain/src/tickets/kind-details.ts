import { isDay, type Day } from '../calendar/day.js';
import { fieldsOfKind, kindFields, type Details, type FieldMoment, type KindField } from './kind-fields.js';
import type { TicketKind } from './ticket-kind.js';
import { workingDaysBetween, type WorkingCalendar } from '../calendar/working-days.js';

/** What is wrong with a field that somebody sent; `code` is the field's, or the unknown key itself. */
export interface DetailsProblem {
  readonly code: string;
  readonly why: 'unknown' | 'wrongType' | 'notAChoice' | 'tooLong' | 'outOfRange' | 'notYours' | 'noticeTooShort';
}

export type DetailsReading = { readonly details: Details } | { readonly problem: DetailsProblem };

const longest = { text: 200, longText: 5000 } as const;
const mostYuan = 1e12;

/**
 * Lays what somebody sent over what the ticket has; null takes a field away. Keys the table does not know are refused,
 * those an import left behind stay. `mayAll` is the coordinator's; others may set only what is open to them.
 */
export function readDetails(
  kind: TicketKind,
  given: Details,
  present: Details,
  mayAll: boolean,
  mayAlso: readonly string[] = [],
): DetailsReading {
  const known: readonly KindField[] = kindFields[kind];
  const next: Record<string, unknown> = { ...present };
  for (const [code, value] of Object.entries(given)) {
    const field = known.find((one) => one.code === code);
    const why = !field
      ? 'unknown'
      : !mayAll && field.coordinatorOnly && !mayAlso.includes(code)
        ? 'notYours'
        : value === null
          ? null
          : problemOf(field, value);
    if (why) return { problem: { code, why } };
    if (value === null) delete next[code];
    else next[code] = typeof value === 'string' ? value.trim() : value;
  }
  return { details: next };
}

function problemOf(field: KindField, value: unknown): DetailsProblem['why'] | null {
  switch (field.type) {
    case 'text':
    case 'longText':
      if (typeof value !== 'string' || value.trim() === '') return 'wrongType';
      return value.length > longest[field.type] ? 'tooLong' : null;
    case 'number':
    case 'amountYuan':
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'wrongType';
      return value < 0 || value > mostYuan ? 'outOfRange' : null;
    case 'day':
      return isDay(value) && value >= '1990' && value < '2101' ? null : 'wrongType';
    case 'flag':
      return typeof value === 'boolean' ? null : 'wrongType';
    case 'choice':
      return typeof value === 'string' && field.choices?.includes(value) ? null : 'notAChoice';
  }
}

/** The first field that this moment asks for and the ticket lacks; null when none is missing. */
export function missingDetail(
  kind: TicketKind,
  level: string | null,
  details: Details,
  moment: FieldMoment,
): KindField | null {
  return missingDetails(kind, level, details, moment)[0] ?? null;
}

/** All fields that this moment asks for and the ticket lacks. */
export function missingDetails(
  kind: TicketKind,
  level: string | null,
  details: Details,
  moment: FieldMoment,
): readonly KindField[] {
  return fieldsOfKind(kind, level, details).filter(
    ({ code, requiredFor }) => requiredFor === moment && (details[code] === undefined || details[code] === null),
  );
}

/** Public notice 公示: long enough in working days, the first day not counted; `null` while it is not fully stated. */
export function noticeProblem(details: Details, calendar: WorkingCalendar): DetailsProblem | null {
  const { noticeFrom, noticeTo, noticeDays } = details as { noticeFrom?: Day; noticeTo?: Day; noticeDays?: string };
  if (!noticeFrom || !noticeTo || !noticeDays) return null;
  const long = workingDaysBetween(noticeFrom, noticeTo, calendar) >= Number(noticeDays);
  return long ? null : { code: 'noticeTo', why: 'noticeTooShort' };
}
