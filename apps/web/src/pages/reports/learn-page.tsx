import { FileWordOutlined } from '@ant-design/icons';
import { Alert, Upload } from 'antd';
import { useNavigate } from 'react-router';
import { useLearnReport } from '../../api/former-reports.js';
import { PageHead } from '../../components/page-head.js';
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
    </div>
  );
}
