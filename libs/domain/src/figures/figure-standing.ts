import type { CueSort } from './figure-cue-reading.js';

/** What stands around a place to fill. */
export interface FigurePlace {
  /** Of the same sentence, before the place and back to the place before it; its last characters stand next to it. */
  before: string;
  /** Up to the next stop or the next place; begins with the measure word. */
  after: string;
  /** What follows `after` in the sentence, up to the next place. */
  later: string;
  /** The paragraph up to `before`; `sentenceLength` of its last characters belong to the same sentence. */
  earlier: string;
  sentenceLength: number;
  /** How the paragraph begins, up to its first stop. */
  label: string;
  /** Headings above, the nearest last. */
  headings: readonly string[];
  /** Measure word, of money with its scale (万元); empty where there is none, null where a table does not tell it. */
  unit: string | null;
  /** What its column of a table is headed with; null in running text. `before` ends with it. */
  column: string | null;
  /** Number of the table it stands in; null in running text. */
  table: number | null;
}

/** Near enough to speak against a figure or to be named as a reason. */
export const near = 0.55;
/** A word told elsewhere in the same sentence counts at least so much. */
export const sameSentence = 0.3;
/** One that stands beside another place of the sentence at most so much. */
const ofAnother = 0.45;
/** What a word of the clauses that follow counts, which speak of the next place rather. */
const ofNextClause: Record<CueSort, number> = {
  telling: 0,
  following: 0,
  supporting: 0.45,
  needed: 0.3,
  contrary: 0,
  narrower: 0,
};
/** What each stop between takes off: a word that speaks against a figure does so in its clause alone. */
const ofContrary = 0.3;
const ofOthers = 0.08;
const stopForm = /[，。；;、：:！!？?｜|（）()\s]/g;

/**
 * How much a word counts where it stands, from 0 to 1: right beside the place in full, at the head of the chapter hardly.
 * A cue that follows its place is looked for there alone.
 */
export function standing(word: string, place: FigurePlace, sort: CueSort): number {
  const best = sort === 'following' ? 0 : preceding(word, place, sort);
  const counts = Math.max(best, following(word, place));
  if (counts > 0 || sort === 'following') return counts;
  const { earlier } = place;
  if (place.later.includes(word)) return beginsClause(place) ? 0.45 : ofNextClause[sort];
  const ago = earlier.lastIndexOf(word);
  const distance = earlier.length - ago;
  if (ago >= 0 && distance <= place.sentenceLength) return Math.max(sameSentence, 0.5 - distance / 100);
  if (place.label.includes(word)) return place.sentenceLength >= earlier.length ? 0.42 : 0.3;
  if (place.headings.some((text) => text.includes(word))) return 0.36;
  return ago < 0 ? 0 : Math.max(0.1, 0.32 - distance / 250);
}

/** *个村（居）配齐A、B岗: what follows tells it. */
const beginsClause = ({ before }: FigurePlace) => /(?:^|[，；。、])[【［[（(]?\s*$/.test(before);

function preceding(word: string, place: FigurePlace, sort: CueSort): number {
  const { before, sentenceLength } = place;
  const back = before.lastIndexOf(word);
  if (back < 0) return 0;
  // 12个方面60个问题: what measures the place before says nothing against this one.
  if (sort === 'contrary' && back === 0 && sentenceLength > 0) return 0;
  const between = before.slice(back + word.length);
  const perStop = sort === 'contrary' ? ofContrary : ofOthers;
  const parted = (between.match(stopForm)?.length ?? 0) * perStop + (beginsClause(place) ? 0.3 : 0);
  const counts = Math.max(0.4, 1 - between.length / 60 - parted);
  // Behind another place of the sentence and before the next stop a word is that place's: 造成*人死亡、*人重伤.
  const isOthers = sentenceLength > 0 && back < before.search(stopForm);
  return isOthers ? Math.min(beginsClause(place) ? sameSentence : ofAnother, counts) : counts;
}

function following(word: string, { after }: FigurePlace): number {
  const ahead = after.indexOf(word);
  return ahead < 0 ? 0 : Math.max(0.45, 0.97 - ahead / 20);
}

/** *起、死亡*人: the clause of the place itself, without its measure word. */
function ownClause({ before, after, unit }: FigurePlace): string {
  const [lastStop] = [...before.matchAll(stopForm)].slice(-1);
  const measure = unit?.replace(/^[百千万亿](?=元)/, '') ?? '';
  return before.slice(lastStop ? lastStop.index + 1 : 0) + after.trimStart().slice(measure.length);
}

/** Words that tell nothing of what is counted. */
const fillers = /[共计均各已达约近有为了也及和与等的是在其中累总合全部上下半年季度月份目前截至分别先后同时另仍]/g;

/** What the clause of the place says; null where it says nothing of its own: 惠及*户、*人. */
export function saidOfOwn(place: FigurePlace): string | null {
  const own = ownClause(place);
  return own.replace(fillers, '').replace(/[^\p{Script=Han}]/gu, '').length < 2 ? null : own;
}

/** All there is to read around a place: what is not in it stands nowhere. */
export const textAround = ({ earlier, before, after, later, label, headings }: FigurePlace) =>
  [earlier, before, after, later, label, ...headings].join('\n');

const changeForm =
  /(?:同比|环比|相比|比\S{1,8}|较\S{1,6})(?:[^。；]{0,24}[，、*＊\d])?[^，。；、]{0,6}(?:减少|增加|下降|上升|增长|降低|少|多|增|减)[^，。；、]{0,4}$/;

/** The sentence up to the place. */
export const sentenceOf = ({ before, earlier, sentenceLength }: FigurePlace) =>
  earlier.slice(earlier.length - sentenceLength) + before;

/** 同比减少*起: by how much a figure differs from the year before is none itself. */
export function isChange(place: FigurePlace): boolean {
  return changeForm.test(sentenceOf(place).slice(-60));
}

/** 区委第*巡察组: which of them, not how many. */
export const isOrdinal = ({ before }: FigurePlace): boolean => /第\s?[【［[（(]?$/.test(before);
