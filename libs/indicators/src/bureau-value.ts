import {
  addDays,
  parsePeriod,
  periodOf,
  type FigureNature,
  type FilingDoubt,
  type Period,
  type PeriodKind,
} from '@xiaohao/domain';

/** What one unit filed for one period. */
export interface Filing {
  unitId: string;
  unitName: string;
  period: string;
  /** As the database keeps it, four decimals at most. */
  value: string;
  note: string | null;
  filedBy: string | null;
  version: number;
  filedAt: Date;
  /** False where it counts although nobody has accepted it yet. */
  accepted: boolean;
  /** What makes it hard to believe; not looked for in reports built before it was. */
  doubts?: FilingDoubt[];
}

/** The bureau's figure of a period and the filings it is made of. */
export interface BureauValue {
  value: number;
  filings: Filing[];
  /** A stock or cumulative figure of an earlier period, still the latest one filed. */
  carried: boolean;
  /** Periods a unit left out between others it did file, `单位 2022年第二季度`: the sum lacks them. */
  gaps: string[];
}

const parts: Record<PeriodKind, PeriodKind | null> = { year: 'half', half: 'quarter', quarter: 'month', month: null };

/**
 * Sums the units' filings of one indicator: flows of the period itself, or of its parts where only those were filed;
 * of stock and cumulative figures each unit's latest up to the period's end; a target of the coming period is filed with
 * this one, as the page of filings asks for it, or with the one it is meant for. Null when nobody filed anything that
 * counts.
 */
export function bureauValue(nature: FigureNature, period: Period, filings: readonly Filing[]): BureauValue | null {
  const chosen = [...byUnit(filings).values()].map((own) => unitShare[nature](period, own));
  const counted = chosen.flatMap(({ filings: used }) => used);
  if (counted.length === 0) return null;
  return {
    value: sumOf(counted),
    filings: counted,
    carried: chosen.some(({ carried }) => carried),
    gaps: chosen.flatMap(({ gaps }) => gaps),
  };
}

interface Share {
  filings: Filing[];
  carried: boolean;
  gaps: string[];
}

const unitShare: Record<FigureNature, (period: Period, own: Filing[]) => Share> = {
  flow: flowShare,
  stock: latestShare,
  cumulative: latestShare,
  target: (period, own) => {
    const next = periodOf(period.kind, addDays(period.to, 1));
    const filing = filedFor(period.code, own) ?? filedFor(next.code, own);
    return { filings: filing ? [filing] : [], carried: false, gaps: [] };
  },
};

function flowShare(period: Period, own: Filing[]): Share {
  const whole = filedFor(period.code, own);
  if (whole) return { filings: [whole], carried: false, gaps: [] };
  const kind = parts[period.kind];
  if (!kind) return { filings: [], carried: false, gaps: [] };
  const pieces = partsOf(period, kind).map((part) => ({ part, share: flowShare(part, own) }));
  const filings = pieces.flatMap(({ share }) => share.filings);
  if (filings.length === 0) return { filings, carried: false, gaps: [] };
  const gaps = pieces.flatMap(({ part, share }) =>
    share.filings.length === 0 ? [`${filings[0]!.unitName} ${part.label}`] : share.gaps,
  );
  return { filings, carried: false, gaps };
}

function latestShare(period: Period, own: Filing[]): Share {
  const dated = own
    .map((filing) => ({ filing, to: parsePeriod(filing.period)!.to, exact: filing.period === period.code ? 1 : 0 }))
    .filter(({ to }) => to <= period.to)
    .sort((a, b) =>
      a.to < b.to ? 1 : a.to > b.to ? -1 : b.exact - a.exact || (a.filing.period < b.filing.period ? 1 : -1),
    );
  const latest = dated[0];
  return { filings: latest ? [latest.filing] : [], carried: latest !== undefined && latest.to < period.to, gaps: [] };
}

function filedFor(period: string, own: Filing[]): Filing | null {
  return own.find((filing) => filing.period === period) ?? null;
}

function partsOf(period: Period, kind: PeriodKind): Period[] {
  const found: Period[] = [];
  for (let part = periodOf(kind, period.from); part.from <= period.to; part = periodOf(kind, addDays(part.to, 1))) {
    found.push(part);
  }
  return found;
}

function byUnit(filings: readonly Filing[]): Map<string, Filing[]> {
  const units = new Map<string, Filing[]>();
  for (const filing of filings) units.set(filing.unitId, [...(units.get(filing.unitId) ?? []), filing]);
  return units;
}

/** In ten-thousandths, so that sums of decimals carry no binary noise. */
function sumOf(filings: readonly Filing[]): number {
  return filings.reduce((sum, { value }) => sum + Math.round(Number(value) * 10_000), 0) / 10_000;
}
