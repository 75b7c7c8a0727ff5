import { asOfDay, parsePeriod, type Day, type Figure, type OwnNames } from '@xiaohao/domain';
import { periodOf } from '../templates/learned-periods.js';
import { linesOf } from '../templates/report-lines.js';
import { claimsIn, type CircularClaims } from './circular-claims.js';

export interface CircularTask {
  name: string;
  content: Uint8Array;
  figures: readonly Figure[];
  names: OwnNames;
  /** Of the report it is held against. */
  reportPeriod: string;
}

/** A superior's paper as far as it tells of the bureau. */
export interface CircularReading extends CircularClaims {
  /** The day its numbers count up to, within the report's period where it says none. */
  asOf: Day;
  /** The period it is of; null where nothing tells. */
  period: string | null;
}

export async function readCircular({
  name,
  content,
  figures,
  names,
  reportPeriod,
}: CircularTask): Promise<CircularReading> {
  const lines = await linesOf(name, Buffer.from(content));
  const period = parsePeriod(reportPeriod)!;
  const asOf = asOfDay(lines, period);
  const own = periodOf(lines, {});
  return {
    ...claimsIn(lines, figures, { period, asOf }, names),
    asOf,
    period: own.hasYear ? (own.period?.code ?? null) : null,
  };
}
