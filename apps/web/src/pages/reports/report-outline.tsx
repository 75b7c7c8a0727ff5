import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PageTextKey } from '@xiaohao/messages';
import type { ContentBlock, Report, ReportCheck } from '../../api/reports.js';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';

const ticketsShown = 5;

/** Findings that may concern dozens of figures; together they are one line that opens. */
const manyTexts: Readonly<Record<string, PageTextKey>> = {
  valueMissing: 'report.many.valueMissing',
  filingIncomplete: 'report.many.filingIncomplete',
  filingCarried: 'report.many.filingCarried',
  filingDiffers: 'report.many.filingDiffers',
  typedByHand: 'report.many.typedByHand',
};

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
            {groupsOf(report.checks).map((checks, at) =>
              checks.length > 1 ? (
                <li key={at} className="check-group">
                  <details>
                    <summary>{manyWords(checks)}</summary>
                    <ul>
                      {checks.map((check, index) => (
                        <Finding key={index} check={check} report={report} goTo={goTo} />
                      ))}
                    </ul>
                  </details>
                </li>
              ) : (
                <Finding key={at} check={checks[0]!} report={report} goTo={goTo} />
              ),
            )}
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

/** Findings of one code that comes often stand together, in the place of the first. */
function groupsOf(checks: readonly ReportCheck[]): ReportCheck[][] {
  const groups: ReportCheck[][] = [];
  for (const check of checks) {
    const group = check.code in manyTexts ? groups.find(([first]) => first!.code === check.code) : undefined;
    if (group) group.push(check);
    else groups.push([check]);
  }
  return groups;
}

function manyWords(checks: readonly ReportCheck[]): ReactNode {
  const { code, severity } = checks[0]!;
  return (
    <>
      <span className="mark">{t(`report.severity.${severity}`)}</span> {t(manyTexts[code]!, { count: checks.length })}
    </>
  );
}

function isPrinted(key: string | undefined, { content }: Report): boolean {
  return key !== undefined && (content ?? []).some(({ runs }) => runs?.some((run) => run.key === key));
}

const wordsOf = ({ runs }: ContentBlock) => (runs ?? []).map(({ text }) => text).join('');
