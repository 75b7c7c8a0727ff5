import { App, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { deadlineEvents, deadlineUnits, levelTable, type TicketKind } from '@xiaohao/domain';
import { deadlineEventLabels, deadlineUnitLabels, kindLabels, levelLabels } from '@xiaohao/messages';
import type { Schema } from '../../api/client.js';
import { useAddDeadlineRule } from '../../api/kinds.js';
import { needed, SheetForm } from '../../components/sheet-form.js';
import { labelText, t } from '../../language.js';

type NewRule = Schema['NewDeadlineRuleDto'];

/** One more rule of a kind the office keeps. */
export function NewDeadlineRule({ kinds }: { kinds: readonly TicketKind[] }) {
  const add = useAddDeadlineRule();
  const { message } = App.useApp();
  const send = async (rule: NewRule) => {
    await add.mutateAsync(rule);
    void message.success(t('deadlines.added'));
  };
  return (
    <SheetForm<NewRule>
      button={t('deadlines.add')}
      title={t('deadlines.add')}
      submit={t('deadlines.add')}
      look="primary"
      initial={{ kind: kinds[0]!, event: 'assigned', amount: 30, unit: 'calendar', statutory: false }}
      onSend={send}
    >
      <RuleFields kinds={kinds} />
    </SheetForm>
  );
}

function RuleFields({ kinds }: { kinds: readonly TicketKind[] }) {
  const form = Form.useFormInstance<NewRule>();
  const kind = Form.useWatch('kind', form) ?? kinds[0]!;
  const statutory = Form.useWatch('statutory', form);
  const levels = levelTable[kind as TicketKind] ?? [];
  return (
    <>
      <div className="form-pair">
        <Form.Item name="kind" label={t('column.kind')}>
          <Select
            onChange={() => form.resetFields(['level'])}
            options={kinds.map((value) => ({ value, label: labelText(kindLabels[value]) }))}
          />
        </Form.Item>
        {levels.length > 0 && (
          <Form.Item name="level" label={t('column.level')}>
            <Select
              allowClear
              placeholder={t('deadlines.anyLevel')}
              options={levels.map((value) => ({ value, label: labelText(levelLabels[value]) }))}
            />
          </Form.Item>
        )}
        <Form.Item name="event" label={t('deadlines.event')}>
          <Select options={deadlineEvents.map((value) => ({ value, label: labelText(deadlineEventLabels[value]) }))} />
        </Form.Item>
        <Form.Item name="amount" label={t('deadlines.amount')} rules={needed(t('deadlines.amount'))}>
          <InputNumber min={1} max={1000} precision={0} />
        </Form.Item>
        <Form.Item name="unit" label={t('deadlines.unit')}>
          <Select options={deadlineUnits.map((value) => ({ value, label: labelText(deadlineUnitLabels[value]) }))} />
        </Form.Item>
      </div>
      <Form.Item name="source" label={t('deadlines.source')} rules={needed(t('deadlines.source'))}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="statutory" valuePropName="checked">
          <Checkbox>{t('kind.statutory')}</Checkbox>
        </Form.Item>
        {statutory && (
          <Form.Item name="extensionAmount" label={t('deadlines.extension')}>
            <InputNumber min={1} max={1000} precision={0} placeholder={t('deadlines.extensionNone')} />
          </Form.Item>
        )}
      </div>
    </>
  );
}
