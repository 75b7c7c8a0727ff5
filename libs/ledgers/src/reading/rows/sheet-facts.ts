import { isDay, readDeadline, type Day, type WorkingCalendar } from '@xiaohao/domain';
import { textOf, type Grid } from '../grid.js';
import type { Header } from '../headings/header.js';
import type { SheetFacts } from '../preview.js';
import type { ReadingOptions } from '../reading-options.js';
import { filledDay } from './foot-lines.js';
import { labelsIn } from './labels-above.js';
import { ownCells } from './row-kinds.js';
import { weekToldIn } from './week-of-sheet.js';
import { settleYear } from './year-of-sheet.js';

/** Words that say what kind of paper it is, not what it is about. */
const paperWords =
  /(整改落实情况|整改落实|整改情况|整改工作|整改|办理情况|推进情况|落实情况|进展情况|完成情况|情况)?(台账|清单|一览表|明细表|汇总表|统计表|登记表|任务分解表|分解表|进度表|情况表|跟踪表|对照表|销号表|推进表|报表)?([（(][^）)]*[）)])*$/;
const noTitle =
  /^(附件|附表|附)\s*\d*[:：]?$|^(填报|填表|制表|反馈|交办|下发|报送|填制|单位|责任单位|牵头单位|企业名称|单位名称|被检查单位|受检单位|检查)[^:：]{0,6}[:：]|^截[至止]/;
const feedbackFact = /(?:反馈|交办|转办|印发|下发|下达|送达|出具|检查|排查|发现)(?:时间|日期)\s*[:：]?\s*(.*)$/;
const filledFact =
  /(?:填报|填表|更新|统计|制表|报送|(?<!整改|完成|办理|[时期]限|报送|上报|反馈)截至)(?:时间|日期)\s*[:：]?\s*(.*)$|(?:更新|统计|填报)[至到于]\s*[:：]?\s*(\d.*)$|(?<!整改|完成|办理|[时期]限|报送|上报|反馈)截[至止](?:时间|日期)?\s*[:：到]?\s*(\d.*|[二２].*)$/;
const aDay = '(?:20\\d\\d|二[〇○零0一二三四五六七八九]{3})\\s{0,3}[年./-][\\d\\s一二三四五六七八九十年月./-]{1,12}日?';
/** 填报：青屏区安委办 2026-11-30, 填表人：张三（2026年11月30日）; 2026年11月24日更新. */
const filledBy = new RegExp(
  `^[(（]?(?:填报|填表|制表|报送|报出|编制|汇总|统计)(?:单位|部门|人员?|科室)?\\s{0,3}[:：][^:：\\d，。；]{0,30}?[\\s(（,，]{0,4}(${aDay})[)）]?$|(?<![\\d至到-])(${aDay})\\s{0,3}(?:更新|填报|填表|制表|统计|汇总)[)）]?$`,
);
/** （某发〔2026〕5号，2026年2月20日印发）: the day before the word. */
const handedOutOn =
  /(?<![\d至到-])(20\d\d\s{0,3}[年./-]\s{0,3}\d{1,2}\s{0,3}[月./-]\s{0,3}\d{1,2}\s{0,3}日?)\s{0,3}(?:正式)?(?:印发|下发|下达|交办|转办|送达|反馈)/;
const dateHead = /^[^()（）【】;；]*?(?:日|\d(?=$|[\s,，;；)）]))/;

/** What the form of a source takes as its name. */
const longestSource = 200;

/** What was told by whoever inspected names the inspection. */
const inspectors = /^(.*(?:组|巡察|巡视|督察|审计|检查))(?:反馈意见|反馈的?问题|存在问题|发现问题|突出问题|问题)$/;

/** 某局落实县委巡察组反馈意见: without its object the verb says nothing, so the name stays whole. */
const actsOnIt = /(?:落实|整改|办理|处理|执行).*(?:组|巡察|巡视|督察|审计|检查)/;

export type SheetFactsWithoutKind = Omit<SheetFacts, 'kind'>;

/** What stands above the header, and below the rows where it is signed: title, source, year, 反馈时间, 填报时间. */
export function readSheetFacts(
  grid: Grid,
  header: Header,
  signatureRows: readonly number[],
  fileName: string,
  options: ReadingOptions,
): SheetFactsWithoutKind {
  const above = grid.rowNumbers.filter((row) => row < header.rows[0]!);
  const lines = [...above, ...signatureRows].map((row) => cellsWithDays(grid, row));
  const title = titleOf(above.filter((row) => !labelsIn(grid, row)).map((row) => lineText(grid, row)));
  const feedbackOn =
    findDay(lines, feedbackFact, options.calendar) ??
    findDay(lines.slice(0, above.length), handedOutOn, options.calendar);
  const filledOn = findDay(lines, filledFact, options.calendar) ?? findDay(lines, filledBy, options.calendar);
  const dayAbove = loneDay(lines.slice(0, above.length), options.calendar);
  const texts = lines.slice(0, above.length).flatMap((cells) => cells.flatMap(partsOf).map(({ text }) => text));
  const toldAbove = { title, feedbackOn, filledOn, dayAbove, texts };
  const { year, yearFrom } = settleYear(toldAbove, [grid.name, fileName], options);
  const source = options.source ?? sourceOf(title, fileName);
  const week = weekToldIn([title ?? '', grid.name, fileName], year);
  const facts = { title, source, year, yearFrom, feedbackOn, filledOn };
  return { ...facts, ...(dayAbove !== null && { dayAbove }), ...(week !== null && { week }) };
}

function lineText(grid: Grid, row: number): string {
  return ownCells(grid, row)
    .map(({ text }) => text)
    .join(' ');
}

function titleOf(lines: readonly string[]): string | null {
  return lines.find((line) => line.length >= 4 && !noTitle.test(line) && !filledDay.test(line)) ?? null;
}

/** 台账, 清单, 情况表: what a list is called that is one. */
const namesPaper = /(?:台账|清单|表)(?:[（(][^）)]*[）)])*$/;
const numbering = /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．])\s*/;

/** The source named by a line above a table further down; null where the line only heads some of the rows. */
export function sourceOfLine(line: string): string | null {
  const title = line.trim().replace(numbering, '');
  const told = title.replace(/\s+/g, '').replace(paperWords, '');
  const isTitle = namesPaper.test(title) || inspectors.test(told);
  return isTitle && told.length >= 4 && titleOf([title]) !== null ? sourceOf(title, '') : null;
}

/** 八届区委第二轮巡察第一巡察组反馈问题整改台账 → 八届区委第二轮巡察第一巡察组 */
function sourceOf(title: string | null, fileName: string): string {
  const stated = title ?? fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const name = stated.slice(0, 5 * longestSource).replace(/\s+/g, '');
  const told = name.replace(paperWords, '') || name;
  if (!inspectors.test(told)) return sourceName(told);
  const about = told.replace(/^.*关于/, '');
  return sourceName(actsOnIt.test(about) ? about : about.replace(inspectors, '$1'));
}

/** Whole as far as a source's name may go; what is longer ends at the last sign of its clauses, with …. */
export function sourceName(name: string): string {
  if (name.length <= longestSource) return name;
  const kept = name.slice(0, longestSource - 1);
  const end = Math.max(...[...'，。；、：,;（('].map((sign) => kept.lastIndexOf(sign)));
  return `${end > longestSource / 2 ? kept.slice(0, end) : kept}…`;
}

interface FactCell {
  text: string;
  day: Day | null;
}

function cellsWithDays(grid: Grid, row: number): FactCell[] {
  return ownCells(grid, row).map(({ column }) => {
    const cell = grid.own(row, column);
    return { text: textOf(cell), day: cell?.day ?? null };
  });
}

const besideDay = /^[^:：]*(?:局|委|办|办公室|委员会|政府|街道|镇|乡|中心|公司|专班|领导小组|指挥部)$/;
const brackets = /^[(（]|[)）]$/g;

/** 2026年6月30日 in a row of its own above the header, or beside the office that issues the list. */
function loneDay(above: readonly FactCell[][], calendar: WorkingCalendar): Day | null {
  for (const cells of above) {
    const parts = cells.flatMap(partsOf);
    const days = parts.map(({ text, day }) => day ?? (wholeDay.test(text) ? readDayText(text, calendar) : null));
    const found = days.find((day) => day !== null);
    if (found && parts.every(({ text }, at) => days[at] !== null || besideDay.test(text))) return found;
  }
  return null;
}

/** A cell says several things with wide spaces between them. */
const wideSpace = /\n|\s{2,}|　/;

function partsOf({ text, day }: FactCell): FactCell[] {
  if (day !== null) return [{ text, day }];
  return text.split(wideSpace).map((part) => ({ text: part.replace(brackets, ''), day }));
}

const wholeDay =
  /^(?:20\d\d|二[〇○零0一二三四五六七八九]{3})\s*[年./-]\s*[\d一二三四五六七八九十]{1,3}\s*[月./-]\s*[\d一二三四五六七八九十]{1,3}\s*日?$/;

/** The day behind the words, in the same cell or in the next one. */
function findDay(lines: readonly FactCell[][], fact: RegExp, calendar: WorkingCalendar): Day | null {
  for (const cells of lines) {
    for (const [at, { text }] of cells.entries()) {
      for (const part of text.split(wideSpace)) {
        const match = fact.exec(part);
        if (!match) continue;
        const written = (match.slice(1).find((told) => told !== undefined) ?? '').trim();
        const next = cells[at + 1];
        const day =
          written === '' ? (next?.day ?? readDayText(next?.text ?? '', calendar)) : readDayText(written, calendar);
        if (day !== null) return day;
      }
    }
  }
  return null;
}

/** 2026 年 6 月 28 日 */
const wideInDay = /(?<=\d) +(?=[年月日])|(?<=[年月]) +(?=\d)/g;
/** A year alone is no day. */
const namesMonth = /月|\d[./-]\d|\d{8}/;

/** A single day with its year, as people write it; null for anything less certain. */
export function readDayText(text: string, calendar: WorkingCalendar): Day | null {
  const plain = text.normalize('NFKC').replace(wideInDay, '');
  const written = dateHead.exec(plain)?.[0] ?? plain;
  if (!namesMonth.test(written)) return null;
  if (isDay(written)) return written;
  const { deadline } = readDeadline({ value: written, text: written }, { calendar });
  return deadline.kind === 'date' && !deadline.yearAssumed ? deadline.date : null;
}
