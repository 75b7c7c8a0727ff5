import type { ParagraphEdit } from '@xiaohao/documents';
import {
  findPeriodPlaces,
  findPlaces,
  periodOfReport,
  type NumberChoice,
  type Period,
  type PeriodPlace,
  type ReportLine,
  type ReportPeriod,
  type ReportPlace,
} from '@xiaohao/domain';

import { braceEdits } from './brace-edits.js';

/** How a report is to be read. */
export interface LearningChoice {
  numbers?: NumberChoice | undefined;
  /** Of the report; default: what the report itself says. */
  period?: Period | undefined;
}

export function periodOf(lines: readonly ReportLine[], { period }: LearningChoice): ReportPeriod {
  return period
    ? { period, hasYear: true, candidates: [], unbuildable: null }
    : periodOfReport(lines.filter(({ note }) => !note).map(({ text }) => text));
}

/** Words and days of the report's period; what is a figure, one of `places`, is none. */
export function periodPlaces(
  lines: readonly ReportLine[],
  choice: LearningChoice,
  places: readonly ReportPlace[] = findPlaces(lines, choice.numbers).places,
): PeriodPlace[] {
  const taken = new Map<number, ReportPlace[]>();
  for (const place of places) taken.set(place.paragraph, [...(taken.get(place.paragraph) ?? []), place]);
  return findPeriodPlaces(lines, periodOf(lines, choice)).filter(
    ({ paragraph, start, end }) => !(taken.get(paragraph) ?? []).some((place) => overlaps(place, start, end)),
  );
}

export const periodEdit = ({ paragraph, start, end, key }: PeriodPlace): ParagraphEdit => ({
  paragraph,
  start,
  end,
  text: `{${key}}`,
});

/** Headers and footers follow the body: words of the period that were left there at every place are left here too. */
export function edgeEdits(
  edges: readonly { part: string; texts: readonly string[] }[],
  period: ReportPeriod,
  body: readonly (PeriodPlace & { isLiteral: boolean })[],
): ParagraphEdit[] {
  const isLeft = ({ key, found }: PeriodPlace) => {
    const alike = body.filter((place) => place.key === key && place.found === found);
    return alike.length > 0 && alike.every(({ isLiteral }) => isLiteral);
  };
  return edges.flatMap(({ part, texts }) =>
    findPeriodPlaces(
      texts.map((text) => ({ text, cell: null })),
      period,
    )
      .filter((place) => !isLeft(place))
      .map((place) => ({ ...periodEdit(place), part })),
  );
}

/** Numbers and names of a period no tag was put for. */
const periodLeft = /(?:19|20)\d{2}|半年|季度|\d月|年度/;

/** What the file's properties call the report, with the words of its period as tags; empty where that cannot be told. */
export function propertyText(text: string, period: ReportPeriod): string {
  const edits = findPeriodPlaces([{ text, cell: null }], period).map(periodEdit);
  const tagged = [...edits, ...braceEdits([text], edits)]
    .sort((one, other) => other.start - one.start)
    .reduce((done, { start, end, text: tag }) => done.slice(0, start) + tag + done.slice(end), text);
  return periodLeft.test(tagged) ? '' : tagged;
}

/** A figure goes from the word before it to the words behind it. */
function overlaps(place: ReportPlace, start: number, end: number): boolean {
  return place.start - place.lead.length < end && start < place.end + place.words.length;
}
