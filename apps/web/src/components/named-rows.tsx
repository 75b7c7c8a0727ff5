import type { ReactNode } from 'react';
import { Sideways } from './sideways.js';

interface Props {
  label: string;
  heads: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly (readonly ReactNode[])[];
  className?: string;
  /** Class of the cells of a column; 0 is the first one after the name. */
  cellClass?: (column: number) => string | undefined;
}

const ofFigures = () => 'figures';

/** A plain table of a few figures or words whose first column names its rows. */
export function NamedRows({ label, heads, rows, className = 'figure-table', cellClass = ofFigures }: Props) {
  return (
    <Sideways>
      <table className={className} aria-label={label}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], row) => (
            <tr key={row}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={column} className={cellClass(column)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
