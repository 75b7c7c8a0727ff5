import { App, Button } from 'antd';
import { useFailedJobs, useRetryJob, type FailedJob } from '../../api/system.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { InstantText } from '../../components/day-text.js';
import { PageHead } from '../../components/page-head.js';
import { Answer, EmptyState } from '../../components/states.js';
import { t } from '../../language.js';

const columns: readonly Column<FailedJob>[] = [
  { key: 'failedAt', title: t('jobs.failedAt'), width: 130, cell: (row) => <InstantText at={row.failedAt} /> },
  {
    key: 'name',
    title: t('jobs.job'),
    width: 200,
    cell: (row) => (
      <>
        {row.name} <span className="faint">{row.job}</span>
      </>
    ),
  },
  {
    key: 'failure',
    title: t('jobs.failure'),
    width: 320,
    flexible: true,
    cell: (row) => (
      <span className="two-lines" title={row.failure}>
        {row.failure}
      </span>
    ),
  },
  { key: 'attempts', title: t('jobs.attempts'), width: 64, align: 'end', cell: (row) => row.attempts },
  { key: 'retry', title: '', width: 96, cell: (row) => <Retry id={row.id} /> },
];

export function JobsPage() {
  const asked = useFailedJobs();
  return (
    <div className="page">
      <PageHead title={t('nav.jobs')} note={t('jobs.note')} />
      <div className="list-frame free">
        <Answer asked={asked}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t('jobs.none')} />
            ) : (
              <DataTable label={t('nav.jobs')} columns={columns} rows={items} rowKey={(row) => row.id} />
            )
          }
        </Answer>
      </div>
    </div>
  );
}

function Retry({ id }: { id: string }) {
  const retry = useRetryJob();
  const { message } = App.useApp();
  return (
    <Button
      size="small"
      loading={retry.isPending}
      onClick={() =>
        retry.mutate(id, {
          onSuccess: () => void message.success(t('jobs.retried')),
          onError: (error) => void message.error(error.message),
        })
      }
    >
      {t('jobs.retry')}
    </Button>
  );
}
