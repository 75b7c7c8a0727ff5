import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Section } from '../../components/section.js';
import { Sideways } from '../../components/sideways.js';
import { t } from '../../language.js';

interface Props {
  title: string;
  /** Heads of the table; the first column names the row. */
  heads: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  children: ReactNode;
}

/** A drawing with its numbers as a table on demand. */
export function Chart({ title, heads, rows, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={title}
      end={
        <Button type="link" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('dashboard.hideTable') : t('dashboard.showTable')}
        </Button>
      }
    >
      {children}
      {isOpen && <FigureTable label={title} heads={heads} rows={rows} />}
    </Section>
  );
}

export function FigureTable({ label, heads, rows }: Pick<Props, 'heads' | 'rows'> & { label: string }) {
  return (
    <Sideways>
      <table className="figure-table" aria-label={label}>
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
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th key={heads[at]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={heads[at]} className="figures">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
