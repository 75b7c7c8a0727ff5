import { App, InputNumber } from 'antd';
import { useState } from 'react';
import { useReportProgress, type Ticket } from '../../api/tickets.js';
import { DayText } from '../../components/day-text.js';
import { EntryLine } from '../../components/entry-line.js';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';

export function ProgressSection({ ticket }: { ticket: Ticket }) {
  const { progress, can } = ticket;
  if (progress.length === 0 && !can.progress) return null;
  return (
    <Section
      title={t('progress.title')}
      count={progress.length}
      end={
        ticket.progressPercent !== null && (
          <>
            {ticket.percentIsComputed && <span className="faint">{t('kind.computed')} </span>}
            <PercentBar percent={ticket.progressPercent} />
          </>
        )
      }
    >
      {can.progress && <ProgressEntry ticket={ticket} />}
      {progress.length === 0 && <p className="faint">{t('progress.none')}</p>}
      <ul className="entries">
        {progress.map(({ id, on, text, percent, by }) => (
          <li key={id} className="entry">
            <span className="entry-when">
              <DayText day={on} />
              {by && <span className="faint"> {by.name}</span>}
            </span>
            <span className="prose">{text}</span>
            {percent !== null && <span className="figures faint">{percent}%</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PercentBar({ percent }: { percent: number }) {
  return (
    <span className="percent" role="img" aria-label={t('progress.percent', { percent })}>
      <span className="percent-bar">
        <span style={{ width: `${percent}%` }} />
      </span>
      <span className="figures">{percent}%</span>
    </span>
  );
}

/** Where a handler writes how it goes; `onSent` tells when it arrived. */
export function ProgressEntry({
  ticket,
  onSent,
}: {
  ticket: Pick<Ticket, 'id' | 'progressPercent'> & { percentIsComputed?: boolean };
  onSent?: () => void;
}) {
  const report = useReportProgress(ticket.id);
  const { message } = App.useApp();
  const [percent, setPercent] = useState<number | null>(null);
  const send = (text: string) =>
    report.mutateAsync({ text, ...(percent === null ? {} : { percent }) }).then(
      () => {
        setPercent(null);
        void message.success(t('progress.sent'));
        onSent?.();
        return true;
      },
      (error: Error) => {
        void message.error(error.message);
        return false;
      },
    );
  return (
    <EntryLine placeholder={t('progress.hint')} button={t('progress.send')} busy={report.isPending} onSend={send}>
      {!ticket.percentIsComputed && (
        <InputNumber
          className="percent-entry"
          min={0}
          max={100}
          precision={0}
          suffix="%"
          value={percent}
          onChange={setPercent}
          placeholder={String(ticket.progressPercent ?? '—')}
          aria-label={t('column.percent')}
          controls={false}
        />
      )}
    </EntryLine>
  );
}
