import { createHash } from 'node:crypto';
import {
  compareDays,
  parsePeriod,
  partsOfTotal,
  partsOfWhole,
  plannedParagraphs,
  strangePeriodWords,
  type Day,
  type Period,
} from '@xiaohao/domain';
import type { ReusedAccident } from '../figures/accident-names.queries.js';
import type { AccidentAbove, LateHarm } from '../building/accident-findings.queries.js';
import type { LateRound, OtherRounds } from '../building/inspection-round.queries.js';
import type { Filing } from '@xiaohao/indicators';
import { missingText, officialDay, plainOptions, type WordComment } from '@xiaohao/documents';
import { filingFindingText, reportCheckTexts, reportWords, type ReportCheckCode } from '@xiaohao/messages';
import type { ContentTable } from '../building/content-parts.js';
import { wrongTotals } from './table-totals.js';
import { figureText, type FigureOverride, type FigureValue } from '../figures/figure-values.js';

export interface ReportCheck {
  code: ReportCheckCode;
  severity: 'error' | 'warning' | 'info';
  message: string;
  /** The figure to look at in the text; of a part and its whole, the part. */
  figureKey?: string;
  /** At most a thousand; the message says how many there are. */
  ticketIds: string[];
  /** Hash of all it says, every ticket included; reports built before there was one have none stored. */
  key?: string;
}

/** What tells one finding from another: the same words of the same tickets are the same finding. */
export function findingKeyOf({ code, message, figureKey, ticketIds, key }: ReportCheck): string {
  return (
    key ??
    createHash('sha256')
      .update(JSON.stringify([code, figureKey ?? null, message, [...ticketIds].sort()]))
      .digest('hex')
  );
}

interface LeftPlace {
  paragraph: number;
  found: string;
}

/** What the checks look at; all of it is already in hand when the document is written. */
export interface Checked {
  period: Period;
  asOf: Day;
  /** The day up to which anything was known. */
  knownOn: Day;
  figures: ReadonlyMap<string, FigureValue>;
  /** What printed rates divide and the report does not print itself, each once. */
  rateParts: readonly { rate: FigureValue; part: FigureValue }[];
  /** Paragraphs as printed, blank ones left out; a table counts as one. */
  paragraphs: readonly string[];
  tables: readonly { paragraph: number; table: ContentTable }[];
  /** Numbers that stand in the template itself, by its paragraphs counted the same way. */
  literals: readonly LeftPlace[];
  /** What the template claims in words, whatever the numbers say. */
  claims: readonly LeftPlace[];
  doneWithoutEvidence: readonly string[];
  overdueOpen: readonly string[];
  /** Inspection rounds fed back behind the period. */
  lateRounds: readonly LateRound[];
  /** What else the round could be that nobody chose; null where somebody did. */
  otherRounds: OtherRounds | null;
  /** Accidents of the period that the figures of general ones leave out. */
  accidentsAbove: readonly AccidentAbove[];
  /** What accidents of the period did that is dated behind the report's day. */
  lateHarm: readonly LateHarm[];
  /** Tickets with a counted outcome dated before they were raised, of accidents before they occurred. */
  outcomesBeforeRaised: readonly string[];
  /** Accidents somebody entered that the ledger does not have, by the parameter. */
  strangeAccidents: readonly { key: string; name: string }[];
  /** Accidents entered for an earlier period, by the looks of it. */
  reusedAccidents: readonly ReusedAccident[];
  /** Hazards of the period of a level that neither the figures of general nor those of major ones count. */
  hazardsOfNoLevel: readonly string[];
  cutLists: readonly { list: string; limit: number }[];
}

/** So many characters around a star that was left are told. */
const starContext = 12;
const listedPlaces = 30;

type Rule = (checked: Checked) => ReportCheck[];

const ticketIdLimit = 1_000;

/** The same words in the narrower scope of the inspection; that scope reaches back before the period. */
const narrowerScopes: readonly [part: string, whole: string][] = [
  ['talks_admonish_rect', 'talks_admonish_all'],
  ['org_handling_rect', 'org_handling_all'],
];

const rules: readonly Rule[] = [
  ({ figures }) =>
    [...figures.values()]
      .filter(({ value, words, gap }) => value === null && words === null && gap === 'missing')
      .map((figure) => finding('valueMissing', 'warning', { name: figure.name, why: whyMissing(figure) }, { figure })),
  ({ figures }) => partsOfWhole.flatMap((pair) => exceeding(figures, 'partsExceedWhole', 'error', pair)),
  ({ figures }) => narrowerScopes.flatMap((pair) => exceeding(figures, 'scope', 'warning', pair)),
  ({ figures }) => partsOfTotal.flatMap(([whole, parts]) => differing(figures, whole, parts)),
  ({ tables }) => tables.flatMap(({ paragraph, table }) => tableTotals(paragraph, table)),
  ({ figures }) => {
    const [deaths, accidents] = [figures.get('accident_deaths')?.value, figures.get('accident_count')?.value];
    return deaths && accidents === 0
      ? [finding('deathsWithoutAccident', 'error', {}, { figure: figures.get('accident_deaths') })]
      : [];
  },
  ({ figures, accidentsAbove, paragraphs }) => {
    if (tellsOfAll(accidentsAbove, paragraphs)) return [];
    const ticketIds = accidentsAbove.map(({ id }) => id);
    return [
      finding(
        'accidentsAbove',
        'warning',
        { count: ticketIds.length },
        { figure: figures.get('accident_count'), ticketIds },
      ),
    ];
  },
  ({ figures, asOf, lateHarm }) =>
    lateHarm.map(({ key, amount, ticketIds }) => {
      const figure = figures.get(key);
      const facts = { name: figure?.name ?? key, amount, unit: figure?.unit ?? '', asOf: officialDay(asOf) };
      return finding('harmLate', 'warning', facts, { figure, ticketIds });
    }),
  ({ outcomesBeforeRaised: ids }) =>
    ids.length > 0 ? [finding('outcomeBeforeRaised', 'warning', { count: ids.length }, { ticketIds: ids })] : [],
  ({ hazardsOfNoLevel: ids }) =>
    ids.length > 0 ? [finding('hazardsOfNoLevel', 'warning', { count: ids.length }, { ticketIds: ids })] : [],
  ({ figures, strangeAccidents }) =>
    strangeAccidents.map(({ key, name }) =>
      finding('accidentUnknown', 'warning', { name }, { figure: figures.get(key) }),
    ),
  ({ figures, reusedAccidents }) =>
    reusedAccidents.map(({ key, value, enteredOn, usedIn }) => {
      const figure = figures.get(key);
      const facts = { name: figure?.name ?? key, value, on: officialDay(enteredOn), period: usedIn?.label ?? '' };
      return finding(usedIn ? 'accidentPrinted' : 'accidentOld', 'warning', facts, { figure });
    }),
  ({ doneWithoutEvidence: ids }) =>
    ids.length > 0 ? [finding('closedWithoutEvidence', 'warning', { count: ids.length }, { ticketIds: ids })] : [],
  ({ overdueOpen: ids }) =>
    ids.length > 0 ? [finding('overdueOpen', 'warning', { count: ids.length }, { ticketIds: ids })] : [],
  ({ period, paragraphs }) => {
    const planned = plannedParagraphs(paragraphs);
    return paragraphs.flatMap((text, at) =>
      strangePeriodWords(period, text, planned[at]).map((word) =>
        finding('periodWord', 'warning', { period: period.label, paragraph: at + 1, word }),
      ),
    );
  },
  ({ paragraphs }) =>
    paragraphs.flatMap((text, at) => {
      const star = text.search(/[*＊]/);
      const around = text.slice(Math.max(0, star - starContext), star + starContext);
      return star < 0 ? [] : [finding('starLeft', 'warning', { paragraph: at + 1, around })];
    }),
  ({ literals }) => leftFinding('literalNumbers', literals),
  ({ claims }) => leftFinding('wordClaims', claims),
  ({ period, asOf }) =>
    compareDays(asOf, period.to) < 0
      ? [finding('periodNotOver', 'info', { asOf: officialDay(asOf), to: officialDay(period.to) })]
      : [],
  ({ period, asOf }) =>
    compareDays(asOf, period.to) > 0
      ? [finding('dayBehind', 'info', { asOf: officialDay(asOf), to: officialDay(period.to) })]
      : [],
  ({ period, lateRounds }) =>
    lateRounds.map(({ name, fedBackOn, chosen }) =>
      finding(chosen ? 'roundBehind' : 'roundLeftOut', 'warning', {
        name,
        on: officialDay(fedBackOn),
        to: officialDay(period.to),
      }),
    ),
  ({ otherRounds }) => {
    const { taken, others } = otherRounds ?? { taken: null, others: [] };
    if (others.length === 0) return [];
    const facts = { taken: taken ?? missingText, others: others.map((name) => `“${name}”`).join('、') };
    return [finding('sourcesSeveral', 'warning', facts)];
  },
  ({ asOf, knownOn }) =>
    compareDays(asOf, knownOn) > 0
      ? [finding('dayAhead', 'warning', { asOf: officialDay(asOf), known: officialDay(knownOn) })]
      : [],
  ({ figures }) => [...figures.values()].flatMap((figure) => filingChecks(figure)),
  ({ rateParts }) => rateParts.flatMap(({ rate, part }) => filingChecks(part, rate)),
  ({ cutLists }) => cutLists.map(({ list, limit }) => finding('listCut', 'warning', { list, limit })),
];

/** Everything worth a look before the report is issued; errors first. */
export function checkReport(checked: Checked): ReportCheck[] {
  const order = ['error', 'warning', 'info'];
  return rules.flatMap((rule) => rule(checked)).sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** Whether the text names each of these accidents, or says how many there were. */
function tellsOfAll(accidents: readonly AccidentAbove[], paragraphs: readonly string[]): boolean {
  const texts = paragraphs.map(plainOf);
  const names = new Set(accidents.map(({ name }) => plainOf(name)));
  if ([...names].every((name) => texts.some((text) => text.includes(name)))) return true;
  const counts = /较大(?:及以上)?[^，。；\d]{0,10}?事故[^，。；\d]{0,4}(\d{1,4})起/g;
  return texts.some((text) => [...text.matchAll(counts)].some(([, count]) => Number(count) === accidents.length));
}

/** Quotation marks and blanks are written one way or another. */
const plainOf = (text: string) => text.replace(/[\s“”"‘’'《》]/g, '');

function whyMissing({ detail: { noCampaign } }: FigureValue): string {
  if (noCampaign === undefined) return '';
  return reportWords[noCampaign === 'any' ? 'noCampaign' : 'noCampaignNamed'][0].replace('{word}', noCampaign);
}

/** `figure` is where to look in the text: a part of a rate is looked at there. */
function filingChecks(filed: FigureValue, figure = filed): ReportCheck[] {
  const { name, detail } = filed;
  const found: ReportCheck[] = [];
  if (detail.override) {
    found.push(finding('typedOver', 'warning', overrideFacts(filed, detail.override), { figure }));
  }
  if (detail.typed) found.push(finding('typedByHand', 'warning', { name }, { figure }));
  if (detail.carried) found.push(finding('filingCarried', 'info', { name }, { figure }));
  const filings = detail.filings ?? [];
  const doubted = filings.filter(({ doubts = [] }) => doubts.length > 0);
  if (doubted.length > 0) {
    found.push(finding('filingDoubted', 'warning', { name, filings: doubted.map(doubtWords).join('；') }, { figure }));
  }
  for (const { period, by, ...rate } of detail.unfounded ?? []) {
    const basis = reportWords[by === 'unit' ? 'unitParts' : 'reportParts'][0];
    const facts = {
      ...rate,
      name,
      basis,
      computed: rate.computed === null ? '—' : `${rate.computed}%`,
      period: parsePeriod(period)?.label ?? period,
    };
    found.push(finding('rateUnfounded', 'warning', facts, { figure }));
  }
  const open = filings.filter(({ accepted }) => accepted === false);
  if (open.length > 0) {
    found.push(finding('filingNotAccepted', 'warning', { name, filings: filingWords(open) }, { figure }));
  }
  if (detail.waiting) {
    found.push(finding('filingWaiting', 'warning', { name, filings: filingWords(detail.waiting) }, { figure }));
  }
  if (detail.gaps)
    found.push(finding('filingIncomplete', 'warning', { name, gaps: detail.gaps.join('、') }, { figure }));
  if (detail.differing) {
    const printed = reportWords[detail.differing.printed === 'counted' ? 'countedPrinted' : 'filedPrinted'][0];
    found.push(finding('filingDiffers', 'warning', { name, ...detail.differing, printed }, { figure }));
  }
  return found;
}

function doubtWords(filing: Filing): string {
  const why = (filing.doubts ?? []).map(({ code, ...facts }) => filingFindingText(code, facts));
  return `${filingWords([filing])}，${why.join('，')}`;
}

const filingWords = (filings: readonly Filing[]) =>
  filings
    .map(({ unitName, period, value }) => `${unitName} ${parsePeriod(period)?.label ?? period} ${Number(value)}`)
    .join('、');

function exceeding(
  figures: Checked['figures'],
  code: 'partsExceedWhole' | 'scope',
  severity: ReportCheck['severity'],
  [part, whole]: readonly [string, string],
): ReportCheck[] {
  const [small, big] = [figures.get(part), figures.get(whole)];
  if (small?.value == null || big?.value == null || small.value <= big.value) return [];
  const facts = {
    part: small.name,
    partText: figureText(small, plainOptions),
    whole: big.name,
    wholeText: figureText(big, plainOptions),
  };
  return [finding(code, severity, facts, { figure: small })];
}

function differing(figures: Checked['figures'], whole: string, parts: readonly string[]): ReportCheck[] {
  const total = figures.get(whole);
  const values = parts.map((part) => figures.get(part)?.value ?? null);
  if (total?.value == null || values.includes(null)) return [];
  const sum = values.reduce<number>((total, value) => total + value!, 0);
  if (Math.abs(sum - total.value) < 1e-6) return [];
  const facts = { whole: total.name, wholeText: figureText(total, plainOptions), sumText: String(sum) };
  return [finding('totalDiffers', 'error', facts, { figure: total })];
}

function tableTotals(paragraph: number, table: ContentTable): ReportCheck[] {
  return wrongTotals(table).map(({ heading, beside, printed, sum, figureKey }) => {
    const place = beside === '' ? '' : `（${beside}）`;
    const figure = figureKey === undefined ? undefined : { key: figureKey };
    return finding('tableTotalDiffers', 'warning', { paragraph, heading, place, printed, sum }, { figure });
  });
}

type Facts = Readonly<Record<string, string | number>>;

const checkText = (code: ReportCheckCode, facts: Facts) =>
  reportCheckTexts[code][0].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));

function overrideFacts(figure: FigureValue, { by, reason, computed }: FigureOverride & { computed: number | null }) {
  return { name: figure.name, by, reason, value: figureText(figure, plainOptions), computed: computed ?? missingText };
}

/** What the Word file says beside a number that was typed over: the same as the check-up. */
export function overrideComment(figure: FigureValue): WordComment | null {
  const { override } = figure.detail;
  if (!override) return null;
  return { text: checkText('typedOver', overrideFacts(figure, override)), author: override.by, at: override.at };
}

/** One finding for all places of a template that stay as they are written. */
function leftFinding(code: 'literalNumbers' | 'wordClaims', left: readonly LeftPlace[]): ReportCheck[] {
  const places = left.slice(0, listedPlaces).map(({ paragraph, found }) => `第 ${paragraph} 段“${found}”`);
  const rest = left.length > places.length ? ` 等，另有 ${left.length - places.length} 处未列出` : '';
  return left.length > 0 ? [finding(code, 'warning', { count: left.length, places: places.join('、') + rest })] : [];
}

function finding(
  code: ReportCheckCode,
  severity: ReportCheck['severity'],
  facts: Facts,
  { figure, ticketIds = [] }: { figure?: Pick<FigureValue, 'key'>; ticketIds?: readonly string[] } = {},
): ReportCheck {
  const message = checkText(code, facts);
  const check = { code, severity, message, ...(figure ? { figureKey: figure.key } : {}) };
  const key = findingKeyOf({ ...check, ticketIds: [...ticketIds] });
  return { ...check, ticketIds: ticketIds.slice(0, ticketIdLimit), key };
}
