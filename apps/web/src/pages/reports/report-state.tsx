import { reportStateLabels, reportStatusLabels } from '@xiaohao/messages';
import { isBuilding, type ReportRow } from '../../api/reports.js';
import { labelOf, t } from '../../language.js';

/** How far a report is: its progress while it is built, a mark once it is final. */
export function ReportState({ report }: { report: ReportRow }) {
  if (isBuilding(report)) {
    return (
      <span className="percent">
        <span className="percent-bar" aria-hidden>
          <span style={{ width: `${report.progress}%` }} />
        </span>
        <span className="figures">
          {labelOf(reportStatusLabels, report.status)} {report.progress}%
        </span>
      </span>
    );
  }
  if (report.withdrawn) return <span className="mark mark-withdrawn">{t('report.withdrawn')}</span>;
  if (report.finalizedAt) return <span className="mark mark-final">{t('report.final')}</span>;
  if (report.state === 'submitted' || report.state === 'returned') {
    return <span className={`mark mark-${report.state}`}>{labelOf(reportStateLabels, report.state)}</span>;
  }
  return <span>{labelOf(reportStatusLabels, report.status)}</span>;
}
