import {
  agrees,
  areaInPaper,
  asOfDay,
  findFigure,
  findPlaces,
  isPaperOfOthers,
  nameless,
  placesOfOthers,
  proposeForReport,
  templateNameOf,
  trusted,
  unitFit,
  type Figure,
  type FigureProposal,
  type NumberSense,
  type OwnNames,
  type ReportLine,
} from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { learningWords } from '@xiaohao/messages';
import { periodOf, periodPlaces, type LearningChoice } from './learned-periods.js';
import { claimsOf, followedBeside, literalsOf, type LeftWord } from './literal-places.js';
import type { LearnedPlace, LearnedProposal } from './learned-place.js';
import { markConflicts } from './place-conflicts.js';
import { contextOf, leftPlace } from './place-context.js';
import { linesOf } from './report-lines.js';
import { reportWordTable, type ReportWord } from '../building/report-words.js';

/** Words of the report that are those of its period: they follow the next one unless somebody leaves them. */
export interface LearnedPeriodPlace {
  /** From 1, in reading order; counted apart from the places of figures. */
  index: number;
  paragraph: number;
  start: number;
  end: number;
  context: string;
  found: string;
  key: ReportWord;
  /** The tag as the list of tags names it. */
  alias: string;
  name: string;
}

/** What a former report teaches; the shape of `xiaohao learn --json`. */
export interface LearnedReport {
  placeholders: LearnedPlace[];
  numbers: { paragraph: number; found: string; unit: string; why: NumberSense }[];
  /** The code of its period, e.g. `2025H1`; null where nothing tells it, or no year. */
  period: string | null;
  /** Several periods the report may be of: until one is chosen nothing is proposed for its words. */
  periodCandidates: { code: string; label: string }[];
  /** Words of its title that name a period no report can be built for, e.g. 前三季度. */
  periodUnbuildable: string | null;
  /** What its template may be called; null where the first lines are no title. */
  suggestedName: string | null;
  periods: LearnedPeriodPlace[];
  /** Numbers that are no places: they stay in the template as they are written here. */
  literals: LearnedLiteral[];
  /** What is claimed in words, which no number makes true of the next report. */
  claims: LeftWord[];
}

export interface LearnedLiteral extends LeftWord {
  /** Words of the period in its sentence that follow the next report, while its own year stays. */
  beside: string | null;
}

/** Which figure each place shall print, by its index; a place without one keeps its text. */
export type Bindings = ReadonlyMap<number, string>;

/** What is trusted where the measure word is another one: 处 for a figure counted in 个. */
const certainOfOtherUnit = 0.7;
const proposalCount = 5;
/** A report has some hundreds; what has more is no report, and would keep everybody waiting. */
const placeLimit = 2000;
/** All written numbers, those that are days, articles and the like too. */
const numberLimit = 10_000;

/**
 * Reads a former report: every place to fill with the figures it may stand for, and every other number with what it was
 * taken for.
 * @throws tooManyPlaces, fileNotDocument and what reading a .docx throws
 */
export async function learnReport(
  fileName: string,
  file: Buffer,
  figures: readonly Figure[],
  choice: LearningChoice = {},
): Promise<LearnedReport> {
  return learnLines(await linesOf(fileName, file), figures, choice);
}

/** The same of its paragraphs; `names` are those of the bureau that reads it. */
export function learnLines(
  lines: readonly ReportLine[],
  figures: readonly Figure[],
  choice: LearningChoice = {},
  names: OwnNames = nameless,
): LearnedReport {
  const texts = lines.map(({ text }) => text);
  const { places, numbers, stopped } = findPlaces(lines, choice.numbers, { places: placeLimit, numbers: numberLimit });
  if (stopped) throw new AppError('tooManyPlaces', { limit: places.length > placeLimit ? placeLimit : numberLimit });
  const read = periodOf(lines, choice);
  const told = placesOfOthers(lines, places, names);
  const isOfOthers = isPaperOfOthers(lines, told, names);
  const proposed = proposeForReport(
    told.map(({ place, around, whose }) => (isOfOthers && whose === 'us' ? around : place.around)),
    figures,
    proposalCount,
    {
      time: read.period && { period: read.period, asOf: asOfDay(lines, read.period) },
      area: areaInPaper(
        lines.filter(({ note }) => !note).map(({ text }) => text),
        names,
      ),
      ...(isOfOthers ? { whose: told.map(({ whose }) => whose) } : {}),
    },
  );
  const placeholders = markConflicts(
    places.map((place, at) => ({
      index: at + 1,
      paragraph: place.paragraph,
      start: place.start,
      end: place.end,
      context: contextOf(texts[place.paragraph - 1]!, place),
      found: place.found,
      unit: place.unit,
      scale: place.scale,
      fuzz: place.fuzz,
      proposals: proposed[at]!.map(proposalView),
      conflictsWith: null,
    })),
  );
  const cells = lines.map(({ text, cell }) => ({ text, fillsCell: cell !== null && cell.column > 0 }));
  const periods = periodPlaces(lines, choice, places);
  return {
    placeholders,
    numbers: numbers.map(({ paragraph, found, unit, why }) => ({ paragraph, found, unit, why })),
    period: read.hasYear ? (read.period?.code ?? null) : null,
    periodCandidates: read.candidates.map(({ code, label }) => ({ code, label })),
    periodUnbuildable: read.unbuildable,
    suggestedName: templateNameOf(texts, read.period?.kind ?? null),
    periods: periods.map((place, at) => {
      const { alias, name } = reportWordTable.find(({ key }) => key === place.key)!;
      return { ...place, index: at + 1, context: contextOf(texts[place.paragraph - 1]!, place), alias, name };
    }),
    // Of *万余份 the words belong to the star.
    literals: literalsOf(cells, [
      ...places.map((place) => ({ ...place, end: place.end + place.words.length })),
      ...periods,
    ]).map((place) => ({
      ...leftPlace(texts, place),
      beside: followedBeside(texts[place.paragraph - 1]!, place, periods),
    })),
    claims: claimsOf(cells, placeholders.filter(isTrusted)).map((place) => leftPlace(texts, place)),
  };
}

const isTrusted = ({ proposals: [first] }: LearnedPlace) => first !== undefined && first.confidence >= trusted;

/** The first proposals that are more than a guess. */
export function likelyBindings(
  { placeholders }: LearnedReport,
  find: (key: string) => Figure | null = findFigure,
): Bindings {
  return new Map(
    placeholders.flatMap(({ index, unit, context, conflictsWith, proposals: [first] }) =>
      first &&
      conflictsWith === null &&
      !isDifference(context) &&
      isCertain(unit, find(first.key)?.unit ?? unit, first.confidence)
        ? [[index, first.key] as const]
        : [],
    ),
  );
}

/** 比2024年同期多【2】次: how far from the former one, not how many. */
function isDifference(context: string): boolean {
  const [before = ''] = context.split('【');
  return /(?:同期|同比|环比|[较比](?:上年|去年|上期|20\d{2}年))[^，。；]{0,8}[多少增减升降长][^，。；到至为]{0,3}$/.test(
    before,
  );
}

function isCertain(written: string, unit: string, confidence: number): boolean {
  return confidence >= (agrees(unitFit(written, unit)) ? trusted : certainOfOtherUnit);
}

function proposalView({
  figure,
  confidence,
  words,
  unitFits,
  isTold,
  narrowedTo,
  apart,
}: FigureProposal): LearnedProposal {
  const { key, name, source } = figure;
  const around = [...new Set(words)].map((word) => `“${word}”`).join('');
  const reasons = [
    ...(around ? [learningWords.words[0].replace('{words}', around)] : []),
    ...(figure.unit === '' || unitFits === null
      ? []
      : [unitFits ? learningWords.unitSame[0] : learningWords.unitOther[0]]),
    ...(narrowedTo === null ? [] : [learningWords.narrower[0].replace('{scope}', narrowedTo)]),
    ...(apart === null ? [] : [learningWords[apart.why][0].replace('{words}', apart.words)]),
    ...(isTold || narrowedTo !== null || apart !== null ? [] : [learningWords.unsure[0]]),
  ];
  const why = apart !== null || around || (unitFits && figure.unit) ? reasons.join('，') : learningWords.nothing[0];
  return { key, name, source, confidence, why };
}
