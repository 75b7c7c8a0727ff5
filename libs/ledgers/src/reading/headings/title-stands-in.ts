import type { LedgerColumn } from './columns.js';
import type { Grid } from '../grid.js';
import type { Header } from './header.js';
import { plainHeading } from './heading.js';
import type { ColumnMeaning } from './column-meanings.js';
import { placeOf } from './place-columns.js';
import { textsBelow } from './sampled-rows.js';

/** A column whose texts are shorter on average states no problem. */
const leastLength = 4;
/** Beside who acts one of these tells a ledger from a roster. */
const tellsOfWork: readonly ColumnMeaning[] = ['measures', 'progress', 'status', 'struckOff', 'progressPercent'];
const tellsOfTime: readonly ColumnMeaning[] = ['deadline', 'rectifyKind'];
const tellsWho: readonly ColumnMeaning[] = ['leadUnit', 'supportUnits', 'persons', 'leader', 'site'];
/** What a column of another sort is called: it stands beside the matter, however long its texts are. */
export const besideMatter =
  /依据|标准|文件|文号|原因|来源|成果|佐证|形式|备注|说明$|地址|地点|部位|电话|编号|时间|日期|资金|金额|经费|人$|人员|领导|单位|部门|意见|评价/;

type Column = LedgerColumn | undefined;

/**
 * Where a table names no column of problems, but says who acts and by when or how far it is, the longest texts under a
 * heading nobody knows are taken for them, else its measures, at last the site or place itself. Their column has strength 0,
 * by which the sheet says so. `wanted`: a person wants it read, whatever it looks like.
 */
export function withTitleStandingIn(
  grid: Grid,
  header: Header,
  columns: readonly LedgerColumn[],
  wanted = false,
): LedgerColumn[] {
  const has = (meanings: readonly ColumnMeaning[]) => columns.some(({ meaning }) => meanings.includes(meaning));
  const known = columns.find(({ meaning }) => meaning === 'title');
  if (known && !wasPromoted(header, known)) return [...columns];
  const measured = new Map(columns.map((column) => [column, averageLength(textsBelow(grid, header, column))]));
  const longest = (some: readonly LedgerColumn[]): Column =>
    some.reduce<Column>((a, b) => (!a || measured.get(b)! > measured.get(a)! ? b : a), undefined);
  const isLong = (column: Column) => column !== undefined && measured.get(column)! >= leastLength;
  const isAside = ({ heading }: LedgerColumn) => besideMatter.test(plainHeading(heading));
  const unknown = columns.filter(({ meaning, strength, sealed }) => meaning === 'details' && strength === 0 && !sealed);
  const named = longest(unknown.filter((column) => !isAside(column)));
  const measures = columns.find(({ meaning }) => meaning === 'measures');
  if (known) {
    const stated = isLong(named) ? named : isLong(measures) ? measures : undefined;
    // 类别 alone names no matter beside what is told of each row.
    const groups = isGrouping(header, known) && (stated === measures || repeats(textsBelow(grid, header, known)));
    return standingIn(columns, groups && stated ? stated : known, known);
  }
  const isDue = has(['leadUnit']) && (has(['deadline']) || (has(['persons']) && has(tellsOfWork)));
  const isOfWork = has(tellsWho) && (has(tellsOfTime) || has(['measures', 'progress', 'status', 'struckOff']));
  const other = isDue ? longest(unknown) : undefined;
  const place = isDue ? (columns.find(({ meaning }) => meaning === 'site') ?? placeOf(columns)) : undefined;
  const candidates = isDue || isOfWork ? [named, measures, other].filter(isLong) : [];
  const stands = candidates[0] ?? place ?? (wanted ? longest(columns.filter(isReadable)) : undefined);
  return stands ? standingIn(columns, stands) : [...columns];
}

const isReadable = ({ meaning, sealed }: LedgerColumn) => !sealed && meaning !== 'seq' && meaning !== 'ignored';

function standingIn(columns: readonly LedgerColumn[], stands: LedgerColumn, before?: LedgerColumn): LedgerColumn[] {
  return columns.map((column) => {
    if (column === stands) return { ...column, meaning: 'title', strength: 0 };
    return column === before ? { ...column, meaning: 'item' } : column;
  });
}

/** Its heading groups or describes; no other column named the matter. */
const headedAs = ({ headings }: Header, { column }: LedgerColumn) =>
  headings.find((heading) => heading.column === column)?.match ?? null;
const wasPromoted = (header: Header, title: LedgerColumn) => {
  const match = headedAs(header, title);
  return match !== null && match.meaning !== 'title';
};
const isGrouping = (header: Header, title: LedgerColumn) => headedAs(header, title)?.meaning === 'item';

const repeats = (texts: readonly string[]) => texts.length > 2 && new Set(texts).size * 3 <= texts.length * 2;

/** Of the words in its cells; numbers and days count nothing. */
function averageLength(cells: readonly string[]): number {
  const texts = cells.map((text) => text.replace(/[^\p{Letter}]/gu, '')).filter((text) => text !== '');
  return texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
}
