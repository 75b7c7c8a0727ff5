import { Alert, App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { TicketKind } from '@xiaohao/domain';
import { kindLabels } from '@xiaohao/messages';
import { ApiError } from '../../api/client.js';
import { useKeepLayout, useReadLayout } from '../../api/ledger-layouts.js';
import { Sheet } from '../../components/sheet.js';
import { labelText, t } from '../../language.js';
import { WorkbookDrop } from '../imports/start-form.js';
import { ReadColumns } from './layout-columns.js';

/** The first rows of a workbook in which no header was found, as the refusal tells them. */
interface Seen {
  rows: { row: number; cells: { text: string }[] }[];
}

/** Uploads an empty workbook, shows what each column is understood as, and keeps it as a layout. */
export function NewLayout({ kinds }: { kinds: readonly TicketKind[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('layouts.new')}
      </Button>
      <Sheet open={open} title={t('layouts.new')} onClose={() => setOpen(false)} width={640}>
        {open && <Upload kinds={kinds} onKept={() => setOpen(false)} />}
      </Sheet>
    </>
  );
}

function Upload({ kinds, onKept }: { kinds: readonly TicketKind[]; onKept: () => void }) {
  const { message } = App.useApp();
  const [file, setFile] = useState<File | null>(null);
  const [kind, setKind] = useState<TicketKind>(kinds[0]!);
  const [headerRows, setHeaderRows] = useState<readonly number[]>([]);
  const [name, setName] = useState('');
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const reading = useReadLayout();
  const keep = useKeepLayout();
  const read = (next: File | null, nextKind: TicketKind, rows: readonly number[]) => {
    setFile(next);
    setKind(nextKind);
    setHeaderRows(rows);
    setFields({});
    keep.reset();
    if (next) reading.mutate({ file: next, kind: nextKind, headerRows: rows });
  };
  const send = () =>
    keep.mutate(
      { file: file!, kind, headerRows, name, fields },
      {
        onSuccess: () => {
          void message.success(t('layouts.kept'));
          onKept();
        },
      },
    );
  return (
    <Form layout="vertical" onFinish={send}>
      <Form.Item label={t('column.kind')}>
        <Select
          aria-label={t('column.kind')}
          value={kind}
          onChange={(next: TicketKind) => read(file, next, headerRows)}
          options={kinds.map((value) => ({ value, label: labelText(kindLabels[value]) }))}
        />
      </Form.Item>
      <WorkbookDrop
        file={file}
        words={t('layouts.drop')}
        onFile={(next) => {
          setName((before) => before || next.name.replace(/\.[^.]*$/, '').slice(0, 60));
          read(next, kind, []);
        }}
      />
      {reading.error && <Refusal error={reading.error} onRows={(rows) => read(file, kind, rows)} />}
      {reading.data && (
        <>
          <ReadColumns
            reading={reading.data}
            fields={fields}
            onField={(letters, field) => setFields((before) => ({ ...before, [letters]: field }))}
          />
          {keep.error && <Alert type="error" showIcon title={keep.error.message} className="form-error" />}
          <Form.Item label={t('layouts.name')} required>
            <Input
              aria-label={t('layouts.name')}
              value={name}
              maxLength={60}
              onChange={(event) => setName(event.target.value)}
            />
          </Form.Item>
          <div className="form-end">
            <Button type="primary" htmlType="submit" disabled={name.trim() === ''} loading={keep.isPending}>
              {t('layouts.keep')}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}

/** Where no header is known, a person points at it. */
function Refusal({ error, onRows }: { error: Error; onRows: (rows: readonly number[]) => void }) {
  const seen = error instanceof ApiError && error.code === 'noHeader' ? (error.details as unknown as Seen).rows : [];
  return (
    <>
      <Alert type="error" showIcon title={error.message} className="form-error" />
      {seen.length > 0 && <p>{t('layouts.point')}</p>}
      {seen.map(({ row, cells }) => (
        <p key={row}>
          <span className="faint">{cells.map(({ text }) => text).join('｜')}</span>
          <br />
          <span>
            <Button size="small" onClick={() => onRows([row])}>
              {t('layouts.oneRow', { row })}
            </Button>{' '}
            <Button size="small" type="text" onClick={() => onRows([row, row + 1])}>
              {t('layouts.twoRows', { row, next: row + 1 })}
            </Button>
          </span>
        </p>
      ))}
    </>
  );
}
