import { useEffect, useRef } from 'react';
import { countOf, rowsOfSheet } from '../../api/import-outline.js';
import type { Import } from '../../api/imports.js';
import { t } from '../../language.js';

/** Tab by tab as in the workbook; what was left out says why. */
export function SheetTabs({ one, present, onShow }: { one: Import; present: string; onShow: (name: string) => void }) {
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    tabs.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [present]);
  return (
    <div className="view-tabs sheet-tabs" ref={tabs} role="group" aria-label={t('import.sheets')}>
      {one.sheets.map(({ name, role, why }) => {
        const waiting = countOf(rowsOfSheet(one, name), 'attention');
        return (
          <button
            key={name}
            type="button"
            className="view-tab"
            aria-pressed={name === present}
            title={why}
            onClick={() => onShow(name)}
          >
            {name}
            {role === 'skipped' && <span className="faint"> {t('import.skipped')}</span>}
            {waiting > 0 && <span className="needs-you figures"> {waiting}</span>}
          </button>
        );
      })}
    </div>
  );
}
