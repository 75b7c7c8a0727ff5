import { App, Button, Form, Input } from 'antd';
import { Link } from 'react-router';
import { useExcuseFinding, useTakeBackExcuse, type Report, type ReportCheck } from '../../api/reports.js';
import { useMay } from '../../api/session.js';
import { InstantText } from '../../components/day-text.js';
import { needed, SheetForm } from '../../components/sheet-form.js';
import { t } from '../../language.js';
import { messagePieces } from './finding-places.js';

/** A finding names several; the whole title stands at hand. */
const titleLength = 14;
const shortTitle = (title: string) => (title.length > titleLength ? `${title.slice(0, titleLength)}…` : title);

interface Props {
  check: ReportCheck;
  report: Report;
  goTo: (selector: string) => void;
}

/** One finding of the check-up: what is wrong, where, and why it may stand. */
export function Finding({ check, report, goTo }: Props) {
  const key = isPrinted(check.figureKey, report) ? check.figureKey : undefined;
  return (
    <li className={check.excuse ? 'check is-excused' : `check check-${check.severity}`}>
      <span className="mark">{check.excuse ? t('report.excused') : t(`report.severity.${check.severity}`)}</span>{' '}
      <Message check={check} report={report} goTo={goTo} />{' '}
      {key && (
        <button type="button" className="link-button" onClick={() => goTo(`[data-figure="${key}"]`)}>
          {t('report.toFigure')}
        </button>
      )}
      {check.ticketIds.length > 0 && (
        <p className="faint">
          {t('report.checkTickets', { count: check.ticketIds.length })}{' '}
          {(check.tickets ?? []).map(({ id, no, title }) => (
            <Link key={id} to={`/tickets/${id}`} className="check-ticket" title={title}>
              <span className="figures">{no}</span> {shortTitle(title)}
            </Link>
          ))}
        </p>
      )}
      <Excuse check={check} report={report} />
    </li>
  );
}

/** What it says; each paragraph it names is a way there. */
function Message({ check: { message }, report, goTo }: Props) {
  return messagePieces(message, report.content ?? []).map(({ text, block }, at) =>
    block === null ? (
      text
    ) : (
      <button key={at} type="button" className="link-button" onClick={() => goTo(`[data-block="${block}"]`)}>
        {text}
      </button>
    ),
  );
}

function Excuse({ check, report }: Pick<Props, 'check' | 'report'>) {
  const mayExcuse = useMay('report.build') && report.finalizedAt === null;
  const excuse = useExcuseFinding(report.id);
  const takeBack = useTakeBackExcuse(report.id);
  const { message } = App.useApp();
  if (check.excuse) {
    const { reason, by, at } = check.excuse;
    return (
      <p className="faint">
        {reason} · {by} <InstantText at={at} />
        {mayExcuse && (
          <Button
            type="link"
            size="small"
            loading={takeBack.isPending}
            onClick={() => takeBack.mutate(check.key, { onError: (error) => void message.error(error.message) })}
          >
            {t('report.takeBack')}
          </Button>
        )}
      </p>
    );
  }
  if (!mayExcuse || check.severity === 'info') return null;
  return (
    <SheetForm<{ reason: string }>
      button={t('report.excuse')}
      title={t('report.excuseTitle')}
      submit={t('report.excuse')}
      onSend={({ reason }) => excuse.mutateAsync({ finding: check.key, reason })}
    >
      <p className="prose">{check.message}</p>
      <Form.Item
        name="reason"
        label={t('report.excuseReason')}
        extra={t('report.excuseNote')}
        rules={needed(t('report.excuseReason'))}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </SheetForm>
  );
}

function isPrinted(key: string | undefined, { content }: Report): boolean {
  return key !== undefined && (content ?? []).some(({ runs }) => runs?.some((run) => run.key === key));
}
