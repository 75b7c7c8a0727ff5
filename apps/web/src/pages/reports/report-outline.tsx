import type { ReactNode } from 'react';
import type { PageTextKey } from '@xiaohao/messages';
import type { ContentBlock, Report, ReportCheck } from '../../api/reports.js';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';
import { ChangedFigures } from './changed-figures.js';
import { Finding } from './finding.js';
import { PeriodChange } from './period-change.js';

/** Findings that may concern dozens of figures; together they are one line that opens. */
const manyTexts: Readonly<Record<string, PageTextKey>> = {
  valueMissing: 'report.many.valueMissing',
  filingIncomplete: 'report.many.filingIncomplete',
  filingCarried: 'report.many.filingCarried',
  filingDiffers: 'report.many.filingDiffers',
  typedByHand: 'report.many.typedByHand',
  typedOver: 'report.many.typedOver',
  filingDoubted: 'report.many.filingDoubted',
  filingNotAccepted: 'report.many.filingNotAccepted',
  filingWaiting: 'report.many.filingWaiting',
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
      <ChangedFigures report={report} goTo={goTo} />
      <PeriodChange report={report} goTo={goTo} />
      <Section title={t('report.checks')} count={report.checks.filter(({ excuse }) => !excuse).length}>
        {report.checks.length === 0 ? (
          <p className="faint">{t('report.checksNone')}</p>
        ) : (
          <ul className="checks">
            {groupsOf([...report.checks].sort((a, b) => Number(a.excuse !== null) - Number(b.excuse !== null))).map(
              (checks, at) =>
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

/** Findings of one code that comes often stand together, in the place of the first. */
function groupsOf(checks: readonly ReportCheck[]): ReportCheck[][] {
  const groups: ReportCheck[][] = [];
  for (const check of checks) {
    const group =
      check.code in manyTexts && !check.excuse
        ? groups.find(([first]) => first!.code === check.code && !first!.excuse)
        : undefined;
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

const wordsOf = ({ runs }: ContentBlock) => (runs ?? []).map(({ text }) => text).join('');
