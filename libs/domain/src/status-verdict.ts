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
  /^(?:√|✓|✔|是|Y|YES|已|经复查|经核查|现场|同意|准予|予以|均|全部|已?整改)*(?:√|合格|通过|符合|满足|销号|摘牌|复查合格|验收合格|复查通过|验收通过|达标)(?:要求|标准|规定)?[。]?$|^(?:√|✓|✔|☑|是|Y|YES|●|■|同意|准予|已销|已复查|已验收|已核查|(?:经复查|经核查|复查|现场)?[,，]?已?整改到位)[。]?$|^20\d\d[年./-]\d{1,2}$/;
/** Under 是否销号 a day alone is the day it was. */
const dayAlone = /^(?:20\d\d[年./-])?\d{1,2}[月./-]\d{1,2}[日号]?$/;
const verdictFailed = /不合格|不通过|未通过|不符合|不达标|退回|重新整改/;
/** The same in words that a verified result may follow. */
const sentBack =
  /未达标|不到位|未整改到位|驳回|返工|不同意|不予(?:销号|通过|认可|摘牌|验收)|反弹|复发|(?:重新|再次|继续|进一步)(?:整改|办理|督办|推进|完善)|限期(?:整改|再改|改正)|仍(?:然)?(?:存在|有|未)/;
const verdictNo = /^(?:×|✗|✘|X|否|N|NO|未|没(?!问题)|不|待|暂未|尚未|申请|已申请|拟|建议|可以?销|具备|符合销号条件)/;

/** Reviewed, without a word of the result. */
const resultLeftOut = /^已(复查|核查)[。]?$/;
/** Nothing was found, or it was agreed to in the main: as good as a yes, not as plain. */
const nearlyYes =
  /^(?:复查|现场|经复查)?(?:[没无](?:有)?问题|未(?:发现|见)(?:问题|异常|隐患)|[无没](?:有)?(?:异常|隐患)|(?:隐患|问题)?已(?:消除|解决)|原则(?:上)?(?:同意|通过))[。]?$/;
/** What an enquiry found: nothing of how far it is. */
const foundTrue = /属实/;
const doubtfulSign = /^[●■★◉○◯〇□☐☆△]$/;

/** An opinion of a superior that is no review: 通过 of 审核意见 closes, 不通过 opens, all else is advice. */
export function readOpinion(texts: readonly string[], wordsOf: WordsOf): Verdict | null {
  const verdict = readVerdict(texts, wordsOf);
  if (verdict?.says !== 'yes' && verdict?.says !== 'failed') return null;
  return { ...verdict, told: verdict.told.map((one) => ({ ...one, certainty: 'assumed' })) };
}

/** 属实 under 核查结论, 责令停业 under 复查情况: what was found or done, of which 是否办结 beside it knows more. */
export function saysNoVerdict({ says, raw, told }: Verdict): boolean {
  return says === 'in_progress' && told.some((one) => one.raw === raw && one.certainty !== 'plain');
}

/** What of a verdict that says none has to be told all the same. */
export function toldBesides({ told }: Verdict): readonly ToldText[] {
  return told.filter(({ raw }) => !foundTrue.test(raw));
}

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
  if (nearlyYes.test(text)) return verdict('yes', { certainty: 'assumed' });
  if (verdictFailed.test(text)) return verdict('failed', known);
  if (dayAlone.test(text)) return verdict('yes', { certainty: 'plain', day: text });
  if (resultLeftOut.test(text)) return verdict('yes', { certainty: 'assumed' });
  if (verdictYes.test(dated?.words ?? text)) return verdict('yes', { ...known, day: dated?.day ?? null });
  if (words.says === 'closed') return verdict('yes');
  if (sentBack.test(text)) return verdict('failed', known);
  if (words.says === 'pending') return verdict('no');
  if (verdictNo.test(text) || words.says === 'no') return verdict('no', known);
  return verdict(words.says === 'settled' ? 'completed' : words.says);
}
