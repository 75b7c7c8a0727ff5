import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { useEditImport, type ImportSheet } from '../../api/imports.js';
import { t } from '../../language.js';

const lettersOf = (cell: string) => cell.replace(/\d/g, '');

/** A person who knows the sheet points at its header; of two rows clicked one below the other both count. */
export function HeaderChoice({
  id,
  sheet,
  rows,
}: {
  id: string;
  sheet: string;
  /** The first of the sheet. */
  rows: NonNullable<ImportSheet['head']>;
}) {
  const edit = useEditImport(id);
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [title, setTitle] = useState<string | null>(null);
  const letters = [...new Set(rows.flatMap(({ cells }) => cells.map(({ cell }) => lettersOf(cell))))].sort(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  );
  const choose = (row: number) =>
    setChosen((before) => {
      if (before.includes(row)) return before.filter((other) => other !== row);
      const next = [...before, row].sort((a, b) => a - b);
      return next.length === 2 && next[1] === next[0]! + 1 ? next : [row];
    });
  const columns = title === null ? undefined : [{ sheet, column: title, meaning: 'title' as const }];
  const read = () =>
    edit.mutate(
      { headerRows: [{ sheet, rows: [...chosen] }], columns },
      { onError: (error) => void message.error(error.message) },
    );
  return (
    <>
      <p>{t('import.point', { sheet })}</p>
      <div className="list-frame table-scroll">
        <table className="table header-choice">
          <thead>
            <tr>
              <th />
              {letters.map((letter) => (
                <th key={letter}>{letter}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells }) => (
              <tr key={row} className={chosen.includes(row) ? 'is-cursor' : undefined}>
                <td>
                  <Button
                    size="small"
                    type={chosen.includes(row) ? 'primary' : 'default'}
                    aria-pressed={chosen.includes(row)}
                    onClick={() => choose(row)}
                  >
                    {t('import.row', { row })}
                  </Button>
                </td>
                {letters.map((letter) => (
                  <td key={letter}>{cells.find(({ cell }) => lettersOf(cell) === letter)?.text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="form-end">
        <label>
          {t('import.titleColumn')}{' '}
          <Select
            value={title}
            onChange={setTitle}
            options={[
              { value: null, label: t('import.titleFound') },
              ...letters.map((letter) => ({ value: letter, label: letter })),
            ]}
          />
        </label>
        <Button type="primary" disabled={chosen.length === 0} loading={edit.isPending} onClick={read}>
          {t('import.readFrom', { rows: chosen.join('—') })}
        </Button>
      </div>
    </>
  );
}
