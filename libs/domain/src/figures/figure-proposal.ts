import { ofChapter } from './figure-chapter.js';
import { cuesOf, type Cue, type CueSort } from './figure-cue-reading.js';
import { narrowedTo, partsOfColumns, partsOfSentences } from './figure-scope.js';
import {
  isChange,
  isOrdinal,
  near,
  saidOfOwn,
  sameSentence,
  standing,
  textAround,
  type FigurePlace,
} from './figure-standing.js';
import { otherArea, type OwnArea } from './own-area.js';
import { districtOf, otherActor } from './place-actor.js';
import { changeTold, isFormerValue, presentOf } from './place-change.js';
import { isGoal } from './place-goal.js';
import { ofNameBehind } from './place-name.js';
import { outsideTold } from './place-outside.js';
import { otherStart } from './place-since.js';
import {
  isOfHazards,
  isOfInspection,
  isToldOfInspection,
  otherSubject,
  speaksAgainst,
  type OtherSubject,
} from './place-body.js';
import { strayParts } from './place-pair.js';
import type { ToldOf } from '../reports/told-of-us.js';
import { otherAim, otherTime, type OtherTime, type ReportTime } from './place-time.js';
import { agrees, unitFit, type UnitFit } from './figure-units.js';
import type { Figure } from './figure.js';

export interface FigureProposal {
  figure: Figure;
  /** 0 to 1. */
  confidence: number;
  /** Words and unit that speak for it. */
  words: readonly string[];
  /** null where the place tells no unit. */
  unitFits: boolean | null;
  /** Whether the words beside the place name the figure; without them it is no more than a guess. */
  isTold: boolean;
  /** What the sentence narrows the place to, of which the figure counts more: 燃气专项行动. */
  narrowedTo: string | null;
  /** Why the number beside it is none of the report's period; null where it is. */
  apart: Apart | null;
}

/**
 * A number of another body, area or period, of a part of it, counted from another start, of how much something changed,
 * one that was aimed at, one that orders, one told not to be counted in, or one of what another body than 巡察 found.
 */
export type Apart =
  | OtherTime
  | { why: 'area' | 'actor' | 'outside' | 'since' | 'goal' | 'change' | 'former' | 'body' | 'ordinal'; words: string };

/** What is known of the report the places stand in. */
export interface ReportSetting {
  /** Without it a part of the period is not known from the whole. */
  time: ReportTime | null;
  area: OwnArea | null;
  /** Of a paper others wrote: whose each place is. */
  whose?: readonly ToldOf[];
}
const nothingKnown: ReportSetting = { time: null, area: null };

const unitWeights: Record<UnitFit, number> = {
  same: 3,
  alike: 2.2,
  kindred: 1.2,
  none: 0.5,
  other: -3,
  unwritten: -4,
  contrary: -6,
  untold: 0.5,
};

/** A figure, of 巡察 mostly, where somebody else is the subject. */
const ofOtherBody = -4;
/** 计划创建4个，其中国家级*个: for what is planned, and against what came of it. */
const ofGoal = 2.4;
/** A figure whose needed word stands nowhere. */
const unmet = -4;
/** What cues of a sort stand for at least where a figure is told, not guessed. */
const leastOf: Record<CueSort, number> = {
  telling: 0.25,
  following: 0.25,
  supporting: 0,
  needed: 0.1,
  contrary: 0,
  narrower: 0,
};

/** What a cue adds: a needed word that stands only far away is half missed. */
function worth({ sort, weight }: Cue, stands: number): number {
  if (sort === 'contrary') return stands < near ? 0 : weight * stands;
  if (sort === 'narrower') return stands < 0.25 ? 0 : weight;
  if (sort === 'needed' && stands < sameSentence) return stands < 0.1 ? unmet : unmet / 2;
  return weight * stands;
}

interface Scored {
  figure: Figure;
  score: number;
  /** The same with what speaks against the figure counted in part: by it the second choice and the third are listed. */
  lenient: number;
  words: string[];
  fit: UnitFit;
  /** Whether its telling word stands near and nothing near speaks against it. */
  isTold: boolean;
}

/** The part of what speaks against a figure that counts for a second choice. */
const leniency = 0.4;

interface ReadPlace {
  place: FigurePlace;
  text: string;
  own: string | null;
  subject: OtherSubject | null;
  isOfInspection: boolean;
  isGoal: boolean;
}

function scoreOf(figure: Figure, cues: readonly Cue[], read: ReadPlace): Scored {
  const { place, text, own, subject } = read;
  const fit = unitFit(place.unit, figure.unit);
  const words: string[] = [];
  let score = unitWeights[fit];
  let against = fit === 'other' ? score : 0;
  let isTold = own === null || cues.some((cue) => cue.weight > 0 && cue.words.some((word) => own.includes(word)));
  for (const cue of cues) {
    let best = 0;
    let bestWord = '';
    for (const word of cue.words) {
      if (!text.includes(word)) continue;
      const weighed = standing(word, place, cue.sort) * Math.min(1.2, 0.85 + word.length * 0.07);
      if (weighed > best) [best, bestWord] = [weighed, word];
    }
    const points = worth(cue, best);
    score += points;
    against += Math.min(0, points);
    if (cue.weight > 0 && best >= near) words.push(bestWord);
    if (cue.weight > 0 ? best < leastOf[cue.sort] : points < 0) isTold = false;
  }
  if ((subject && speaksAgainst(subject, figure)) || (read.isOfInspection && isOfHazards(figure))) {
    score += ofOtherBody;
    isTold = false;
  }
  if (isTold && read.isGoal) score += figure.nature === 'target' ? ofGoal : -ofGoal / 2;
  score += ofChapter(figure, place) + ofNameBehind(figure.key, place);
  return { figure, score, lenient: score - against * (1 - leniency), words, fit, isTold };
}

/** How much of the trust is left of a figure that is not told, or of a number that is only a change of one. */
const doubted = 0.45;

/** Best first; behind the first, those that much speaks for even if something speaks against them. */
function ranked(scored: readonly Scored[]): Scored[] {
  const [first, ...rest] = [...scored].sort((one, other) => other.score - one.score);
  return first ? [first, ...rest.sort((one, other) => other.lenient - one.lenient)] : [];
}

function proposalsOf(place: FigurePlace, list: readonly Scored[], count: number): FigureProposal[] {
  const [first, ...rest] = ranked(list);
  if (!first) return [];
  const second = Math.max(0, ...rest.map(({ score }) => score));
  const isFigure = !isChange(place);
  return [first, ...rest].slice(0, count).map(({ figure, score, words, fit, ...scored }, at) => {
    const isTold = scored.isTold && isFigure;
    // Nine points are as much as a plain place gets; a rival close behind halves the trust.
    const strength = Math.max(0, Math.min(1, score / 9));
    const lead = 1 / (1 + Math.exp((at === 0 ? second : first.score) - score));
    return {
      figure,
      confidence: Math.round(strength * lead * (isTold ? 1 : doubted) * 100) / 100,
      words,
      unitFits: fit === 'untold' ? null : agrees(fit),
      isTold,
      narrowedTo: isOfPeriod(figure) ? narrowedTo(figure.key, place) : null,
      apart: null,
    };
  });
}

/** What is planned, and a parameter of the bureau, are told of any time and as a goal. */
const isOfPeriod = ({ nature, source }: Figure) => nature !== 'target' && source !== 'parameter';

/** Why a place is none of the bureau's in a paper that others wrote; of its own no word tells that any more. */
const wordsOfOthers: Record<Exclude<ToldOf, 'us'>, string> = { shared: '几家单位', others: '其他单位或全体' };

function apartOf(place: FigurePlace, { time, area }: ReportSetting, whose?: ToldOf): Apart | null {
  if (whose !== undefined && whose !== 'us') return ofArea(wordsOfOthers[whose]);
  const change = changeTold(place);
  if (change !== null) return { why: 'change', words: change };
  if (isFormerValue(place)) return { why: 'former', words: '' };
  if (isGoal(place)) return { why: 'goal', words: '' };
  const outside = outsideTold(place);
  if (outside !== null) return { why: 'outside', words: outside };
  const other = whose ? null : otherArea(place, area);
  if (other !== null) return { why: 'area', words: other };
  const actor = whose ? null : otherActor(place, area);
  if (actor !== null) return { why: 'actor', words: actor };
  const start = otherStart(place, time);
  return start === null ? otherTime(place, time) : { why: 'since', words: start };
}

/** An aim for another time, or of another area. */
function aimOfOthers(place: FigurePlace, { time, area }: ReportSetting): Apart | null {
  const other = otherArea(place, area);
  return other === null ? otherAim(place, time) : ofArea(other);
}

/** What runs on from its own beginning, or is there at the end, is the same whatever start is told with it. */
const holdsFor = (apart: Apart | null, { nature }: Figure) =>
  apart?.why === 'since' && (nature === 'cumulative' || nature === 'stock') && !/\d/.test(apart.words) ? null : apart;

/** Below this a first proposal may be wrong where the same figure is claimed with more right elsewhere. */
const sure = 0.85;
/** A second proposal worth taking instead: by itself, and beside the first. */
const plausible = 0.1;
const comparable = 0.3;

/** For a figure of the group that a neighbour in the sentence tells, and against one that is a neighbour's. */
const ofGroup = 0.7;
const taken = -2;
/** Points from which a neighbour is taken for what it seems. */
const surelyTold = 7;

/** Of a list of parallel items each tells a figure of its own, most of one group. */
function besideOthers(all: readonly Scored[][], places: readonly FigurePlace[]): Scored[][] {
  const firsts = all.map((scored) => scored.reduce((best, one) => (one.score > best.score ? one : best)));
  const isSure = ({ score, isTold }: Scored) => isTold && score >= surelyTold;
  return all.map((scored, at) => {
    const neighbours = [
      ...(places[at]!.sentenceLength > 0 ? [firsts[at - 1]] : []),
      ...((places[at + 1]?.sentenceLength ?? 0) > 0 ? [firsts[at + 1]] : []),
    ].filter((first): first is Scored => first !== undefined && isSure(first));
    if (neighbours.length === 0) return scored;
    return scored.map((one) => {
      const { key, group } = one.figure;
      const inGroup = neighbours.some(({ figure }) => figure.group === group) ? ofGroup : 0;
      const isTaken = neighbours.some(({ figure, score }) => figure.key === key && score > one.score);
      const change = inGroup + (isTaken && one.figure.source !== 'parameter' ? taken : 0);
      return { ...one, score: one.score + change, lenient: one.lenient + change };
    });
  });
}

/**
 * The figures each place of a report may stand for, best first, at most `count`: read from the unit, the words beside it,
 * the chapter and the places beside it. A report seldom tells one figure twice: of two places that claim the same one, the
 * weaker takes its second proposal first where nobody else claims that.
 */
export function proposeForReport(
  written: readonly FigurePlace[],
  figures: readonly Figure[],
  count = 5,
  setting: ReportSetting = nothingKnown,
): FigureProposal[][] {
  if (figures.length === 0) return written.map(() => []);
  const places = written.map(presentOf);
  const known = figures.map((figure) => [figure, cuesOf(figure)] as const);
  const subjects = places.map(otherSubject);
  const scored = places.map((place, at) => {
    const read = {
      place,
      text: textAround(place),
      own: saidOfOwn(place),
      subject: subjects[at]!,
      isOfInspection: isToldOfInspection(place),
      isGoal: isGoal(place),
    };
    return known.map(([figure, cues]) => scoreOf(figure, cues, read));
  });
  const all = besideOthers(scored, places).map((list, at) => proposalsOf(places[at]!, list, count));
  const claims = new Map<string, number>();
  for (const [first] of all) {
    const { figure, confidence } = first!;
    claims.set(figure.key, Math.max(claims.get(figure.key) ?? 0, confidence));
  }
  const settled = all.map((proposals) => {
    const [first, second, ...rest] = proposals;
    if (!first || !second || first.figure.source === 'parameter') return proposals;
    const { key } = first.figure;
    const yields =
      first.confidence < sure &&
      first.confidence < claims.get(key)! &&
      second.confidence >= Math.max(plausible, first.confidence * comparable) &&
      !claims.has(second.figure.key);
    return yields ? [second, { ...first, confidence: second.confidence }, ...rest] : proposals;
  });
  const aparts = places.map((place, at) => apartOf(place, setting, setting.whose?.[at]));
  const claimed = all.map(([first], at) => (aparts[at] || !isOfPeriod(first!.figure) ? null : first!.figure.key));
  const ofSentences = partsOfSentences(places, claimed);
  const parts = partsOfColumns(places, claimed, setting.area).map((part, at) => part ?? ofSentences[at]!);
  const told = settled.map((proposals, at) =>
    proposals.map((proposal) => {
      const { figure } = proposal;
      if (isOrdinal(places[at]!)) return lowered({ ...proposal, apart: { why: 'ordinal', words: '' } });
      const whose = setting.whose?.[at];
      if (whose !== undefined && whose !== 'us') return lowered({ ...proposal, apart: aparts[at]! });
      if (figure.nature === 'target') return lowered({ ...proposal, apart: aimOfOthers(places[at]!, setting) });
      if (!isOfPeriod(figure)) return proposal;
      const subject = subjects[at]!;
      const district = whose ? null : districtOf(places[at]!, figure);
      const apart =
        subject && isOfInspection(figure, subject)
          ? ofBody(subject)
          : district !== null
            ? ofArea(district)
            : holdsFor(aparts[at]!, figure);
      return lowered({ ...proposal, narrowedTo: proposal.narrowedTo ?? parts[at]!, apart });
    }),
  );
  const strays = strayParts(places, told);
  return told.map(([first, ...rest], at) => {
    const scope = strays[at] ?? null;
    if (!first) return [];
    return inOrder([scope === null ? first : lowered({ ...first, narrowedTo: scope }), ...rest]);
  });
}

/** Of the same confidence what more speaks for stays first. */
const inOrder = (proposals: readonly FigureProposal[]) =>
  [...proposals].sort((one, other) => other.confidence - one.confidence);

const ofBody = ({ words }: OtherSubject): Apart => ({ why: 'body', words });

const ofArea = (words: string): Apart => ({ why: 'area', words });

/** Of a certain proposal less is left than makes it more than a guess. */
const partly = 0.4;

/** A count of the whole stays the best guess for a part of it, for a former one and for a goal, and no more than a guess. */
function lowered(proposal: FigureProposal): FigureProposal {
  if (proposal.narrowedTo === null && proposal.apart === null) return proposal;
  return { ...proposal, confidence: Math.round(proposal.confidence * partly * 100) / 100, isTold: false };
}
