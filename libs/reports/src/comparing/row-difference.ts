import { textChanges } from './clause-difference.js';
import type { ContentDifference } from './content-difference.js';
import type { PieceRow, RowsPiece, Token } from './content-pieces.js';
import { commonPositions } from './sequence-match.js';

/** What names a row, best first; without any of them its first words do. */
const namingColumns: readonly RegExp[] = [/事项|问题|任务|隐患|名称|标题|内容|项目/, /单位|科室|部门|行业/];

const numberColumn = /^序号$/;
/** The number of a row in running text. */
const leadingNumber = /^[（(]?\d+[）).．、]\s*/;

interface Column {
  heading: string;
  was: number;
  is: number;
  fields?: string[];
}

interface NamedRow extends PieceRow {
  /** The same in both documents for what is the same row. */
  name: string;
  shown: string;
}

/** Rows that came, went or say something else; then whether those that stayed stand in another order. */
export function rowDifferences(was: RowsPiece, is: RowsPiece, told: ReadonlySet<string>): ContentDifference[] {
  const part = is.columns === null ? 'list' : 'table';
  const base = { part, place: is.place, row: null, changes: [], count: 1 } as const;
  const [before, after] = [namedRows(was, is), namedRows(is, was)];
  const known = new Map(before.map((row) => [row.name, row]));
  const stays = new Set(after.map(({ name }) => name));
  const { columns, differences: headings } = pairColumns(was, is);
  const rowOf = ({ key, shown }: NamedRow) => ({ key, label: shown });
  const added = after.filter(({ name }) => !known.has(name));
  const gone = before.filter(({ name }) => !stays.has(name));
  const both = after.filter(({ name }) => known.has(name));
  const isMoved = commonPositions(
    before.filter(({ name }) => stays.has(name)).map(({ name }) => name),
    both.map(({ name }) => name),
  );
  const reordered = isMoved.length < both.length;
  // Where rows came, went or moved, those after them are numbered anew.
  const renumbers = added.length > 0 || gone.length > 0 || reordered;
  let renumbered = false;
  const changed = both.flatMap((row): ContentDifference[] => {
    const former = known.get(row.name)!;
    const cells = part === 'list' ? listChanges(former, row, told) : cellChanges(former, row, columns, told);
    const said = renumbers ? cells.filter(({ column }) => !isNumber(column)) : cells;
    renumbered ||= said.length < cells.length;
    return said.length === 0 ? [] : [{ ...base, change: 'changed', ...renamed(former, row, said) }];
  });
  return [
    ...headings.map((heading): ContentDifference => ({ ...base, part: 'column', ...heading })),
    ...gone.map((row): ContentDifference => ({
      ...base,
      change: 'gone',
      row: rowOf(row),
      changes: contentsOf(row, was).map((cell) => ({ ...cell, is: '' })),
    })),
    ...added.map((row): ContentDifference => ({
      ...base,
      change: 'added',
      row: rowOf(row),
      changes: contentsOf(row, is).map((cell) => ({ ...cell, was: '' })),
    })),
    ...changed,
    ...(reordered ? [{ ...base, change: 'order' as const, stayed: both.map(({ key }) => key) }] : []),
    ...(renumbered ? [{ ...base, change: 'numbers' as const }] : []),
  ];
}

/** A row that is called otherwise now is told by both names, beside what else it says. */
function renamed(
  was: NamedRow,
  is: NamedRow,
  changes: Changes,
): Pick<ContentDifference, 'row' | 'changes' | 'renaming'> {
  const row = { key: is.key, label: is.shown };
  const isName = (change: Changes[number]) => change.was === was.shown && change.is === is.shown;
  const others = changes.filter((change) => !isName(change));
  const renaming = changes.find(isName);
  const bothNames = { ...row, formerLabel: was.shown };
  if (renaming) return others.length === 0 ? { row, changes } : { row: bothNames, changes: others, renaming };
  // Running text names it within a clause.
  const isNamed = changes.some((change) => change.column === null && change.was.includes(was.shown));
  return { row: isNamed && was.shown !== is.shown ? bothNames : row, changes };
}

/** What a row says beside its number and its name. */
function contentsOf(row: NamedRow, { columns }: RowsPiece) {
  const texts = row.cells.map((cell) => oneLine(wordsOf(cell)));
  if (columns === null) {
    const text = withoutName(texts[0]!, row.shown);
    return text === '' ? [] : [{ column: null, was: text, is: text }];
  }
  return columns.flatMap((heading, at) => {
    const text = texts[at] ?? '';
    const isSaid = text === '' || text === row.shown || isNumber(heading);
    return isSaid ? [] : [{ column: heading || String(at + 1), was: text, is: text }];
  });
}

function withoutName(text: string, name: string): string {
  const words = text.replace(leadingNumber, '').replace(/[。；，、]$/, '');
  return words.startsWith(name) ? words.slice(name.length) : words;
}

type Changes = ContentDifference['changes'];

const isNumber = (column: string | null) => column !== null && numberColumn.test(column);

/** Rows by what the list keeps of them where both documents have that, else by what names them. */
function namedRows(piece: RowsPiece, other: RowsPiece): NamedRow[] {
  const both = [piece, other].filter(({ rows }) => rows.length > 0);
  // Reports kept before name the rows of units by the units' names.
  const keyed = both.every(isKeyed) && new Set(both.map(keepsIds)).size <= 1;
  const naming = namingColumnOf(piece);
  const seen = new Map<string, number>();
  return piece.rows.map((row) => {
    const words = row.cells.map(wordsOf);
    const shown = row.label || words[naming]?.trim() || words.find((text) => text.trim() !== '') || '';
    const form = keyed && row.key !== null ? row.key : `text ${shown}`;
    const times = (seen.get(form) ?? 0) + 1;
    seen.set(form, times);
    return { ...row, name: times > 1 ? `${form} ${times}` : form, shown: [...oneLine(shown)].slice(0, 60).join('') };
  });
}

const isKeyed = ({ rows }: RowsPiece) => rows.some(({ key }) => key !== null);
const keepsIds = ({ rows }: RowsPiece) => rows.some(({ key }) => /:[0-9a-f-]{36}$/.test(key ?? ''));

function namingColumnOf({ columns, rows }: RowsPiece): number {
  for (const form of namingColumns) {
    const at = columns?.findIndex((heading) => form.test(heading) && !/[数率]/.test(heading)) ?? -1;
    if (at >= 0) return at;
  }
  const first = rows[0]?.cells.findIndex((cell) => /[^\d\s.,%—-]/.test(wordsOf(cell))) ?? -1;
  return Math.max(first, 0);
}

function pairColumns(was: RowsPiece, is: RowsPiece): { columns: Column[]; differences: HeadingDifference[] } {
  const [one, other] = [numbered(was.columns ?? []), numbered(is.columns ?? [])];
  const left = one.filter((heading) => !other.includes(heading));
  const came = other.filter((heading) => !one.includes(heading));
  // As many gone as came: they are called otherwise.
  const renamed = left.length === came.length ? left.map((heading, at) => [heading, came[at]!] as const) : [];
  const same = other.filter((heading) => one.includes(heading)).map((heading) => [heading, heading] as const);
  const columns = [...same, ...renamed]
    .map(([from, to]) => {
      const at = other.indexOf(to);
      const fields = is.fields?.[at];
      return { heading: plain(to), was: one.indexOf(from), is: at, ...(fields ? { fields } : {}) };
    })
    .sort((a, b) => a.is - b.is);
  const heading = (change: HeadingDifference['change'], from: string, to: string): HeadingDifference => ({
    change,
    changes: [{ column: null, was: plain(from), is: plain(to) }],
  });
  const differences =
    renamed.length > 0
      ? renamed.map(([from, to]) => heading('changed', from, to))
      : [...left.map((from) => heading('gone', from, '')), ...came.map((to) => heading('added', '', to))];
  const moved = commonPositions(one, other).length < same.length;
  return { columns, differences: moved ? [...differences, heading('order', '', '')] : differences };
}

type HeadingDifference = Pick<ContentDifference, 'change' | 'changes'>;

/** Headings that stand twice are told apart by their place among their like. */
const numbered = (headings: readonly string[]) =>
  headings.map((heading, at) => `${heading} ${headings.slice(0, at).filter((other) => other === heading).length}`);
const plain = (heading: string) => heading.replace(/ \d+$/, '');

function cellChanges(was: PieceRow, is: PieceRow, columns: readonly Column[], told: ReadonlySet<string>) {
  return columns.flatMap((column) => {
    const [from, to] = [was.cells[column.was] ?? [], is.cells[column.is] ?? []];
    if (unlessTold(from, told) === unlessTold(to, told)) return [];
    const heading = column.heading || String(column.is + 1);
    const keys = [...from, ...to].flatMap(({ key }) => (key === undefined || told.has(key) ? [] : [key]));
    const { fields } = column;
    return [
      { column: heading, was: oneLine(wordsOf(from)), is: oneLine(wordsOf(to)), keys, ...(fields ? { fields } : {}) },
    ];
  });
}

/** Its number apart, clause by clause; by which stop it ends follows from the rows behind it. */
function listChanges(was: PieceRow, is: PieceRow, told: ReadonlySet<string>) {
  const [from, to] = [was, is].map(({ cells }) => numberApart(withoutStop(cells[0]!)));
  const number = from!.number === to!.number ? [] : [{ column: '序号', was: from!.number, is: to!.number }];
  const texts = textChanges(from!.tokens, to!.tokens, told);
  return [...number, ...texts.map((change) => ({ column: null, was: change.was, is: change.is }))];
}

const withoutStop = (tokens: readonly Token[]): Token[] =>
  tokens.map((token, at) => (at < tokens.length - 1 ? token : { ...token, text: token.text.replace(/[。；]$/, '') }));

function numberApart(tokens: readonly Token[]): { number: string; tokens: Token[] } {
  const [first, ...rest] = tokens;
  const number = leadingNumber.exec(first?.text ?? '')?.[0] ?? '';
  return { number: number.trim(), tokens: [{ ...first!, text: first!.text.slice(number.length) }, ...rest] };
}

const wordsOf = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join('');
const unlessTold = (tokens: readonly Token[], told: ReadonlySet<string>) =>
  tokens.map(({ text, key }) => (key !== undefined && told.has(key) ? `{${key}}` : text)).join('');
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim();
