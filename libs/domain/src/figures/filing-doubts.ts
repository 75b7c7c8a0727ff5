import { findFigure } from './figure-table.js';
import type { FigureNature } from './figure.js';

/** Parts of the same scope never exceed their whole. */
export const partsOfWhole: readonly (readonly [part: string, whole: string])[] = [
  ['inspection_issues_done', 'inspection_issues'],
  ['inspection_issues_on_time', 'inspection_issues_due'],
  ['inspection_issues_original_on_time', 'inspection_issues_original_due'],
  ['inspection_items', 'inspection_issues'],
  ['party_lectures_secretary', 'party_lectures_all'],
];

/** Parts that add up to their whole. */
export const partsOfTotal: readonly (readonly [whole: string, parts: readonly string[]])[] = [
  ['target_demo_communities', ['target_demo_national', 'target_demo_prov']],
];

const wholes: ReadonlyMap<string, string> = new Map([
  ...partsOfWhole,
  ...partsOfTotal.flatMap(([whole, parts]) => parts.map((part) => [part, whole] as const)),
]);

/** What makes a value hard to believe; it may be right all the same. */
export type FilingDoubt =
  { code: 'farFromLast' | 'belowLast'; previous: number } | { code: 'exceedsWhole'; whole: string; wholeValue: number };

/** Ten times more or less than last period is rather another unit than another half-year. */
const farTimes = 10;

/**
 * Holds one value against the unit's last one and against what it is part of; `present` finds what the same unit states
 * for the same period, null where it states nothing.
 */
export function filingDoubts(
  { key, value, nature }: { key: string; value: number; nature: FigureNature },
  previous: number | null,
  present: (key: string) => number | null,
): FilingDoubt[] {
  const doubts: FilingDoubt[] = [];
  if (previous && isFar(value, previous)) doubts.push({ code: 'farFromLast', previous });
  else if (previous && nature === 'cumulative' && value < previous) doubts.push({ code: 'belowLast', previous });
  const whole = wholes.get(key);
  const wholeValue = whole ? present(whole) : null;
  if (whole && wholeValue !== null && value > wholeValue) {
    doubts.push({ code: 'exceedsWhole', whole: findFigure(whole)!.name, wholeValue });
  }
  return doubts;
}

/** None after a few is no slip of the unit. */
const isFar = (value: number, previous: number) =>
  value === 0 ? previous >= farTimes : value >= previous * farTimes || value * farTimes <= previous;
