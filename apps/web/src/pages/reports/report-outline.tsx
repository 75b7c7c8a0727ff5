import { Link } from 'react-router';
import type { ContentBlock, Report, ReportCheck } from '../../api/reports.js';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';

const ticketsShown = 5;

/** The headings of the report and what its check-up found; both lead to their place in the text. */
export function ReportOutline({ report, goTo }: { report: Report; goTo: (selector: string) => void }) {
  const headings = (report.content ?? []).flatMap((block, at) => (block.kind === 'heading' ? [{ block, at }] : []));
  return (
    <>
      {headings.length > 0 && (
        <Section title={t('report.outline')}>
          <ul className="outline">
            {headings.map(({ block, at }) => (
              <li key={at} className={`outline-${block.level ?? 1}`}>
                <button type="button" className="link-button" onClick={() => goTo(`[data-block="${at}"]`)}>
                  {wordsOf(block)}
                </button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('report.checks')} count={report.checks.length}>
        {report.checks.length === 0 ? (
          <p className="faint">{t('report.checksNone')}</p>
        ) : (
          <ul className="checks">
            {report.checks.map((check, at) => (
              <Finding key={at} check={check} report={report} goTo={goTo} />
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

interface FindingProps {
  check: ReportCheck;
  report: Report;
  goTo: (selector: string) => void;
}

function Finding({ check, report, goTo }: FindingProps) {
  const key = isPrinted(check.figureKey, report) ? check.figureKey : undefined;
  return (
    <li className={`check check-${check.severity}`}>
      <span className="mark">{t(`report.severity.${check.severity}`)}</span> {check.message}{' '}
      {key && (
        <button type="button" className="link-button" onClick={() => goTo(`[data-figure="${key}"]`)}>
          {t('report.toFigure')}
        </button>
      )}
      {check.ticketIds.length > 0 && (
        <p className="faint">
          {t('report.checkTickets', { count: check.ticketIds.length })}{' '}
          {check.ticketIds.slice(0, ticketsShown).map((id, at) => (
            <Link key={id} to={`/tickets/${id}`} className="check-ticket">
              {at + 1}
            </Link>
          ))}
        </p>
      )}
    </li>
  );
}

function isPrinted(key: string | undefined, { content }: Report): boolean {
  return key !== undefined && (content ?? []).some(({ runs }) => runs?.some((run) => run.key === key));
}

const wordsOf = ({ runs }: ContentBlock) => (runs ?? []).map(({ text }) => text).join('');
