import type { CellContent, Look, RowInput, SheetLayout } from '@xiaohao/documents';
import { ledgerWords } from '@xiaohao/messages';

const heading: Look = { font: '黑体', size: 11, align: 'center', border: true, wrap: true };
const noteLook: Look = { align: 'left', wrap: true };
const linkLook: Look = { colour: '0563C1' };
const titleLook: Look = { font: '方正小标宋简体', size: 18, align: 'center' };

/** A column of a sheet that proves a report. */
export interface ProofColumn<Row> {
  heading: string;
  width: number;
  center?: boolean;
  oneLine?: boolean;
  content: (row: Row) => CellContent;
  /** Where a click on it leads, beside the workbook. */
  file?: (row: Row) => string | null;
}

export const dayCell = (value: string | null): CellContent => (value === null ? null : { day: value });

export const rowOf = <Row>(columns: readonly ProofColumn<Row>[], row: Row): RowInput => ({
  cells: columns.map(({ content, file }) => {
    const path = file?.(row);
    return path ? { content: content(row), look: linkLook, file: path } : content(row);
  }),
});

/** A sheet with its title and how to read it over it, headings that repeat on each printed page, and filters. */
export function proofSheet<Row>(
  name: string,
  title: string,
  columns: readonly ProofColumn<Row>[],
  rows: SheetLayout['rows'],
  note?: string,
): SheetLayout {
  const whole = [{ from: 1, to: columns.length }];
  const noteRows = note ? [{ cells: [{ content: note, look: noteLook }], look: { border: false }, merges: whole }] : [];
  return {
    name,
    columns: columns.map(({ width, center, oneLine = false }) => ({
      width,
      look: { align: center ? 'center' : 'left', wrap: !oneLine, border: true },
    })),
    top: [
      {
        cells: [{ content: title, look: titleLook }],
        look: { border: false },
        merges: whole,
        height: 36,
      },
      ...noteRows,
      { cells: columns.map((column) => column.heading), look: heading },
    ],
    headingRows: { first: 2 + noteRows.length, last: 2 + noteRows.length },
    rows,
    filter: true,
    print: { paper: 'A4', orientation: 'landscape', footer: ledgerWords.page[0] },
  };
}
