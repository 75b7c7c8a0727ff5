import { cuesOf } from './figure-cue-reading.js';
import type { FigurePlace } from './figure-standing.js';
import type { Figure } from './figure.js';

/** 排查隐患*条，已整改*条: what was done about those counted right before, without a word of its own on what they are. */
const doneAboutThem =
  /^[^，。；、\d]{0,8}[，、（(](?:其中|目前|现|截至目前，)?(?:[已均全都部]{1,4}|完成)?(?:完成|督促|按期|经)?(?:整改|治理|整治|消除|排除|化解|销号|摘牌|清零|办结|完成|闭环)(?:完成|到位|销号|完毕|完|了)?$/;
const amongThem = /其中[：:，]?(?<own>[^，。；：:、\d*＊]{2,14}?)$/;

/** hazards_general of hazards_general_done: figures of one subject share it. */
const subjectOf = (key: string) => key.split('_').slice(0, 2).join('_');

const isTelling = (figure: Figure, words: string) =>
  cuesOf(figure).some(({ sort, words: cues }) => sort === 'telling' && cues.some((cue) => words.includes(cue)));

/** Whether a place is told as a part of the one right before it in its sentence, in the same unit. */
const followsOn = (place: FigurePlace, before: FigurePlace | undefined) =>
  before !== undefined &&
  place.column === null &&
  place.sentenceLength > 0 &&
  place.unit !== '%' &&
  place.unit === before.unit;

/** From here on a first proposal is more than a guess. */
export const trusted = 0.45;

/** What a place stands for best, with how much trust. */
interface Claim {
  figure: Figure;
  confidence: number;
  /** Why the number is none of the report's, where it is none. */
  apart: object | null;
}

/**
 * A part goes with what it is a part of: of each place that claims a figure of another thing than the number it is told a
 * part of, its words; null where they go together. What was done about a number that stays open stays open too.
 */
export function strayParts(places: readonly FigurePlace[], claims: readonly (readonly Claim[])[]): (string | null)[] {
  const strays: (string | null)[] = [];
  for (const [at, [claim]] of claims.entries()) {
    const place = places[at]!;
    const isClaim = claim && claim.confidence >= trusted && claim.figure.source !== 'parameter';
    const whole = isClaim && followsOn(place, places[at - 1]) ? claims[at - 1]![0] : undefined;
    if (!whole || !isClaim) {
      strays.push(null);
      continue;
    }
    const isSettled = whole.confidence >= trusted && strays[at - 1] === null;
    const ofSentence = claims
      .slice(sentenceStart(places, at), at)
      .flatMap(([first]) => (first ? [first.figure.key] : []));
    const isOfSubject = ofSentence.some((key) => subjectOf(key) === subjectOf(claim.figure.key));
    const isOpen = !isSettled && (whole.apart !== null || !isOfSubject);
    strays.push(
      isOpen && doneAboutThem.test(place.before)
        ? place.before.replace(/^.*[，、（(]/, '')
        : amongOthers(claim.figure, place, isSettled ? whole.figure : null),
    );
  }
  return strays;
}

/** The place that begins the sentence of the one at `at`. */
function sentenceStart(places: readonly FigurePlace[], at: number): number {
  let start = at;
  while (start > 0 && places[start]!.sentenceLength > 0) start--;
  return start;
}

/** 召开党委会*次，其中研究安全生产*次: among what another figure counts, and not itself named as what is counted. */
function amongOthers(figure: Figure, { before }: FigurePlace, whole: Figure | null): string | null {
  const words = amongThem.exec(before)?.groups?.own;
  return words === undefined || whole?.group === figure.group || isTelling(figure, words) ? null : words;
}
