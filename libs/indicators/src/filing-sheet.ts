import type { Readable } from 'node:stream';
import { readHeadedTable, writeWorkbook, type Cell, type HeadedTable, type Look } from '@xiaohao/documents';
import type { FigureNature, Period } from '@xiaohao/domain';
import { figureNatureLabels, filingSheetWords, ledgerWords } from '@xiaohao/messages';

/** Columns of the workbook values come back in, by heading. */
export const sheetColumns = [
  'unit',
  'period',
  'key',
  'indicator',
  'measure',
  'meaning',
  'previous',
  'value',
  'remark',
] as const;
export type SheetColumn = (typeof sheetColumns)[number];

/** Rows of a workbook of filings. */
export const filedRowsAtMost = 2_000;

const zh = (word: keyof typeof filingSheetWords) => filingSheetWords[word][0];
const widths: Readonly<Record<SheetColumn, number>> = {
  unit: 18,
  period: 10,
  key: 24,
  indicator: 36,
  measure: 10,
  meaning: 12,
  previous: 12,
  value: 14,
  remark: 36,
};
const heading: Look = { font: '黑体', size: 11, align: 'center', border: true, wrap: true };
const fixed: Look = { border: true, wrap: true, colour: '808080' };
const filledIn: Look = { border: true, wrap: true };

/** A value to be filed, with what was filed for the period before and stands there now. */
export interface SheetLine {
  unitName: string;
  key: string;
  name: string;
  unit: string;
  nature: FigureNature;
  previous: string | null;
  value: string | null;
  note: string | null;
}

/** One line per unit and indicator, to be filled in. */
export function filingWorkbook(
  period: Period,
  lines: readonly SheetLine[],
  { createdAt, creator }: { createdAt: Date; creator: string },
): { name: string; stream: Readable } {
  const title = zh('title').replace('{period}', period.label);
  const whole = [{ from: 1, to: sheetColumns.length }];
  const sheet = {
    name: zh('sheet'),
    columns: sheetColumns.map((column) => ({
      width: widths[column],
      look: column === 'value' || column === 'remark' ? filledIn : fixed,
    })),
    top: [
      {
        cells: [{ content: title, look: { font: '方正小标宋简体', size: 18, align: 'center' } as Look }],
        look: { border: false },
        merges: whole,
        height: 36,
      },
      { cells: [{ content: zh('note'), look: { align: 'left', wrap: true } as Look }], merges: whole, height: 30 },
      { cells: sheetColumns.map(zh), look: heading },
    ],
    headingRows: { first: 3, last: 3 },
    rows: lines.map(({ unitName, key, name, unit, nature, previous, value, note }) => ({
      cells: [
        unitName,
        period.code,
        key,
        name,
        unit,
        figureNatureLabels[nature][0],
        numberOrNull(previous),
        numberOrNull(value),
        note,
      ],
    })),
    filter: true,
    print: { paper: 'A4' as const, orientation: 'landscape' as const, footer: ledgerWords.page[0] },
  };
  return { name: `${title}.xlsx`, stream: writeWorkbook([sheet], { createdAt, creator }) };
}

const numberOrNull = (value: string | null) => (value === null ? null : Number(value));

/** What a row says, as it was written; a blank cell is ''. */
export type SheetRow = { row: number } & Record<'unit' | 'period' | 'key' | 'indicator' | 'value' | 'remark', string>;

export interface FilingSheet extends Pick<HeadedTable<SheetColumn>, 'sheet' | 'columns'> {
  rows: SheetRow[];
}

/** The first visible sheet with the headings 填报单位, 指标 and 本期数. */
export async function readFilingSheet(file: { name: string; content: Buffer }): Promise<FilingSheet> {
  const headings = Object.fromEntries(sheetColumns.map((column) => [column, zh(column)]));
  const { sheet, columns, rows } = await readHeadedTable<SheetColumn>(
    file,
    headings as Record<SheetColumn, string>,
    ['unit', 'indicator', 'value'],
    filedRowsAtMost,
  );
  return {
    sheet,
    columns,
    rows: rows.map(({ number, cells }) => ({
      row: number,
      unit: textOf(cells.unit),
      period: textOf(cells.period),
      key: textOf(cells.key),
      indicator: textOf(cells.indicator),
      value: writtenNumber(cells.value),
      remark: textOf(cells.remark),
    })),
  };
}

const textOf = (cell: Cell | undefined) => (cell?.text ?? '').trim();

/** A number as it is, not as the column's format rounds it. */
function writtenNumber(cell: Cell | undefined): string {
  return typeof cell?.value === 'number' && cell.day === null ? String(cell.value) : textOf(cell);
}
