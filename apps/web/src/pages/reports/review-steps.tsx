import { HistoryOutlined, SendOutlined } from '@ant-design/icons';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { reportActionLabels } from '@xiaohao/messages';
import { useDecideReport, useReportEvents, type Report } from '../../api/reports.js';
import { fullInstant } from '../../components/day-words.js';
import { InstantText } from '../../components/day-text.js';
import { needed, SheetForm } from '../../components/sheet-form.js';
import { Sheet } from '../../components/sheet.js';
import { Answer } from '../../components/states.js';
import { isUnsettled, OpenFindings } from './open-findings.js';
import { labelOf, t } from '../../language.js';

/** The way of a draft to the chief: submitted, recalled, returned. Finalising has a button of its own. */
export function ReviewSteps({ report }: { report: Report }) {
  const decide = useDecideReport(report.id);
  const { message } = App.useApp();
  const { actions, version } = report;
  const [asking, setAsking] = useState(false);
  const take = (action: 'submit' | 'recall') =>
    decide.mutate(
      { action, version },
      {
        onSuccess: () => {
          setAsking(false);
          void message.success(t(action === 'submit' ? 'report.submitted' : 'report.recalled'));
        },
        onError: (error) => void message.error(error.message),
      },
    );
  return (
    <>
      {actions.includes('recall') && (
        <Button loading={decide.isPending} onClick={() => take('recall')}>
          {t('report.recall')}
        </Button>
      )}
      {actions.includes('return') && (
        <SheetForm<{ reason: string }>
          button={t('report.return')}
          title={t('report.returnTitle')}
          submit={t('report.return')}
          look="plain"
          onSend={({ reason }) => decide.mutateAsync({ action: 'return', reason, version })}
        >
          <Form.Item name="reason" label={t('report.returnReason')} rules={needed(t('report.returnReason'))}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </SheetForm>
      )}
      {actions.includes('submit') && (
        <Button
          type="primary"
          icon={<SendOutlined />}
          title={t('report.submitNote')}
          loading={decide.isPending}
          onClick={() => (isUnsettled(report) ? setAsking(true) : take('submit'))}
        >
          {t('report.submit')}
        </Button>
      )}
      <Sheet open={asking} title={t('report.submitTitle')} onClose={() => setAsking(false)}>
        <ul className="consequences">
          <OpenFindings report={report} />
        </ul>
        <div className="form-end">
          <Button type="primary" loading={decide.isPending} onClick={() => take('submit')}>
            {t('report.submitDo')}
          </Button>
        </div>
      </Sheet>
    </>
  );
}

/** Whose turn it is with a draft, and what came of it so far. */
export function ReviewBanner({ report: { id, state, review } }: { report: Report }) {
  if (state === 'submitted' && review.submittedAt) {
    return (
      <p className="banner report-banner">
        <span>{t('report.submittedBy', { name: review.submittedBy ?? '', at: fullInstant(review.submittedAt) })}</span>
        <ReviewHistory id={id} />
      </p>
    );
  }
  if (state !== 'returned') return null;
  return (
    <p className="banner report-banner is-returned" role="alert">
      <span>{t('report.returnedFor', { reason: review.reason ?? '' })}</span>
      <ReviewHistory id={id} />
    </p>
  );
}

/** Each step with who, when and why. */
export function ReviewHistory({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="link" size="small" icon={<HistoryOutlined />} onClick={() => setOpen(true)}>
        {t('report.steps')}
      </Button>
      <Sheet open={open} title={t('report.steps')} onClose={() => setOpen(false)}>
        {open && <Steps id={id} />}
      </Sheet>
    </>
  );
}

function Steps({ id }: { id: string }) {
  const asked = useReportEvents(id);
  return (
    <Answer asked={asked} lines={3}>
      {(events) => (
        <ol className="filing-events">
          {events.map(({ action, reason, by, at }, index) => (
            <li key={index}>
              <b>{labelOf(reportActionLabels, action)}</b>{' '}
              <span className="faint">
                {by} <InstantText at={at} />
              </span>
              {reason && <p className="prose">{reason}</p>}
            </li>
          ))}
        </ol>
      )}
    </Answer>
  );
}
