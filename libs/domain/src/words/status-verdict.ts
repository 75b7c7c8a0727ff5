import { readableEnds } from './readable-text.js';
import { partOfAll } from './status-share.js';
import { partStatusDay } from './status-day.js';
import { waitsForVerdict } from './status-undone.js';
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
  /^(?:√|✓|✔|是|Y|YES|已|审核|经复查|经核查|现场|同意|准予|予以|均|全部|整改)*(?:√|合格|通过|符合|满足|销号|摘牌|复查合格|验收合格|复查通过|验收通过|达标)(?:要求|标准|规定)?[。]?$|^(?:√|✓|✔|☑|是|已|Y|YES|●|■|同意|准予|已销|已复查|已验收|已核查|(?:经复查|经核查|复查|现场)?[,，]?已?整改到位)[。]?$|^20\d\d[年./-]\d{1,2}$/;
/** Under 是否销号 a day alone is the day it was. */
const dayAlone = /^(?:20\d\d[年./-])?\d{1,2}[月./-]\d{1,2}[日号]?$/;
const verdictFailed = /不合格|不通过|未通过|不符合|不达标|退回|重新整改/;
/** The same in words that a verified result may follow. */
const sentBack =
  /未达标|不到位|未整改到位|驳回|返工|不同意|不予(?:销号|通过|认可|摘牌|验收)|反弹|复发|(?:重新|再次|继续|进一步)(?:整改|办理|督办|推进|完善)|限期(?:整改|再改|改正)|仍(?:然)?(?:存在|有|未)|不彻底|不力/;
const verdictNo =
  /^(?:×|✗|✘|X|否|N|NO|未|没(?!问题)|不|待|暂|缓|尚未|申请|已申请|拟|建议|可以?销|准备|具备|达到|符合销号条件)/;

/** Reviewed, without a word of the result. */
const resultLeftOut = /^已(复查|核查)[。]?$/;
/** Nothing was found, or it was agreed to in the main: as good as a yes, not as plain. */
const nearlyYes =
  /^(?:(?:经(?:现场)?)?(?:复查|核查|复核|验收)|现场)?[,，]?(?:[没无](?:有)?问题|未(?:发现|见)(?:问题|异常|隐患)|[无没](?:有)?(?:异常|隐患)|(?:隐患|问题)?已(?:消除|解决)|原则(?:上)?(?:同意|通过))[。]?$/;
/** What an enquiry found: nothing of how far it is. */
const foundTrue = /属实/;
const doubtfulSign = /^[●■★◉○◯〇□☐☆△]$/;

const ends = '(?:办结|结案|销号|摘牌|闭环)';
const refused = new RegExp(`(?:不|未)(?:予以?|能|宜)?(?:同意|批准|准予|${ends})|暂缓${ends}`);
const agreed = new RegExp(`(?:同意|准予|准许|批准|予以|可以?|可予)(?:该|此|本)?(?:事项|问题|案?件)?(?:予以)?${ends}`);
/** 办结, 销: as it stands in an opinion, a word of agreement. */
const bareEnd = /^(?:已)?(?:办结|结案|销号|销|摘牌|闭环)[。]?$/;
/** 整改到位后予以销号, 建议办结: not yet agreed. */
const onCondition = /后(?:再|方|才)?(?:可|予|准|同意)|方可|方能|才能|拟|建议|申请|条件/;
/** 加快办理, 持续跟踪: it goes on. */
const urged =
  /(?:继续|加快|抓紧|尽快|持续|进一步|限期)[^,，。;；]{0,6}(?:推进|办理|整改|落实|跟踪|跟进|督办|督促|完成|处置|化解|办结)|跟踪(?:督办|问效|落实)/;

/** 同意办结, 准予销号: those above agree that the matter ends. */
export function agreesToEnd(raw: string): boolean {
  const text = plainText(raw);
  return (agreed.test(text) || bareEnd.test(text)) && !refused.test(text) && !onCondition.test(text);
}

/**
 * An opinion of a superior that is no review: 通过 and 同意办结 say yes, 不通过, 退回 and 加快办理 that it goes on; all else is
 * advice.
 */
export function readOpinion(texts: readonly string[], wordsOf: WordsOf): Verdict | null {
  const opinion = decisive(texts.flatMap((raw) => readOneOpinion(raw, wordsOf) ?? []));
  return opinion && { ...opinion, told: opinion.told.map((one) => ({ ...one, certainty: 'assumed' })) };
}

function readOneOpinion(raw: string, wordsOf: WordsOf): Verdict | null {
  const text = plainText(raw);
  const opinion = (says: Verdict['says'], day: string | null): Verdict => {
    return { says, raw, basic: false, told: [{ raw, rough: false, certainty: 'assumed', day }] };
  };
  if (agreesToEnd(raw)) return opinion('yes', partStatusDay(text)?.day ?? null);
  if (refused.test(text)) return opinion('failed', null);
  if (agreed.test(text)) return null;
  const verdict = readOneVerdict(raw, wordsOf);
  if (verdict?.says === 'yes' || verdict?.says === 'failed') return verdict;
  return urged.test(text) ? opinion('failed', null) : null;
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
  return decisive(texts.flatMap((raw) => readOneVerdict(raw, wordsOf) ?? []));
}

/** Of several the one that leaves most to do. */
function decisive(verdicts: readonly Verdict[]): Verdict | null {
  const [first] = verdicts;
  if (!first) return null;
  const told = verdicts.flatMap((one) => one.told);
  const decides =
    verdicts.find(({ says }) => says === 'failed') ?? verdicts.find(({ says }) => says !== 'yes') ?? first;
  return { ...decides, told };
}

function plainText(raw: string): string {
  return readableEnds(raw).normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

function readOneVerdict(raw: string, wordsOf: WordsOf): Verdict | null {
  const text = plainText(raw);
  const words = wordsOf(raw);
  if (!words) return null;
  const { certainty } = words;
  if (partOfAll(raw) !== null)
    return { says: 'in_progress', raw, basic: false, told: [{ raw, rough: false, certainty, day: null }] };
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
  if (words.says === 'pending' || words.says === 'reported') return verdict('no');
  if (verdictNo.test(text) || words.says === 'no') return verdict('no', known);
  if (waitsForVerdict(text)) return verdict('no', { certainty: 'pending' });
  if (agreesToEnd(raw)) return verdict('yes', { certainty: 'plain', day: dated?.day ?? null });
  return verdict(words.says === 'settled' ? 'completed' : words.says);
}
