import { Alert, App, Button, Form, Select } from 'antd';
import { useUnits } from '../../api/people.js';
import { useGroups, useSetMembers, type Group } from '../../api/staffing.js';
import { Answer, EmptyState } from '../../components/states.js';
import { t } from '../../language.js';

/** Which units each collective owner stands for. */
export function GroupsSheet() {
  const asked = useGroups();
  return (
    <>
      <p className="faint">{t('group.note')}</p>
      <Answer asked={asked} lines={3}>
        {(groups) =>
          groups.length === 0 ? (
            <EmptyState title={t('group.none')} />
          ) : (
            groups.map((group) => <GroupForm key={group.id} group={group} />)
          )
        }
      </Answer>
    </>
  );
}

function GroupForm({ group }: { group: Group }) {
  const set = useSetMembers();
  const { message } = App.useApp();
  const units = useUnits().data ?? [];
  const choices = units.filter(({ type }) => type !== 'group' && type !== 'bureau');
  const save = ({ unitIds }: { unitIds: string[] }) =>
    set.mutate({ id: group.id, unitIds }, { onSuccess: () => void message.success(t('account.saved')) });
  return (
    <Form<{ unitIds: string[] }>
      layout="vertical"
      initialValues={{ unitIds: group.members.map(({ id }) => id) }}
      onFinish={save}
    >
      <h3 className="account-part">{group.name}</h3>
      {set.error && <Alert type="error" showIcon title={set.error.message} className="form-error" />}
      <Form.Item name="unitIds" label={t('group.members')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('choice.unit')}
          options={choices.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <div className="form-end">
        <Button htmlType="submit" loading={set.isPending}>
          {t('state.save')}
        </Button>
      </div>
    </Form>
  );
}
