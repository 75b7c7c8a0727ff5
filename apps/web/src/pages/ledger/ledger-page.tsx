import { Button, type InputRef } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMay } from '../../api/session.js';
import { useTicketPages, type TicketRow } from '../../api/tickets.js';
import { DataTable } from '../../components/data-table.js';
import { useKept } from '../../components/kept.js';
import { LoadMore } from '../../components/load-more.js';
import { useIsPhone } from '../../components/phone.js';
import { EmptyState, ErrorState, Skeleton } from '../../components/states.js';
import { TicketCard } from '../../components/ticket-card.js';
import { t } from '../../language.js';
import { FilterBar } from './filter-bar.js';
import { columnsAtFirst, ledgerColumns } from './ledger-columns.js';
import { CountFoot } from './count-foot.js';
import { useLedgerFilter } from './ledger-filter.js';
import { groupHeading, inGroups, useAllPages } from './ledger-groups.js';
import { useLedgerKeys } from './ledger-keys.js';
import { LedgerPrintHead } from './ledger-print-head.js';
import { usePrinting } from './ledger-print.js';
import { LedgerTools } from './ledger-tools.js';
import { NewTicketButton } from './new-ticket.js';
import { QuickViewTabs } from './quick-view-tabs.js';
import { SelectionBar } from './selection-bar.js';
import { TicketDrawer } from './ticket-drawer.js';

const pageSize = 50;
const noIds: ReadonlySet<string> = new Set();

export function LedgerPage() {
  const filter = useLedgerFilter();
  const { params } = filter;
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  const mayCreate = useMay('ticket.create');
  const search = useRef<InputRef>(null);
  const [columnKeys, setColumnKeys] = useKept<readonly string[]>('ledger.columns', columnsAtFirst);
  const [selected, setSelected] = useState(noIds);
  const [cursor, setCursor] = useState<string | null>(null);

  const grouped = params.get('group') === 'item';
  const asked = useTicketPages({ ...filter.query, limit: pageSize });
  const printing = usePrinting(asked);
  useAllPages(asked, grouped || printing.isPreparing);
  const loaded = useMemo(() => asked.data?.pages.flatMap((page) => page.items) ?? [], [asked.data]);
  const rows = useMemo(() => (grouped ? inGroups(loaded) : loaded), [grouped, loaded]);
  const columns = useMemo(() => ledgerColumns.filter((column) => columnKeys.includes(column.key)), [columnKeys]);
  const first = asked.data?.pages[0];

  const { fetchNextPage } = asked;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const openId = params.get('open');
  const look = (row: TicketRow | null) => {
    if (row) setCursor(row.id);
    void navigate({ search: `?${lookAt(params, row?.id ?? null)}` }, { replace: openId !== null });
  };
  useLedgerKeys({
    rows,
    cursor,
    setCursor,
    onMore: asked.hasNextPage ? more : undefined,
    onOpen: (row) => void navigate(`/tickets/${row.id}`),
    onSelect: (row) => setSelected((ids) => toggled(ids, row.id)),
    onSearch: () => search.current?.focus({ cursor: 'all' }),
    paused: openId !== null,
  });

  const body = () => {
    if (asked.error && !first) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />;
    if (!first) return <Skeleton lines={12} />;
    if (rows.length === 0) return <NoTickets mayCreate={mayCreate} onAll={() => filter.replace({})} />;
    const loadMore = <LoadMore hasMore={asked.hasNextPage} isLoading={asked.isFetchingNextPage} onMore={more} />;
    if (isPhone) {
      return (
        <div className="cards">
          {rows.map((row) => (
            <TicketCard key={row.id} ticket={row} />
          ))}
          {loadMore}
        </div>
      );
    }
    return (
      <DataTable
        label={t('nav.ledger')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={look}
        cursor={cursor}
        selection={{ ids: selected, change: setSelected }}
        heading={grouped ? groupHeading(rows, !filter.query.status) : undefined}
      >
        {loadMore}
      </DataTable>
    );
  };

  const tools = <LedgerTools filter={filter} columnKeys={columnKeys} onColumns={setColumnKeys} printing={printing} />;
  return (
    <div className="page full ledger">
      {first && <LedgerPrintHead query={filter.query} first={first} loaded={loaded.length} />}
      <div className="ledger-head">
        <QuickViewTabs filter={filter} />
        {!isPhone && tools}
        {mayCreate && !isPhone && <NewTicketButton />}
      </div>
      <FilterBar filter={filter} search={search}>
        {isPhone && tools}
        {isPhone && mayCreate && <NewTicketButton />}
      </FilterBar>
      <div className="list-frame">{body()}</div>
      <div className="ledger-foot">
        {selected.size > 0 && !isPhone ? (
          <SelectionBar ids={selected} rows={loaded} onClear={() => setSelected(noIds)} />
        ) : (
          first && <CountFoot query={filter.query} first={first} loaded={loaded.length} />
        )}
      </div>
      <TicketDrawer id={openId} onClose={() => look(null)} />
    </div>
  );
}

function NoTickets({ mayCreate, onAll }: { mayCreate: boolean; onAll: () => void }) {
  return (
    <EmptyState title={t('ledger.empty')}>
      <Button onClick={onAll}>{t('ledger.showAll')}</Button>
      {mayCreate && <Link to="/imports">{t('ledger.importOne')}</Link>}
    </EmptyState>
  );
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

function lookAt(params: URLSearchParams, id: string | null): URLSearchParams {
  const next = new URLSearchParams(params);
  if (id) next.set('open', id);
  else next.delete('open');
  return next;
}
