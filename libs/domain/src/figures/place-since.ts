import { sentenceOf, type FigurePlace } from './figure-standing.js';
import type { ReportTime } from './place-time.js';
import { numberOf, until, yearForm } from '../reports/written-period.js';

/** 自2023年以来, 三年行动开展以来, 2023—2025年: what is counted from there on. */
const sinceForm = new RegExp(
  `(?:自|从)?(?:(?<year>${yearForm})年)?(?<event>[^，。；：:、（）()]{0,24}?)以来` +
    `|(?<first>${yearForm})年?${until}(?:${yearForm})年` +
    '|近年来|多年来|历年来?|(?<!近)[一二两三四五六七八九十]{1,2}年来',
  'g',
);
/** A season that began within the year, or this year itself. */
const ofThisYear =
  /今年|本年|年初|半年|季度|^(?:开年|元旦|春节|[入今]?[春夏秋冬汛]|(?:进入)?(?:主?汛期|防火期)|本?月)|^(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|\d{1,2}日)?$|^$/;
const fromJanuary = /(?:今年|本年度?|年初)$|^(?:开年|元旦|(?:1|一)月份?)?$/;
/** Another time named behind it holds instead. */
const laterTime = /今年|本年|半年|季度|月|[本上]期|同期|20\d{2}年/;
/** 为历年来最好 compares. */
const compared = /[为是较比]$/;

/** The words of a start other than the period's that a place is counted from; null where there is none. */
export function otherStart(place: FigurePlace, report: ReportTime | null): string | null {
  if (place.column !== null) return null;
  const sentence = sentenceOf(place);
  const match = [...sentence.matchAll(sinceForm)].at(-1);
  if (!match) return null;
  const { 0: found, index, groups } = match;
  if (laterTime.test(sentence.slice(index + found.length)) || compared.test(sentence.slice(0, index))) return null;
  const begun = groups!.year ?? groups!.first;
  const own = report && Number(report.period.from.slice(0, 4));
  if (begun !== undefined && numberOf(begun) !== own) return own === null ? null : found;
  const { event } = groups!;
  if (event === undefined) return groups!.first === undefined ? found : null;
  // What began within the year has all its count in it.
  if (begun === undefined && !ofThisYear.test(event)) return found;
  return report && !report.period.from.endsWith('-01-01') && fromJanuary.test(event) ? found : null;
}
