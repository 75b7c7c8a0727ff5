import type { ContentBlock } from '../../api/reports.js';
import { useIsPhone } from '../../components/phone.js';
import { Sideways } from '../../components/sideways.js';
import type { SheetPart } from './use-sheets.js';

interface Props {
  table: ContentBlock;
  part: SheetPart;
  /** What marks the block where it begins. */
  facts: Readonly<Record<string, number>>;
}

/**
 * A table of the report, or its rows that stand on one sheet; its heading stands on each. What comes after the last row
 * is the line below it.
 */
export function PaperTable({ table, part, facts }: Props) {
  const { columns = [], rows = [], note } = table;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const hasRows = part.from === 0 || part.from < rows.length;
  const isEnd = part.to > rows.length;
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
            <thead>
              <tr>
                {columns.map(({ heading }, at) => (
                  <th key={at} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(part.from, part.to).map((cells, at) => (
                <tr key={at}>
                  {cells.map((text, cell) => (
                    <td key={cell} className={`align-${columns[cell]?.align ?? 'left'}`}>
                      {text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Frame>
      )}
      {/* The document has a line below the table, be there a note or not. */}
      {isEnd && <p className="paper-table-note">{note}</p>}
    </div>
  );
}
