import { FileWordOutlined } from '@ant-design/icons';
import { Alert, Upload } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useFormerReports, useLearnReport, type FormerReportRow } from '../../api/former-reports.js';
import { InstantText } from '../../components/day-text.js';
import { PageHead } from '../../components/page-head.js';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';

/** A report of a former year is given; its page comes next. */
export function LearnPage() {
  const learn = useLearnReport();
  const navigate = useNavigate();
  return (
    <div className="page">
      <PageHead title={t('learn.title')} note={t('learn.note')} />
      <div className="section learn-start">
        {learn.error && <Alert type="error" showIcon title={learn.error.message} className="form-error" />}
        <Upload.Dragger
          accept=".docx,.txt"
          maxCount={1}
          showUploadList={false}
          disabled={learn.isPending}
          beforeUpload={(file) => {
            learn.mutate(file, { onSuccess: ({ id }) => void navigate(`/reports/learn/${id}`) });
            return false;
          }}
        >
          <FileWordOutlined className="state-icon" />
          <p>{t(learn.isPending ? 'learn.reading' : 'learn.drop')}</p>
          <p className="faint">{t('learn.dropNote')}</p>
        </Upload.Dragger>
        <ol className="learn-steps">
          <li>{t('learn.step1')}</li>
          <li>{t('learn.step2')}</li>
          <li>{t('learn.step3')}</li>
        </ol>
      </div>
      <Earlier />
    </div>
  );
}

/** Reports read before: what is half done is gone on with. */
function Earlier() {
  const { data: reports = [] } = useFormerReports();
  if (reports.length === 0) return null;
  return (
    <Section title={t('learn.earlier')} end={<span className="faint">{t('learn.earlierNote')}</span>}>
      <ul className="learn-earlier">
        {reports.map((report) => (
          <li key={report.id}>
            <Link to={`/reports/learn/${report.id}`}>{report.name}</Link>
            <span>{progressOf(report)}</span>
            <span className="faint">
              {report.decidedBy ?? report.createdBy} <InstantText at={report.decidedAt ?? report.createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function progressOf({ templateId, settled, places }: FormerReportRow): string {
  if (templateId) return t('learn.isTemplate');
  return places ? t('learn.settled', { settled: settled ?? 0, places }) : t('learn.untouched');
}
