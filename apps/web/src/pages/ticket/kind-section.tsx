import { Alert, App, Button, Form } from 'antd';
import { useState } from 'react';
import {
  fieldsOfKind,
  isDay,
  isLive,
  kindFields,
  type KindField,
  type TicketKind,
  type TicketStatus,
} from '@xiaohao/domain';
import { fieldValueText } from '@xiaohao/messages';
import { useMe } from '../../api/session.js';
import { useSetDetails, type Ticket } from '../../api/tickets.js';
import { DayText } from '../../components/day-text.js';
import { changedDetails, kindFieldLabel, KindFieldItems } from '../../components/kind-field-items.js';
import { Section } from '../../components/section.js';
import { Sheet } from '../../components/sheet.js';
import { language, t } from '../../language.js';
import { kindsCoordinated } from './who-keeps.js';

/** What the ticket has by its kind, read from the same table as the server checks. */
export function KindSection({ ticket }: { ticket: Ticket }) {
  const [filling, setFilling] = useState(false);
  const { data: me } = useMe();
  const known: readonly KindField[] = kindFields[ticket.kind as TicketKind];
  const shown = known.filter(({ code }) => ticket.details[code] !== undefined && ticket.details[code] !== null);
  const open = openFields(ticket, kindsCoordinated(me?.roles ?? []).includes(ticket.kind as TicketKind));
  if (shown.length === 0 && open.length === 0) return null;
  const fill = open.length > 0 && (
    <Button type="link" size="small" onClick={() => setFilling(true)}>
      {t('kind.fill')}
    </Button>
  );
  const short = shown.filter(({ type }) => type !== 'longText');
  return (
    <Section title={t('kind.fields')} end={fill}>
      {shown.length === 0 && <p className="faint nothing-said">{t('kind.none')}</p>}
      {short.length > 0 && (
        <dl className="facts">
          {short.map(({ code }) => (
            <div key={code}>
              <dt>{kindFieldLabel(code)}</dt>
              <dd>
                <FieldValue code={code} value={ticket.details[code]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {shown
        .filter(({ type }) => type === 'longText')
        .map(({ code }) => (
          <div key={code} className="result">
            <h3>{kindFieldLabel(code)}</h3>
            <p className="prose">{String(ticket.details[code])}</p>
          </div>
        ))}
      <Sheet open={filling} title={t('kind.fields')} onClose={() => setFilling(false)} width={620}>
        <FillForm
          ticket={ticket}
          mayAll={open.some(({ coordinatorOnly }) => coordinatorOnly)}
          onClose={() => setFilling(false)}
        />
      </Sheet>
    </Section>
  );
}

function FieldValue({ code, value }: { code: string; value: unknown }) {
  return isDay(value) ? <DayText day={value} /> : <>{fieldValueText(code, value, language === 'zh' ? 0 : 1)}</>;
}

/** Fields this person may fill in now, as the server decides it. */
function openFields(ticket: Ticket, coordinates: boolean, details = ticket.details): readonly KindField[] {
  if (!ticket.can.details) return [];
  const fields = fieldsOfKind(ticket.kind as TicketKind, ticket.level, details);
  if (ticket.status === 'closed') return fields.filter(({ afterClosing }) => afterClosing && coordinates);
  if (coordinates) return fields;
  return isLive(ticket.status as TicketStatus) ? fields.filter(({ coordinatorOnly }) => !coordinatorOnly) : [];
}

function FillForm({ ticket, mayAll, onClose }: { ticket: Ticket; mayAll: boolean; onClose: () => void }) {
  const save = useSetDetails(ticket.id);
  const { message } = App.useApp();
  const [form] = Form.useForm<{ details: Record<string, unknown> }>();
  const typed = Form.useWatch('details', form);
  const [initial] = useState(ticket.details);
  const fields = openFields(ticket, mayAll, { ...ticket.details, ...typed });
  const submit = ({ details }: { details?: Record<string, unknown> }) => {
    const changes = changedDetails(initial, details);
    if (Object.keys(changes).length === 0) return onClose();
    save.mutate(
      { version: ticket.version, details: changes },
      {
        onSuccess: () => {
          void message.success(t('ticket.edited'));
          onClose();
        },
      },
    );
  };
  return (
    <Form form={form} layout="vertical" initialValues={{ details: initial }} onFinish={submit}>
      {save.error && <Alert type="error" showIcon title={save.error.message} className="form-error" />}
      <KindFieldItems fields={fields} />
      <div className="form-end">
        <Button onClick={onClose}>{t('state.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('state.save')}
        </Button>
      </div>
    </Form>
  );
}
