import {
  addDays,
  defaultFilingChoice,
  filingChoices,
  isDay,
  parsePeriod,
  type Day,
  type FilingChoice,
  type Period,
} from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import { checkedDay, findReportWord } from './report-words.js';
import type { KeyBook, TemplateKeys } from '../templates/template-keys.js';

/** What somebody asks for. */
export interface ReportRequest {
  /** Id or code of a template. */
  templateId: string;
  /** `2022H1`, `2022`, `2022Q1`, `2022-06`. */
  period: string;
  /** Default: the period's last day, or today while the period runs. */
  asOf?: string;
  /** Default: now, as soon as nothing still running could change it. */
  knownAt?: Date;
  /** The report this one is built again from: what was typed over there stays. */
  basedOn?: string;
  /** Parameters of this build alone, by key or Chinese name. */
  parameters?: Readonly<Record<string, string>>;
  /** Figures as they were defined at `knownAt` (default), or as they are defined now. */
  definitions?: 'then' | 'now';
}

/** The parameter that names the inspection round, by id or name. */
export const roundParameter = 'source';

/** The parameter that says which version of a filing counts. */
export const filingsParameter = 'filings';

const longestText = 500;

export function checkedPeriod(code: string, today: Day): Period {
  const period = parsePeriod(code);
  const fails = (reason: string) => new AppError('inputWrong', { field: 'period', fieldLabel: '报告期', reason });
  if (!period) throw fails(`${code}（应如 2022、2022H1、2022Q1、2022-06）`);
  if (period.from > today) throw fails(`${period.label}还没有开始`);
  return period;
}

export function checkedAsOf(asOf: string | undefined, period: Period, today: Day): Day {
  const fails = (reason: string) => new AppError('inputWrong', { field: 'asOf', fieldLabel: '统计截至', reason });
  if (asOf === undefined) return period.to < today ? period.to : today;
  if (!isDay(asOf)) throw fails(`${asOf}（应为 YYYY-MM-DD）`);
  if (asOf < period.from) throw fails(`${asOf} 早于报告期的第一天 ${period.from}`);
  if (asOf > addDays(period.to, 366)) throw fails(`${asOf} 晚于报告期结束一年以上`);
  return asOf;
}

export function checkedFilingChoice(given: string | undefined): FilingChoice {
  if (given === undefined) return defaultFilingChoice;
  const choice = filingChoices.find((known) => known === given.trim());
  if (choice) return choice;
  const reason = `应为 ${filingChoices.join('、')} 之一`;
  throw new AppError('inputWrong', { field: filingsParameter, fieldLabel: '填报采用方式', reason });
}

/** Checks the build's own parameters and gives them by key; the round is not among them. */
export function checkedParameters(
  parameters: Readonly<Record<string, string>>,
  book: KeyBook,
  template: TemplateKeys,
): Map<string, string> {
  const typed = new Map<string, string>();
  for (const [word, given] of Object.entries(parameters)) {
    if (word === roundParameter || word === filingsParameter) continue;
    const fails = (reason: string) => new AppError('inputWrong', { field: word, fieldLabel: `参数 ${word}`, reason });
    const key = book.find(word)!;
    const value = given.trim();
    if (value.length > longestText) throw fails(`最多 ${longestText} 个字`);
    if (book.isFree(key) && !template.free.includes(key)) throw fails('模板里没有这个标签');
    const figure = book.figures.find(key);
    const reportWord = findReportWord(key);
    if (figure?.source === 'tickets' || figure?.source === 'outcomes') throw fails('由事项统计得出，不能手工填写');
    if (reportWord && reportWord !== 'document_date') throw fails('由报告期得出，不能手工填写');
    if (reportWord) checkedDay(value, word, `参数 ${word}`);
    const isNumber = /^\d{1,14}(\.\d{1,4})?$/.test(value);
    if (!reportWord && !book.isFree(key) && figure?.source !== 'parameter' && !isNumber)
      throw fails('应为不小于 0 的数字');
    typed.set(key, value);
  }
  return typed;
}
