import { t } from '../../language.js';
import type { LedgerFilter } from './filter-bar.js';
import { quickViewOf, quickViews } from './ledger-views.js';

/** The views everybody has. They replace the statuses and keep what else is filtered. */
export function QuickViewTabs({ filter }: { filter: LedgerFilter }) {
  const present = quickViewOf(filter.query);
  return (
    <div className="view-tabs" role="group" aria-label={t('ledger.views')}>
      {quickViews.map(({ key, label, filter: wanted }) => (
        <button
          key={key}
          type="button"
          className="view-tab"
          aria-pressed={present === key}
          onClick={() => filter.change({ overdue: null, ...wanted })}
        >
          {t(label)}
        </button>
      ))}
    </div>
  );
}
