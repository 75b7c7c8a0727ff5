import { isRough } from './rough-words.js';
import { readPercent, type PercentCell } from './status-percent.js';
import { readVerdict, type Verdict, type WordsOf } from './status-verdict.js';
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
  /** 办结情况, 是否完成, 整改状态. */
  readonly status?: readonly string[];
  /** 进度%, 完成率. */
  readonly percent?: readonly PercentCell[];
  /** 进展情况, 整改结果: prose. */
  readonly progress?: readonly string[];
  /** 销号时间 or 摘牌时间 holds a day. */
  readonly struckOffOnIsFilled?: boolean;
  /** 整改完成日期 or 办结时间 holds a day. 复查日期, 复查人 and 验收人 tell nothing. */
  readonly completedOnIsFilled?: boolean;
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
   * Blank throughout · no percentage of 0–100 · only about so much · struck off in one column, not in another · words nobody's
   * table has · a bare mark, plain only under a heading that asks for one · what became of the matter itself (并案, 已取消) ·
   * more time asked for in place of a status. args: raw
   */
  readonly code:
    | 'statusUnknown'
    | 'percentUnclear'
    | 'percentRough'
    | 'statusConflict'
    | 'statusAssumed'
    | 'statusMarked'
    | 'statusDecided'
    | 'statusPostponed';
  readonly args: Readonly<Record<string, string>>;
}

/**
 * The status of a row: 是否销号 and 复查结果 before 办结 and 状态, these before a percentage, that before prose. `closed` is
 * what was verified, `completed` what the unit reports done; `unknown` only where everything is blank. `wordsOf` may remember
 * texts it has read before.
 */
export function readStatus(columns: StatusColumns, wordsOf: WordsOf = readStatusWords): StatusReading {
  const percents = (columns.percent ?? []).map(readPercent);
  const lower = readLower(columns, percents, wordsOf);
  const issues = percents.flatMap(({ percent, raw }) => {
    if (percent === null) return [statusIssue('percentUnclear', raw)];
    return isRough(raw) ? [statusIssue('percentRough', raw)] : [];
  });
  const percent = lowest(percents.flatMap((one) => one.percent ?? [])) ?? lower?.percent ?? null;
  const reading: Reading = (status, raw, basic = false, told = []) => ({
    status,
    basic,
    percent,
    raw,
    issues: [...issues, ...(status === 'unknown' ? [statusIssue('statusUnknown', '')] : []), ...told.flatMap(doubtOf)],
    days: status === 'completed' || status === 'closed' ? told.flatMap(dayOf) : [],
  });
  const verdict = readVerdict(columns.struckOff ?? [], wordsOf);
  if (verdict?.says === 'yes') return reading('closed', verdict.raw, false, verdict.told);
  if (verdict?.says === 'failed') return reading('in_progress', verdict.raw);
  if (verdict?.says === 'no') return belowStrikeOff(verdict, lower, reading);
  if (columns.struckOffOnIsFilled) return reading('closed', null);
  if (verdict && !(lower && saysNoVerdict(verdict))) {
    return reading(verdict.says, verdict.raw, verdict.basic, verdict.told);
  }
  if (lower) return reading(lower.status, lower.raw, lower.basic, lower.told);
  return columns.completedOnIsFilled ? reading('completed', null) : reading('unknown', null);
}

function doubtOf({ raw, rough, certainty }: ToldText): StatusIssue[] {
  if (rough) return [statusIssue('percentRough', raw)];
  const code = doubts[certainty];
  return code === null ? [] : [statusIssue(code, raw)];
}

const doubts = {
  plain: null,
  prose: null,
  mark: 'statusMarked',
  assumed: 'statusAssumed',
  decided: 'statusDecided',
  postponed: 'statusPostponed',
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

/** 属实 under 核查结论, 责令停业 under 复查情况: what was found or done, of which 是否办结 beside it knows more. */
function saysNoVerdict({ says, raw, told }: Verdict): boolean {
  return says === 'in_progress' && told.some((one) => one.raw === raw && one.certainty !== 'plain');
}

/** Not struck off: the best it can be is done as the unit says. */
function belowStrikeOff({ raw, told }: Verdict, lower: Lower | null, reading: Reading): StatusReading {
  if (!lower) return reading('not_started', raw, false, told);
  const all = [...told, ...lower.told];
  if (lower.status !== 'closed') return reading(lower.status, lower.raw, lower.basic, all);
  const conflict = reading('completed', lower.raw, false, all);
  return { ...conflict, issues: [...conflict.issues, statusIssue('statusConflict', raw)] };
}

/** What the columns below 是否销号 say: the first of them that says anything. */
function readLower(
  columns: StatusColumns,
  percents: readonly { percent: number | null; raw: string }[],
  wordsOf: WordsOf,
): Lower | null {
  const known = percents.flatMap(({ percent, raw }) => (percent === null ? [] : [{ percent, raw }]));
  // Prose is long and mostly not asked for: a status column says it, and only a bare 否 looks at the progress beside it.
  let prose: StatusText[] | null = null;
  const progress = () => (prose ??= readAll(columns.progress ?? [], wordsOf));
  const hasProgress = () =>
    known.some(({ percent }) => percent > 0) || progress().some(({ says }) => says !== 'no' && says !== 'not_started');
  const settle = (all: readonly StatusText[]) => combine(all, hasProgress, columns.completedOnIsFilled ?? false);
  const status = settle(readAll(columns.status ?? [], wordsOf).map(asState));
  if (status) return status;
  const byPercent = combine(
    known.map(({ percent, raw }) => ({ says: saysOfPercent(percent), basic: false, percent, raw, ...plain })),
    hasProgress,
    false,
  );
  if (byPercent?.status !== 'completed') return byPercent ?? settle(progress());
  // 100% beside 3月5日已整改到位: the percentage decides, the words tell since when.
  const dated = progress().filter(({ day }) => day !== null);
  return { ...byPercent, told: dated.map((one) => ({ ...one, ...plain, day: one.day })) };
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
function combine(all: readonly StatusText[], hasProgress: () => boolean, isDated: boolean): Lower | null {
  const [first] = all;
  if (!first) return null;
  const statuses = all.map(({ says }) => statusOf(says, hasProgress, isDated));
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

function statusOf(says: StatusWords['says'], hasProgress: () => boolean, isDated: boolean): Lower['status'] {
  if (says === 'no') return hasProgress() ? 'in_progress' : 'not_started';
  if (says === 'settled') return isDated ? 'closed' : 'completed';
  return says;
}

function lowest(percents: readonly number[]): number | null {
  return percents.length > 0 ? Math.min(...percents) : null;
}

function statusIssue(code: StatusIssue['code'], raw: string): StatusIssue {
  return { code, args: { raw } };
}
