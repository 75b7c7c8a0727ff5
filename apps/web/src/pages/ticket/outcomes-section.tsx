import { defaultOutcomeDay } from '@xiaohao/domain';
import { App, Button, Form, Input, InputNumber, Popover, Select } from 'antd';
import { useState } from 'react';
import { useOutcomeTypes } from '../../api/people.js';
import { useToday } from '../../api/session.js';
import { useRecordOutcome, type Ticket } from '../../api/tickets.js';
import type { Schema } from '../../api/client.js';
import { DayChoice } from '../../components/day-choice.js';
import { DayText } from '../../components/day-text.js';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';
import { toldOutcomes } from './told-outcomes.js';

/** Of these a part is registered too: 1234.56 元 are not 1235. */
const unitsInParts: readonly (string | undefined)[] = ['元', '吨', '亩'];
const tenThousand = 10_000;
const figures = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

export function OutcomesSection({ ticket }: { ticket: Ticket }) {
  const { outcomes, can } = ticket;
  if (outcomes.length === 0 && !can.outcome) return null;
  return (
    <Section
      title={t('outcome.title')}
      count={outcomes.length}
      end={can.outcome && <OutcomePopover ticket={ticket} label={t('outcome.add')} />}
    >
      {outcomes.length === 0 && <p className="faint nothing-said">{t('outcome.none')}</p>}
      {can.outcome && <ToldOutcomes ticket={ticket} />}
      <ul className="entries" hidden={outcomes.length === 0}>
        {outcomes.map(({ id, name, unit, amount, on, note, by, afterClosing }) => (
          <li key={id} className="entry">
            <span className="entry-when">
              <DayText day={on} />
              {by && <span className="faint"> {by.name}</span>}
            </span>
            <span>
              {name} <b className="figures">{figures.format(amount)}</b> {unit}
              {note && <span className="faint">（{note}）</span>}
              {afterClosing && <span className="mark">{t('ticket.afterClosing')}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What the progress tells and nobody registered yet, to be looked at and registered one by one. */
function ToldOutcomes({ ticket }: { ticket: Ticket }) {
  const types = useOutcomeTypes(ticket.kind);
  const told = toldOutcomes(ticket, types.data ?? []);
  if (told.length === 0) return null;
  return (
    <div className="told-outcomes">
      <p className="faint">{t('outcome.told')}</p>
      <ul className="entries">
        {told.map(({ type, amount, on, said, name, unit }) => (
          <li key={`${type} ${amount}`} className="entry">
            <span className="entry-when">
              <DayText day={on} />
            </span>
            <span>
              {name} <b className="figures">{figures.format(amount)}</b> {unit}
              <span className="faint">（{said}）</span>
            </span>
            <OutcomePopover ticket={ticket} label={t('outcome.register')} initial={{ type, amount, on, note: said }} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FirstValues {
  on: string;
  type?: string;
  amount?: number;
  note?: string;
}

function OutcomePopover({ ticket, label, initial }: { ticket: Ticket; label: string; initial?: FirstValues }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      arrow={false}
      placement="bottomRight"
      destroyOnHidden
      content={<OutcomeForm ticket={ticket} initial={initial} onDone={() => setOpen(false)} />}
    >
      <Button type="link" size="small">
        {label}
      </Button>
    </Popover>
  );
}

function OutcomeForm({
  ticket,
  initial,
  onDone,
}: {
  ticket: Ticket;
  initial: FirstValues | undefined;
  onDone: () => void;
}) {
  const today = useToday();
  const types = useOutcomeTypes(ticket.kind);
  const record = useRecordOutcome(ticket.id);
  const { message } = App.useApp();
  const [form] = Form.useForm<Schema['OutcomeDto']>();
  const code = Form.useWatch('type', form);
  const amount = Form.useWatch('amount', form);
  const unit = types.data?.find((type) => type.code === code)?.unit;
  return (
    <Form
      form={form}
      layout="vertical"
      className="popover-form"
      initialValues={initial ?? { on: today }}
      onValuesChange={({ type }: Partial<Schema['OutcomeDto']>) => {
        if (type !== undefined && !form.isFieldTouched('on')) {
          form.setFieldValue('on', defaultOutcomeDay(type, ticket, today));
        }
      }}
      onFinish={(entry: Schema['OutcomeDto']) =>
        record.mutate(entry, { onSuccess: onDone, onError: (error) => void message.error(error.message) })
      }
    >
      <Form.Item
        name="type"
        label={t('outcome.type')}
        rules={[{ required: true, message: t('field.need', { name: t('outcome.type') }) }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={types.isLoading}
          options={(types.data ?? []).map((type) => ({ value: type.code, label: `${type.name}（${type.unit}）` }))}
        />
      </Form.Item>
      <Form.Item
        name="amount"
        label={t('outcome.amount')}
        extra={
          unit === '元' && amount >= tenThousand
            ? t('outcome.inTenThousands', { amount: figures.format(amount / tenThousand) })
            : null
        }
        rules={[{ required: true, message: t('field.need', { name: t('outcome.amount') }) }]}
      >
        <InputNumber
          min={0}
          max={1e13}
          precision={unitsInParts.includes(unit) ? 2 : 0}
          controls={false}
          suffix={unit}
          className="wide"
        />
      </Form.Item>
      <Form.Item name="on" label={t('outcome.on')}>
        <DayChoice to={today} />
      </Form.Item>
      <Form.Item name="note" label={t('field.note')}>
        <Input maxLength={2000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={record.isPending} block>
        {t('outcome.add')}
      </Button>
    </Form>
  );
}
