import { readableEnds } from './readable-text.js';
import { remembering } from './remembering.js';
import { readStatusWords } from './status-words.js';

/** What a clause that is nothing but a state says; clauses that tell more are no states of the whole. */
type State = 'open' | 'done' | 'reviewWaits' | 'reviewed' | 'strikingWaits' | 'struck';

/** 已完成 beside 待验收 is one statement; these are two that cannot both be true. */
const contradictions: readonly (readonly [State, State])[] = [
  ['open', 'done'],
  ['open', 'reviewed'],
  ['open', 'struck'],
  ['reviewWaits', 'reviewed'],
  ['reviewWaits', 'struck'],
  ['strikingWaits', 'struck'],
];

const clauseEnds = /[\n,，。;；、()（）]+/;
/** 经区应急局复查合格; longer clauses tell a story. */
const longestState = 14;
/** 整改中, 正在整改, 整改中 40%; 整改 alone is a measure. */
const underWay = /^(?:正在(?:整改|办理|推进|实施|处理|进行)中?|(?:整改|办理|推进|实施|处理|进行)中)(?:\s*\d{1,3}%)?$/;
const striking = /销号|摘牌/;

/** A clause with a number tells of a day or of a part. */
function stateOf(clause: string): State | null {
  if (underWay.test(clause)) return 'open';
  return clause === '' || clause.length > longestState || /\d/.test(clause) ? null : stateIn(clause);
}

/** Many rows end with the same clause. */
const stateIn = remembering((words): State | null => {
  const read = readStatusWords(words);
  if (read?.says === 'closed') return striking.test(words) ? 'struck' : 'reviewed';
  if (read?.says === 'reported') return striking.test(words) ? 'strikingWaits' : 'reviewWaits';
  if (read?.certainty !== 'plain') return null;
  if (read.says === 'completed') return 'done';
  if (read.says !== 'no' && read.says !== 'not_started') return null;
  return striking.test(words) ? 'strikingWaits' : 'open';
});

/** 整改中 and 已完成 in one cell: two states that contradict each other, as written, in their order; null where none do. */
export function contradictingStates(text: string): readonly [string, string] | null {
  const clauses = readableEnds(text).normalize('NFKC').split(clauseEnds);
  if (clauses.length < 2) return null;
  const told = clauses
    .map((clause) => ({ clause: clause.trim(), state: stateOf(clause) }))
    .filter(({ state }) => state !== null);
  for (const [at, one] of told.entries()) {
    const other = told.slice(at + 1).find(({ state }) => contradict(one.state!, state!));
    if (other) return [one.clause, other.clause];
  }
  return null;
}

const contradict = (a: State, b: State) =>
  contradictions.some((pair) => (pair[0] === a && pair[1] === b) || (pair[0] === b && pair[1] === a));
