import { measureOf, type NumberSense, type WrittenNumber } from '../words/written-number.js';

/** Where a paragraph stands in a table: `column` is that of the grid, from 0. */
export interface ReportCell {
  table: number;
  row: number;
  column: number;
  /** Columns it is wide. */
  span: number;
}

/** A paragraph of a report. */
export interface ReportLine {
  text: string;
  /** null in running text. */
  cell: ReportCell | null;
  /** Of a footnote or endnote: the part of the file it stands in and its paragraph there. Notes stand behind the body. */
  note?: { part: string; paragraph: number };
}

/** What the headings of a cell say of the number that fills it. */
export interface CellReading extends Pick<WrittenNumber, 'unit' | 'scale' | 'words'> {
  why: NumberSense;
  rowHeading: string;
  columnHeading: string;
  /** Of the columns to the left: 完成率 behind 巡察问题 is theirs. */
  columnsBefore: string;
}

interface Cell extends ReportCell {
  text: string;
}

interface Table {
  /** Cells of the rows at the top that name the columns. */
  headings: readonly Cell[];
  /** All others by row. */
  rows: ReadonlyMap<number, readonly Cell[]>;
  /** The words last above in the first column, for a row whose own first cell is blank or merged. */
  firsts: ReadonlyMap<number, Cell>;
  /** Of all cells, where the line above the table says it: 单位：万元. */
  unit: string;
  countsRows: boolean;
}

const numberForm = /^\s*(?:[*＊]+|\d[\d,，]*(?:\.\d+)?)\s*[%％‰]?\s*$/;
const yearForm = /^\s*(?:19|20)\d{2}\s*$/;
const unitOfTable = /单位\s*[:：]\s*([^\s，。；）)]{1,4})/;
const unitColumn = /^(?:计量|统计)?单\s*位$/;
const bracketed = /[（(]([^（()）]{1,4})[）)]/g;

/** What a column or row is headed with that holds no figures. */
const otherHeadings: readonly (readonly [NumberSense, RegExp])[] = [
  ['ordinal', /^序\s*号|^编\s*号|^项次|^栏次|^No\.?$|电话|手机|号码|代码|邮编/i],
  ['date', /^年$|年份|^年度$|日期|时间|时限|期限/],
];

const isNumber = ({ text }: Cell) => numberForm.test(text) && !yearForm.test(text);

/**
 * Reads the cells of a report's tables by the headings beside and above them.
 * @returns for a line, what its cell says of a number that fills it; null for a line that is no such cell
 */
export function tableReader(lines: readonly ReportLine[]): (line: ReportLine) => CellReading | null {
  const tables = tablesOf(lines);
  return ({ text, cell }) => {
    if (cell === null || !fillsCell(text)) return null;
    const table = tables.get(cell.table)!;
    if (!table.rows.has(cell.row)) return null;
    return readCell({ ...cell, text }, table);
  };
}

/** A number alone, or one with a word beside it that is no sentence: 60, 30%, 60个. */
const fillsCell = (text: string) => numberForm.test(text.replace(/(?<=[\d*＊])\s*\p{Script=Han}{1,3}\s*$/u, ''));

function tablesOf(lines: readonly ReportLine[]): Map<number, Table> {
  const cells = new Map<number, Cell[]>();
  const units = new Map<number, string>();
  let above = '';
  for (const { text, cell } of lines) {
    if (cell === null) above = text;
    else if (cells.has(cell.table)) cells.get(cell.table)!.push({ ...cell, text });
    else {
      cells.set(cell.table, [{ ...cell, text }]);
      units.set(cell.table, unitOfTable.exec(above)?.[1] ?? '');
    }
  }
  return new Map([...cells].map(([table, list]) => [table, tableOf(list, units.get(table)!)]));
}

function tableOf(cells: readonly Cell[], unit: string): Table {
  const firstNumber = cells.find(isNumber);
  const isHeading = ({ row }: Cell) => !firstNumber || row < firstNumber.row;
  const rows = new Map<number, Cell[]>();
  const firsts = new Map<number, Cell>();
  let first: Cell | null = null;
  for (const cell of cells) {
    if (isHeading(cell)) continue;
    if (!rows.has(cell.row)) rows.set(cell.row, []);
    rows.get(cell.row)!.push(cell);
    if (cell.column === 0) first = numberForm.test(cell.text) ? null : cell;
    if (first) firsts.set(cell.row, first);
  }
  const countsRows = countsUp(cells.filter((cell) => cell.column === 0 && isNumber(cell)));
  return { headings: cells.filter(isHeading), rows, firsts, unit, countsRows };
}

/** 1, 2, 3 …, which may begin anew with each part of the table. */
function countsUp(cells: readonly Cell[]): boolean {
  const numbers = cells.map(({ text }) => Number(text));
  return (
    numbers.length > 1 && numbers.every((number, at) => number === 1 || (at > 0 && number === numbers[at - 1]! + 1))
  );
}

function readCell(cell: Cell, table: Table): CellReading {
  const columnHeading = table.headings.filter((heading) => isAbove(heading, cell));
  const rowHeading = rowHeadingOf(cell, table);
  const [column, row] = [columnHeading, rowHeading].map((cells) => cells.map(({ text }) => text.trim()));
  const named = unitCellsOf(cell, table).map(({ text }) => text);
  const measures = [
    ...[...column!].reverse().flatMap(unitsIn),
    ...named,
    ...[...row!].reverse().flatMap(unitsIn),
    table.unit,
  ];
  const measure = measures.map(measureOf).find(({ unit }) => unit !== '') ?? measureOf('');
  const other = otherHeadings.find(([, form]) => [...column!, ...row!.slice(-1)].some((text) => form.test(text)))?.[0];
  const before = table.headings.filter((heading) => heading.column + heading.span <= cell.column);
  const columnsBefore = wordsOf(before.map(({ text }) => text.trim()));
  const isYear = yearForm.test(cell.text) && measure.unit === '';
  const isCount = cell.column === 0 && table.countsRows;
  const why = other ?? (isYear ? 'date' : isCount ? 'ordinal' : 'figure');
  return { ...measure, why, rowHeading: wordsOf(row!), columnHeading: wordsOf(column!), columnsBefore };
}

const isAbove = (heading: Cell, { column }: Cell) => heading.column <= column && column < heading.column + heading.span;

/**
 * Under named columns all words to the left; in a table without, those next to the number: 问题 | 60 | 完成率 | 30%. A first
 * cell left blank or merged is the one above.
 */
function rowHeadingOf(cell: Cell, table: Table): Cell[] {
  const { headings, rows, firsts } = table;
  const measures = unitCellsOf(cell, table);
  const left = rows
    .get(cell.row)!
    .filter((one) => one.column < cell.column && !numberForm.test(one.text) && !measures.includes(one));
  if (headings.length === 0) return left.slice(-1);
  const first = firsts.get(cell.row);
  return first && cell.column > 0 && left[0]?.column !== 0 ? [first, ...left] : left;
}

/** 项目 | 单位 | 数量: a column of measure words; 单位 may also head the sections that report. */
function unitCellsOf({ row }: Cell, { headings, rows }: Table): Cell[] {
  const columns = headings.filter(({ text }) => unitColumn.test(text.trim()));
  return rows
    .get(row)!
    .filter((cell) => columns.some((heading) => isAbove(heading, cell)) && measureOf(cell.text).unit !== '');
}

const unitsIn = (text: string): string[] => [...text.matchAll(bracketed)].map(([, unit]) => unit!).reverse();

/** A heading's words without its units. */
const wordsOf = (texts: readonly string[]) =>
  texts
    .map((text) => text.replace(bracketed, (all, unit: string) => (measureOf(unit).unit === '' ? all : '')))
    .join('');
