import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { kindsCoordinatedBy, type Role, type TicketKind } from '@xiaohao/domain';
import { kindLabels, levelLabels } from '@xiaohao/messages';
import { useSources } from '../../api/people.js';
import { useMe } from '../../api/session.js';
import { useCreateTicket } from '../../api/tickets.js';
import type { Schema } from '../../api/client.js';
import { DayChoice } from '../../components/day-choice.js';
import { UnitChoice } from '../../components/choices.js';
import { Sheet } from '../../components/sheet.js';
import { itemWords } from '../../components/item-words.js';
import { labelText, t } from '../../language.js';

/** Registers one ticket by hand; it starts as a draft and is assigned on its own page. */
export function NewTicketButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {t('newTicket.button')}
      </Button>
      <Sheet open={open} title={t('newTicket.title')} onClose={() => setOpen(false)} width={600}>
        <NewTicketForm onClose={() => setOpen(false)} />
      </Sheet>
    </>
  );
}

/** Kinds the person's offices keep; a town or member unit registers general hazards. */
function kindsFor(roles: readonly string[]): TicketKind[] {
  const kinds = kindsCoordinatedBy(roles as Role[]);
  return roles.includes('clerk') && !kinds.includes('hazard') ? [...kinds, 'hazard'] : kinds;
}

function NewTicketForm({ onClose }: { onClose: () => void }) {
  const { data: me } = useMe();
  const sources = useSources();
  const create = useCreateTicket();
  const navigate = useNavigate();
  const [form] = Form.useForm<Schema['TicketDraftDto']>();
  const kinds = kindsFor(me?.roles ?? []);
  const kind = Form.useWatch('kind', form);
  const sourceId = Form.useWatch('sourceId', form);
  const items = sources.data?.find(({ id }) => id === sourceId)?.items ?? [];
  const save = (draft: Schema['TicketDraftDto']) =>
    create.mutate(draft, { onSuccess: (ticket) => void navigate(`/tickets/${ticket.id}`) });
  return (
    <Form form={form} layout="vertical" initialValues={{ kind: kinds[0] }} onFinish={save}>
      {create.error && <Alert type="error" showIcon title={create.error.message} className="form-error" />}
      <Form.Item name="kind" label={t('column.kind')} rules={[{ required: true }]}>
        <Select options={kinds.map((value) => ({ value, label: labelText(kindLabels[value]) }))} />
      </Form.Item>
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
        <Form.Item name="sourceId" label={t('column.source')}>
          <Select
            allowClear
            placeholder={t('choice.source')}
            onChange={() => form.setFieldValue('itemId', undefined)}
            options={(sources.data ?? [])
              .filter((source) => source.kind === kind)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="itemId" label={t('column.item')}>
          <Select
            allowClear
            disabled={items.length === 0}
            options={items.map((item) => ({ value: item.id, label: itemWords(item) }))}
          />
        </Form.Item>
        <Form.Item name="leadUnitId" label={t('column.leadUnit')}>
          <UnitChoice />
        </Form.Item>
        <Form.Item name="raisedOn" label={t('column.raisedOn')}>
          <DayChoice />
        </Form.Item>
        {kind === 'hazard' && (
          <Form.Item name="level" label={t('column.level')} initialValue="general">
            <Select
              options={(['general', 'major'] as const).map((level) => ({
                value: level,
                label: labelText(levelLabels[level]),
              }))}
            />
          </Form.Item>
        )}
      </div>
      <div className="form-end">
        <Button onClick={onClose}>{t('state.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t('newTicket.save')}
        </Button>
      </div>
    </Form>
  );
}
