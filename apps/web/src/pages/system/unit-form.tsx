import { Alert, App, Button, Form, Input, Select } from 'antd';
import { addableUnitTypes, longestUnitName, type AddableUnitType } from '@xiaohao/domain';
import { unitTypeLabels } from '@xiaohao/messages';
import { useAddUnit } from '../../api/accounts.js';
import { useUnits } from '../../api/people.js';
import { UnitChoice } from '../../components/choices.js';
import { labelText, t } from '../../language.js';

interface Fields {
  name: string;
  type: AddableUnitType;
  parentId?: string;
}

export function UnitForm({ onClose }: { onClose: () => void }) {
  const add = useAddUnit();
  const { message } = App.useApp();
  const bureau = useUnits().data?.find(({ type, parentId }) => type === 'bureau' && parentId === null);
  const save = (fields: Fields) =>
    add.mutate(fields, {
      onSuccess: () => {
        void message.success(t('account.unitCreated', { name: fields.name.trim() }));
        onClose();
      },
    });
  return (
    <Form<Fields> layout="vertical" initialValues={{ type: 'section', parentId: bureau?.id }} onFinish={save}>
      {add.error && <Alert type="error" showIcon title={add.error.message} className="form-error" />}
      <Form.Item
        name="name"
        label={t('account.unitName')}
        rules={[{ required: true, whitespace: true, message: t('field.need', { name: t('account.unitName') }) }]}
      >
        <Input autoFocus maxLength={longestUnitName} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="type" label={t('account.unitType')}>
          <Select options={addableUnitTypes.map((value) => ({ value, label: labelText(unitTypeLabels[value]) }))} />
        </Form.Item>
        <Form.Item name="parentId" label={t('account.parent')}>
          <UnitChoice allowClear />
        </Form.Item>
      </div>
      <div className="form-end">
        <Button onClick={onClose}>{t('state.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('account.save')}
        </Button>
      </div>
    </Form>
  );
}
