import type { FilingPlan } from '../../api/filing-duties.js';
import type { IndicatorSheet } from '../../api/indicators.js';

/**
 * What a unit is to file, by duty or habit, and what it has filed already; `wanted` is what a report has asked for. In the
 * order of the sheet.
 */
export function ownRows(
  sheet: Pick<IndicatorSheet, 'indicators'>,
  plan: Pick<FilingPlan, 'indicators'>,
  { unitId, wanted }: { unitId: string; wanted: string | null },
): IndicatorSheet['indicators'] {
  const expected = new Set(
    plan.indicators.filter((row) => row.expected.some((one) => one.unitId === unitId)).map(({ key }) => key),
  );
  return sheet.indicators.filter(
    ({ key, filings }) => key === wanted || expected.has(key) || filings.some(({ unit }) => unit.id === unitId),
  );
}
