import { wordsOf, type ContentCell, type ContentTable } from '../building/content-parts.js';

/** A total that is printed beside parts that add up to something else. */
export interface WrongTotal {
  /** What its row or column is headed with. */
  heading: string;
  /** What tells the row or column it stands in; blank where nothing does. */
  beside: string;
  printed: string;
  sum: string;
  /** Of the total, where it is one. */
  figureKey?: string;
}

interface GridCell {
  text: string;
  key?: string;
}

/** One row or column across its parts: `null` where a cell is no plain number. */
interface Entry {
  heading: string;
  amount: Amount | null;
  cell: GridCell;
}

interface Amount {
  value: number;
  unit: string;
}

const totalHeading = /^(?:[全本][局区县市])?(合计|总计|小计)(?:[(][^()]{1,6}[)])?:?$/;
/** What nobody adds up: shares, means, ranks, changes, days. */
const notAdded =
  /率(?:[(][^()]{0,6}[)])?$|占比|比[例重]|[同环]比|平均|[人户]均|最[高低大小多少]|序号|编号|名次|排名|[得评]分|增[减幅长加]|减少|下降|日期|时间|年份/;
/** Parts of parts: what adds up to the total is not told by where it stands. */
const amongThem = /其中/;
const plainNumber = /^(\d{1,15}(?:\.\d{1,6})?|\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?)([\u4e00-\u9fff]{0,3})$/;
const unitOfHeading = /[(]([^()\d]{1,3})[)]$/;

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

/** Rows and columns headed 合计, 总计 or 小计 that print another number than their parts add up to. */
export function wrongTotals({ head = [], cells, columns, rows }: ContentTable): WrongTotal[] {
  // One cell across the table heads a section of it.
  const written = cells?.filter((row) => row.length > 1).map((row) => gridRow(row, blank));
  const grid: GridCell[][] = written ?? rows.map((row) => row.map((text) => ({ text: plain(text) })));
  const headings: GridCell[][] = cells
    ? head.map((row) => gridRow(row))
    : [columns.map(({ heading }) => ({ text: plain(heading) }))];
  // A first row without a number names the columns, whatever stands in it.
  if (headings.length === 0 && grid[0]?.every(({ text }) => amountOf(text) === null)) headings.push(grid.shift()!);
  if ([...headings, ...grid].some((row) => row.some(({ text }) => amongThem.test(text)))) return [];
  const width = Math.max(0, ...grid.map((row) => row.length));
  const columnHeadings = Array.from({ length: width }, (_, at) => headings.map((row) => row[at]?.text ?? ''));
  const rowHeadings = grid.map(headingOfRow);
  return [...totalsOfRows(grid, rowHeadings, columnHeadings), ...totalsOfColumns(grid, rowHeadings, columnHeadings)];
}

function totalsOfRows(grid: GridCell[][], rowHeadings: string[], columnHeadings: string[][]): WrongTotal[] {
  return columnHeadings.flatMap((heading, column) => {
    const beside = heading.filter((text) => text !== '').at(-1) ?? '';
    if (notAdded.test(heading.join(''))) return [];
    const entries = grid.map((row, at) => entryOf(rowHeadings[at]!, row[column]));
    if (entries.some(({ heading: text }) => notAdded.test(text))) return [];
    return entries.flatMap((_, at) => wrongAt(entries, at, beside, sumsOfRows));
  });
}

function totalsOfColumns(grid: GridCell[][], rowHeadings: string[], columnHeadings: string[][]): WrongTotal[] {
  const lowest = columnHeadings.map((heading) => heading.filter((text) => text !== '').at(-1) ?? '');
  if (!lowest.some((heading) => totalHeading.test(heading))) return [];
  const isCounted = (column: number) => !notAdded.test(lowest[column]!) && !isOfWords(grid, column);
  const groups = groupsOfColumns(columnHeadings).map((group) => group.filter(isCounted));
  return grid.flatMap((row, at) => {
    if (notAdded.test(rowHeadings[at]!)) return [];
    return groups.flatMap((group) => {
      const entries = group.map((column) => entryOf(lowest[column]!, row[column]));
      return entries.flatMap((_, index) => wrongAt(entries, index, rowHeadings[at]!, sumsOfColumns));
    });
  });
}

/** Names, people, remarks: a column without any number. */
function isOfWords(grid: readonly GridCell[][], column: number): boolean {
  const texts = grid.map((row) => row[column]?.text ?? '');
  return texts.every((text) => amountOf(text) === null) && texts.some((text) => /[\u4e00-\u9fff]/.test(text));
}

/** Under one merged heading a total is that of its own columns. */
function groupsOfColumns(columnHeadings: readonly string[][]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [column, heading] of columnHeadings.entries()) {
    const above = heading.length > 1 && heading.at(-1) !== '' ? heading[0]! : '';
    groups.set(above, [...(groups.get(above) ?? []), column]);
  }
  return [...groups.values()];
}

type Sums = (entries: readonly Entry[], at: number) => Entry[][];

const isTotal = ({ heading }: Entry) => totalHeading.test(heading);

/** What a total row may add up: those since the one before, all before it, the totals before it; or those behind. */
const sumsOfRows: Sums = (entries, at) => sidesOf(entries, at).flatMap(partsOn);

const sidesOf = (entries: readonly Entry[], at: number) => [entries.slice(0, at).reverse(), entries.slice(at + 1)];

/** In a line other counts may stand beside its parts: any neighbours that add up to it are those. */
const sumsOfColumns: Sums = (entries, at) =>
  sidesOf(entries, at).flatMap((side) => {
    const near = partsOn(side);
    const nearest = near[0] ?? [];
    return [...near, ...nearest.map((_, last) => nearest.slice(0, last + 1))].filter(({ length }) => length > 1);
  });

function partsOn(side: Entry[]): Entry[][] {
  const next = side.findIndex(isTotal);
  const near = next < 0 ? side : side.slice(0, next);
  return [near, side.filter((entry) => !isTotal(entry)), side.filter(isTotal)].filter(({ length }) => length > 0);
}

function wrongAt(entries: readonly Entry[], at: number, beside: string, sumsOf: Sums): WrongTotal[] {
  const total = entries[at]!;
  if (!isTotal(total) || !total.amount) return [];
  const { value, unit } = total.amount;
  const candidates = sumsOf(entries, at);
  const parts = candidates.flat();
  // A word or a blank among the parts may be any number, another unit another measure.
  const units = new Set([...parts.map(({ amount }) => amount?.unit ?? null), ...(unit ? [unit] : [])]);
  if (units.size !== 1 || parts.length === 0 || units.has(null)) return [];
  const sums = candidates.map((parts) => parts.reduce((sum, { amount }) => sum + amount!.value, 0));
  if (sums.some((sum) => Math.abs(sum - value) < 1e-6)) return [];
  const { text: printed, key } = total.cell;
  const sum = `${Number(sums[0]!.toFixed(6))}`;
  return [{ heading: total.heading, beside, printed, sum, ...(key ? { figureKey: key } : {}) }];
}

function entryOf(heading: string, cell: GridCell = { text: '' }): Entry {
  const amount = amountOf(cell.text);
  const [, unit] = unitOfHeading.exec(heading) ?? [];
  return { heading, amount: amount && { ...amount, unit: amount.unit || (unit ?? '') }, cell };
}

function amountOf(text: string): Amount | null {
  const [, digits, unit] = plainNumber.exec(text) ?? [];
  return digits === undefined ? null : { value: Number(digits.replaceAll(',', '')), unit: unit! };
}

/** Behind its number, the first words of the row. */
const headingOfRow = (row: readonly GridCell[]) =>
  row.find(({ text }) => text !== '' && !/^[\d.、()]{1,6}$/.test(text))?.text ?? '';

const blank: GridCell = { text: '' };

/** By the columns of the grid: what is wide fills all of them, or the others with what is given. */
function gridRow(row: readonly ContentCell[], rest?: GridCell): GridCell[] {
  return row.flatMap(({ runs, span }) => {
    const keys = runs.flatMap(({ key }) => (key ? [key] : []));
    const cell = { text: plain(wordsOf(runs)), ...(keys.length === 1 ? { key: keys[0]! } : {}) };
    return Array.from({ length: span }, (_, at) => (at === 0 ? cell : (rest ?? cell)));
  });
}
