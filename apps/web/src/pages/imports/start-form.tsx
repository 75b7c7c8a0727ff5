import { FileExcelOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input, InputNumber, Select } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { kindsCoordinatedBy, kindsRegisteredBy, type Role } from '@xiaohao/domain';
import { kindLabels } from '@xiaohao/messages';
import { useStartImport, type ImportStart } from '../../api/imports.js';
import { useMe } from '../../api/session.js';
import { DayChoice } from '../../components/day-choice.js';
import { labelText, t } from '../../language.js';
import { fileSize } from '../ticket/evidence-section.js';

type Fields = Omit<ImportStart, 'file'>;

/** The workbook and what is known of it beforehand; all of it may be left to the reader and changed afterwards. */
export function StartForm() {
  const { data: me } = useMe();
  const [file, setFile] = useState<File | null>(null);
  const start = useStartImport();
  const navigate = useNavigate();
  const roles = (me?.roles ?? []) as Role[];
  const choices = kindsRegisteredBy(roles);
  const isTown = roles.includes('clerk') && kindsCoordinatedBy(roles).length === 0;
  const begin = (fields: Fields) =>
    file && start.mutate({ file, ...fields }, { onSuccess: ({ id }) => void navigate(`/imports/${id}`) });
  return (
    <Form<Fields>
      layout="vertical"
      className="section"
      initialValues={{ kind: 'auto', year: null, baseDate: null, sourceName: '' }}
      onFinish={(fields) => begin(fields)}
    >
      {choices.length > 0 && (
        <p className="import-kinds">
          {t('import.mayImport')}
          {choices.map((kind) => (
            <span key={kind} className="mark">
              {labelText(kindLabels[kind])}
            </span>
          ))}
          {isTown && <span className="faint">{t('import.mayImportTown')}</span>}
        </p>
      )}
      {start.error && <Alert type="error" showIcon title={start.error.message} className="form-error" />}
      <WorkbookDrop
        file={file}
        onFile={(next) => {
          start.reset();
          setFile(next);
        }}
      />
      <div className="form-pair import-fields">
        <Form.Item name="kind" label={t('column.kind')} extra={t('import.kindNote')}>
          <Select
            options={[
              { value: 'auto', label: t('import.kindAuto') },
              ...choices.map((kind) => ({ value: kind, label: labelText(kindLabels[kind]) })),
            ]}
          />
        </Form.Item>
        <Form.Item name="year" label={t('import.year')} extra={t('import.yearNote')}>
          <InputNumber
            min={2000}
            max={2099}
            precision={0}
            controls={false}
            className="wide"
            placeholder={t('import.auto')}
          />
        </Form.Item>
        <Form.Item name="baseDate" label={t('import.baseDate')} extra={t('import.baseDateNote')}>
          <DayChoice placeholder={t('import.auto')} />
        </Form.Item>
        <Form.Item name="sourceName" label={t('import.source')} extra={t('import.sourceNote')}>
          <Input maxLength={200} placeholder={t('import.auto')} />
        </Form.Item>
      </div>
      <div className="form-end">
        <Button type="primary" htmlType="submit" disabled={!file} loading={start.isPending}>
          {t('import.read')}
        </Button>
      </div>
    </Form>
  );
}

/** `words` stand in it while nothing is chosen. */
export function WorkbookDrop({
  file,
  onFile,
  words = t('import.drop'),
}: {
  file: File | null;
  onFile: (file: File) => void;
  words?: string;
}) {
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      className={`drop drop-large ${over ? 'drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const dropped = event.dataTransfer.files[0];
        if (dropped) onFile(dropped);
      }}
    >
      <FileExcelOutlined className="drop-icon" />
      {file ? (
        <p>
          <b>{file.name}</b> <span className="faint">{fileSize(file.size)}</span>
        </p>
      ) : (
        <p className="faint">{words}</p>
      )}
      <Button onClick={() => chooser.current?.click()}>{t(file ? 'import.other' : 'import.choose')}</Button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".xlsx,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv"
        aria-label={t('import.choose')}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) onFile(chosen);
          event.target.value = '';
        }}
      />
    </div>
  );
}
