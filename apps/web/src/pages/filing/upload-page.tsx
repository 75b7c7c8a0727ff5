import { DownloadOutlined } from '@ant-design/icons';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { halfYearToFile, parsePeriod } from '@xiaohao/domain';
import { ApiError } from '../../api/client.js';
import { filingSheetAddress, useFileMany, useFilingPreview, type PreviewedFiling } from '../../api/filing-sheet.js';
import { useToday } from '../../api/session.js';
import { FileButton } from '../../components/file-button.js';
import { PageHead } from '../../components/page-head.js';
import { t } from '../../language.js';
import { PeriodChoice } from '../reports/period-choice.js';
import { UploadPreview } from './upload-preview.js';

/** A workbook is taken home, filled in, sent back, looked over and then stored at once. */
export function UploadPage() {
  const [query, setQuery] = useSearchParams();
  const today = useToday();
  const period = parsePeriod(query.get('period') ?? '')?.code ?? halfYearToFile(today).code;
  return (
    <div className="page">
      <PageHead title={t('filingSheet.title')}>
        <PeriodChoice
          value={period}
          lastYear={Number(today.slice(0, 4)) + 1}
          onChange={(next) => setQuery({ period: next }, { replace: true })}
        />
        <Link to={`/filing?period=${period}`}>{t('filing.toFile')}</Link>
      </PageHead>
      <Upload key={period} period={period} />
    </div>
  );
}

function Upload({ period }: { period: string }) {
  const preview = useFilingPreview(period);
  const fileMany = useFileMany();
  const { message } = App.useApp();
  const [file, setFile] = useState<File | null>(null);
  const look = (chosen: File) => {
    setFile(chosen);
    fileMany.reset();
    preview.mutate(chosen);
  };
  const store = (rows: readonly PreviewedFiling[], submit: boolean) =>
    fileMany.mutate(
      {
        period,
        submit,
        rows: rows.map(({ key, unitId, value, note, present }) => ({
          key: key!,
          unitId: unitId!,
          value: value!,
          note,
          version: present?.version ?? 0,
        })),
      },
      {
        onSuccess: ({ count }) => {
          preview.reset();
          void message.success(t(submit ? 'filingSheet.submittedMany' : 'filingSheet.savedMany', { count }));
        },
        onError: (error) => {
          if (isStale(error) && file) preview.mutate(file);
        },
      },
    );
  const seen = preview.data;
  const error = preview.error ?? fileMany.error;
  return (
    <section className="section">
      <p className="faint">{t('filingSheet.downloadNote')}</p>
      <div className="filing-sheet-start">
        <Button icon={<DownloadOutlined />} href={filingSheetAddress(period)}>
          {t('filingSheet.download')}
        </Button>
        <FileButton
          label={t(seen ? 'filingSheet.again' : 'filingSheet.choose')}
          fieldLabel={t('filingSheet.choose')}
          accept=".xlsx,.csv"
          isPrimary={!seen}
          busy={preview.isPending}
          onFile={look}
        />
      </div>
      {error && (
        <Alert
          type={isStale(error) ? 'warning' : 'error'}
          showIcon
          title={isStale(error) ? t('filingSheet.stale') : error.message}
          className="form-error"
        />
      )}
      {seen && <UploadPreview preview={seen} isBusy={fileMany.isPending} onStore={store} />}
    </section>
  );
}

const isStale = (error: Error | null) => error instanceof ApiError && error.status === 409;
