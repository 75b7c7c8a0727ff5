import {
  DiffOutlined,
  DownloadOutlined,
  FileExcelOutlined,
  FileZipOutlined,
  LockOutlined,
  PrinterOutlined,
} from '@ant-design/icons';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useFinalizeReport, type Report } from '../../api/reports.js';
import { Sheet } from '../../components/sheet.js';
import { t } from '../../language.js';
import { CircularLink } from './circular-link.js';
import { CompareChoice } from './compare-choice.js';
import { OpenFindings } from './open-findings.js';
import { PdfButton } from './pdf-button.js';
import { WithdrawButton } from './withdraw-button.js';
import { RebuildButton } from './rebuild-button.js';
import { ReviewSteps } from './review-steps.js';

/** What can be done with the whole report. */
export function ReportTools({ report }: { report: Report }) {
  const mayFinalize = report.actions.includes('finalize');
  const [asking, setAsking] = useState(false);
  const [comparing, setComparing] = useState(false);
  return (
    <>
      <RebuildButton report={report} />
      <Button icon={<DiffOutlined />} onClick={() => setComparing(true)}>
        {t('compare.open')}
      </Button>
      <Button icon={<DownloadOutlined />} href={`/api/reports/${report.id}/document.docx`} download>
        {t('report.word')}
      </Button>
      <PdfButton report={report} />
      {report.figures.some(({ typed }) => typed) && (
        <Button
          icon={<PrinterOutlined />}
          href={`/api/reports/${report.id}/document.docx?comments=none`}
          title={t('report.wordPrintNote')}
          download
        >
          {t('report.wordPrint')}
        </Button>
      )}
      <Button icon={<FileExcelOutlined />} href={`/api/reports/${report.id}/annex.xlsx`} download>
        {t('report.annex')}
      </Button>
      <Button icon={<FileZipOutlined />} href={`/api/reports/${report.id}/evidence.zip`} download>
        {t('report.evidence')}
      </Button>
      <WithdrawButton report={report} />
      <ReviewSteps report={report} />
      {mayFinalize && (
        <Button type="primary" icon={<LockOutlined />} onClick={() => setAsking(true)}>
          {t('report.finalize')}
        </Button>
      )}
      <Sheet open={asking} title={t('report.finalizeTitle')} onClose={() => setAsking(false)}>
        <Consequences report={report} onDone={() => setAsking(false)} />
      </Sheet>
      <Sheet open={comparing} title={t('compare.choose')} onClose={() => setComparing(false)} width={600}>
        <CircularLink id={report.id} />
        <CompareChoice report={report} />
      </Sheet>
    </>
  );
}

function Consequences({ report, onDone }: { report: Report; onDone: () => void }) {
  const finalize = useFinalizeReport(report.id);
  const { message } = App.useApp();
  const confirm = () =>
    finalize.mutate(report.version, {
      onSuccess: () => {
        void message.success(t('report.finalized'));
        onDone();
      },
    });
  return (
    <>
      {finalize.error && <Alert type="error" showIcon title={finalize.error.message} className="form-error" />}
      <ul className="consequences">
        <li>{t('report.finalizeKept')}</li>
        <li>{t('report.finalizeNamed')}</li>
        <li>{t('report.finalizeNew')}</li>
        <OpenFindings report={report} />
      </ul>
      <div className="form-end">
        <Button type="primary" loading={finalize.isPending} onClick={confirm}>
          {t('report.finalizeDo')}
        </Button>
      </div>
    </>
  );
}
