import { reviewStatuses } from '@xiaohao/domain';
import type { PageTextKey } from '@xiaohao/messages';
import type { TicketQuery } from '../../api/tickets.js';
import { openStatuses, type FilterChange } from './ledger-filter.js';

export interface QuickView {
  key: string;
  label: PageTextKey;
  filter: FilterChange;
}

/** The views everybody has, as tabs above the list. */
export const quickViews: readonly QuickView[] = [
  { key: 'open', label: 'ledger.view.open', filter: { status: [...openStatuses] } },
  { key: 'overdue', label: 'ledger.view.overdue', filter: { status: [], overdue: 'true' } },
  { key: 'review', label: 'ledger.view.review', filter: { status: [...reviewStatuses] } },
  { key: 'done', label: 'ledger.view.done', filter: { status: ['closed', 'ongoing'] } },
  { key: 'all', label: 'ledger.view.all', filter: { status: [] } },
];

/** The tab that a question belongs to; null when its statuses were chosen by hand. */
export function quickViewOf(query: TicketQuery): string | null {
  if (query.overdue && !query.status) return 'overdue';
  if (query.overdue) return null;
  const wanted = [...(query.status ?? [])].sort().join(',');
  const view = quickViews.find(
    ({ key, filter }) => key !== 'overdue' && [...(filter.status ?? [])].sort().join(',') === wanted,
  );
  return view?.key ?? null;
}
