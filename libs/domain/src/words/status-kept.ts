import type { Day } from '../calendar/day.js';

/** 基本完成 and 阶段性完成: work under way while a day is set for the whole of it, kept up where none is. */
export function isUnderWayStill(completion: 'basic' | null, dueOn: Day | null): boolean {
  return completion === 'basic' && dueOn !== null;
}
