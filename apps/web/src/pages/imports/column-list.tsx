import { t } from '../../language.js';
import type { ColumnQuestion } from './column-samples.js';
import { MeaningSelect } from './meaning-select.js';
import { lettersOf } from './sheet-table.js';

/** The columns with their meanings where no heads of columns are shown. */
export function ColumnList({ sheet: { name, columns, headings }, samples, busy, onChange }: ColumnQuestion) {
  const letters = lettersOf(columns);
  return (
    <details className="column-list">
      <summary>{t('import.columns', { count: letters.length })}</summary>
      <ul>
        {letters.map((letter) => (
          <li key={letter}>
            <span className="cut">
              <span className="faint">{letter}</span> {headings[letter]}
            </span>
            <MeaningSelect
              column={{ letter, heading: headings[letter] ?? '', samples: samples.get(letter) ?? [] }}
              columns={columns}
              disabled={busy}
              variant="outlined"
              onChange={(meaning) => onChange({ columns: [{ sheet: name, column: letter, meaning }] })}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
