import { Alert, Button, Form, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { figureGroups, lastFullHalfYear } from '@xiaohao/domain';
import { cardPeriodLabels, figureGroupLabels } from '@xiaohao/messages';
import { useFigures, type Figure } from '../../api/figures.js';
import { useToday } from '../../api/session.js';
import { UnitChoice } from '../../components/choices.js';
import { Section } from '../../components/section.js';
import { needed } from '../../components/sheet-form.js';
import { labelOf, labelText, t } from '../../language.js';
import { fieldsOf, usePreviewQuery, type FigureFields } from './figure-form.js';
import { PreviewPanel } from './preview-panel.js';
import { RuleFields } from './rule-fields.js';

interface Props {
  /** Begins as this one. */
  start: FigureFields;
  /** The figure that is changed; null for a new one. */
  figure: Figure | null;
  submit: string;
  busy: boolean;
  error: string | null;
  onSave: (fields: FigureFields) => void;
}

/** Builds a definition by choices, with its value beside them. */
export function FigureBuilder({ start, figure, submit, busy, error, onSave }: Props) {
  const [form] = Form.useForm<FigureFields>();
  const today = useToday();
  const [period, setPeriod] = useState(lastFullHalfYear(today).code);
  const query = usePreviewQuery(form, period);
  const sort = Form.useWatch('sort', form) ?? start.sort;
  return (
    <div className="figure-desk">
      <Form<FigureFields>
        form={form}
        layout="vertical"
        initialValues={start}
        scrollToFirstError
        // What a part of the form does not show is kept all the same.
        onFinish={() => onSave({ ...start, ...(form.getFieldsValue(true) as FigureFields) })}
      >
        {error && <Alert type="error" showIcon title={error} className="form-error" />}
        <Section title={t('figures.what')}>
          <Form.Item name="sort" label={t('figures.sort')}>
            <Segmented
              options={[
                { value: 'count', label: t('figures.sortCount') },
                { value: 'rate', label: t('figures.sortRate') },
              ]}
            />
          </Form.Item>
          {sort === 'rate' ? <RateFields own={figure?.key ?? null} /> : <Rules />}
        </Section>
        <Section title={t('figures.facts')}>
          <Form.Item name="name" label={t('figures.name')} rules={needed(t('figures.name'))}>
            <Input maxLength={40} />
          </Form.Item>
          <div className="form-pair">
            {sort === 'count' && (
              <Form.Item name="unit" label={t('figures.unit')} rules={needed(t('figures.unit'))}>
                <Input maxLength={10} />
              </Form.Item>
            )}
            <Form.Item name="group" label={t('figures.group')}>
              <Select options={figureGroups.map((value) => ({ value, label: labelOf(figureGroupLabels, value) }))} />
            </Form.Item>
          </div>
          <div className="form-pair">
            <Form.Item name="ownerUnitId" label={t('figures.owner')}>
              <UnitChoice allowClear />
            </Form.Item>
            <Form.Item name="cardPeriod" label={t('figures.card')} extra={t('figures.cardNote')}>
              <Select
                allowClear
                placeholder={labelText(cardPeriodLabels.none)}
                options={(['month', 'quarter', 'half', 'year'] as const).map((value) => ({
                  value,
                  label: labelText(cardPeriodLabels[value]),
                }))}
              />
            </Form.Item>
          </div>
          {figure ? (
            <Form.Item name="reason" label={t('figures.reason')}>
              <Input maxLength={200} />
            </Form.Item>
          ) : (
            <Form.Item name="key" label={t('figures.key')} extra={t('figures.keyNote')}>
              <Input maxLength={60} />
            </Form.Item>
          )}
        </Section>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={busy}>
            {submit}
          </Button>
        </div>
      </Form>
      <PreviewPanel query={query} unit={sort === 'rate' ? '%' : null} period={period} onPeriod={setPeriod} />
    </div>
  );
}

function Rules() {
  return (
    <Form.List name="rules">
      {(rules, { add, remove }) => (
        <>
          {rules.map(({ key, name }, at) => (
            <fieldset key={key} className="figure-rule">
              {rules.length > 1 && (
                <legend>
                  {t('figures.rule', { number: at + 1 })}{' '}
                  <Button type="link" size="small" onClick={() => remove(name)}>
                    {t('figures.removeRule')}
                  </Button>
                </legend>
              )}
              <RuleFields name={name} />
            </fieldset>
          ))}
          {rules.length < 5 && (
            <Button type="link" className="add-parameter" onClick={() => add(fieldsOf(null).rules[0])}>
              {t('figures.addRule')}
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}

/** A rate divides two figures that are numbers and no rates themselves. */
function RateFields({ own }: { own: string | null }) {
  const figures = useFigures();
  const options = (figures.data?.figures ?? [])
    .filter(({ key, source, unit, retired }) => key !== own && source !== 'parameter' && unit !== '%' && !retired)
    .map(({ key, name }) => ({ value: key, label: name }));
  return (
    <div className="form-pair">
      {(['part', 'whole'] as const).map((side) => (
        <Form.Item key={side} name={side} label={t(`figures.${side}`)} rules={needed(t(`figures.${side}`))}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
        </Form.Item>
      ))}
    </div>
  );
}
