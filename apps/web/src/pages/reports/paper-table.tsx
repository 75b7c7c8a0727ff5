import type { ReactNode } from 'react';
import type { ContentBlock, ContentRun } from '../../api/reports.js';
import { useIsPhone } from '../../components/phone.js';
import { Sideways } from '../../components/sideways.js';
import type { SheetPart } from './use-sheets.js';

interface Props {
  table: ContentBlock;
  part: SheetPart;
  /** What marks the block where it begins. */
  facts: Readonly<Record<string, number>>;
  /** How a piece of a cell's text is drawn; one that prints a figure leads to it. */
  drawRun: (run: ContentRun, key: number) => ReactNode;
}

/** A cell as it is drawn: built-in tables have texts, tables of own templates pieces that may print a figure. */
interface Cell {
  span: number;
  align: string;
  runs: readonly ContentRun[];
}

/**
 * A table of the report, or its rows that stand on one sheet; its heading stands on each. What comes after the last row
 * is the line below it.
 */
export function PaperTable({ table, part, facts, drawRun }: Props) {
  const { columns = [], rows = [], note } = table;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const hasRows = part.from === 0 || part.from < rows.length;
  const isEnd = part.to > rows.length;
  const head = headOf(table);
  // A sheet is as wide as its tables; the flowing text of a phone is not.
  const Frame = useIsPhone() ? Sideways : 'div';
  return (
    <div className="paper-table" {...facts}>
      {hasRows && (
        <Frame className="paper-table-frame">
          <table>
            <colgroup>
              {columns.map(({ width }, at) => (
                <col key={at} style={{ width: `${(width / whole) * 100}%` }} />
              ))}
            </colgroup>
            {head.length > 0 && (
              <thead>
                {head.map((cells, at) => (
                  <tr key={at}>
                    {cells.map(({ span, runs }, cell) => (
                      <th key={cell} scope={span > 1 ? 'colgroup' : 'col'} colSpan={span}>
                        {runs.map(drawRun)}
                      </th>
                    ))}
                  </tr>
                ))}
              </thead>
            )}
            <tbody>
              {bodyOf(table)
                .slice(part.from, part.to)
                .map((cells, at) => (
                  <tr key={at}>
                    {cells.map(({ span, align, runs }, cell) => (
                      <td key={cell} className={`align-${align}`} colSpan={span}>
                        {runs.map(drawRun)}
                      </td>
                    ))}
                  </tr>
                ))}
            </tbody>
          </table>
        </Frame>
      )}
      {/* The document has a line below the table, be there a note or not. */}
      {isEnd && !table.cells && <p className="paper-table-note">{note}</p>}
    </div>
  );
}

function headOf({ columns = [], head }: ContentBlock): Cell[][] {
  if (!head) return [columns.map(({ heading }) => ({ span: 1, align: 'center', runs: [{ text: heading }] }))];
  return head.map((cells) => cells.map(({ span, runs }) => ({ span, align: 'center', runs })));
}

function bodyOf({ columns = [], rows = [], cells }: ContentBlock): Cell[][] {
  if (cells) return cells.map((row) => row.map(({ span, runs }) => ({ span, align: alignOf(runs), runs })));
  return rows.map((row) => row.map((text, at) => ({ span: 1, align: columns[at]?.align ?? 'left', runs: [{ text }] })));
}

/** Numbers stand in the middle, words at the beginning. */
function alignOf(runs: readonly ContentRun[]): string {
  return /[\p{Script=Han}a-z]/iu.test(runs.map(({ text }) => text).join('')) ? 'left' : 'center';
}
