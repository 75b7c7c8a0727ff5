import { PaperClipOutlined } from '@ant-design/icons';
import { App, Button, Popconfirm, Upload } from 'antd';
import { useState } from 'react';
import { filingActionLabels, filingStatusLabels } from '@xiaohao/messages';
import {
  useAddFilingEvidence,
  useDecideFilings,
  useFilingEvents,
  useRemoveFilingEvidence,
  type Filing,
  type IndicatorRow,
} from '../../api/indicators.js';
import { InstantText } from '../../components/day-text.js';
import { Sheet } from '../../components/sheet.js';
import { Answer } from '../../components/states.js';
import { labelOf, t } from '../../language.js';

interface Props {
  row: Pick<IndicatorRow, 'name' | 'unit'>;
  filing: Filing;
  mayFile: boolean;
}

/** How far a filing has come, why it came back, and what can be done about it. */
export function FilingState({ row, filing, mayFile }: Props) {
  const decide = useDecideFilings();
  const { message } = App.useApp();
  const withdraw = () =>
    decide.mutate({ action: 'withdraw', filings: [filing] }, { onError: (error) => void message.error(error.message) });
  const { accepted } = filing;
  return (
    <div className="filing-state">
      <FilingHistory row={row} filing={filing} mayFile={mayFile} />
      {filing.actions.includes('withdraw') && mayFile && (
        <Button type="link" size="small" loading={decide.isPending} onClick={withdraw}>
          {t('filing.withdraw')}
        </Button>
      )}
      <p className="faint">
        {filing.filedBy} <InstantText at={filing.filedAt} />
      </p>
      {filing.reason && <p className="filing-problem">{t('filing.reason', { reason: filing.reason })}</p>}
      {accepted && filing.status !== 'accepted' && (
        <p className="faint">{t('filing.countsNow', { value: accepted.value.toLocaleString('zh-CN') })}</p>
      )}
    </div>
  );
}

/** The state as a button that opens its history and its files. */
export function FilingHistory({ row, filing, mayFile }: Props) {
  const [open, setOpen] = useState(false);
  const label = labelOf(filingStatusLabels, filing.status);
  return (
    <>
      <button
        type="button"
        className={`filing-status is-${filing.status}`}
        aria-label={`${row.name} ${label}`}
        onClick={() => setOpen(true)}
      >
        {label}
      </button>
      {filing.evidence.length > 0 && (
        <span className="faint filing-clip">
          <PaperClipOutlined /> {filing.evidence.length}
        </span>
      )}
      <Sheet open={open} title={`${row.name} · ${t('filing.history')}`} onClose={() => setOpen(false)}>
        <Events row={row} filing={filing} />
        <Evidence filing={filing} mayFile={mayFile && filing.status !== 'accepted'} />
      </Sheet>
    </>
  );
}

function Events({ row, filing }: Pick<Props, 'row' | 'filing'>) {
  const asked = useFilingEvents(filing.id);
  return (
    <Answer asked={asked} lines={3}>
      {(events) => (
        <ol className="filing-events">
          {events.map(({ action, version, value, note, reason, files, by, at }, index) => (
            <li key={index}>
              <b>{labelOf(filingActionLabels, action)}</b> {value.toLocaleString('zh-CN')} {row.unit}{' '}
              <span className="faint">
                {t('filing.version', { version })} · {by} <InstantText at={at} />
              </span>
              {reason && <p className="filing-problem">{t('filing.reason', { reason })}</p>}
              {files && <p className="prose">{files}</p>}
              {note && !files && action !== 'accept' && <p className="prose">{note}</p>}
            </li>
          ))}
        </ol>
      )}
    </Answer>
  );
}

function Evidence({ filing, mayFile }: Pick<Props, 'filing' | 'mayFile'>) {
  const add = useAddFilingEvidence(filing.id);
  const remove = useRemoveFilingEvidence(filing.id);
  const error = add.error ?? remove.error;
  return (
    <>
      <ul className="filing-files">
        {filing.evidence.map(({ id, name, removable }) => (
          <li key={id}>
            <PaperClipOutlined /> <a href={`/api/filings/${filing.id}/evidence/${id}`}>{name}</a>
            {removable && (
              <Popconfirm
                title={t('filing.removeEvidenceAsk')}
                okText={t('filing.removeEvidence')}
                onConfirm={() => remove.mutate(id)}
              >
                <Button
                  type="link"
                  size="small"
                  aria-label={`${t('filing.removeEvidence')} ${name}`}
                  loading={remove.isPending && remove.variables === id}
                >
                  {t('filing.removeEvidence')}
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {error && (
        <p className="filing-problem" role="alert">
          {error.message}
        </p>
      )}
      {mayFile && (
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            add.mutate(file);
            return false;
          }}
        >
          <Button icon={<PaperClipOutlined />} loading={add.isPending}>
            {t('filing.addEvidence')}
          </Button>
        </Upload>
      )}
    </>
  );
}
