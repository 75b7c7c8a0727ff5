import { Alert, Button, Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router';
import {
  fieldsOfKind,
  firstLevel,
  kindsRegisteredBy,
  type AnyLevel,
  type KindField,
  type Role,
  type TicketKind,
} from '@xiaohao/domain';
import { kindLabels } from '@xiaohao/messages';
import type { Schema } from '../../api/client.js';
import { useMe, useToday } from '../../api/session.js';
import { useCreateTicket, type Ticket } from '../../api/tickets.js';
import { UnitChoice } from '../../components/choices.js';
import { DayChoice } from '../../components/day-choice.js';
import { datedDeadline, DeadlineField } from '../../components/deadline-field.js';
import { filledDetails, KindFieldItems } from '../../components/kind-field-items.js';
import { CampaignChoice, IndustryChoice, LevelChoice, levelsOf, SourceChoice } from '../../components/place-choices.js';
import { labelText, t } from '../../language.js';
import { kindsCoordinated } from '../ticket/who-keeps.js';

type Draft = Schema['TicketDraftDto'];

/** Kinds where something stands at a site, in an industry, in a town. */
const placed: readonly TicketKind[] = ['hazard', 'public_report', 'env_inspection_issue', 'accident_investigation'];

/** Asks for what the chosen kind has; `parent` makes it a sub-task. */
export function NewTicketForm({
  parent,
  onClose,
}: {
  parent?: Pick<Ticket, 'id' | 'no' | 'title'>;
  onClose: () => void;
}) {
  const { data: me } = useMe();
  const today = useToday();
  const create = useCreateTicket();
  const navigate = useNavigate();
  const [form] = Form.useForm<Draft>();
  const roles = me?.roles ?? [];
  const kinds = parent ? (['key_task'] as const) : kindsRegisteredBy(roles as Role[]);
  const kind = Form.useWatch('kind', form) ?? kinds[0]!;
  const level = Form.useWatch('level', form) ?? firstLevel(kind);
  const details = Form.useWatch('details', form);
  const [raisedOn, occurredOn] = [Form.useWatch('raisedOn', form), Form.useWatch('occurredOn', form)];
  const keeps = kindsCoordinated(roles).includes(kind);
  const fields = fieldsOfKind(kind, level, details ?? {}).filter(
    (field) => (keeps || !field.coordinatorOnly) && askedAtFirst(field),
  );
  const save = (draft: Draft) =>
    create.mutate(
      {
        ...draft,
        kind,
        parentId: parent?.id,
        details: filledDetails(draft.details),
        deadline: datedDeadline(draft.deadline),
      },
      {
        onSuccess: (ticket) => {
          onClose();
          void navigate(`/tickets/${ticket.id}`);
        },
      },
    );
  const need = (name: string) => [{ required: true, message: t('field.need', { name }) }];
  return (
    <Form form={form} layout="vertical" initialValues={{ kind: kinds[0] }} onFinish={save} scrollToFirstError>
      {create.error && <Alert type="error" showIcon title={create.error.message} className="form-error" />}
      {parent ? (
        <p className="sheet-subject">
          {t('child.parent')} {parent.no} {parent.title}
        </p>
      ) : (
        <Form.Item name="kind" label={t('column.kind')} rules={[{ required: true }]}>
          <Select
            onChange={() => form.resetFields(['level', 'details', 'sourceId', 'itemId', 'occurredOn'])}
            options={kinds.map((value) => ({ value, label: labelText(kindLabels[value]) }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="title"
        label={t('newTicket.problem')}
        rules={[{ required: true, whitespace: true, message: t('field.need', { name: t('newTicket.problem') }) }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="description" label={t('ticket.description')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={20000} />
      </Form.Item>
      <div className="form-pair">
        {levelsOf(kind).length > 0 && keeps && (
          <Form.Item name="level" label={t('column.level')} initialValue={firstLevel(kind) ?? undefined} key={kind}>
            <LevelChoice kind={kind} />
          </Form.Item>
        )}
        {kind === 'accident_investigation' && (
          <Form.Item name="occurredOn" label={t('kind.occurredOn')} required rules={need(t('kind.occurredOn'))}>
            <DayChoice to={today} />
          </Form.Item>
        )}
        {placed.includes(kind) && (
          <>
            <Form.Item name="site" label={t('ticket.site')}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name="industry" label={t('ticket.industry')}>
              <IndustryChoice />
            </Form.Item>
          </>
        )}
        {placed.includes(kind) && keeps && (
          <Form.Item name="town" label={t('ticket.town')}>
            <Input maxLength={100} />
          </Form.Item>
        )}
        {keeps && <SourceChoice kind={kind} />}
        {keeps && (
          <Form.Item name="campaignId" label={t('kind.campaign')}>
            <CampaignChoice />
          </Form.Item>
        )}
        {kind === 'env_inspection_issue' && (
          <Form.Item name="theirNo" label={t('ticket.theirNo')}>
            <Input maxLength={100} />
          </Form.Item>
        )}
        {keeps && (
          <Form.Item name="leadUnitId" label={t('column.leadUnit')}>
            <UnitChoice />
          </Form.Item>
        )}
        <Form.Item name="raisedOn" label={t('column.raisedOn')}>
          <DayChoice to={today} />
        </Form.Item>
      </div>
      <KindFieldItems fields={fields} needed={({ requiredFor }) => requiredFor === 'create'} />
      {keeps && (
        <DeadlineField
          about={{
            kind,
            level: (level ?? undefined) as AnyLevel | undefined,
            raisedOn: raisedOn ?? today,
            occurredOn,
            receivedOn: details?.['receivedOn'] as string | undefined,
          }}
        />
      )}
      <div className="form-end">
        <Button onClick={onClose}>{t('state.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t('newTicket.save')}
        </Button>
      </div>
    </Form>
  );
}

/** What can be known on registration: not what the work itself brings about. */
function askedAtFirst({ requiredFor, later, afterClosing }: KindField): boolean {
  return !later && !afterClosing && requiredFor !== 'submit' && requiredFor !== 'accept';
}
