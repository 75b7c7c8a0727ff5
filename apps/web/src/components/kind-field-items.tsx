import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { KindField } from '@xiaohao/domain';
import { fieldChoiceLabels, kindFieldLabels } from '@xiaohao/messages';
import { labelOf, t } from '../language.js';
import { DayChoice } from './day-choice.js';

/** How each type of field is asked for; the table in domain says which fields there are. */
const controls: Readonly<Record<KindField['type'], (field: KindField) => ReactNode>> = {
  text: () => <Input maxLength={200} />,
  longText: () => <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5000} />,
  number: () => <InputNumber min={0} className="day-choice" />,
  amountYuan: () => <InputNumber min={0} precision={2} suffix={t('kind.yuan')} className="day-choice" />,
  day: () => <DayChoice />,
  flag: () => (
    <Radio.Group
      options={[
        { value: true, label: t('kind.yes') },
        { value: false, label: t('kind.no') },
      ]}
    />
  ),
  choice: ({ code, choices = [] }) => (
    <Select
      allowClear
      options={choices.map((value) => ({ value, label: labelOf(fieldChoiceLabels[code] ?? {}, value) }))}
    />
  ),
};

export function kindFieldLabel(code: string): string {
  return labelOf(kindFieldLabels, code);
}

/** Form items of the given fields, under `details`; `needed` says which of them must be filled now. */
export function KindFieldItems({
  fields,
  needed = () => false,
}: {
  fields: readonly KindField[];
  needed?: (field: KindField) => boolean;
}) {
  const short = fields.filter(({ type }) => type !== 'longText');
  const long = fields.filter(({ type }) => type === 'longText');
  const item = (field: KindField) => {
    const label = kindFieldLabel(field.code);
    const required = needed(field);
    return (
      <Form.Item
        key={field.code}
        name={['details', field.code]}
        label={label}
        required={required}
        rules={required ? [{ required: true, message: t('field.need', { name: label }) }] : []}
      >
        {controls[field.type](field)}
      </Form.Item>
    );
  };
  return (
    <>
      {long.map(item)}
      {short.length > 0 && <div className="form-pair">{short.map(item)}</div>}
    </>
  );
}

/** What changed among the fields of a form; an emptied one is taken away. */
export function changedDetails(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const blank = (value: unknown) => value === undefined || value === null || value === '';
  return Object.fromEntries(
    Object.entries(after)
      .filter(([code, value]) => (blank(value) ? !blank(before[code]) : value !== before[code]))
      .map(([code, value]) => [code, blank(value) ? null : value]),
  );
}

/** Filled fields alone, the way a new ticket or an action sends them. */
export function filledDetails(
  details: Readonly<Record<string, unknown>> | undefined,
): Record<string, unknown> | undefined {
  const filled = Object.entries(details ?? {}).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}
