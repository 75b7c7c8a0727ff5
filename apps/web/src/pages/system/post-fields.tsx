import { Form, Select } from 'antd';
import { roles, type Role } from '@xiaohao/domain';
import { roleLabels } from '@xiaohao/messages';
import type { NewPost } from '../../api/accounts.js';
import { UnitChoice } from '../../components/choices.js';
import { labelText, t } from '../../language.js';

export interface PostFieldValues {
  role: Role;
  unitId: string;
  chargeUnitIds?: string[];
}

const need = (name: string) => [{ required: true, message: t('field.need', { name }) }];

/** Role and unit; a deputy's units in charge as well. */
export function PostFields() {
  const role = Form.useWatch<Role | undefined>('role');
  return (
    <>
      <div className="form-pair">
        <Form.Item name="role" label={t('account.role')} rules={need(t('account.role'))}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={roles.map((value) => ({ value, label: labelText(roleLabels[value]) }))}
          />
        </Form.Item>
        <Form.Item name="unitId" label={t('account.unit')} rules={need(t('account.unit'))}>
          <UnitChoice />
        </Form.Item>
      </div>
      {role === 'deputy' && (
        <Form.Item name="chargeUnitIds" label={t('account.charge')}>
          <UnitChoice mode="multiple" />
        </Form.Item>
      )}
    </>
  );
}

export function postOf({ role, unitId, chargeUnitIds }: PostFieldValues): NewPost {
  return { role, unitId, chargeUnitIds: role === 'deputy' ? chargeUnitIds : undefined };
}
