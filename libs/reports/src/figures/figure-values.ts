import { isRate, percentOf, type FigureSource } from '@xiaohao/domain';
import { formatFigure, type FigureGap, type FigureOptions } from '@xiaohao/documents';
import type { BureauValue, Filing, IndicatorRow } from '@xiaohao/indicators';
import type { FigureBook } from './definitions/figure-book.js';
import type { Counted } from './figure-evaluation.js';
import { namedParts, unfoundedRates, type UnfoundedRate } from './filed-rates.js';

/** A figure as the build found it, before it is worded. */
export interface FigureValue {
  key: string;
  name: string;
  unit: string;
  source: FigureSource;
  value: number | null;
  /** Names and dates have a text and no value. */
  words: string | null;
  gap: FigureGap;
  detail: FigureDetail;
}

/** A number somebody typed over the one that was computed. */
export interface FigureOverride {
  value: number;
  reason: string;
  by: string;
  /** Instant, ISO 8601. */
  at: string;
}

/** What stands behind a figure that no ticket does. */
export interface FigureDetail {
  filings?: Filing[];
  carried?: true;
  gaps?: string[];
  /** Submitted and neither accepted nor counted. */
  waiting?: Filing[];
  /** Set for this build by hand. */
  typed?: true;
  /** Names of accidents nobody entered: the ledger's own. */
  fromLedger?: true;
  /** Typed over by hand in the draft; what was computed beside it. */
  override?: FigureOverride & { computed: number | null };
  /** Filed rates that do not follow from their parts. */
  unfounded?: UnfoundedRate[];
  /** Tickets and filings answer the same figure and do not agree. */
  differing?: { counted: number; filed: number; printed: 'counted' | 'filed' };
  /** No campaign was ever called by this word; `any`: there is none at all. */
  noCampaign?: string;
}

export interface Findings {
  figures: FigureBook;
  counted: ReadonlyMap<string, Pick<Counted, 'value'>>;
  filed: ReadonlyMap<string, BureauValue>;
  /** By key, submitted filings that do not count yet. */
  waiting: ReadonlyMap<string, Filing[]>;
  parameters: ReadonlyMap<string, string>;
  /** Keys of parameters that nobody entered and the ledger answers. */
  named?: ReadonlySet<string>;
  /** The build's own, by key. */
  typed: ReadonlyMap<string, string>;
  indicators: readonly IndicatorRow[];
  /** Counted figures whose tickets the bureau does not keep here, each with the word that names no campaign. */
  unkept: ReadonlyMap<string, string | null>;
}

/** The value of one figure out of all that was found. */
export function figureValue(key: string, findings: Findings): FigureValue {
  const figure = findings.figures.find(key);
  const indicator = findings.indicators.find((row) => row.key === key);
  const { name, unit } = figure ?? indicator ?? { name: key, unit: '' };
  const source = figure?.source ?? 'indicator';
  const base: FigureValue = { key, name, unit, source, value: null, words: null, gap: 'missing', detail: {} };
  if (source === 'parameter') return { ...base, ...parameterValue(unit, key, findings) };
  const definition = findings.figures.definition(key);
  if (isRate(definition)) return { ...base, ...rateValue(key, definition.rate, findings) };
  if (definition) return withWaiting({ ...base, ...countedValue(key, findings) }, findings);
  return withWaiting({ ...base, ...filedValue(key, findings) }, findings);
}

function withWaiting(figure: FigureValue, { waiting }: Findings): FigureValue {
  const filings = waiting.get(figure.key);
  return filings ? { ...figure, detail: { ...figure.detail, waiting: filings } } : figure;
}

/** The text of a figure with the options of one place. */
export function figureText(figure: FigureValue, options: FigureOptions): string {
  return formatFigure(figure.words ?? figure.value, options, figure.gap);
}

/** Nothing there to speak of; what is not known is no such thing and is shown as missing. */
export function isNone({ value, words, gap }: Pick<FigureValue, 'value' | 'words' | 'gap'>): boolean {
  return value === 0 || (value === null && words === null && gap === 'noDenominator');
}

function parameterValue(unit: string, key: string, { typed, parameters, named }: Findings): Partial<FigureValue> {
  const words = typed.get(key) ?? parameters.get(key) ?? null;
  const value = unit !== '' && words !== null && /^\d+(\.\d+)?$/.test(words) ? Number(words) : null;
  return { words, value, ...(named?.has(key) && !typed.has(key) ? { detail: { fromLedger: true } } : {}) };
}

/** Never NaN: with nothing to divide by there is no value, and the gap says why. */
function rateValue(key: string, [part, whole]: readonly [string, string], findings: Findings): Partial<FigureValue> {
  const [above, below] = [figureValue(part, findings).value, figureValue(whole, findings).value];
  const unfounded = unfoundedRates(key, [part, whole], findings, [above, below]);
  const detail = unfounded.length > 0 ? { unfounded } : {};
  if (below === null || above === null) return { detail };
  const value = percentOf(above, below);
  return value === null ? { gap: 'noDenominator', detail } : { value, detail };
}

function countedValue(key: string, findings: Findings): Partial<FigureValue> {
  const counted = findings.counted.get(key)?.value ?? null;
  const definition = findings.figures.definition(key)!;
  const how = 'filing' in definition ? definition.filing : undefined;
  const filing = how ? findings.filed.get(key) : undefined;
  if (!filing) return findings.unkept.has(key) ? withoutTickets(findings.unkept.get(key) ?? null) : { value: counted };
  const detail = filingDetail(filing);
  if (how === 'added') return { value: (counted ?? 0) + filing.value, detail };
  const { value: filed } = filing;
  if (findings.unkept.has(key) || counted === null) return { value: filed, source: 'indicator', detail };
  if (counted === filed) return { value: counted };
  // No ticket at all more likely means that they are kept elsewhere than that the department counted wrong.
  if (counted === 0) {
    return {
      value: filed,
      source: 'indicator',
      detail: { ...detail, differing: { counted, filed, printed: 'filed' } },
    };
  }
  return { value: counted, detail: { differing: { counted, filed, printed: 'counted' } } };
}

const withoutTickets = (noCampaign: string | null): Partial<FigureValue> => ({
  value: null,
  detail: noCampaign === null ? {} : { noCampaign },
});

function filedValue(key: string, { filed, typed, indicators }: Findings): Partial<FigureValue> {
  const typedValue = typed.get(key);
  if (typedValue !== undefined) return { value: Number(typedValue), detail: { typed: true } };
  const filing = filed.get(key);
  if (!filing) return {};
  const parts = namedParts(key, { indicators });
  const unfounded = parts ? unfoundedRates(key, parts, { filed }, [null, null]) : [];
  return { value: filing.value, detail: { ...filingDetail(filing), ...(unfounded.length > 0 ? { unfounded } : {}) } };
}

function filingDetail({ filings, carried, gaps }: BureauValue): FigureDetail {
  return { filings, ...(carried ? { carried: true as const } : {}), ...(gaps.length > 0 ? { gaps } : {}) };
}
