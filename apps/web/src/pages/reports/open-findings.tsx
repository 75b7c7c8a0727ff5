import type { Report } from '../../api/reports.js';
import { t } from '../../language.js';

/** So many are listed; the check-up has them all. */
const listed = 5;

const openOf = ({ checks }: Report) => checks.filter(({ severity, excuse }) => severity !== 'info' && !excuse);
/** Printed as blanks whether or not somebody said why. */
const blanksOf = ({ checks }: Report) => checks.filter(({ code }) => code === 'valueMissing');

/** Whether anything is worth a question before the report is passed on. */
export const isUnsettled = (report: Report) => openOf(report).length > 0 || blanksOf(report).length > 0;

/** What is still blank and which findings are open, for whoever is about to pass the report on. */
export function OpenFindings({ report }: { report: Report }) {
  const [open, blanks] = [openOf(report), blanksOf(report)];
  return (
    <>
      {blanks.length > 0 && (
        <li>
          <b>{t('report.finalizeBlanks', { count: blanks.length })}</b>
        </li>
      )}
      {open.length > 0 && (
        <li>
          {t('report.finalizeWarnings', { count: open.length })}
          <ul className="faint">
            {open.slice(0, listed).map(({ message }, at) => (
              <li key={at}>{message}</li>
            ))}
            {open.length > listed && <li>…</li>}
          </ul>
        </li>
      )}
    </>
  );
}
