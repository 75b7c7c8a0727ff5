import { App, Button, Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { channelLabels, deliveryStatusLabels } from '@xiaohao/messages';
import { useDeliveryPages, useRetryDelivery, type Delivery, type DeliveryQuery } from '../../api/reminders.js';
import { useMay } from '../../api/session.js';
import { usePeople } from '../../api/people.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { DayChoice } from '../../components/day-choice.js';
import { InstantText } from '../../components/day-text.js';
import { LoadMore } from '../../components/load-more.js';
import { useIsPhone } from '../../components/phone.js';
import { ruleWords } from '../../components/rule-words.js';
import { Answer, EmptyState } from '../../components/states.js';
import { labelOf, labelText, t } from '../../language.js';

const filters = ['personId', 'status', 'channel', 'on', 'ticketId'] as const;

/** What was sent to whom, whether it was opened and acknowledged, and what failed and why. */
export function LogTab() {
  const [params, setParams] = useSearchParams();
  const query = Object.fromEntries(
    filters.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])),
  ) as DeliveryQuery;
  const asked = useDeliveryPages({ ...query, limit: 50 });
  const rows = asked.data?.pages.flatMap((page) => page.items);
  const set = (name: (typeof filters)[number], value: string | null | undefined) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next);
  };
  const isPhone = useIsPhone();
  const more = (
    <LoadMore
      hasMore={asked.hasNextPage}
      isLoading={asked.isFetchingNextPage}
      onMore={() => void asked.fetchNextPage()}
    />
  );
  return (
    <>
      <div className="filters">
        <PersonFilter value={params.get('personId')} onChange={(id) => set('personId', id)} />
        <Select
          className="filter-small"
          allowClear
          placeholder={t('log.anyStatus')}
          value={params.get('status')}
          onChange={(status) => set('status', status)}
          options={Object.entries(deliveryStatusLabels).map(([value, label]) => ({ value, label: labelText(label) }))}
        />
        <Select
          className="filter-small"
          allowClear
          placeholder={t('log.anyChannel')}
          value={params.get('channel')}
          onChange={(channel) => set('channel', channel)}
          options={Object.entries(channelLabels).map(([value, label]) => ({ value, label: labelText(label) }))}
        />
        <span className="filter-small">
          <DayChoice value={params.get('on')} onChange={(on) => set('on', on)} />
        </span>
      </div>
      <div className="list-frame free">
        <Answer asked={{ data: rows, error: asked.error, refetch: asked.refetch }}>
          {(deliveries) =>
            deliveries.length === 0 ? (
              <EmptyState title={t('log.none')} />
            ) : isPhone ? (
              <div className="cards">
                {deliveries.map((row) => (
                  <DeliveryCard key={row.id} row={row} />
                ))}
                {more}
              </div>
            ) : (
              <DataTable label={t('reminders.log')} columns={columns} rows={deliveries} rowKey={(row) => row.id}>
                {more}
              </DataTable>
            )
          }
        </Answer>
      </div>
    </>
  );
}

function PersonFilter({ value, onChange }: { value: string | null; onChange: (id: string | undefined) => void }) {
  const mayRead = useMay('people.read');
  const people = usePeople({}, mayRead);
  return (
    <Select
      className="filter-kind"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('log.person')}
      value={value}
      onChange={onChange}
      options={(people.data ?? []).map(({ id, name, posts }) => ({
        value: id,
        label: `${name} · ${posts[0]?.unit.name ?? ''}`,
      }))}
    />
  );
}

const columns: readonly Column<Delivery>[] = [
  { key: 'when', title: t('log.when'), width: 120, cell: (row) => <InstantText at={row.sentAt ?? row.createdAt} /> },
  { key: 'person', title: t('log.person'), width: 90, cell: (row) => row.person.name },
  { key: 'channel', title: t('log.channel'), width: 64, cell: (row) => labelOf(channelLabels, row.channel) },
  { key: 'rule', title: t('log.rule'), width: 120, cell: (row) => ruleWords(row.rule) },
  { key: 'tickets', title: t('log.tickets'), width: 220, flexible: true, cell: (row) => <Tickets row={row} /> },
  { key: 'status', title: t('log.status'), width: 200, cell: (row) => <Result row={row} /> },
  { key: 'opened', title: t('log.opened'), width: 116, cell: (row) => instantOrDash(row.readAt) },
  { key: 'acknowledged', title: t('log.acknowledged'), width: 116, cell: (row) => instantOrDash(row.acknowledgedAt) },
];

/** One delivery on a phone: to whom and why, of which tickets, and what became of it. */
function DeliveryCard({ row }: { row: Delivery }) {
  return (
    <div className="card">
      <span className="card-top">
        <span>
          <b>{row.person.name}</b> · {labelOf(channelLabels, row.channel)}
        </span>
        <span className="faint">
          <InstantText at={row.sentAt ?? row.createdAt} />
        </span>
      </span>
      <span>{ruleWords(row.rule)}</span>
      <Tickets row={row} />
      <Result row={row} />
      <span className="card-foot">
        <span>
          {t('log.opened')} {instantOrDash(row.readAt)}
        </span>
        <span>
          {t('log.acknowledged')} {instantOrDash(row.acknowledgedAt)}
        </span>
      </span>
    </div>
  );
}

const instantOrDash = (at: string | null) => (at ? <InstantText at={at} /> : <span className="faint">—</span>);
const ticketsShown = 3;

function Tickets({ row }: { row: Delivery }) {
  return (
    <span className="two-lines">
      {row.tickets.slice(0, ticketsShown).map((ticket, index) => (
        <span key={ticket.id}>
          {index > 0 && '、'}
          <Link to={`/tickets/${ticket.id}`} className="figures">
            {ticket.no}
          </Link>
        </span>
      ))}
      {row.ticketCount > Math.min(ticketsShown, row.tickets.length) && (
        <span className="faint"> {t('log.andMore', { count: row.ticketCount })}</span>
      )}
    </span>
  );
}

function Result({ row }: { row: Delivery }) {
  const mayRetry = useMay('reminder.edit');
  const retry = useRetryDelivery();
  const { message } = App.useApp();
  return (
    <span className="two-lines" title={row.failure ?? undefined}>
      {labelOf(deliveryStatusLabels, row.status)}
      {row.failure && <span className="faint"> {row.failure}</span>}
      {row.status === 'failed' && mayRetry && (
        <Button
          type="link"
          size="small"
          loading={retry.isPending}
          onClick={() =>
            retry.mutate(row.id, {
              onSuccess: () => void message.success(t('log.retried')),
              onError: (error) => void message.error(error.message),
            })
          }
        >
          {t('log.retry')}
        </Button>
      )}
    </span>
  );
}
