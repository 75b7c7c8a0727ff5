import { sentenceOf, type FigurePlace } from './figure-standing.js';
import type { Figure } from './figure.js';

const own = /巡察|巡视/;
const says = '[^，。；、\\d*＊]{0,8}(?:反馈|指出|发现|提出|移交|交办|转办|通报|查出)';
const whose = '[^，。；、\\d*＊]{0,4}(?:问题|意见)';
/** Others that look into a bureau, where they say something: 审计反馈, 督查发现. */
const body = new RegExp(
  `(?:生态)?环(?:境)?保(?:护)?督[察查]?(?=整改|${says}|${whose})|(?:环保|审计|考核巡查|(?<!委)巡查|主题教育)(?=整改|${says}|${whose})` +
    `|(?:人大|政协|信访|消防|考核|督[察查]|督导)(?=${says}|${whose})`,
);
/** What else is put right, or done in time. */
const matter = /隐患|举报|信访|投诉|热线|督办|交办|重点任务|重点工作/;
const clauseStop = /[，。；;、：:！!？?｜（()）]/;

/** Who or what else than 巡察 a place is told of. */
export interface OtherSubject {
  why: 'body' | 'matter';
  words: string;
  /** Whether the sentence names hazards: without them 已整改*个 is what the other body found. */
  isOfHazards: boolean;
}

/** 反馈问题4个 alone does not tell whose they are. */
const isUntold = (clause: string) => clause.includes('反馈');

/**
 * The nearest subject before the place, which holds on for the clauses behind it; what the sentence does not tell its
 * paragraph does, or a heading. Null where that is 巡察 or nobody.
 */
export function otherSubject(place: FigurePlace): OtherSubject | null {
  const found = subjectOf(place);
  return found && { ...found, isOfHazards: sentenceOf(place).includes('隐患') };
}

function subjectOf(place: FigurePlace): Pick<OtherSubject, 'why' | 'words'> | null {
  const clauses = sentenceOf(place).split(clauseStop).reverse();
  const inFront = matter.exec(clauses[0]!)?.[0];
  for (const clause of clauses) {
    const found = bodyIn(clause);
    if (found === null) continue;
    if (found !== '') return { why: 'body', words: found };
    return inFront !== undefined && clause !== clauses[0] ? { why: 'matter', words: inFront } : null;
  }
  const told = clauses.map((clause) => matter.exec(clause)?.[0]).find((words) => words !== undefined);
  if (told !== undefined && !clauses.some(isUntold)) return { why: 'matter', words: told };
  const paragraph = place.earlier.slice(0, place.earlier.length - place.sentenceLength).split(clauseStop);
  const above = [...place.headings, place.label, ...paragraph].reverse();
  const words = above.map(bodyIn).find((found) => found !== null);
  return words ? { why: 'body', words } : null;
}

/** The other body a clause names; empty where it names 巡察, null where it names none. */
const bodyIn = (clause: string): string | null => (own.test(clause) ? '' : (body.exec(clause)?.[0] ?? null));

/** What a sentence may be about where its paragraph is about 巡察. */
const otherMatter = /隐患|举报|信访|投诉|热线|督办|任务|执法|立案|行动|事故|整治/;

/** Whether the sentence, or what its paragraph tells before it, is of 巡察 and of nothing else: 销号*条. */
export function isToldOfInspection(place: FigurePlace): boolean {
  if (place.column !== null || otherMatter.test(sentenceOf(place))) return false;
  const clauses = (place.earlier + place.before).split(clauseStop).reverse();
  return clauses.map(bodyIn).find((found) => found !== null) === '';
}

/** Whether it counts hazards, that are put right and struck off by the words of 巡察 problems. */
export const isOfHazards = ({ key }: Figure) => key.startsWith('hazards_') || key.endsWith('hazards_eliminated');

/** Whether it counts what 巡察 fed back, or what came of that. */
export const isOfInspection = ({ key, group }: Figure, { why }: OtherSubject) =>
  why === 'body' ? group === 'rectification' || key.startsWith('rect_') : key.startsWith('inspection_');

/** The same, and what else would be put right by the word alone. */
export const speaksAgainst = (subject: OtherSubject, figure: Figure) =>
  isOfInspection(figure, subject) ||
  (subject.why === 'body' && !subject.isOfHazards && figure.key.endsWith('hazards_eliminated'));
