import { DownloadOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { kindLabels, lookBackResultLabels, lookBackWords } from '@xiaohao/messages';
import { useAssignInspector, useLookBack, type LookBack, type LookBackRow } from '../../api/governance.js';
import { useMay, useMe, useToday } from '../../api/session.js';
import { PersonChoice } from '../../components/choices.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { DayText } from '../../components/day-text.js';
import { shortDay } from '../../components/day-words.js';
import { PageHead } from '../../components/page-head.js';
import { useIsPhone } from '../../components/phone.js';
import { needed, SheetForm } from '../../components/sheet-form.js';
import { Answer } from '../../components/states.js';
import { labelOf, labelText, t } from '../../language.js';
import { ProgressWords, ResultCounts, samplingWords } from './look-back-words.js';
import { RowActions } from './row-actions.js';

export function LookBackPage() {
  const { id } = useParams() as { id: string };
  const asked = useLookBack(id);
  return (
    <div className="page">
      <Answer asked={asked} lines={10}>
        {(lookBack) => <Sample lookBack={lookBack} />}
      </Answer>
    </div>
  );
}

function Sample({ lookBack }: { lookBack: LookBack }) {
  const today = useToday();
  const mayExport = useMay('ticket.export');
  const isPhone = useIsPhone();
  const { data: me } = useMe();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { name, createdBy, createdOn, population, sampling, total, seed, dueOn, canRun, rows } = lookBack;
  const mayRecord = (row: LookBackRow) => canRun || row.inspectorId === me?.id;
  const open = rows.filter((row) => chosen.has(row.id) && row.result === null).map((row) => row.id);
  return (
    <>
      <PageHead title={name} note={labelOf(kindLabels, lookBack.kind)}>
        {canRun && !isPhone && chosen.size > 0 && <Inspector lookBackId={lookBack.id} rowIds={open} />}
        {mayExport && (
          <Button icon={<DownloadOutlined />} href={`/api/look-backs/${lookBack.id}/table.xlsx`}>
            {t('lookBack.export')}
          </Button>
        )}
      </PageHead>
      <p className="look-back-facts">
        <ProgressWords lookBack={lookBack} />
        <ResultCounts lookBack={lookBack} />
        {dueOn && (
          <span>
            {t('lookBack.dueOn')} <DayText day={dueOn} />
          </span>
        )}
        <span className="faint">{t('lookBack.drawn', { population, how: samplingWords(sampling), total })}</span>
        {seed && <span className="faint">{t('lookBack.seed', { seed })}</span>}
        <span className="faint">{t('lookBack.created', { name: createdBy, day: shortDay(createdOn, today) })}</span>
      </p>
      <div className="list-frame free">
        {isPhone ? (
          <Cards lookBack={lookBack} mayRecord={mayRecord} />
        ) : (
          <DataTable
            label={name}
            columns={columnsOf(lookBack, mayRecord)}
            rows={rows}
            rowKey={(row) => row.id}
            selection={canRun ? { ids: chosen, change: setChosen } : undefined}
          />
        )}
      </div>
    </>
  );
}

function Inspector({ lookBackId, rowIds }: { lookBackId: string; rowIds: string[] }) {
  const assign = useAssignInspector(lookBackId);
  return (
    <SheetForm<{ inspectorId: string }>
      button={t('lookBack.assign', { count: rowIds.length })}
      title={t('lookBack.assign', { count: rowIds.length })}
      submit={t('lookBack.inspector')}
      look="plain"
      disabled={rowIds.length === 0}
      onSend={({ inspectorId }) => assign.mutateAsync({ inspectorId, rowIds })}
    >
      <Form.Item name="inspectorId" label={t('lookBack.inspector')} rules={needed(t('lookBack.inspector'))}>
        <PersonChoice />
      </Form.Item>
    </SheetForm>
  );
}

type MayRecord = (row: LookBackRow) => boolean;

function columnsOf(lookBack: LookBack, mayRecord: MayRecord): readonly Column<LookBackRow>[] {
  return [
    {
      key: 'no',
      title: t('column.no'),
      width: 130,
      frozen: true,
      cell: (row) => (
        <Link to={`/tickets/${row.ticketId}`} className="figures">
          {row.no}
        </Link>
      ),
    },
    { key: 'title', title: t('column.title'), width: 240, flexible: true, cell: (row) => row.title },
    { key: 'unit', title: t('column.leadUnit'), width: 120, cell: (row) => row.leadUnit ?? '—' },
    { key: 'closedOn', title: t('lookBack.closedOn'), width: 110, cell: (row) => <DayText day={row.closedOn} /> },
    { key: 'inspector', title: t('lookBack.inspector'), width: 100, cell: (row) => row.inspector ?? '—' },
    { key: 'result', title: t('lookBack.result'), width: 260, cell: (row) => <Finding row={row} /> },
    {
      key: 'actions',
      title: '',
      width: 250,
      cell: (row) => <RowActions lookBack={lookBack} row={row} mayRecord={mayRecord(row)} />,
    },
  ];
}

function Finding({ row }: { row: LookBackRow }) {
  if (!row.result) return <span className="faint">{t('lookBack.toCheck')}</span>;
  return (
    <>
      <b>{labelOf(lookBackResultLabels, row.result)}</b>{' '}
      <span className="faint">
        {row.checkedBy} {row.checkedOn && <DayText day={row.checkedOn} />}
      </span>
      {row.note && <p className="two-lines">{row.note}</p>}
      {row.evidence.map(({ id, name, url }) => (
        <a key={id} href={url} target="_blank" rel="noreferrer" className="look-back-file">
          {name}
        </a>
      ))}
      {row.followUp && (
        <p className="faint">
          {labelText(lookBackWords[row.followUp])}{' '}
          {row.followUpTicket && <Link to={`/tickets/${row.followUpTicket.id}`}>{row.followUpTicket.no}</Link>}
        </p>
      )}
    </>
  );
}

function Cards({ lookBack, mayRecord }: { lookBack: LookBack; mayRecord: MayRecord }) {
  return (
    <div className="cards">
      {lookBack.rows.map((row) => (
        <div key={row.id} className="card">
          <span className="card-top">
            <Link to={`/tickets/${row.ticketId}`} className="figures">
              {row.no}
            </Link>
            <span className="faint">{row.leadUnit}</span>
          </span>
          <span className="card-title">{row.title}</span>
          <div>
            <Finding row={row} />
          </div>
          <RowActions lookBack={lookBack} row={row} mayRecord={mayRecord(row)} />
        </div>
      ))}
    </div>
  );
}
