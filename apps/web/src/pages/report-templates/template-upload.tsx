import { UploadOutlined } from '@ant-design/icons';
import { Alert, App, Button, Upload } from 'antd';
import { useState } from 'react';
import { ApiError } from '../../api/client.js';
import type { LeftOfTemplate } from '../../api/report-templates.js';
import { useAddTemplate } from '../../api/reports.js';
import { LeftWords } from '../../components/left-words.js';
import { t } from '../../language.js';
import { TemplateFaults, type TemplateFault } from './template-faults.js';

/** Takes a Word file; where tags are faulty it shows each with what was likely meant, and offers to mend them. */
export function TemplateUpload() {
  const add = useAddTemplate();
  const { message } = App.useApp();
  const [file, setFile] = useState<File | null>(null);
  const send = (chosen: File, repair: boolean) => {
    setFile(chosen);
    add.mutate(
      { file: chosen, repair },
      {
        onSuccess: ({ name, version }) => {
          setFile(null);
          void message.success(t('template.added', { name, version }));
        },
      },
    );
  };
  const { problems: faults = [], left } = refusalOf(add.error);
  return (
    <div className="section">
      <Upload
        accept=".docx"
        maxCount={1}
        showUploadList={false}
        disabled={add.isPending}
        beforeUpload={(chosen) => {
          send(chosen, false);
          return false;
        }}
      >
        <Button icon={<UploadOutlined />} loading={add.isPending}>
          {t('template.add')}
        </Button>
      </Upload>
      {add.error && faults.length === 0 && (
        <Alert type="error" showIcon title={add.error.message} className="form-error" />
      )}
      {file && faults.length > 0 && (
        <>
          <TemplateFaults name={file.name} faults={faults} busy={add.isPending} onRepair={() => send(file, true)} />
          {left && <LeftWords {...left} note={t('template.leftNote')} />}
        </>
      )}
    </div>
  );
}

/** What the refusal of a template tells of it; nothing for other errors. */
interface Refusal {
  problems?: readonly TemplateFault[];
  left?: LeftOfTemplate;
}

const refusalOf = (error: Error | null): Refusal =>
  error instanceof ApiError && Array.isArray(error.details.problems) ? error.details : {};
