import { Alert, App, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { fieldsOfKind, type AnyLevel, type TicketKind } from '@xiaohao/domain';
import { statusLabels } from '@xiaohao/messages';
import { ApiError, type Schema } from '../../api/client.js';
import { useMe } from '../../api/session.js';
import { useEditTicket, useTicket, type Ticket } from '../../api/tickets.js';
import { PersonChoice, UnitChoice } from '../../components/choices.js';
import { DayChoice } from '../../components/day-choice.js';
import { datedDeadline, DeadlineField } from '../../components/deadline-field.js';
import { changedDetails, KindFieldItems } from '../../components/kind-field-items.js';
import { CampaignChoice, IndustryChoice, LevelChoice, levelsOf, SourceChoice } from '../../components/place-choices.js';
import { Sheet } from '../../components/sheet.js';
import { labelOf, t } from '../../language.js';
import { kindsCoordinated } from './who-keeps.js';

type Edit = Omit<Schema['TicketEditDto'], 'version'>;

export function EditDialog({ ticket, open, onClose }: { ticket: Ticket; open: boolean; onClose: () => void }) {
  return (
    <Sheet open={open} title={t('ticket.editTitle')} onClose={onClose} width={620}>
      <EditForm ticket={ticket} onClose={onClose} />
    </Sheet>
  );
}

/** Corrects facts. Only what was changed is sent, so that a colleague's correction of another field survives. */
function EditForm({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const edit = useEditTicket(ticket.id);
  const { refetch } = useTicket(ticket.id);
  const { data: me } = useMe();
  const { message } = App.useApp();
  const [error, setError] = useState<string | null>(null);
  const [form] = Form.useForm<Edit>();
  const before: Edit = {
    title: ticket.title,
    description: ticket.description ?? '',
    level: ticket.level ?? undefined,
    sourceId: ticket.source?.id,
    itemId: ticket.item?.id,
    campaignId: ticket.campaignId ?? undefined,
    theirNo: ticket.theirNo ?? '',
    occurredOn: ticket.occurredOn ?? undefined,
    details: ticket.details,
    leaderId: ticket.leader?.id ?? undefined,
    leadUnitId: ticket.leadUnit?.id,
    supportUnitIds: ticket.supportUnits.map(({ id }) => id),
    site: ticket.site ?? '',
    industry: ticket.industry ?? '',
    town: ticket.town ?? '',
    confidential: ticket.confidential,
    deadline: ticket.deadline.kind === 'date' ? { kind: 'date', dueOn: ticket.deadline.dueOn ?? undefined } : undefined,
  };
  const [initial] = useState(before);
  // The version this person has seen: live updates renew the ticket under the open dialog.
  const [version, setVersion] = useState(ticket.version);
  const kind = ticket.kind as TicketKind;
  const keeps = kindsCoordinated(me?.roles ?? []).includes(kind);
  const level = Form.useWatch('level', form) ?? ticket.level;
  const typed = Form.useWatch('details', form);
  const fields = fieldsOfKind(kind, level, { ...ticket.details, ...typed }).filter(
    ({ coordinatorOnly }) => keeps || !coordinatorOnly,
  );
  const occurredOn = Form.useWatch('occurredOn', form) ?? ticket.occurredOn;
  // Later it takes an extension.
  const mayDate = ticket.status === 'draft' || ticket.deadline.kind === 'unresolved';
  const save = async ({ details, deadline, ...values }: Edit) => {
    const facts = changed(initial, values);
    const sent = changedDetails(ticket.details, details);
    const dated = deadline?.dueOn === ticket.deadline.dueOn ? undefined : datedDeadline(deadline);
    const changes: Edit = {
      ...facts,
      ...(Object.keys(sent).length > 0 ? { details: sent } : {}),
      ...(dated ? { deadline: dated } : {}),
    };
    if (Object.keys(changes).length === 0) return onClose();
    try {
      await edit.mutateAsync({ version, ...changes });
      void message.success(t('ticket.edited'));
      onClose();
    } catch (thrown) {
      if (!(thrown instanceof ApiError) || thrown.code !== 'stale') return setError((thrown as Error).message);
      const present = (await refetch()).data;
      if (present) setVersion(present.version);
      const status = present ? labelOf(statusLabels, present.status) : '';
      setError(t('ticket.editStale', { status, title: present?.title ?? '' }));
    }
  };
  return (
    <Form form={form} layout="vertical" initialValues={initial} onFinish={(values: Edit) => void save(values)}>
      {error && <Alert type="error" showIcon title={error} className="form-error" />}
      <Form.Item
        name="title"
        label={t('column.title')}
        rules={[{ required: true, whitespace: true, message: t('field.need', { name: t('column.title') }) }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="description" label={t('ticket.description')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={20000} />
      </Form.Item>
      <div className="form-pair">
        {ticket.status === 'draft' && (
          <Form.Item name="leadUnitId" label={t('column.leadUnit')}>
            <UnitChoice />
          </Form.Item>
        )}
        <Form.Item name="leaderId" label={t('column.leader')}>
          <PersonChoice roles={['deputy', 'chief']} />
        </Form.Item>
        <Form.Item name="supportUnitIds" label={t('ticket.supportUnits')}>
          <UnitChoice mode="multiple" />
        </Form.Item>
        {levelsOf(kind).length > 0 && keeps && (
          <Form.Item name="level" label={t('column.level')}>
            <LevelChoice kind={kind} />
          </Form.Item>
        )}
        {keeps && <SourceChoice kind={kind} />}
        {keeps && (
          <Form.Item name="campaignId" label={t('kind.campaign')}>
            <CampaignChoice />
          </Form.Item>
        )}
        {kind === 'accident_investigation' && (
          <Form.Item name="occurredOn" label={t('kind.occurredOn')}>
            <DayChoice />
          </Form.Item>
        )}
        <Form.Item name="theirNo" label={t('ticket.theirNo')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="site" label={t('ticket.site')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="industry" label={t('ticket.industry')}>
          <IndustryChoice />
        </Form.Item>
        <Form.Item name="town" label={t('ticket.town')}>
          <Input maxLength={100} />
        </Form.Item>
      </div>
      <KindFieldItems fields={fields} />
      {mayDate && (
        <DeadlineField
          about={{
            kind,
            level: (level ?? undefined) as AnyLevel | undefined,
            raisedOn: ticket.raisedOn,
            occurredOn: occurredOn ?? undefined,
            receivedOn: ({ ...ticket.details, ...typed }['receivedOn'] ?? undefined) as string | undefined,
          }}
        />
      )}
      <Form.Item name="confidential" valuePropName="checked">
        <Checkbox>{t('ticket.confidentialNote')}</Checkbox>
      </Form.Item>
      <div className="form-end">
        <Button onClick={onClose}>{t('state.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={edit.isPending}>
          {t('state.save')}
        </Button>
      </div>
    </Form>
  );
}

/** Emptied texts are sent as null, the way the server keeps "nothing". */
function changed(before: Edit, after: Edit): Edit {
  const entries = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value ?? '') !== JSON.stringify(before[field as keyof Edit] ?? ''),
  );
  return Object.fromEntries(
    entries.map(([field, value]) => [field, value === '' || value === undefined ? null : value]),
  );
}
