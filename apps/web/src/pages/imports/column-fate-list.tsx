import type { ImportSheet } from '../../api/imports.js';
import { t } from '../../language.js';
import { fateGroups } from './column-fates.js';
import { lettersOf } from './sheet-table.js';

/** Where each column went: nothing that stands in the file is lost unsaid. */
export function ColumnFateList({ sheet }: { sheet: ImportSheet }) {
  const letters = lettersOf(sheet.columns);
  const groups = fateGroups(sheet, letters);
  if (groups.length === 0) return null;
  return (
    <details className="column-fates">
      <summary>{t('import.fates', { count: letters.length })}</summary>
      <dl>
        {groups.map(({ fate, columns }) => (
          <div key={fate}>
            <dt>{t(`import.fate.${fate}`)}</dt>
            <dd>
              {columns.map(({ letter, heading, count, all }) => (
                <span key={letter}>
                  <span className="faint">{letter}</span> {heading}
                  {count < all && <span className="faint">{t('import.fatePart', { count, all })}</span>}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
