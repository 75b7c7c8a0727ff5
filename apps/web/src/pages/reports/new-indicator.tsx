import { Alert, Button, Form, Input, Select } from 'antd';
import { figureNatureLabels } from '@xiaohao/messages';
import type { LearnedPlace } from '../../api/former-reports.js';
import { useCreateIndicator } from '../../api/indicators.js';
import { labelText, t } from '../../language.js';

interface Fields {
  name: string;
  unit: string;
  nature: keyof typeof figureNatureLabels;
}

/** A figure nobody has yet: departments file it from then on, and the place prints it. */
export function NewIndicator({
  place,
  onDone,
}: {
  place: LearnedPlace;
  onDone: (indicator: { key: string; name: string }) => void;
}) {
  const create = useCreateIndicator();
  const add = (fields: Fields) =>
    create.mutate({ ...fields, key: `own_${Date.now().toString(36)}` }, { onSuccess: (row) => onDone(row) });
  return (
    <Form<Fields>
      layout="vertical"
      className="learn-new"
      initialValues={{ name: nameBefore(place), unit: place.unit.replace(/^[百千万亿]+(?=元)/, ''), nature: 'flow' }}
      onFinish={add}
    >
      {create.error && <Alert type="error" showIcon title={create.error.message} className="form-error" />}
      <Form.Item name="name" label={t('learn.newName')} rules={[{ required: true, max: 60 }]}>
        <Input />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="unit" label={t('learn.newUnit')} rules={[{ required: true, max: 10 }]}>
          <Input />
        </Form.Item>
        <Form.Item name="nature" label={t('learn.newNature')}>
          <Select
            options={Object.entries(figureNatureLabels).map(([value, label]) => ({ value, label: labelText(label) }))}
          />
        </Form.Item>
      </div>
      <div className="form-end">
        <Button htmlType="submit" loading={create.isPending}>
          {t('learn.newDo')}
        </Button>
      </div>
    </Form>
  );
}

const longestName = 20;

/** The clause before the place: 编发信息【*】篇 → 编发信息. */
function nameBefore({ context }: LearnedPlace): string {
  const [before = ''] = context.split('【');
  return (before.split(/[，。；、：:\s…]/).at(-1) ?? '').slice(-longestName);
}
