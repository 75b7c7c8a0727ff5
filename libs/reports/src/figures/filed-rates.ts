import { followsFrom, percentOf, rateParts } from '@xiaohao/domain';
import type { BureauValue, Filing, IndicatorRow } from '@xiaohao/indicators';

/** A rate as a unit filed it, which is not what its parts give. */
export interface UnfoundedRate {
  unitName: string;
  period: string;
  filed: number;
  part: number;
  whole: number;
  /** One decimal; null where the whole is none. */
  computed: number | null;
  /** Whether the parts are the unit's own filings, or those of the report. */
  by: 'unit' | 'report';
}

interface Known {
  filed: ReadonlyMap<string, BureauValue>;
  indicators: readonly IndicatorRow[];
}

/** What a filed rate divides, told by names; nothing for other figures. */
export function namedParts(key: string, { indicators }: Pick<Known, 'indicators'>): readonly [string, string] | null {
  const rate = indicators.find((row) => row.key === key);
  return rate?.unit === '%' ? rateParts(rate, indicators) : null;
}

/**
 * Filed rates that do not follow from what the same unit filed for the same period; where it filed no parts and nobody
 * else filed the rate, from those of the report.
 */
export function unfoundedRates(
  key: string,
  [part, whole]: readonly [string, string],
  { filed }: Pick<Known, 'filed'>,
  ofReport: readonly [part: number | null, whole: number | null],
): UnfoundedRate[] {
  const rates = filed.get(key)?.filings ?? [];
  return rates.flatMap((filing) => {
    const own = [part, whole].map((one) => sameFiling(filed.get(one)?.filings ?? [], filing));
    const isOwn = own[0] != null && own[1] != null;
    if (!isOwn && rates.length > 1) return [];
    const [above, below] = isOwn ? own : ofReport;
    const stated = Number(filing.value);
    if (above == null || below == null || followsFrom(stated, above, below)) return [];
    const { unitName, period } = filing;
    const computed = percentOf(above, below);
    return [{ unitName, period, filed: stated, part: above, whole: below, computed, by: isOwn ? 'unit' : 'report' }];
  });
}

function sameFiling(filings: readonly Filing[], { unitId, period }: Filing): number | null {
  const found = filings.find((filing) => filing.unitId === unitId && filing.period === period);
  return found ? Number(found.value) : null;
}
