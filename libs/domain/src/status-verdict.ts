import { partStatusDay } from './status-day.js';
import type { StatusWords, ToldText } from './status-words.js';

/** What one text says of a status; may remember texts it has read before. */
export type WordsOf = (text: string) => StatusWords | null;

/** What 是否销号 or 复查结果 says. */
export interface Verdict {
  readonly says: 'yes' | 'no' | 'failed' | 'in_progress' | 'ongoing' | 'completed' | 'not_started';
  readonly raw: string;
  readonly basic: boolean;
  readonly told: readonly ToldText[];
}

const verdictYes =
  /^(?:√|✓|✔|是|Y|YES|已|同意|准予|予以|均|全部)?(?:√|合格|通过|符合|销号|摘牌|复查合格|验收合格|复查通过|验收通过|达标)(?:要求|标准)?[。]?$|^(?:√|✓|✔|☑|是|Y|YES|●|■|已复查|已验收|已核查|已整改到位)[。]?$|^20\d\d[年./-]\d{1,2}$/;
/** Under 是否销号 a day alone is the day it was. */
const dayAlone = /^(?:20\d\d[年./-])?\d{1,2}[月./-]\d{1,2}[日号]?$/;
const verdictFailed = /不合格|不通过|未通过|不符合|不达标|退回|重新整改/;
const verdictNo = /^(?:×|✗|✘|X|否|N|NO|未|没|不|待|暂未|尚未|申请|已申请|拟)/;

/** Reviewed, without a word of the result. */
const resultLeftOut = /^已(复查|核查)[。]?$/;
const doubtfulSign = /^[●■★◉○◯〇□☐☆△]$/;

/** 是否销号 and 复查结果 of all rows of the ticket. */
export function readVerdict(texts: readonly string[], wordsOf: WordsOf): Verdict | null {
  const verdicts = texts.flatMap((raw) => readOneVerdict(raw, wordsOf) ?? []);
  const [first] = verdicts;
  if (!first) return null;
  const told = verdicts.flatMap((one) => one.told);
  const decides =
    verdicts.find(({ says }) => says === 'failed') ?? verdicts.find(({ says }) => says !== 'yes') ?? first;
  return { ...decides, told };
}

function readOneVerdict(raw: string, wordsOf: WordsOf): Verdict | null {
  const text = raw.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  const words = wordsOf(raw);
  if (!words) return null;
  const { certainty } = words;
  const dated = partStatusDay(text);
  const verdict = (says: Verdict['says'], told: Partial<ToldText> = {}): Verdict => {
    return { says, raw, basic: words.basic, told: [{ raw, rough: words.rough, certainty, day: words.day, ...told }] };
  };
  // Every heading of this sort asks for a verdict: only signs that are neither yes nor no stay in doubt.
  const known = doubtfulSign.test(text) ? {} : ({ certainty: 'plain' } as const);
  if (verdictFailed.test(text)) return verdict('failed', known);
  if (dayAlone.test(text)) return verdict('yes', { certainty: 'plain', day: text });
  if (resultLeftOut.test(text)) return verdict('yes', { certainty: 'assumed' });
  if (verdictYes.test(dated?.words ?? text)) return verdict('yes', { ...known, day: dated?.day ?? null });
  if (words.says === 'closed') return verdict('yes');
  if (verdictNo.test(text) || words.says === 'no') return verdict('no', known);
  return verdict(words.says === 'settled' ? 'completed' : words.says);
}
