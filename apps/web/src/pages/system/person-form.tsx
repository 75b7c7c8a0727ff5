import { Alert, Button, Form, Input } from 'antd';
import { usernamePattern } from '@xiaohao/domain';
import { useAddPerson } from '../../api/accounts.js';
import { OneTimePassword } from '../../components/one-time-password.js';
import { t } from '../../language.js';
import { PostFields, postOf, type PostFieldValues } from './post-fields.js';

interface Fields extends PostFieldValues {
  name: string;
  username: string;
  email?: string;
}

/** A person with the first post; the password is shown once, and the next one may follow at once. */
export function PersonForm({ onClose }: { onClose: () => void }) {
  const add = useAddPerson();
  const [form] = Form.useForm<Fields>();
  const need = (name: string) => ({ required: true, whitespace: true, message: t('field.need', { name }) });
  const save = (fields: Fields) =>
    add.mutate({
      name: fields.name,
      username: fields.username.trim(),
      email: fields.email?.trim() || null,
      post: postOf(fields),
    });
  if (add.data) {
    const { name, username } = add.variables;
    return (
      <>
        <h2 className="account-part">{t('account.created', { name })}</h2>
        <OneTimePassword name={name} username={username} password={add.data.password} />
        <div className="form-end">
          <Button onClick={onClose}>{t('state.close')}</Button>
          <Button type="primary" autoFocus onClick={() => add.reset()}>
            {t('account.another')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <Form<Fields> form={form} layout="vertical" onFinish={save}>
      {add.error && <Alert type="error" showIcon title={add.error.message} className="form-error" />}
      <div className="form-pair">
        <Form.Item name="name" label={t('people.name')} rules={[need(t('people.name'))]}>
          <Input autoFocus maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="username"
          label={t('people.username')}
          extra={t('firstUse.usernameNote')}
          rules={[
            need(t('people.username')),
            {
              transform: (value?: string) => value?.trim() ?? '',
              pattern: usernamePattern,
              message: t('firstUse.usernameNote'),
            },
          ]}
        >
          <Input maxLength={50} autoComplete="off" autoCapitalize="none" />
        </Form.Item>
      </div>
      <Form.Item name="email" label={t('account.email')} extra={t('account.emailNote')}>
        <Input maxLength={200} autoComplete="off" inputMode="email" />
      </Form.Item>
      <PostFields />
      <div className="form-end">
        <Button onClick={onClose}>{t('state.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('account.save')}
        </Button>
      </div>
    </Form>
  );
}
