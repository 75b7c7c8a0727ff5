import { Segmented, Select } from 'antd';
import { useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Light } from '@xiaohao/domain';
import { lightLabels } from '@xiaohao/messages';
import { useDashboardTickets, type Dashboard } from '../../api/dashboard.js';
import { useToday } from '../../api/session.js';
import { UnitChoice } from '../../components/choices.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { DayText } from '../../components/day-text.js';
import { shortDay } from '../../components/day-words.js';
import { LoadMore } from '../../components/load-more.js';
import { PageHead } from '../../components/page-head.js';
import { useIsPhone } from '../../components/phone.js';
import { Answer, EmptyState } from '../../components/states.js';
import { labelText, t } from '../../language.js';
import { readPart, readQuestion } from '../dashboard/dashboard-address.js';
import { QuestionBar } from '../dashboard/question-bar.js';
import { StateOnDay, TicketLines } from '../dashboard/ticket-lines.js';

type DayRow = Dashboard['hot'][number];

const columns: readonly Column<DayRow>[] = [
  { key: 'light', title: t('column.light'), width: 116, cell: (row) => <StateOnDay ticket={row} /> },
  {
    key: 'no',
    title: t('column.no'),
    width: 124,
    cell: ({ id, no }) => (
      <Link to={`/tickets/${id}`} className="figures">
        {no}
      </Link>
    ),
  },
  { key: 'title', title: t('column.title'), width: 260, flexible: true, cell: ({ title }) => title },
  {
    key: 'unit',
    title: t('column.leadUnit'),
    width: 168,
    cell: ({ leadUnit }) => leadUnit ?? t('dashboard.noUnit'),
  },
  { key: 'raised', title: t('column.raisedOn'), width: 126, cell: ({ raisedOn }) => <DayText day={raisedOn} /> },
  { key: 'due', title: t('column.deadline'), width: 126, cell: ({ dueOn }) => dueOn && <DayText day={dueOn} /> },
  { key: 'done', title: t('ledger.onDayDone'), width: 126, cell: ({ doneOn }) => doneOn && <DayText day={doneOn} /> },
];

/** The ledger as it stood at the end of a day: the dashboard's question, answered ticket by ticket. */
export function DayPage() {
  const [params] = useSearchParams();
  const address = params.toString();
  const query = useMemo(() => ({ ...readQuestion(new URLSearchParams(address)), ...readPart(address) }), [address]);
  const asked = useDashboardTickets(query);
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const today = useToday();
  return (
    <div className="page">
      <PageHead title={t('ledger.onDay')} note={t('ledger.onDayNote', { day: shortDay(query.asOf ?? today, today) })}>
        <QuestionBar />
      </PageHead>
      <PartBar />
      <Answer asked={asked} lines={12}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          const more = (
            <LoadMore
              hasMore={asked.hasNextPage}
              isLoading={asked.isFetchingNextPage}
              onMore={() => void asked.fetchNextPage()}
            />
          );
          if (rows.length === 0) return <EmptyState title={t('dashboard.empty')} />;
          return (
            <>
              <p className="faint figures">{t('dashboard.behind', { total: pages[0]!.total })}</p>
              {isPhone ? (
                <>
                  <TicketLines tickets={rows} />
                  {more}
                </>
              ) : (
                <div className="list-frame free">
                  <DataTable
                    label={t('ledger.onDay')}
                    columns={columns}
                    rows={rows}
                    rowKey={({ id }) => id}
                    onOpen={({ id }) => void navigate(`/tickets/${id}`)}
                  >
                    {more}
                  </DataTable>
                </div>
              )}
            </>
          );
        }}
      </Answer>
    </div>
  );
}

const states = ['open', 'done'] as const;

/** Which tickets of the day: by what was done, light and unit; all of it lives in the address. */
function PartBar() {
  const [params, setParams] = useSearchParams();
  const part = readPart(params.toString()) ?? {};
  const change = (field: 'state' | 'light' | 'unitId', value: string | undefined) =>
    setParams((present) => {
      const next = new URLSearchParams(present);
      if (value) next.set(field, value);
      else next.delete(field);
      return next;
    });
  return (
    <div className="question-bar day-part">
      <Segmented
        value={part.state ?? ''}
        onChange={(state) => change('state', state)}
        options={[
          { value: '', label: t('ledger.onDayAll') },
          ...states.map((state) => ({ value: state, label: t(`ledger.onDay.${state}`) })),
        ]}
      />
      <Select
        className="question-choice"
        allowClear
        placeholder={t('ledger.onDayLights')}
        aria-label={t('column.light')}
        value={part.light}
        onChange={(light?: Light) => change('light', light)}
        options={Object.entries(lightLabels).map(([light, label]) => ({
          value: light as Light,
          label: labelText(label),
        }))}
      />
      <UnitChoice
        className="question-choice"
        allowClear
        placeholder={t('ledger.onDayUnits')}
        value={part.unitId}
        onChange={(unitId?: string) => change('unitId', unitId)}
      />
    </div>
  );
}
