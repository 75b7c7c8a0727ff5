import type { ReactNode } from 'react';
import { Sideways } from '../../components/sideways.js';

interface Props {
  label: string;
  heads: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly (readonly ReactNode[])[];
  /** Columns after the first that stand out. */
  marked?: readonly boolean[];
}

/** A plain table whose first column stays in sight. */
export function RightsTable({ label, heads, rows, marked = [] }: Props) {
  return (
    <Sideways>
      <table className="figure-table rights-table" aria-label={label}>
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
                <td key={column} className={marked[column] ? 'is-mine' : undefined}>
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
