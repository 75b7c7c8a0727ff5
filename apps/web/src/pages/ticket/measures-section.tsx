import { App, Button, Form, Input, Popover, Select } from 'antd';
import { useState } from 'react';
import { useToday } from '../../api/session.js';
import { useAddMeasure, useEditMeasure, type Ticket } from '../../api/tickets.js';
import { DayChoice } from '../../components/day-choice.js';
import { DayText } from '../../components/day-text.js';
import { daysLeft } from '../../components/day-words.js';
import { bearsOrdinal } from '../../components/item-words.js';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';

type Measure = Ticket['measures'][number];

export function MeasuresSection({ ticket }: { ticket: Ticket }) {
  const { measures, can } = ticket;
  if (measures.length === 0 && !can.measure) return null;
  return (
    <Section
      title={t('measure.title')}
      count={measures.length}
      end={can.measure && <AddMeasure ticketId={ticket.id} />}
    >
      {measures.length === 0 && <p className="faint">{t('measure.none')}</p>}
      <ol className="measures">
        {measures.map((measure) => (
          <MeasureLine key={measure.id} ticketId={ticket.id} measure={measure} mayEdit={can.measure} />
        ))}
      </ol>
    </Section>
  );
}

function MeasureLine({ ticketId, measure, mayEdit }: { ticketId: string; measure: Measure; mayEdit: boolean }) {
  const today = useToday();
  const late = measure.dueOn !== null && measure.dueOn < today && !measure.doneOn;
  return (
    <li className={`measure ${measure.doneOn ? 'is-done' : ''} ${bearsOrdinal(measure.text) ? 'has-ordinal' : ''}`}>
      <p className="prose">{measure.text}</p>
      <p className="measure-facts">
        {measure.persons.length > 0 && <span>{measure.persons.join('、')}</span>}
        {(measure.dueOn ?? measure.deadlineRaw) && (
          <span title={measure.deadlineRaw ?? undefined}>
            {t('column.deadline')} {measure.dueOn ? <DayText day={measure.dueOn} /> : measure.deadlineRaw}
          </span>
        )}
        {late && <span className="light light-red">■ {daysLeft(measure.dueOn!, today)}</span>}
        {measure.doneOn && (
          <span className="done-words">
            ✓ {t('measure.done')} <DayText day={measure.doneOn} />
          </span>
        )}
        {measure.undoneReason && !measure.doneOn && (
          <span>{t('measure.undone', { reason: measure.undoneReason })}</span>
        )}
        {mayEdit && <MeasureDone ticketId={ticketId} measure={measure} />}
      </p>
    </li>
  );
}

function MeasureDone({ ticketId, measure }: { ticketId: string; measure: Measure }) {
  const today = useToday();
  const edit = useEditMeasure(ticketId);
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState<string | null>(today);
  const save = (doneOn: string | null) =>
    edit.mutate(
      { measureId: measure.id, version: measure.version, doneOn },
      { onSuccess: () => setOpen(false), onError: (error) => void message.error(error.message) },
    );
  if (measure.doneOn) {
    return (
      <Button type="link" size="small" loading={edit.isPending} onClick={() => save(null)}>
        {t('measure.notDone')}
      </Button>
    );
  }
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      arrow={false}
      placement="bottomLeft"
      content={
        <div className="inline-form">
          <DayChoice value={day} onChange={setDay} to={today} />
          <Button type="primary" loading={edit.isPending} disabled={!day} onClick={() => save(day)}>
            {t('measure.markDone')}
          </Button>
        </div>
      }
    >
      <Button type="link" size="small">
        {t('measure.markDone')}
      </Button>
    </Popover>
  );
}

function AddMeasure({ ticketId }: { ticketId: string }) {
  const add = useAddMeasure(ticketId);
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ text: string; persons?: string[]; dueOn?: string | null }>();
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      arrow={false}
      placement="bottomRight"
      content={
        <Form
          form={form}
          layout="vertical"
          className="popover-form"
          onFinish={({ text, persons, dueOn }) =>
            add.mutate(
              { text, persons, dueOn: dueOn ?? undefined },
              {
                onSuccess: () => {
                  form.resetFields();
                  setOpen(false);
                },
                onError: (error) => void message.error(error.message),
              },
            )
          }
        >
          <Form.Item
            name="text"
            label={t('measure.text')}
            rules={[{ required: true, whitespace: true, message: t('field.need', { name: t('measure.text') }) }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5000} />
          </Form.Item>
          <Form.Item name="persons" label={t('measure.persons')}>
            <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',', ' ']} />
          </Form.Item>
          <Form.Item name="dueOn" label={t('column.deadline')}>
            <DayChoice />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={add.isPending} block>
            {t('measure.add')}
          </Button>
        </Form>
      }
    >
      <Button type="link" size="small">
        {t('measure.add')}
      </Button>
    </Popover>
  );
}
