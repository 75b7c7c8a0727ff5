import { isRoughShare, readPercent, type PercentCell, type ReadPercent } from './status-percent.js';
import {
  agreesToEnd,
  readOpinion,
  readVerdict,
  saysNoVerdict,
  toldBesides,
  type Verdict,
  type WordsOf,
} from './status-verdict.js';
import {
  readStatusWords,
  saysOfPercent,
  type LedgerStatus,
  type StatusText,
  type StatusWords,
  type ToldText,
} from './status-words.js';

/** What a row writes in the columns that compete to tell its status; a ticket of several measures has several cells of each. */
export interface StatusColumns {
  /** 是否销号, 复查结果, 验收结果. */
  readonly struckOff?: readonly string[];
  /** 审核意见, 督查意见: advice, or a verdict on what is done. */
  readonly opinions?: readonly string[];
  /** 办结情况, 是否完成, 整改状态. */
  readonly status?: readonly string[];
  /** 进度%, 完成率. */
  readonly percent?: readonly PercentCell[];
  /** 进展情况, 整改结果: prose. */
  readonly progress?: readonly string[];
  /** 销号时间 or 摘牌时间 holds a day. */
  readonly struckOffOnIsFilled?: boolean;
  /** 整改完成日期 or 办结时间 holds a day. 复查人 and 验收人 tell nothing. */
  readonly completedOnIsFilled?: boolean;
  /** That day is 办结时间 or 结案日期: the matter ended. */
  readonly endedOnIsFilled?: boolean;
  /** 复查日期 holds a day, which tells only since when an agreed end holds. */
  readonly reviewedOnIsFilled?: boolean;
}

export interface StatusReading {
  readonly status: LedgerStatus;
  /** 基本完成, 阶段性完成: counted apart from 已完成. */
  readonly basic: boolean;
  readonly percent: number | null;
  /** The text that decided; null where a date or nothing did. */
  readonly raw: string | null;
  readonly issues: readonly StatusIssue[];
  /** The days told among the words that say done or verified, as typed. */
  readonly days: readonly ToldDay[];
}

export interface ToldDay {
  readonly raw: string;
  readonly day: string;
}

export interface StatusIssue {
  /**
   * Blank throughout · no percentage of 0–100 · only about so much · a share without its sign · struck off in one column, not
   * in another · words nobody's table has · a bare mark, plain only under a heading that asks for one · what became of the
   * matter itself (并案, 已取消) · more time asked for in place of a status · one step done, not the whole · waits for a
   * verdict · done and to be kept up · says nothing of the end, of which a day tells · only
   * steps taken are told. args: raw
   */
  readonly code:
    | 'statusUnknown'
    | 'percentUnclear'
    | 'percentRough'
    | 'percentAssumed'
    | 'statusConflict'
    | 'statusAssumed'
    | 'statusMarked'
    | 'statusDecided'
    | 'statusPostponed'
    | 'statusStage'
    | 'statusPending'
    | 'statusKept'
    | 'statusEnded'
    | 'statusProse';
  readonly args: Readonly<Record<string, string>>;
}

/**
 * The status of a row: 是否销号 and 复查结果 before 办结 and 状态, these before a percentage, that before prose. `closed` is
 * what was verified, `completed` what the unit reports done; `unknown` only where everything is blank. `wordsOf` may remember
 * texts it has read before.
 */
export function readStatus(columns: StatusColumns, wordsOf: WordsOf = readStatusWords): StatusReading {
  const percents = (columns.percent ?? []).map((cell) => percentOr(cell, wordsOf));
  const lower = endedByDay(readLower(columns, percents, wordsOf), columns);
  const percent = lowest(percents.flatMap((one) => one.percent ?? [])) ?? lower?.percent ?? null;
  const isDoneInWords = () =>
    readAll([...(columns.struckOff ?? []), ...(columns.status ?? []), ...(columns.progress ?? [])], wordsOf).some(
      ({ says }) => says === 'completed' || says === 'closed' || says === 'settled',
    );
  const reading: Reading = (status, raw, basic = false, told = []) => ({
    status,
    basic,
    percent,
    raw,
    issues: [
      ...percents.flatMap((one) => doubtOfPercent(one, isDoneInWords)),
      ...(status === 'unknown' ? [statusIssue('statusUnknown', '')] : []),
      ...told.flatMap(doubtOf),
    ],
    days: status === 'completed' || status === 'closed' ? told.flatMap(dayOf) : [],
  });
  const verdict = readVerdict(columns.struckOff ?? [], wordsOf) ?? opinionOn(lower, columns, wordsOf);
  if (verdict?.says === 'yes') return reading('closed', verdict.raw, false, verdict.told);
  if (verdict?.says === 'failed') return reading('in_progress', verdict.raw, false, verdict.told);
  if (verdict?.says === 'no') return belowStrikeOff(verdict, lower, reading);
  if (columns.struckOffOnIsFilled) return reading('closed', lower?.status === 'closed' ? lower.raw : null);
  if (verdict && !(lower && saysNoVerdict(verdict))) {
    return reading(verdict.says, verdict.raw, verdict.basic, verdict.told);
  }
  const besides = verdict ? toldBesides(verdict) : [];
  if (lower) return reading(lower.status, lower.raw, lower.basic, [...besides, ...lower.told]);
  return columns.completedOnIsFilled ? reading('completed', null) : reading('unknown', null);
}

/** 已完成 or 滞后 in a column of percentages is a word of status; `words` where it is no share. */
interface PercentOrWords extends ReadPercent {
  readonly words: StatusWords | null;
}

function percentOr(cell: PercentCell, wordsOf: WordsOf): PercentOrWords {
  const read = readPercent(cell);
  return { ...read, words: read.percent === null ? wordsOf(read.raw) : null };
}

function doubtOfPercent({ percent, raw, assumed, words }: PercentOrWords, isDoneInWords: () => boolean): StatusIssue[] {
  if (percent === null) return words !== null && isNumberless(raw) ? [] : [statusIssue('percentUnclear', raw)];
  if (isRoughShare(raw)) return [statusIssue('percentRough', raw)];
  // 1 beside 完成 is all of it.
  return assumed && !(percent === 100 && isDoneInWords()) ? [statusIssue('percentAssumed', raw)] : [];
}

const isNumberless = (raw: string) => !/\d/.test(raw.normalize('NFKC'));

/**
 * An opinion judges what the unit says is done, and may end what the unit leaves unsaid; beside what goes on it is of
 * something else. Where no day stands for it, the matter is done, not verified.
 */
function opinionOn(lower: Lower | null, columns: StatusColumns, wordsOf: WordsOf): Verdict | null {
  const opinion = columns.opinions ? readOpinion(columns.opinions, wordsOf) : null;
  if (!opinion) return null;
  const isDone = lower?.status === 'completed' || lower?.status === 'closed';
  const isLeftUnsaid = (!lower || isSilentOnEnd(lower)) && agreesToEnd(opinion.raw);
  if (!isDone && !(isLeftUnsaid && opinion.says === 'yes')) return null;
  const isDated =
    columns.struckOffOnIsFilled ||
    columns.completedOnIsFilled ||
    columns.reviewedOnIsFilled ||
    opinion.told.some(({ day }) => day !== null);
  const isClosed = isDated || lower?.status === 'closed';
  return opinion.says === 'yes' && !isClosed ? { ...opinion, says: 'completed' } : opinion;
}

/** What a text that says nothing of the end may hold that keeps it open. */
const leftOpen =
  /(?<!查)[未没无](?!发现|查实|见|异议)|待|等|尚|缺|拟|将|力争|争取|计划|预计|准备|持续|继续|长期|滞后|剩余|其余|部分|正在|中[。]?$|前完成|不到位|推进|^改$/;

/** 已答复, 查无实据: words that tell what was done or found, and leave open whether it ended. */
function isSilentOnEnd({ status, told }: Lower): boolean {
  return (
    status === 'in_progress' &&
    told.every(({ certainty, raw }) => (certainty === 'assumed' || certainty === 'prose') && !leftOpen.test(raw))
  );
}

/** 办结日期 beside 已答复: the unit says the case has ended. */
function endedByDay(lower: Lower | null, { endedOnIsFilled }: StatusColumns): Lower | null {
  if (!lower || !endedOnIsFilled || lower.told.length === 0 || !isSilentOnEnd(lower)) return lower;
  return { ...lower, status: 'completed', told: lower.told.map((one) => ({ ...one, certainty: 'ended' })) };
}

function doubtOf({ raw, rough, certainty }: ToldText): StatusIssue[] {
  if (rough) return [statusIssue('percentRough', raw)];
  const code = doubts[certainty];
  return code === null ? [] : [statusIssue(code, raw)];
}

const doubts = {
  plain: null,
  prose: 'statusProse',
  mark: 'statusMarked',
  assumed: 'statusAssumed',
  decided: 'statusDecided',
  postponed: 'statusPostponed',
  stage: 'statusStage',
  pending: 'statusPending',
  kept: 'statusKept',
  ended: 'statusEnded',
} as const satisfies Record<ToldText['certainty'], StatusIssue['code'] | null>;

function dayOf({ raw, day }: ToldText): ToldDay[] {
  return day === null ? [] : [{ raw, day }];
}

interface Lower {
  readonly status: Exclude<LedgerStatus, 'unknown'>;
  readonly basic: boolean;
  readonly percent: number | null;
  readonly raw: string | null;
  readonly told: readonly ToldText[];
}

type Reading = (status: LedgerStatus, raw: string | null, basic?: boolean, told?: readonly ToldText[]) => StatusReading;

/** Not struck off: the best it can be is done as the unit says. */
function belowStrikeOff({ raw, told }: Verdict, lower: Lower | null, reading: Reading): StatusReading {
  const isPending = told.some(({ certainty }) => certainty === 'pending');
  if (!lower) return reading(isPending ? 'completed' : 'not_started', raw, false, told);
  const all = [...told, ...lower.told];
  if (lower.status !== 'closed') return reading(lower.status, lower.raw, lower.basic, all);
  const conflict = reading('completed', lower.raw, false, all);
  return { ...conflict, issues: [...conflict.issues, statusIssue('statusConflict', raw)] };
}

/** What the columns below 是否销号 say: the first of them that says anything. */
function readLower(columns: StatusColumns, percents: readonly PercentOrWords[], wordsOf: WordsOf): Lower | null {
  const shares = percents.flatMap(({ percent }) => percent ?? []);
  // Prose is long and mostly not asked for: a status column says it, and only 否 and 待审核 look at the progress beside them.
  let prose: StatusText[] | null = null;
  const progress = () => (prose ??= readAll(columns.progress ?? [], wordsOf));
  const beside: Beside = {
    hasProgress: () => shares.some((share) => share > 0) || progress().some(tellsOfWork),
    isDone: () =>
      columns.completedOnIsFilled === true ||
      (shares.length > 0 && shares.every((share) => share === 100)) ||
      progress().some(({ says }) => says === 'completed' || says === 'closed'),
    isOpen: () => shares.some((share) => share < 100) || progress().some(saysOpen),
    isDated: columns.completedOnIsFilled ?? false,
  };
  const status = combine(readAll(columns.status ?? [], wordsOf).map(asState), beside);
  if (status) return status;
  const byPercent = combine(percents.flatMap(textOfPercent), { ...beside, isDated: false });
  if (byPercent?.status !== 'completed') return byPercent ?? combine(progress(), beside) ?? unclearShare(percents);
  // 100% beside 3月5日已整改到位: the percentage decides, the words tell since when.
  const dated = progress().filter(({ day }) => day !== null);
  return { ...byPercent, told: [...byPercent.told, ...dated.map((one) => ({ ...one, ...plain, day: one.day }))] };
}

function textOfPercent({ percent, raw, words }: PercentOrWords): StatusText[] {
  if (percent !== null) return [{ says: saysOfPercent(percent), basic: false, percent, raw, ...plain }];
  return words !== null && (isNumberless(raw) || words.certainty === 'plain') ? [asState({ ...words, raw })] : [];
}

/** 120% alone says something is done, not how much. */
function unclearShare(percents: readonly PercentOrWords[]): Lower | null {
  const [first] = percents.filter(({ percent, words }) => percent === null && words !== null);
  return first ? { status: 'in_progress', basic: false, percent: null, raw: first.raw, told: [] } : null;
}

/** Not yet anything done: 资金未到位, 等通知. */
const obstacle = /^(?!.*(?:已|正在|完成|推进|协调|联系|召开|制定)).*(?:未|没|待|等|缺|无)/;

/** 设卡蹲守中 beside 现场未发现: somebody is at it. */
const atWork = /(?<![其途集空水高])(?:中|着)(?=[。!！]?$|[,，;；。])/;

function tellsOfWork({ says, raw }: StatusText): boolean {
  return says !== 'no' && says !== 'not_started' && (!obstacle.test(raw) || (!waiting.test(raw) && atWork.test(raw)));
}

/** 等待审批中, 方案待批中: at it is somebody else. */
const waiting = /[等待][^,，。;；]{0,10}中/;

function saysOpen({ says, certainty }: StatusText): boolean {
  return says === 'no' || says === 'not_started' || (says === 'in_progress' && certainty === 'plain');
}

/** A column that asks for a state is answered by none where steps are told. */
function asState(text: StatusText): StatusText {
  return text.certainty === 'prose' ? { ...text, certainty: 'assumed' } : text;
}

const plain = { rough: false, certainty: 'plain', day: null } as const;

function readAll(texts: readonly string[], wordsOf: WordsOf): StatusText[] {
  return texts.flatMap((raw) => {
    const words = wordsOf(raw);
    return words ? [{ ...words, raw }] : [];
  });
}

/** Of several measures the ticket is only as far as they all are. */
function combine(all: readonly StatusText[], beside: Beside): Lower | null {
  const [first] = all;
  if (!first) return null;
  const statuses = all.map(({ says }) => statusOf(says, beside));
  const raw = [...new Set(all.map((one) => one.raw))].join('；');
  const percent = lowest(all.flatMap((one) => one.percent ?? []));
  const basic = all.some((one) => one.basic);
  const every = (...allowed: LedgerStatus[]) => statuses.every((status) => allowed.includes(status));
  const of = { percent, raw, told: all };
  if (every(statuses[0]!)) return { status: statuses[0]!, basic, ...of };
  if (every('completed', 'closed')) return { status: 'completed', basic: false, ...of };
  if (every('completed', 'closed', 'ongoing')) return { status: 'ongoing', basic, ...of };
  return { status: 'in_progress', basic: false, ...of };
}

/** What else the row says, asked only where a text leaves its sense to it. */
interface Beside {
  readonly hasProgress: () => boolean;
  readonly isDone: () => boolean;
  readonly isOpen: () => boolean;
  readonly isDated: boolean;
}

function statusOf(says: StatusWords['says'], { hasProgress, isDone, isOpen, isDated }: Beside): Lower['status'] {
  if (says === 'no') return hasProgress() ? 'in_progress' : 'not_started';
  if (says === 'reported') return isOpen() ? 'in_progress' : 'completed';
  if (says === 'pending') return isDone() ? 'completed' : 'in_progress';
  if (says === 'settled') return isDated ? 'closed' : 'completed';
  return says;
}

function lowest(percents: readonly number[]): number | null {
  return percents.length > 0 ? Math.min(...percents) : null;
}

function statusIssue(code: StatusIssue['code'], raw: string): StatusIssue {
  return { code, args: { raw } };
}
