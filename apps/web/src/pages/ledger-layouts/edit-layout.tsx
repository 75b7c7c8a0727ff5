import { Alert, App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useEditLayout, type LedgerLayout } from '../../api/ledger-layouts.js';
import { Sheet } from '../../components/sheet.js';
import { t } from '../../language.js';
import { LayoutColumns } from './layout-columns.js';

/** Another name, or other contents of its columns. */
export function EditLayout({ layout }: { layout: LedgerLayout }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {t('layouts.edit')}
      </Button>
      <Sheet open={open} title={t('layouts.editOf', { name: layout.name })} onClose={() => setOpen(false)} width={640}>
        {open && <Facts layout={layout} onKept={() => setOpen(false)} />}
      </Sheet>
    </>
  );
}

function Facts({ layout, onKept }: { layout: LedgerLayout; onKept: () => void }) {
  const { message } = App.useApp();
  // What was looked at: a colleague's change meanwhile is told and not overwritten.
  const [{ id, version, columns, choices }] = useState(layout);
  const [name, setName] = useState(layout.name);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const edit = useEditLayout();
  const send = () =>
    edit.mutate(
      { id, version, name, fields: Object.entries(fields).map(([column, field]) => ({ column, field })) },
      {
        onSuccess: () => {
          void message.success(t('layouts.changed'));
          onKept();
        },
      },
    );
  return (
    <Form layout="vertical" onFinish={send}>
      <Form.Item label={t('layouts.name')} required>
        <Input
          aria-label={t('layouts.name')}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
      </Form.Item>
      <LayoutColumns
        columns={columns}
        choices={choices}
        fields={fields}
        onField={(letters, field) => setFields((before) => ({ ...before, [letters]: field }))}
      />
      {edit.error && <Alert type="error" showIcon title={edit.error.message} className="form-error" />}
      <div className="form-end">
        <Button type="primary" htmlType="submit" disabled={name.trim() === ''} loading={edit.isPending}>
          {t('layouts.keep')}
        </Button>
      </div>
    </Form>
  );
}
