import {
  formatFigure,
  missingText,
  parseTag,
  type FigureOptions,
  type ListRow,
  type TemplateSource,
  type TemplateTag,
} from '@xiaohao/documents';

/** A piece of text on the page; `key` where it prints a figure or parameter. */
export interface ContentRun {
  text: string;
  key?: string;
  missing?: true;
  /** Of a list in running text: the row it tells of. */
  row?: RowMark;
  /** The figures on whose being there it stands; kept with the report, never shown. */
  when?: string[];
}

/** Which row of a list it is, whatever it prints; kept with the report, never shown. */
export interface RowMark {
  /** `key_tasks:` and the ticket's id, or the unit or industry it counts. */
  key: string;
  /** As the report names it. */
  label: string;
}

/** Where a row of a list says which one it is; no tag of a template can name it. */
export const rowKeyField = '#row';

export function rowMarkOf(row: ListRow): RowMark | null {
  const key = row[rowKeyField];
  if (typeof key !== 'string') return null;
  return { key, label: String(row['title'] ?? row['leadUnit'] ?? row['industry'] ?? '') };
}

/** What a table keeps of its rows' marks; nothing where none has one. */
export function markedRows(rows: readonly (ListRow | null)[]): Pick<ContentTable, 'rowMarks'> {
  const rowMarks = rows.map((row) => row && rowMarkOf(row));
  return rowMarks.some((mark) => mark !== null) ? { rowMarks } : {};
}

/** The runs as those of a row of a list, or of a block that stands only because of a figure. */
export function runsInside(runs: readonly ContentRun[], row: ListRow, key: string): ContentRun[] {
  const mark = rowMarkOf(row);
  return runs.map((run) => (mark ? { ...run, row: mark } : { ...run, when: [key, ...(run.when ?? [])] }));
}

/** Tags of a text that print a value. */
export function fieldsIn(text: string): string[] {
  const tags = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, tag]) => parseTag(tag!));
  return tags.flatMap((tag) => (typeof tag !== 'string' && tag.kind === 'value' ? [tag.key] : []));
}

export interface ContentColumn {
  heading: string;
  /** Share of the line's width. */
  width: number;
  align: 'left' | 'center' | 'right';
}

export interface ContentTable {
  kind: 'table';
  columns: ContentColumn[];
  rows: string[][];
  /** Stands below it. */
  note?: string;
  /** Which row of its list each row is; null for those that stand in the template. */
  rowMarks?: (RowMark | null)[];
  /** By list, which of its fields each column prints in the rows of it; kept with the report, never shown. */
  fields?: Record<string, string[][]>;
  /** Of a table in somebody's own template: the rows that name its columns, and `rows` with what prints a figure. */
  head?: ContentCell[][];
  cells?: ContentCell[][];
}

export interface ContentCell {
  runs: ContentRun[];
  /** Columns it is wide. */
  span: number;
}

export const wordsOf = (runs: readonly ContentRun[]) => runs.map(({ text }) => text).join('');

type Opening = Pick<TemplateTag, 'kind' | 'key'>;

/** A block opened in this text and not closed in it. */
export function openedBlock(text: string): Opening | null {
  const open = /\{([#＃^])([^{}]*)\}/.exec(text);
  if (!open || closesList(text.slice(open.index), open[2]!)) return null;
  return { kind: open[1] === '^' ? 'openNone' : 'open', key: open[2]!.trim() };
}

/** Of a block that stands where there is none, one row without fields. */
export function rowsOf({ kind, key }: Opening, source: TemplateSource): readonly ListRow[] {
  const rows = source.list(key);
  if (kind === 'open') return rows;
  return rows.length === 0 ? [{}] : [];
}

export function closesList(text: string, list: string): boolean {
  return [...text.matchAll(/\{[/／]([^{}]*)\}/g)].some(([, name]) => name!.trim() === list.trim());
}

/** The text without the tags that open and close the list. */
export function withoutListTags(text: string, list: string): string {
  return text.replace(new RegExp(`\\{[#＃^/／]\\s*${escaped(list)}\\s*\\}`, 'g'), '');
}

/** A text of a template with its tags filled; `row` is that of the list it stands in. */
export function runsOf(
  text: string,
  source: TemplateSource,
  keyOf: (word: string) => string,
  row: ListRow | null,
): ContentRun[] {
  const runs: ContentRun[] = [];
  const add = (run: ContentRun) => {
    const last = runs.at(-1);
    const isSame = last && last.key === undefined && run.row === last.row && String(run.when) === String(last.when);
    if (run.key === undefined && isSame) last.text += run.text;
    else if (run.text !== '') runs.push(run);
  };
  for (let rest = text; rest !== '';) {
    const tag = /\{([^{}]*)\}/.exec(rest);
    add({ text: tag ? rest.slice(0, tag.index) : rest });
    if (!tag) break;
    rest = rest.slice(tag.index + tag[0].length);
    const parsed = parseTag(tag[1]!);
    if (typeof parsed === 'string' || parsed.kind === 'close') continue;
    if (parsed.kind !== 'value') {
      const close = new RegExp(`\\{[/／]\\s*${escaped(parsed.key)}\\s*\\}`).exec(rest)!;
      for (const item of rowsOf(parsed, source)) {
        runsInside(runsOf(rest.slice(0, close.index), source, keyOf, item), item, keyOf(parsed.key)).forEach(add);
      }
      rest = rest.slice(close.index + close[0].length);
    } else add(valueRun(parsed.key, parsed.options, source, keyOf, row));
  }
  return runs;
}

function valueRun(
  word: string,
  options: FigureOptions,
  source: TemplateSource,
  keyOf: (word: string) => string,
  row: ListRow | null,
): ContentRun {
  if (row && Object.hasOwn(row, word)) return { text: formatFigure(row[word] ?? '', options) };
  const text = source.text(word, options);
  return { text, key: keyOf(word), ...(text === missingText ? { missing: true } : {}) };
}

/** For use inside a form: names of lists are anybody's words. */
export const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
