import type { Look, PrintLayout, RowInput } from '@xiaohao/documents';
import { kindLabels, ledgerWords } from '@xiaohao/messages';
import type { LayoutColumn } from './layout-columns.js';
import { dayText } from './layout-texts.js';
import type { Day } from '@xiaohao/domain';

/** What a head may tell of the export it stands above. */
export interface FormFacts {
  today: Day;
  count: number;
  /** Cancelled tickets that are left out. */
  withdrawn: number;
  kinds: readonly string[];
}

/** A ledger as a sheet: house layouts and a bureau's own ones alike. */
export interface LedgerForm {
  /** Of the file. */
  name: string;
  sheet: string;
  top: readonly RowInput[];
  headingRows: { first: number; last: number };
  columns: readonly (LayoutColumn & { body: Look })[];
  /** Below the rows. */
  bottom: readonly RowInput[];
  frozenColumns: number;
  print: Pick<PrintLayout, 'paper' | 'orientation'>;
}

const titleLook: Look = { font: '方正小标宋简体', size: 18, align: 'center' };
const subtitleLook: Look = { font: '仿宋_GB2312', size: 11, align: 'right' };
const headingLook: Look = { font: '黑体', size: 11, align: 'center', border: true, wrap: true };
/** Half-width characters of all columns together beyond which A4 becomes too small to read. */
const widestOnA4 = 190;

export function paperFor(columns: readonly { width: number }[]): PrintLayout['paper'] {
  return columns.reduce((sum, { width }) => sum + width, 0) > widestOnA4 ? 'A3' : 'A4';
}

export function houseForm(columns: readonly LayoutColumn[], { today, count, withdrawn, kinds }: FormFacts): LedgerForm {
  const title = titleOf(kinds);
  const listed = ledgerWords.asOf[0].replace('{day}', dayText(today)).replace('{count}', String(count));
  const subtitle =
    withdrawn > 0 ? listed + ledgerWords.withoutCancelled[0].replace('{count}', String(withdrawn)) : listed;
  const top = topRows(columns, title, subtitle);
  return {
    name: title,
    sheet: title,
    top,
    headingRows: { first: 3, last: top.length },
    columns: columns.map((column) => ({
      ...column,
      body: { align: column.align ?? 'left', wrap: true, border: true },
    })),
    bottom: [],
    frozenColumns: 1,
    print: { paper: paperFor(columns), orientation: 'landscape' },
  };
}

function titleOf(kinds: readonly string[]): string {
  const kind = kinds.length === 1 ? kindLabels[kinds[0] as keyof typeof kindLabels][0] : '';
  return ledgerWords.ledgerTitle[0].replace('{kind}', kind || '整改事项');
}

/** Title, day and count, then one heading row, or two where columns share a head. */
function topRows(columns: readonly LayoutColumn[], title: string, subtitle: string): RowInput[] {
  const width = columns.length;
  const whole = [{ from: 1, to: width }];
  const grouped = columns.some(({ group }) => group !== undefined);
  const upper: RowInput = {
    cells: columns.map(({ heading, group }, at) =>
      columns[at - 1]?.group === group && group ? null : (group ?? heading),
    ),
    look: headingLook,
    merges: grouped ? headingMerges(columns) : [],
  };
  const lower: RowInput = { cells: columns.map(({ heading, group }) => (group ? heading : null)), look: headingLook };
  return [
    { cells: [{ content: title, look: titleLook }], look: { border: false }, merges: whole, height: 36 },
    { cells: [{ content: subtitle, look: subtitleLook }], look: { border: false }, merges: whole },
    upper,
    ...(grouped ? [lower] : []),
  ];
}

function headingMerges(columns: readonly LayoutColumn[]): { from: number; to: number; rows?: number }[] {
  const merges: { from: number; to: number; rows?: number }[] = [];
  columns.forEach(({ group }, at) => {
    if (group === undefined) merges.push({ from: at + 1, to: at + 1, rows: 2 });
    else if (columns[at - 1]?.group !== group) {
      let last = at;
      while (columns[last + 1]?.group === group) last += 1;
      if (last > at) merges.push({ from: at + 1, to: last + 1 });
    }
  });
  return merges;
}
