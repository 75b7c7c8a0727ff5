import { onTimeByOriginalSql } from './live.js';

// What counts as done, due and on time on a day (domain §1.2b), for whoever counts: workbench, dashboard and report.
// `day` is a placeholder such as `$1::date`; the alias has the dates of the round that stood on that day.

/** The day it was struck off, or accepted and kept up; null while it is not by then. */
export function doneOnSql(day: string, alias = 't'): string {
  const done = `least(${alias}.closed_on, ${alias}.accepted_on)`;
  return `case when ${done} <= ${day} then ${done} end`;
}

const isDone = (day: string, alias: string) => `${doneOnSql(day, alias)} is not null`;

/** Its deadline has come. */
export function dueSql(day: string, alias = 't'): string {
  return `coalesce(${alias}.due_on <= ${day}, false)`;
}

/** Of those due: done, and submitted within the deadline as it stood at closing. */
export function onTimeSql(day: string, alias = 't'): string {
  return `coalesce(${isDone(day, alias)} and ${alias}.closed_on_time and ${alias}.due_on <= ${day}, false)`;
}

/** The deadline first set, before any extension, has come. */
export function originalDueSql(day: string, alias = 't'): string {
  return `coalesce(${alias}.original_due_on <= ${day}, false)`;
}

/** Of those: done, and submitted within the deadline first set. */
export function originalOnTimeSql(day: string, alias = 't'): string {
  const onTime = onTimeByOriginalSql(alias);
  return `coalesce(${isDone(day, alias)} and ${onTime} and ${alias}.original_due_on <= ${day}, false)`;
}
