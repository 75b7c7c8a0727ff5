import { EyeOutlined, LockOutlined } from '@ant-design/icons';
import { Alert, App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { Schema } from '../../api/client.js';
import { useLookAtReporter, useRecordReporter, type Ticket } from '../../api/tickets.js';
import { Section } from '../../components/section.js';
import { Sheet } from '../../components/sheet.js';
import { t } from '../../language.js';

type Reporter = Schema['ReporterDto'];

/** Who reported: a button to write it down, or one to look, never the identity itself until asked for. */
export function ReporterSection({ ticket }: { ticket: Ticket }) {
  const [open, setOpen] = useState<'record' | 'look' | null>(null);
  const { readReporter, writeReporter } = ticket.can;
  const named = ticket.details['reporterKind'] !== 'anonymous';
  if (ticket.kind !== 'public_report' || !(readReporter || (writeReporter && named))) return null;
  const close = () => setOpen(null);
  return (
    <Section title={t('reporter.title')}>
      <p className="faint">
        <LockOutlined /> {t('reporter.note')}
      </p>
      <div className="inline-form">
        {readReporter && (
          <Button icon={<EyeOutlined />} onClick={() => setOpen('look')}>
            {t('reporter.look')}
          </Button>
        )}
        {writeReporter && named && <Button onClick={() => setOpen('record')}>{t('reporter.record')}</Button>}
      </div>
      <Sheet open={open === 'look'} title={t('reporter.look')} onClose={close}>
        <Look ticketId={ticket.id} onClose={close} />
      </Sheet>
      <Sheet open={open === 'record'} title={t('reporter.record')} onClose={close}>
        <Record ticketId={ticket.id} onClose={close} />
      </Sheet>
    </Section>
  );
}

/** Asks why, then shows; what is shown goes with the dialog. */
function Look({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const look = useLookAtReporter(ticketId);
  if (look.data) return <Identity reporter={look.data} onClose={onClose} />;
  return (
    <Form layout="vertical" onFinish={({ reason }: { reason: string }) => look.mutate(reason)}>
      {look.error && <Alert type="error" showIcon title={look.error.message} className="form-error" />}
      <Form.Item
        name="reason"
        label={t('reporter.reason')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('field.need', { name: t('reporter.reason') }) }]}
      >
        <Input maxLength={200} placeholder={t('reporter.reasonHint')} />
      </Form.Item>
      <div className="form-end">
        <Button onClick={onClose}>{t('state.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={look.isPending}>
          {t('reporter.look')}
        </Button>
      </div>
    </Form>
  );
}

function Identity({ reporter, onClose }: { reporter: Reporter; onClose: () => void }) {
  const rows = [
    [t('reporter.name'), reporter.name],
    [t('reporter.phone'), reporter.phone ?? '—'],
    [t('reporter.address'), reporter.address ?? '—'],
  ] as const;
  return (
    <>
      <dl className="side-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="form-end">
        <Button type="primary" onClick={onClose}>
          {t('reporter.hide')}
        </Button>
      </div>
    </>
  );
}

function Record({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const record = useRecordReporter(ticketId);
  const { message } = App.useApp();
  const save = ({ name, phone, address }: Reporter) =>
    record.mutate(
      { name, phone: phone || null, address: address || null },
      {
        onSuccess: () => {
          void message.success(t('reporter.recorded'));
          onClose();
        },
      },
    );
  return (
    <Form layout="vertical" autoComplete="off" onFinish={save}>
      {record.error && <Alert type="error" showIcon title={record.error.message} className="form-error" />}
      <Form.Item
        name="name"
        label={t('reporter.name')}
        rules={[{ required: true, whitespace: true, message: t('field.need', { name: t('reporter.name') }) }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="phone" label={t('reporter.phone')}>
        <Input maxLength={50} inputMode="tel" />
      </Form.Item>
      <Form.Item name="address" label={t('reporter.address')}>
        <Input maxLength={300} />
      </Form.Item>
      <p className="field-note">{t('reporter.recordNote')}</p>
      <div className="form-end">
        <Button onClick={onClose}>{t('state.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={record.isPending}>
          {t('state.save')}
        </Button>
      </div>
    </Form>
  );
}
