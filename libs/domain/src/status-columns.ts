import { readStatusWords, saysOfPercent, type LedgerStatus, type StatusWords } from './status-words.js';

/** A percentage cell: text, or a number as the sheet stores it. */
export interface PercentCell {
  readonly value: string | number;
  readonly numberFormat?: string | null;
}

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

type WordsOf = (text: string) => StatusWords | null;

export interface StatusReading {
  readonly status: LedgerStatus;
  /** 基本完成, 阶段性完成: counted apart from 已完成. */
  readonly basic: boolean;
  readonly percent: number | null;
  /** The text that decided; null where a date or nothing did. */
  readonly raw: string | null;
  readonly issues: readonly StatusIssue[];
}

export interface StatusIssue {
  /** Blank throughout · no percentage of 0–100 · struck off in one column, not in another. args: raw */
  readonly code: 'statusUnknown' | 'percentUnclear' | 'statusConflict';
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
  const issues = percents.flatMap(({ percent, raw }) => (percent === null ? [statusIssue('percentUnclear', raw)] : []));
  const percent = lowest(percents.flatMap((one) => one.percent ?? [])) ?? lower?.percent ?? null;
  const reading = (status: LedgerStatus, raw: string | null, basic = false): StatusReading => ({
    status,
    basic,
    percent,
    raw,
    issues: status === 'unknown' ? [...issues, statusIssue('statusUnknown', '')] : issues,
  });
  const verdict = readVerdict(columns.struckOff ?? [], wordsOf);
  if (verdict?.says === 'yes') return reading('closed', verdict.raw);
  if (verdict?.says === 'failed') return reading('in_progress', verdict.raw);
  if (verdict?.says === 'no') return belowStrikeOff(verdict.raw, lower, reading);
  if (columns.struckOffOnIsFilled) return reading('closed', null);
  if (verdict) return reading(verdict.says, verdict.raw, verdict.basic);
  if (lower) return reading(lower.status, lower.raw, lower.basic);
  return columns.completedOnIsFilled ? reading('completed', null) : reading('unknown', null);
}

interface Lower {
  readonly status: Exclude<LedgerStatus, 'unknown'>;
  readonly basic: boolean;
  readonly percent: number | null;
  readonly raw: string | null;
}

type Reading = (status: LedgerStatus, raw: string | null, basic?: boolean) => StatusReading;

/** Not struck off: the best it can be is done as the unit says. */
function belowStrikeOff(raw: string, lower: Lower | null, reading: Reading): StatusReading {
  if (!lower) return reading('not_started', raw);
  if (lower.status !== 'closed') return reading(lower.status, lower.raw, lower.basic);
  const conflict = reading('completed', lower.raw);
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
  let prose: ReadText[] | null = null;
  const progress = () => (prose ??= readAll(columns.progress ?? [], wordsOf));
  const hasProgress = () =>
    known.some(({ percent }) => percent > 0) || progress().some(({ says }) => says !== 'no' && says !== 'not_started');
  const settle = (all: readonly ReadText[]) => combine(all, hasProgress, columns.completedOnIsFilled ?? false);
  const status = settle(readAll(columns.status ?? [], wordsOf));
  if (status) return status;
  const byPercent = combine(
    known.map(({ percent, raw }) => ({ says: saysOfPercent(percent), basic: false, percent, raw })),
    hasProgress,
    false,
  );
  return byPercent ?? settle(progress());
}

interface ReadText extends StatusWords {
  readonly raw: string;
}

function readAll(texts: readonly string[], wordsOf: WordsOf): ReadText[] {
  return texts.flatMap((raw) => {
    const words = wordsOf(raw);
    return words ? [{ ...words, raw }] : [];
  });
}

/** Of several measures the ticket is only as far as they all are. */
function combine(all: readonly ReadText[], hasProgress: () => boolean, isDated: boolean): Lower | null {
  const [first] = all;
  if (!first) return null;
  const statuses = all.map(({ says }) => statusOf(says, hasProgress, isDated));
  const raw = [...new Set(all.map((one) => one.raw))].join('；');
  const percent = lowest(all.flatMap((one) => one.percent ?? []));
  const basic = all.some((one) => one.basic);
  const every = (...allowed: LedgerStatus[]) => statuses.every((status) => allowed.includes(status));
  if (every(statuses[0]!)) return { status: statuses[0]!, basic, percent, raw };
  if (every('completed', 'closed')) return { status: 'completed', basic: false, percent, raw };
  if (every('completed', 'closed', 'ongoing')) return { status: 'ongoing', basic, percent, raw };
  return { status: 'in_progress', basic: false, percent, raw };
}

function statusOf(says: StatusWords['says'], hasProgress: () => boolean, isDated: boolean): Lower['status'] {
  if (says === 'no') return hasProgress() ? 'in_progress' : 'not_started';
  if (says === 'settled') return isDated ? 'closed' : 'completed';
  return says;
}

type Verdict =
  | { readonly says: 'yes' | 'no' | 'failed'; readonly raw: string; readonly basic?: boolean }
  | {
      readonly says: 'in_progress' | 'ongoing' | 'completed' | 'not_started';
      readonly raw: string;
      readonly basic: boolean;
    };

const verdictYes =
  /^(?:√|✓|✔|是|Y|YES|已|同意|准予|予以|均|全部)?(?:√|合格|通过|符合|销号|摘牌|复查合格|验收合格|复查通过|验收通过|达标)(?:要求|标准)?[。]?$|^(?:√|✓|✔|☑|是|Y|YES|已复查|已验收|已核查|已整改到位)[。]?$|^20\d\d[年./-]\d{1,2}(?:[月./-]\d{1,2}日?)?$/;
const verdictFailed = /不合格|不通过|未通过|不符合|不达标|退回|重新整改/;
const verdictNo = /^(?:×|✗|✘|X|否|N|NO|未|没|不|待|暂未|尚未|申请|已申请|拟)/;

/** 是否销号 and 复查结果 of all rows of the ticket. */
function readVerdict(texts: readonly string[], wordsOf: WordsOf): Verdict | null {
  const verdicts = texts.flatMap((raw) => readOneVerdict(raw, wordsOf) ?? []);
  const [first] = verdicts;
  if (!first) return null;
  return verdicts.find(({ says }) => says === 'failed') ?? verdicts.find(({ says }) => says !== 'yes') ?? first;
}

function readOneVerdict(raw: string, wordsOf: WordsOf): Verdict | null {
  const text = raw.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  const words = wordsOf(raw);
  if (!words) return null;
  if (verdictFailed.test(text)) return { says: 'failed', raw };
  if (verdictYes.test(text) || words.says === 'closed') return { says: 'yes', raw };
  if (verdictNo.test(text) || words.says === 'no') return { says: 'no', raw };
  return { says: words.says === 'settled' ? 'completed' : words.says, raw, basic: words.basic };
}

/** 80%, 80, 0.8 and 0.8 shown as 80 %; null where it is no share of a whole. */
function readPercent({ value, numberFormat }: PercentCell): { percent: number | null; raw: string } {
  const raw = String(value);
  if (typeof value === 'number')
    return { percent: withinWhole(isFraction(value, numberFormat) ? value * 100 : value), raw };
  const text = value.normalize('NFKC').replace(/[\s约]/g, '');
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(text);
  if (!match) return { percent: null, raw };
  const number = Number(match[1]);
  return { percent: withinWhole(match[2] || !isFraction(number, null) ? number : number * 100), raw };
}

function isFraction(value: number, numberFormat: string | null | undefined): boolean {
  return (numberFormat ?? '').includes('%') || value <= 1;
}

function withinWhole(percent: number): number | null {
  return percent >= 0 && percent <= 100 ? Number(percent.toFixed(2)) : null;
}

function lowest(percents: readonly number[]): number | null {
  return percents.length > 0 ? Math.min(...percents) : null;
}

function statusIssue(code: StatusIssue['code'], raw: string): StatusIssue {
  return { code, args: { raw } };
}
