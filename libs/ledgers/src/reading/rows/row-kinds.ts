import type { LedgerColumn } from '../headings/columns.js';
import { textOf, type Grid } from '../grid.js';
import { isNamedHeading, seqHeading, squeezed } from '../headings/heading.js';
import type { Header } from '../headings/header.js';
import type { ColumnMeaning } from '../headings/column-meanings.js';
import { asksOnly, bareNote, isIssued, isSigned, noteLine, type FootCell, type FootPlaces } from './foot-lines.js';
import { labelsIn } from './labels-above.js';
import type { IgnoredWhy } from '../preview.js';
import {
  aboutPaper,
  headsInBrackets,
  isExample,
  isPageMark,
  isTitleAgain,
  isGivenUp,
  tellsNothing,
} from './row-words.js';
import { namesTicket } from './ticket-number.js';

/** What a row below the header is; `ticket` rows are told apart further on. */
export type RowKind = 'ticket' | Exclude<IgnoredWhy, 'title' | 'header'>;

const total = /^[(（]?(?:以上|[本全][\u4e00-\u9fff]{1,2})?(合计|总计|小计|共计|累计|总数|统计[:：])/;
/** With its inner spaces and brackets; longer texts are not held against the headings. */
const longestHeading = 40;
/** What stands in the title column of a line of totals. */
const sum = /^[共约]?[\d.,%]*[个项条件处起家]*(问题|隐患|任务|措施|事项)?$/;
/** 合计, 本批小计 alone in front of whatever it sums up: 10个问题，已完成5个; 重大4条、一般8条. */
const totalWord =
  /^[(（]?(?:以上|[本全][\u4e00-\u9fff]{1,2}|[\u4e00-\u9fff]{2,8}(?=[小合]计))?(合计|总计|小计|共计|累计|总数|(?:总体)?(?:完成|整改|销号|办结)率|平均(进度|完成率|得分|值)?)[)）:：]?$/;
/** 合计数与明细不符, 累计罚款未上缴: of a numbered row the beginning of a problem. */
const problemOfSums = /^(?:合计|总计|小计|共计|累计|总数)(?!共|问题|隐患|任务|措施|事项|[个项条件处起家\d:：(（]|$)/;
/** 共5件，已办结1件: below the rows it sums them up. */
const countedLine = /^[共计]{1,2}\s*\d+\s*[个项条件处起家]/;
const pageNumber =
  /^[-—–\s]{0,20}第?\s{0,4}\d{1,4}\s{0,4}页?[-—–\s,，/]{0,20}(共\s{0,4}\d{1,5}\s{0,4}页)?[-—–\s]{0,20}$/;
const dashed = /[-—–页]/;
/** What a filled-in example is marked with. */
const example = /^[(（]?(填写)?(示例|样例|范例|举例|例|模板)[\d一二三]?[)）]?[:：]?$/;
/** 填写……, （精确到月）: says how to fill a column. */
const hint = /^[(（【[][\s\S]*[)）】\]]$|^(填写|填报|请|如[:：]|例如|例[:：]|格式|选填|必填|下拉选择|对照|按要求)/;
const chineseOrdinal = /^[(（]?第?[一二三四五六七八九十]+[)）、.．]?$/;
const numberedHeading = /^([(（]?[一二三四五六七八九十]+[)）、.．]|第[一二三四五六七八九十]+[章节部类条]|[ⅠⅡⅢⅣⅤ])/;
/** Of a row that is counted: 12, 督1, （三）; a telephone number is none. */
const numberInRow = /^[^:：]{0,12}[\d①-⑳](?!\d{5})[^:：]{0,8}$|^[(（]?第?[一二三四五六七八九十]+[)）、.．条]?$/;
const plainOrdinal = /^[(（]?[\d０-９]+([-.－—．][\d０-９]+)*[)）.、]?$/;

/** 被督导单位：柳河镇 | 交办日期：11月12日 | 联系人：尹航, each cell of a line above rows. */
export const labelled = /^[\u4e00-\u9fff]{2,8}[:：]\s*\S/;

export interface RowJudge {
  kindOf(row: number): RowKind;
}

/** Tells the rows of a table from the rows people put around and between them. */
export function rowJudge(grid: Grid, header: Header, columns: readonly LedgerColumn[]): RowJudge {
  const titleColumn = columns.find((column) => column.meaning === 'title')?.column ?? 0;
  const itemColumn = columns.find((column) => column.meaning === 'item')?.column ?? 0;
  const leftmost = Math.min(...columns.map(({ column }) => column));
  const counts = ({ meaning, column, heading }: LedgerColumn) =>
    meaning === 'seq' || (meaning === 'theirNo' && (column === leftmost || seqHeading.test(heading)));
  const seqColumn = columns.find(counts)?.column ?? 0;
  const headingTexts = new Map(
    header.headings.map(({ column, text, group }) => [column, [squeezed(text), group === null ? '' : squeezed(group)]]),
  );
  const numbered = isMostlyNumbered(grid, header, seqColumn);
  const columnsFor = (meanings: readonly ColumnMeaning[]) =>
    columns.flatMap(({ meaning, column }) => (meanings.includes(meaning) ? column : []));
  const telling = columnsFor(['seq', 'theirNo', 'title', 'measures']);
  const ofWork = columnsFor(['measures', 'deadline', 'status', 'progress', 'struckOff']);
  const ofUnits = columnsFor(['leadUnit', 'supportUnits']);
  const places: FootPlaces = { isOfUnits: (column) => ofUnits.includes(column) };
  const titles = grid.rowNumbers
    .filter((row) => row < header.rows[0]!)
    .flatMap((row) => ownCells(grid, row).map(({ text }) => squeezed(text)));
  const tellsProblem = (row: number): boolean => {
    if (numbered) return numberInRow.test(textOf(grid.own(row, seqColumn)));
    const cells = ownCells(grid, row);
    return grid.own(row, titleColumn) !== null && !isSigned(cells, places) && !isIssued(cells, places);
  };
  const lastProblem = grid.rowNumbers.findLast(tellsProblem) ?? 0;
  let lastKind: RowKind = 'ticket';
  let begun = false;

  const judge = (row: number): RowKind => {
    const cells = ownCells(grid, row);
    if (cells.length === 0) return titleGoesOn(grid, row, titleColumn) ? 'ticket' : 'blank';
    const texts = [...new Set(cells.map(({ text }) => text))];
    const first = texts[0]!;
    const title = textOf(grid.shown(row, titleColumn));
    if (repeatsHeader(cells, headingTexts)) return 'repeatedHeader';
    if (numbersColumns(texts) || example.test(first) || (!begun && explainsColumns(texts, title))) return 'note';
    if (tellsPage(texts)) return 'note';
    const isCounted = cells[0]!.column === seqColumn && plainOrdinal.test(first);
    if (isExample(title, texts)) return 'note';
    if (isCounted && isGivenUp(title) && cells.length <= 3) return 'note';
    const sumsUp = !isCounted || !problemOfSums.test(squeezed(title));
    if (
      sumsUp &&
      texts.slice(0, 2).some((text) => total.test(text)) &&
      (total.test(title) || sum.test(squeezed(title)))
    )
      return 'total';
    if (totalWord.test(squeezed(first))) return 'total';
    // 合 and 计 in a cell each.
    if (first.length === 1 && totalWord.test(squeezed(texts.slice(0, 2).join('')))) return 'total';
    if (!goesOnHere(row) && isFoot(row, cells)) return 'signature';
    if (noteLine.test(first) && (texts.length <= 2 || (begun && cells[0]!.column < titleColumn))) return 'note';
    if (begun && cells[0]!.column < titleColumn && bareNote.test(first) && texts.length <= 2) return 'note';
    if (texts.length > 1 && (texts.every((text) => labelled.test(text)) || labelsIn(grid, row)))
      return 'sectionHeading';
    if (texts.length === 1) return judgeLoneText(row, cells[0]!.column, first);
    const [head, words, ...more] = cells;
    if (more.length === 0 && head!.column === seqColumn && chineseOrdinal.test(head!.text)) {
      return words!.column === titleColumn || words!.column === itemColumn ? 'sectionHeading' : 'ticket';
    }
    if (more.length === 0 && head!.column === seqColumn && words!.column === titleColumn && hasParts(row, head!.text)) {
      return 'sectionHeading';
    }
    if (tellsNothing(title) && grid.own(row, titleColumn) !== null) {
      const told = cells.filter(({ text }) => !tellsNothing(text));
      if (told.length <= 1 || told.every(({ column }) => !ofWork.includes(column))) return 'blank';
    }
    return 'ticket';
  };

  /** Below the last problem also the office and the day alone: 云栖区应急管理局 | 2026年5月6日. */
  const isFoot = (row: number, cells: readonly FootCell[]): boolean =>
    (isSigned(cells, places) && (begun || !asksOnly(cells, places))) || (row > lastProblem && isIssued(cells, places));

  /** Number, problem or measure of the ticket above reach into this row. */
  const goesOnHere = (row: number): boolean => telling.some((column) => (grid.mergeAt(row, column)?.top ?? row) < row);

  /** 1 above 1-1 and 1-2: a task that is told in its parts. */
  const hasParts = (row: number, number: string): boolean => {
    const next = textOf(grid.own(row + 1, seqColumn));
    return next.startsWith(number) && /^[-.－—．]\d/.test(next.slice(number.length));
  };

  const judgeLoneText = (row: number, column: number, text: string): RowKind => {
    if (lastKind === 'note' && /^\d+[.、．]/.test(text)) return 'note';
    if ((total.test(text) || countedLine.test(text)) && column !== titleColumn) return 'total';
    if (pageNumber.test(text) && dashed.test(text)) return 'note';
    if (aboutPaper.test(text)) return 'note';
    if (isTitleAgain(titles, squeezed(text))) return 'repeatedHeader';
    if (/^[…⋯.]+$/.test(text)) return 'blank';
    const merge = grid.mergeAt(row, column);
    const width = merge ? Math.min(merge.right, grid.lastColumn) - merge.left + 1 : 1;
    const tall = merge ? merge.bottom > merge.top : false;
    if (width >= 3 && width * 2 >= columns.length && !tall) return 'sectionHeading';
    const heads = column === seqColumn || column === leftmost || column === itemColumn || column === titleColumn;
    if (heads && !tall && headsInBrackets(text)) return 'sectionHeading';
    if (column === seqColumn) return plainOrdinal.test(text) || namesTicket(text) ? 'blank' : 'sectionHeading';
    if (column === itemColumn && !tall) return 'sectionHeading';
    if (column === titleColumn && width > 1) return 'ticket';
    if (column === leftmost && column !== titleColumn && grid.shown(row, titleColumn) === null) {
      return numberedHeading.test(text) ? 'sectionHeading' : 'note';
    }
    if (column === titleColumn && (numberedHeading.test(text) || numbered)) return 'sectionHeading';
    return 'ticket';
  };

  return {
    kindOf(row) {
      lastKind = judge(row);
      begun ||= lastKind === 'ticket';
      return lastKind;
    },
  };
}

export function ownCells(grid: Grid, row: number): FootCell[] {
  const cells: FootCell[] = [];
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    const cell = grid.own(row, column);
    if (cell) cells.push({ column, text: textOf(cell) });
  }
  return cells;
}

/** 第2页 | 共3页, in a cell each or in one: nothing but where the paper ends. */
export function tellsPage(texts: readonly string[]): boolean {
  return texts.length <= 3 && texts.every(isPageMark);
}

/** The heading text of a section row: a number in a cell of its own and the words beside it are one text. */
export function sectionText(grid: Grid, row: number): string {
  return ownCells(grid, row)
    .map(({ text }) => text)
    .filter((text, at, all) => all.indexOf(text) === at)
    .join('');
}

function titleGoesOn(grid: Grid, row: number, titleColumn: number): boolean {
  const merge = grid.mergeAt(row, titleColumn);
  return merge !== null && merge.top < row && grid.shown(row, titleColumn) !== null;
}

const columnNumber = /^[([（]?(\d{1,2})[)\]）.栏列]?$/;

/** 1 2 3 4 … under the headings. */
function numbersColumns(texts: readonly string[]): boolean {
  const numberIn = (text: string) => Number(columnNumber.exec(text)?.[1] ?? Number.NaN);
  return texts.length >= 3 && texts.every((text, at) => numberIn(text) === numberIn(texts[0]!) + at);
}

/** A row that says of most columns how to fill them. */
function explainsColumns(texts: readonly string[], title: string): boolean {
  if (texts.length === 1 && headsInBrackets(texts[0]!)) return false;
  return hint.test(title) && texts.filter((text) => hint.test(text)).length * 2 > texts.length;
}

function repeatsHeader(
  cells: readonly { column: number; text: string }[],
  headings: ReadonlyMap<number, readonly string[]>,
): boolean {
  let repeated = 0;
  const others: string[] = [];
  for (const { column, text } of cells) {
    if (text.length <= longestHeading && headings.get(column)?.includes(squeezed(text))) repeated += 1;
    // A row of the table differs in its first cells already.
    else if (others.push(text) * 5 > cells.length) return false;
  }
  // A table below with a heading more is another table.
  return repeated >= 2 && !others.some((text) => isNamedHeading(text));
}

/** In a table whose rows are numbered a lone text without a number is no row of it. */
function isMostlyNumbered(grid: Grid, header: Header, seqColumn: number): boolean {
  if (seqColumn === 0) return false;
  const below = grid.rowNumbers.filter((row) => row > header.rows.at(-1)!);
  const numbered = below.filter((row) => grid.shown(row, seqColumn) !== null).length;
  return numbered * 5 >= below.length * 3;
}
