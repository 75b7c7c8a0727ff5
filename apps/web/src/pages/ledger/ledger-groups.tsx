import { useEffect } from 'react';
import type { useTicketPages, TicketRow } from '../../api/tickets.js';
import { itemWords } from '../../components/item-words.js';
import { t } from '../../language.js';

/** Groups are shown, and the list is printed, whole up to this many tickets; beyond it their counts say so. */
export const shownWholeAtMost = 1000;

/** While grouped or printed, fetches page after page: a group with half of its tickets would tell wrong counts. */
export function useAllPages(asked: ReturnType<typeof useTicketPages>, wanted: boolean): void {
  const { hasNextPage, isFetchingNextPage, fetchNextPage, data } = asked;
  const loaded = data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0;
  useEffect(() => {
    if (wanted && hasNextPage && !isFetchingNextPage && loaded < shownWholeAtMost) void fetchNextPage();
  }, [wanted, hasNextPage, isFetchingNextPage, fetchNextPage, loaded]);
}

/** Source, then item in its order, then as the list was sorted. */
export function inGroups(rows: readonly TicketRow[]): TicketRow[] {
  const place = (row: TicketRow) =>
    [row.source?.name ?? '\uffff', String(row.item?.no ?? 9999).padStart(5, '0')].join('\n');
  return [...rows].sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}

const groupKey = (row: TicketRow | undefined) => row && `${row.source?.id ?? ''}/${row.item?.id ?? ''}`;

const isDone = (row: TicketRow) => row.status === 'closed' || (row.status === 'ongoing' && row.closedOnTime !== null);

/** The line above the first ticket of an item: its counts, and its rate where the list is not cut by status. */
export function groupHeading(rows: readonly TicketRow[], withRate: boolean) {
  return (row: TicketRow, former: TicketRow | undefined) => {
    if (groupKey(row) === groupKey(former)) return null;
    const members = rows.filter((one) => groupKey(one) === groupKey(row));
    const late = members.filter((one) => one.overdue).length;
    const done = members.filter(isDone).length;
    return (
      <span className="group-line">
        {row.source?.id !== former?.source?.id && (
          <b className="group-source">{row.source?.name ?? t('ledger.noSource')}</b>
        )}
        <span className="group-item">{row.item ? itemWords(row.item) : t('ledger.noItem')}</span>
        <span className="figures">{t('ledger.count', { count: members.length })}</span>
        {late > 0 && <span className="light light-red">■ {t('ledger.groupLate', { count: late })}</span>}
        {withRate && (
          <span className="figures faint">
            {t('ledger.groupDone', { done, rate: Math.round((100 * done) / members.length) })}
          </span>
        )}
      </span>
    );
  };
}
