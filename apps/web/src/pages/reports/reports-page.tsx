import { CalculatorOutlined, FileWordOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useReports, type ReportRow } from '../../api/reports.js';
import { useMay } from '../../api/session.js';
import { ButtonLink } from '../../components/button-link.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { DayText, InstantText } from '../../components/day-text.js';
import { LoadMore } from '../../components/load-more.js';
import { PageHead } from '../../components/page-head.js';
import { useIsPhone } from '../../components/phone.js';
import { Sheet } from '../../components/sheet.js';
import { Answer, EmptyState } from '../../components/states.js';
import { t } from '../../language.js';
import { NewReport } from './new-report.js';
import { ReportState } from './report-state.js';
import { periodWords } from './report-words.js';

const columns: readonly Column<ReportRow>[] = [
  {
    key: 'template',
    title: t('report.template'),
    width: 240,
    flexible: true,
    cell: (row) => <Link to={`/reports/${row.id}`}>{row.template.name}</Link>,
  },
  { key: 'period', title: t('report.period'), width: 130, cell: (row) => periodWords(row.period) },
  { key: 'asOf', title: t('report.asOf'), width: 130, cell: (row) => <DayText day={row.asOf} /> },
  { key: 'knownAt', title: t('report.knownAt'), width: 170, cell: (row) => <InstantText at={row.knownAt} /> },
  { key: 'status', title: t('report.status'), width: 220, cell: (row) => <ReportState report={row} /> },
  {
    key: 'by',
    title: t('report.by'),
    width: 230,
    cell: (row) => (
      <>
        {row.createdBy?.name} <span className="faint">{<InstantText at={row.createdAt} />}</span>
      </>
    ),
  },
];

/** Every report that was built, the newest first, or those that wait for the chief. */
export function ReportsPage() {
  const [search] = useSearchParams();
  const isWaiting = search.get('state') === 'submitted';
  const asked = useReports(isWaiting ? { state: 'submitted' } : {});
  const mayBuild = useMay('report.build');
  const template = search.get('template');
  const [asking, setAsking] = useState(mayBuild && template !== null);
  const rows = asked.data?.pages.flatMap((page) => page.items);
  const newReport = mayBuild && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAsking(true)}>
      {t('report.new')}
    </Button>
  );
  return (
    <div className="page">
      <PageHead
        title={t(isWaiting ? 'report.waiting' : 'nav.reports')}
        note={isWaiting && <Link to="/reports">{t('report.all')}</Link>}
      >
        <ButtonLink to="/reports/figures" icon={<CalculatorOutlined />}>
          {t('figures.open')}
        </ButtonLink>
        {mayBuild && (
          <ButtonLink to="/reports/learn" icon={<FileWordOutlined />}>
            {t('learn.open')}
          </ButtonLink>
        )}
        <ButtonLink to="/reports/templates">{t('template.open')}</ButtonLink>
        {rows?.length !== 0 && newReport}
      </PageHead>
      <div className="list-frame free">
        <Answer asked={{ data: rows, error: asked.error, refetch: asked.refetch }}>
          {(reports) =>
            reports.length === 0 ? (
              isWaiting ? (
                <EmptyState title={t('report.noneWaiting')}>
                  <Link to="/reports">{t('report.all')}</Link>
                </EmptyState>
              ) : (
                <EmptyState title={t('report.none')}>
                  <p className="faint">{t(mayBuild ? 'report.noneNext' : 'report.noneRead')}</p>
                  {newReport}
                </EmptyState>
              )
            ) : (
              <ReportList reports={reports}>
                <LoadMore
                  hasMore={asked.hasNextPage}
                  isLoading={asked.isFetchingNextPage}
                  onMore={() => void asked.fetchNextPage()}
                />
              </ReportList>
            )
          }
        </Answer>
      </div>
      <Sheet open={asking} title={t('report.new')} onClose={() => setAsking(false)} width={600}>
        <NewReport template={template} />
      </Sheet>
    </div>
  );
}

function ReportList({ reports, children }: { reports: readonly ReportRow[]; children: React.ReactNode }) {
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  if (!isPhone) {
    return (
      <DataTable
        label={t('nav.reports')}
        columns={columns}
        rows={reports}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(`/reports/${row.id}`)}
      >
        {children}
      </DataTable>
    );
  }
  return (
    <div className="cards">
      {reports.map((report) => (
        <Link key={report.id} to={`/reports/${report.id}`} className="card">
          <span className="card-top">
            <ReportState report={report} />
            <span className="faint">{periodWords(report.period)}</span>
          </span>
          <span className="card-title">{report.template.name}</span>
          <span className="card-foot">
            <span className="cut">{report.createdBy?.name}</span>
            <InstantText at={report.createdAt} />
          </span>
        </Link>
      ))}
      {children}
    </div>
  );
}
