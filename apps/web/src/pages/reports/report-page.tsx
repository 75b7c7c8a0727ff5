import { Alert, Progress } from 'antd';
import { Link, useParams } from 'react-router';
import { isBuilding, useReport, type Report } from '../../api/reports.js';
import { useToday } from '../../api/session.js';
import { fullInstant } from '../../components/day-words.js';
import { PageHead } from '../../components/page-head.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';
import { RebuildButton } from './rebuild-button.js';
import { ReportDesk } from './report-desk.js';
import { ReportTools } from './report-tools.js';
import { ReviewBanner, ReviewHistory } from './review-steps.js';
import { reportRange } from './report-words.js';

export function ReportPage() {
  const { id = '' } = useParams();
  const asked = useReport(id);
  const today = useToday();
  return (
    <div className="page report">
      <Answer asked={asked} lines={12}>
        {(report) => (
          <>
            <PageHead title={report.template.name} note={reportRange(report, today)}>
              {report.status === 'ready' && <ReportTools report={report} />}
            </PageHead>
            <Body report={report} />
          </>
        )}
      </Answer>
    </div>
  );
}

function Body({ report }: { report: Report }) {
  if (isBuilding(report)) {
    return (
      <div className="section import-progress">
        <p>{t('report.building')}</p>
        <Progress percent={report.progress} status="active" />
        <p className="faint">{t('import.mayLeave')}</p>
      </div>
    );
  }
  if (report.status === 'failed') {
    return (
      <div className="section">
        <Alert
          type="error"
          showIcon
          title={report.failure?.message ?? t('report.failed')}
          description={t('report.failedNext')}
        />
        <p className="next-steps">
          <RebuildButton report={report} /> <Link to="/reports">{t('report.back')}</Link>
        </p>
      </div>
    );
  }
  return (
    <>
      {report.withdrawn && (
        <p className="banner report-banner is-withdrawn" role="alert">
          <span>
            {t('report.withdrawnBy', {
              name: report.withdrawn.by ?? '',
              at: fullInstant(report.withdrawn.at),
              reason: report.withdrawn.reason,
            })}
          </span>
          <ReviewHistory id={report.id} />
        </p>
      )}
      {report.finalizedAt && !report.withdrawn && (
        <p className="banner report-banner">
          <span>{finalWords(report, report.finalizedAt)}</span>
          <ReviewHistory id={report.id} />
        </p>
      )}
      <ReviewBanner report={report} />
      <ReportDesk report={report} />
    </>
  );
}

function finalWords({ finalizedBy }: Report, finalizedAt: string): string {
  const at = fullInstant(finalizedAt);
  return finalizedBy ? t('report.finalizedBy', { name: finalizedBy.name, at }) : t('report.finalizedAt', { at });
}
