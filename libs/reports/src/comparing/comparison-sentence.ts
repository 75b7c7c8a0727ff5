import { parsePeriod } from '@xiaohao/domain';
import type { Filing } from '@xiaohao/indicators';
import { changeReasonLabels, comparisonWords, figureSourceLabels } from '@xiaohao/messages';
import type { FigurePair, FigureSide } from './report-comparison.queries.js';
import { fillWords as fill } from './fill-words.js';
import type { TicketChange } from './ticket-changes.queries.js';

/** What is known of one differing figure. */
export interface DifferenceFacts {
  changes: readonly TicketChange[];
  isDefinedAnew: boolean;
  /** What became of the accidents it names. */
  accidents: string | null;
  /** What is said where nothing of it changed. */
  withoutCause: string;
  /** What the later report divides under this key; null where it is no rate. */
  rate: readonly [part: string, whole: string] | null;
  /** A value typed for one build stands behind it. */
  isTyped: boolean;
  /** Another figure with what is known of it. */
  partOf: (key: string) => { pair: FigurePair; facts: DifferenceFacts } | undefined;
}

/** A sentence names so many tickets of each reason. */
const namedNumbers = 5;

type Explain = (pair: FigurePair, facts: DifferenceFacts) => string[];

/** Everything that can explain a difference, in the order a sentence tells it. */
const explanations: readonly Explain[] = [
  ({ earlier, later }) => (earlier && later ? [] : [comparisonWords[earlier ? 'onlyEarlier' : 'onlyLater'][0]]),
  (_, { isDefinedAnew }) => (isDefinedAnew ? [comparisonWords.definition[0]] : []),
  sourceChange,
  ({ unit }, { changes }) => changes.map((change) => ticketWords(change, unit)),
  rateParts,
  filingChanges,
  typedOver,
  parameterChange,
];

export function explainFigure(pair: FigurePair, facts: DifferenceFacts): string {
  const found = reasonsOf(pair, facts);
  const reasons = found.length > 0 ? found : [withoutReason(pair, facts)];
  return fill('line', { name: pair.name, change: changeWords(pair), reasons: reasons.join('，') });
}

const reasonsOf = (pair: FigurePair, facts: DifferenceFacts) => explanations.flatMap((explain) => explain(pair, facts));

/** `8 → 11 个`. */
function changeWords({ earlier, later, unit }: FigurePair): string {
  const [from, to] = [sideText(earlier), sideText(later)];
  const lacking = to === comparisonWords.noValue[0] || to === comparisonWords.none[0];
  const words =
    from === to
      ? fill('same', { later: to, unit: lacking ? '' : unit })
      : fill(lacking ? 'betweenAndNone' : 'between', { earlier: from, later: to, unit });
  return words.replace(/ +(?=（| →|$)/, '');
}

/** Why, with the names where a campaign was renamed. */
export function changeLabel({ reason, effect, renames }: Pick<TicketChange, 'reason' | 'effect' | 'renames'>): string {
  const label = changeReasonLabels[reason][effect][0];
  return renames.length === 0 ? label : fill('renaming', { label, renames: renames.join('、') });
}

function ticketWords(change: TicketChange, unit: string): string {
  const { count, hiddenCount, amount, tickets } = change;
  const nos = tickets.slice(0, namedNumbers).map(({ no }) => no);
  const named = count - hiddenCount > nos.length ? fill('more', { nos: nos.join('、') }) : nos.join('、');
  const hidden =
    hiddenCount === count ? fill('hiddenAll', {}) : hiddenCount > 0 ? fill('hidden', { count: hiddenCount }) : '';
  const sum = amount
    ? fill('amount', { sign: amount > 0 ? '+' : '−', amount: amountText(Math.abs(amount)), unit })
    : '';
  const names = [sum, named, hidden].filter((part) => part !== '').join('，');
  return fill('tickets', { reason: changeLabel(change), count }) + fill('named', { names });
}

function sourceChange({ earlier, later }: FigurePair): string[] {
  if (!earlier || !later || earlier.source === later.source) return [];
  const label = ({ source }: FigureSide) => figureSourceLabels[source as keyof typeof figureSourceLabels][0];
  return [fill('source', { earlier: label(earlier), later: label(later) })];
}

/** What it divides, each with its own reasons. */
function rateParts(_: FigurePair, { rate, partOf }: DifferenceFacts): string[] {
  const [part, whole] = (rate ?? []).map(partOf);
  if (!part || !whole) return [];
  const words = ({ pair, facts }: typeof part) => {
    const reasons = reasonsOf(pair, facts).join('，');
    if (reasons === '') return changeWords(pair);
    const [was, is] = [sideText(pair.earlier), sideText(pair.later)];
    if (was === is) return fill('sameFor', { later: is, unit: pair.unit, names: reasons });
    return changeWords(pair) + fill('named', { names: reasons });
  };
  const facts = { part: part.pair.name, partChange: words(part), whole: whole.pair.name, wholeChange: words(whole) };
  return [fill('rate', facts)];
}

function filingChanges({ earlier, later }: FigurePair): string[] {
  if (!earlier || !later) return [];
  const place = ({ unitId, period }: Filing) => `${unitId} ${period}`;
  const before = new Map((earlier.detail.filings ?? []).map((filing) => [place(filing), filing]));
  const after = new Map((later.detail.filings ?? []).map((filing) => [place(filing), filing]));
  return [
    ...[...after].flatMap(([at, filing]) => {
      const former = before.get(at);
      if (!former) return [fill('filingAdded', { ...filingFacts(filing), later: amountText(Number(filing.value)) })];
      if (Number(former.value) === Number(filing.value)) return [];
      const values = { earlier: amountText(Number(former.value)), later: amountText(Number(filing.value)) };
      return [fill('filingChanged', { ...filingFacts(filing), ...values })];
    }),
    ...[...before]
      .filter(([at]) => !after.has(at))
      .map(([, filing]) => fill('filingGone', { ...filingFacts(filing), earlier: amountText(Number(filing.value)) })),
  ];
}

function filingFacts({ unitName, period, filedBy, version }: Filing) {
  const by = filedBy ?? comparisonWords.nobody[0];
  return { unit: unitName, period: parsePeriod(period)?.label ?? period, by, version };
}

function typedOver({ earlier, later }: FigurePair): string[] {
  const sides = [
    ['earlierSide', earlier],
    ['laterSide', later],
  ] as const;
  return sides.flatMap(([word, side]) => {
    const override = side?.detail.override;
    if (!override) return [];
    const { by, reason, value, computed } = override;
    const numbers = {
      value: amountText(value),
      computed: computed === null ? comparisonWords.noValue[0] : amountText(computed),
    };
    return [fill('typedOver', { side: comparisonWords[word][0], by, reason, ...numbers })];
  });
}

function parameterChange({ earlier, later }: FigurePair, { isTyped, accidents }: DifferenceFacts): string[] {
  if (!earlier || !later) return [];
  if (accidents !== null && !isTyped) return [accidents];
  const typed = isTyped || earlier.detail.typed || later.detail.typed ? [comparisonWords.typed[0]] : [];
  if (later.source !== 'parameter') return typed;
  return [...typed, fill('parameter', { earlier: earlier.text, later: later.text })];
}

function withoutReason({ earlier, later }: FigurePair, { withoutCause }: DifferenceFacts): string {
  return earlier?.value === later?.value
    ? fill('printed', { earlier: earlier!.text, later: later!.text })
    : withoutCause;
}

/** The value in the base unit; of names and dates the text. */
function sideText(side: FigureSide | null): string {
  if (side === null) return comparisonWords.none[0];
  if (side.value !== null) return amountText(side.value);
  return /^_+$/.test(side.text) ? comparisonWords.noValue[0] : side.text;
}

const amountText = (value: number) => value.toLocaleString('zh-CN', { maximumFractionDigits: 4 });
