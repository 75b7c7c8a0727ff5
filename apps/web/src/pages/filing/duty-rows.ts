import { parsePeriod, type PeriodKind } from '@xiaohao/domain';
import type { DutyChange, FilingPlan, NewDuty, PlannedIndicator } from '../../api/filing-duties.js';

/** A unit that files an indicator, by duty or habit, and how far it is in the period. */
export interface PlannedUnit {
  unitId: string;
  unitName: string;
  /** Null where it is habit alone. */
  every: PeriodKind | null;
  /** `notNow`: its periods are of another length. */
  state: 'missing' | 'there' | 'notNow';
  status: PlannedIndicator['expected'][number]['status'];
}

/** Units with a duty in their order; where there is none, those that filed before. */
export function unitsOf({ duties, expected }: PlannedIndicator): PlannedUnit[] {
  const stateOf = (unitId: string): Pick<PlannedUnit, 'state' | 'status'> => {
    const found = expected.find((one) => one.unitId === unitId);
    if (!found) return { state: 'notNow', status: null };
    return { state: found.isMissing ? 'missing' : 'there', status: found.status };
  };
  const habits = expected.filter(({ why }) => why === 'before');
  return [
    ...duties.map(({ unitId, unitName, every }) => ({ unitId, unitName, every, ...stateOf(unitId) })),
    ...habits.map(({ unitId, unitName }) => ({ unitId, unitName, every: null, ...stateOf(unitId) })),
  ];
}

/** What is assigned; where nothing is, what the units do of habit, as duties of that length. */
export function dutiesOrHabits({ duties, expected }: PlannedIndicator, every: PeriodKind): NewDuty[] {
  if (duties.length > 0) return duties.map((duty) => ({ unitId: duty.unitId, every: duty.every }));
  return expected.map(({ unitId }) => ({ unitId, every }));
}

/** Makes duties of the habits of the period; indicators with duties are left alone. */
export function dutiesAsBefore({ period, indicators }: FilingPlan): DutyChange[] {
  return indicators
    .filter(({ duties, expected }) => duties.length === 0 && expected.length > 0)
    .map((indicator) => {
      const { key, version } = indicator;
      return { key, version, duties: dutiesOrHabits(indicator, parsePeriod(period)!.kind) };
    });
}

/** Units with what they lack, the most first. */
export function missingByUnit({ indicators }: FilingPlan): { unitId: string; unitName: string; count: number }[] {
  const units = new Map<string, { unitId: string; unitName: string; count: number }>();
  for (const { unitId, unitName, isMissing } of indicators.flatMap(({ expected }) => expected)) {
    if (isMissing) units.set(unitId, { unitId, unitName, count: (units.get(unitId)?.count ?? 0) + 1 });
  }
  return [...units.values()].sort((a, b) => b.count - a.count);
}
