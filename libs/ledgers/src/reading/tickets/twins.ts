import { hash } from 'node:crypto';
import { isShortUnitName, readUnitNames, remembering } from '@xiaohao/domain';
import { columnOf, columnsOf, type LedgerColumn } from '../headings/columns.js';
import { seqHeading, squeezed } from '../headings/heading.js';
import type { RawTicket, Twins } from '../rows/raw-row.js';
import type { TicketCells } from './ticket-cells.js';

/** Where a list begins anew. */
const firstNumber = /^\D{0,3}(0*1|一|①)\D{0,2}$|^0*1[-.]0*1$/;
const leadingNumber = /^[(（【[]?[\d一二三四五六七八九十①-⑳]{1,3}[)）】\].、．,，]+/;

/** Where numbered words first stand in a file of several sheets, and what the row says in all. */
export type NumberedWords = Map<string, { sheet: string; row: number; key: string }>;

/**
 * Tells a ticket of the one on a sheet before that bears its number and nearly its words. The number alone says nothing
 * there: each sheet may count from 1.
 */
export function nameTwinsBefore(
  tickets: readonly RawTicket[],
  columns: readonly LedgerColumn[],
  sheet: string,
  keyOf: (raw: RawTicket) => string,
  firsts: NumberedWords,
): void {
  for (const raw of tickets) {
    const shared = numberedWords(raw, columns);
    if (shared === null) continue;
    const first = firsts.get(shared);
    const key = keyOf(raw);
    if (!first) firsts.set(shared, { sheet, row: raw.rows[0]!.row, key });
    else if (first.sheet !== sheet && first.key !== key) {
      raw.twins = { ...raw.twins, before: { row: first.row, sheet: first.sheet, shared } };
    }
  }
}

/**
 * Tells each ticket of a sheet of the first other one with its number and other words, or with words that differ in signs,
 * spaces or numbers alone. Rows equal throughout are doubles, told of elsewhere; numbers begin anew under another heading.
 */
export function nameTwins(
  tickets: readonly RawTicket[],
  columns: readonly LedgerColumn[],
  keyOf: (raw: RawTicket) => string,
  /** Of a row; another table counts anew. */
  tableOf: (row: number) => unknown = () => null,
): void {
  const numbers = new Map<string, RawTicket>();
  const theirs = new Map<string, RawTicket>();
  const firstAlike = openWords(columns);
  let itemAbove: string | null = null;
  let table: unknown = null;
  for (const raw of tickets) {
    const number = numberOf(raw, columns);
    const begins = number !== '' && firstNumber.test(number);
    const inTable = tableOf(raw.rows[0]!.row);
    if (inTable !== table || (begins && raw.itemAbove !== itemAbove)) numbers.clear();
    [itemAbove, table] = [raw.itemAbove, inTable];
    const bearer = numbers.get(number);
    if (bearer && titleOf(bearer, columns) !== titleOf(raw, columns)) bind(bearer, raw, 'number', number);
    // Said once where a list begins anew without a heading.
    if (bearer && begins) numbers.clear();
    if (number !== '' && !numbers.has(number)) numbers.set(number, raw);
    const theirNo = issuedNumber(raw, columns);
    const sharer = theirs.get(theirNo);
    if (sharer && titleOf(sharer, columns) !== titleOf(raw, columns)) bind(sharer, raw, 'theirNo', theirNo);
    if (theirNo !== '' && !sharer) theirs.set(theirNo, raw);
    const alike = firstAlike(raw);
    if (alike && keyOf(alike.first) !== keyOf(raw)) bind(alike.first, raw, 'words', alike.shared());
  }
}

/**
 * Finds of one ticket after the other the first that says nearly the same. Whole rows are compared only where words come
 * again that differ in numbers alone.
 */
function openWords(columns: readonly LedgerColumn[]) {
  const firstOf = openLeads(columns);
  const numbered = new Map<string, { first: RawTicket; again: boolean }>();
  const rows = new Map<string, RawTicket>();
  const bearerOf = (raw: RawTicket, unnumbered: string): RawTicket | undefined => {
    const known = numbered.get(unnumbered);
    if (!known) {
      numbered.set(unnumbered, { first: raw, again: false });
      return undefined;
    }
    if (!known.again) rows.set(rowKey(known.first, columns), known.first);
    known.again = true;
    const key = rowKey(raw, columns);
    const first = rows.get(key);
    if (!first) rows.set(key, raw);
    return first;
  };
  return (raw: RawTicket): { first: RawTicket; shared: () => string } | null => {
    const title = titleOf(raw, columns);
    if (title === '') return null;
    const first = firstOf([title, ...placesOf(raw, columns)].join('\0'), raw);
    const unnumbered = withoutNumbers(title);
    const inNumbers = differsInNumbers(unnumbered, title) ? bearerOf(raw, unnumbered) : undefined;
    if (first) return { first, shared: () => wordKey(title, raw, columns) };
    return inNumbers ? { first: inNumbers, shared: () => rowKey(raw, columns) } : null;
  };
}

/** Says of a ticket which other row it may be, as far as its cells still agree with it. */
export function noteTwins({ twins, ...raw }: RawTicket, columns: readonly LedgerColumn[], cells: TicketCells): void {
  if (twins?.number && twins.number.shared === numberOf(raw, columns)) {
    const cell = numberColumn(columns) && raw.rows[0]!.cells[numberColumn(columns)!.letters];
    if (cell) cells.note('sameNumber', cell, String(twins.number.row));
  }
  if (twins?.theirNo && twins.theirNo.shared === issuedNumber(raw, columns)) {
    const number = cells.first('theirNo');
    if (number) cells.note('sameTheirNo', number.cell, String(twins.theirNo.row));
  }
  if (twins?.before && twins.before.shared === numberedWords(raw, columns)) {
    const title = cells.first('title');
    if (title) cells.note('nearDuplicate', title.cell, `“${twins.before.sheet}”表第 ${twins.before.row} 行`);
  } else if (twins?.words && wordKeys(raw, columns).includes(twins.words.shared)) {
    const title = cells.first('title');
    if (title) cells.note('nearDuplicate', title.cell, `第 ${twins.words.row} 行`);
  }
}

function bind(one: RawTicket, other: RawTicket, by: keyof Twins, shared: string): void {
  const rowOf = (raw: RawTicket) => raw.rows[0]!.row;
  one.twins = { [by]: { row: rowOf(other), shared }, ...one.twins };
  other.twins = { ...other.twins, [by]: { row: rowOf(one), shared } };
}

function numberColumn(columns: readonly LedgerColumn[]): LedgerColumn | null {
  const theirs = columnOf(columns, 'theirNo');
  return columnOf(columns, 'seq') ?? (theirs && seqHeading.test(theirs.heading) ? theirs : null);
}

function numberOf(raw: RawTicket, columns: readonly LedgerColumn[]): string {
  const column = numberColumn(columns);
  const cell = column ? raw.rows[0]!.cells[column.letters] : undefined;
  // A number merged over several tickets is theirs together.
  return cell?.own ? squeezed(cell.text) : '';
}

/** The issuing office's number; '' where the row has none, or it counts rows. */
function issuedNumber(raw: RawTicket, columns: readonly LedgerColumn[]): string {
  const column = columnsOf(columns, 'theirNo').find(
    (one) => !seqHeading.test(one.heading) && raw.rows[0]!.cells[one.letters]?.text,
  );
  return column ? squeezed(raw.rows[0]!.cells[column.letters]!.text) : '';
}

/** The number, theirs or that of the list, with the words of the same place and unit; null where one is missing. */
function numberedWords(raw: RawTicket, columns: readonly LedgerColumn[]): string | null {
  const number = issuedNumber(raw, columns) || numberOf(raw, columns);
  const [same] = number === '' ? [] : wordKeys(raw, columns);
  return same === undefined ? null : `${number} ${same}`;
}

/** What makes two rows one: number of the issuing office and words, where there is such a number; null elsewhere. */
export function numberAndWords(raw: RawTicket, columns: readonly LedgerColumn[]): string | null {
  const number = issuedNumber(raw, columns);
  return number === '' ? null : `${number}\0${titleOf(raw, columns)}`;
}

function textIn(raw: RawTicket, columns: readonly LedgerColumn[], meaning: LedgerColumn['meaning']): string {
  const column = columnOf(columns, meaning);
  return column ? (raw.rows[0]!.cells[column.letters]?.text ?? '') : '';
}

const titleOf = (raw: RawTicket, columns: readonly LedgerColumn[]) => lettersIn(textIn(raw, columns, 'title'));

/** Without signs, spaces and the number a list puts before it. */
function lettersIn(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(leadingNumber, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The same words of the same place and unit; or the same but for numbers, with everything else in the row equal too. */
function wordKeys(raw: RawTicket, columns: readonly LedgerColumn[]): string[] {
  const title = titleOf(raw, columns);
  if (title === '') return [];
  const same = wordKey(title, raw, columns);
  return differsInNumbers(withoutNumbers(title), title) ? [same, rowKey(raw, columns)] : [same];
}

const withoutNumbers = (title: string) => title.replace(/\p{N}/gu, '');
const differsInNumbers = (unnumbered: string, title: string) => unnumbered !== '' && unnumbered !== title;

function placesOf(raw: RawTicket, columns: readonly LedgerColumn[]): string[] {
  return (['site', 'town'] as const).map((meaning) => squeezed(textIn(raw, columns, meaning)));
}

/** One problem may be given to hundreds of units; a name is held against so many others of it. */
const comparedLeads = 20;

/** Finds the first ticket of the same words whose lead is the same unit: 消防大队 is 区消防救援大队, another unit another matter. */
function openLeads(columns: readonly LedgerColumn[]) {
  const written = new Map<string, RawTicket>();
  const leads = new Map<string, { name: string; first: RawTicket }[]>();
  const leadIn = remembering((text) => readUnitNames(text).lead);
  return (words: string, raw: RawTicket): RawTicket | undefined => {
    const text = textIn(raw, columns, 'leadUnit');
    const key = `${words}\0${squeezed(text)}`;
    const before = written.get(key);
    if (before) return before;
    const name = leadIn(text);
    const others = leads.get(words) ?? [];
    const first = name === null ? undefined : others.find((other) => isOneUnit(other.name, name))?.first;
    written.set(key, first ?? raw);
    if (name !== null && !first && others.length < comparedLeads) leads.set(words, [...others, { name, first: raw }]);
    return first;
  };
}

function isOneUnit(one: string, other: string): boolean {
  return one === other || isShortUnitName(one, other) || isShortUnitName(other, one);
}

function wordKey(title: string, raw: RawTicket, columns: readonly LedgerColumn[]): string {
  return keyOfAll(['same', title, ...placesOf(raw, columns)]);
}

function rowKey(raw: RawTicket, columns: readonly LedgerColumn[]): string {
  const others = columns
    .filter(({ meaning }) => !['seq', 'theirNo', 'title', 'ignored'].includes(meaning))
    .map(({ letters }) => raw.rows[0]!.cells[letters]?.text ?? '');
  return keyOfAll(['numbers', withoutNumbers(titleOf(raw, columns)), ...others]);
}

const keyOfAll = (parts: readonly string[]) => hash('sha1', JSON.stringify(parts), 'base64');
