import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { kindLabels } from '@xiaohao/messages';
import { useLookBacks, type LookBackSummary } from '../../api/governance.js';
import { useMay } from '../../api/session.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { DayText } from '../../components/day-text.js';
import { PageHead } from '../../components/page-head.js';
import { useIsPhone } from '../../components/phone.js';
import { Sheet } from '../../components/sheet.js';
import { Answer, EmptyState } from '../../components/states.js';
import { labelOf, t } from '../../language.js';
import { ProgressWords, ResultCounts, samplingWords } from './look-back-words.js';
import { NewLookBack } from './new-look-back.js';

const columns: readonly Column<LookBackSummary>[] = [
  {
    key: 'name',
    title: t('lookBack.name'),
    width: 240,
    flexible: true,
    cell: (row) => <Link to={`/look-backs/${row.id}`}>{row.name}</Link>,
  },
  { key: 'kind', title: t('lookBack.kind'), width: 130, cell: (row) => labelOf(kindLabels, row.kind) },
  { key: 'sampling', title: t('lookBack.sampling'), width: 100, cell: (row) => samplingWords(row.sampling) },
  { key: 'progress', title: t('lookBack.done'), width: 170, cell: (row) => <ProgressWords lookBack={row} /> },
  { key: 'results', title: t('lookBack.result'), width: 320, cell: (row) => <ResultCounts lookBack={row} /> },
  {
    key: 'dueOn',
    title: t('lookBack.dueOn'),
    width: 120,
    cell: (row) => (row.dueOn ? <DayText day={row.dueOn} /> : '—'),
  },
  {
    key: 'created',
    title: t('report.by'),
    width: 180,
    cell: (row) => (
      <>
        {row.createdBy} <span className="faint">{<DayText day={row.createdOn} />}</span>
      </>
    ),
  },
];

/** Every look-back with a ticket the person may see, the newest first. */
export function LookBacksPage() {
  const asked = useLookBacks();
  const mayRun = useMay('look_back.run');
  const [asking, setAsking] = useState(false);
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  const newLookBack = mayRun && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAsking(true)}>
      {t('lookBack.new')}
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t('nav.lookBacks')}>
        <Link to="/look-backs/statistics">{t('statistics.title')}</Link>
        {newLookBack}
      </PageHead>
      <div className="list-frame free">
        <Answer asked={asked}>
          {({ items }) => {
            if (items.length === 0) {
              return (
                <EmptyState title={t('lookBack.none')}>
                  <p className="faint">{t('lookBack.noneNext')}</p>
                  {newLookBack}
                </EmptyState>
              );
            }
            if (isPhone) return <Cards lookBacks={items} />;
            return (
              <DataTable
                label={t('nav.lookBacks')}
                columns={columns}
                rows={items}
                rowKey={(row) => row.id}
                onOpen={(row) => void navigate(`/look-backs/${row.id}`)}
              />
            );
          }}
        </Answer>
      </div>
      <Sheet open={asking} title={t('lookBack.new')} onClose={() => setAsking(false)} width={640}>
        <NewLookBack />
      </Sheet>
    </div>
  );
}

function Cards({ lookBacks }: { lookBacks: readonly LookBackSummary[] }) {
  return (
    <div className="cards">
      {lookBacks.map((row) => (
        <Link key={row.id} to={`/look-backs/${row.id}`} className="card">
          <span className="card-top">
            <span className="faint">{labelOf(kindLabels, row.kind)}</span>
            <ProgressWords lookBack={row} />
          </span>
          <span className="card-title">{row.name}</span>
          <span className="card-foot">
            <ResultCounts lookBack={row} />
            <DayText day={row.createdOn} />
          </span>
        </Link>
      ))}
    </div>
  );
}
