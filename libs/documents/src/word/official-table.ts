import {
  AlignmentType,
  BorderStyle,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun as WordRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { DocumentBlock, TextRun } from './official-blocks.js';
import { type FontRole, size, textWidth } from './official-layout.js';
import { legalText } from '../packages/xml-text.js';

type TableBlock = Extract<DocumentBlock, { kind: 'table' }>;

const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = {
  top: border,
  bottom: border,
  left: border,
  right: border,
  insideHorizontal: border,
  insideVertical: border,
};
const spacing = { line: 400, lineRule: LineRuleType.EXACT, before: 0, after: 0 };

/** A grid with its heading row repeated on each page; a row is never torn in two. */
export function officialTable(
  block: TableBlock,
  fontOf: (role: FontRole) => IRunOptions['font'],
): (Paragraph | Table)[] {
  const shares = block.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = block.columns.map(({ width }) => Math.floor((textWidth * width) / shares));
  const cell = (runs: readonly TextRun[], at: number, head: boolean) =>
    new TableCell({
      width: { size: widths[at]!, type: WidthType.DXA },
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      verticalAlign: VerticalAlign.CENTER,
      children: paragraphs(runs).map(
        (texts) =>
          new Paragraph({
            spacing,
            alignment: head ? AlignmentType.CENTER : alignments[block.columns[at]?.align ?? 'left'],
            children: texts.map(
              ({ text, bold }) =>
                new WordRun({ text, size: size.table, font: fontOf(head ? 'hei' : 'fang'), ...(bold ? { bold } : {}) }),
            ),
          }),
      ),
    });
  const table = new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map(({ heading }, at) => cell([{ text: heading }], at, true)),
      }),
      ...block.rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((runs, at) => cell(runs, at, false)) }),
      ),
    ],
  });
  const note = new WordRun({ text: legalText(block.note ?? ''), size: size.table });
  return [table, new Paragraph({ spacing, children: [note] })];
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** One paragraph per line of the cell; a template may begin and end a block in lines of its own. */
function paragraphs(runs: readonly TextRun[]): TextRun[][] {
  const lines: TextRun[][] = [[]];
  for (const run of runs) {
    legalText(run.text)
      .split('\n')
      .forEach((text, at) => {
        if (at > 0) lines.push([]);
        lines[lines.length - 1]!.push({ ...run, text });
      });
  }
  return lines;
}
