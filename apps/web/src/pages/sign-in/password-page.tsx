import { Alert, App, Button, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { useChangePassword, useMe } from '../../api/session.js';
import { t } from '../../language.js';

interface Entered {
  oldPassword: string;
  newPassword: string;
  again: string;
}

export function PasswordPage() {
  const me = useMe();
  const change = useChangePassword();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const save = ({ oldPassword, newPassword }: Entered) =>
    change.mutate(
      { oldPassword, newPassword },
      {
        onSuccess: () => {
          void message.success(t('password.done'));
          void navigate('/', { replace: true });
        },
      },
    );
  const field = (name: keyof Entered, label: string, autoComplete: string, again = false) => (
    <Form.Item
      name={name}
      label={label}
      dependencies={again ? ['newPassword'] : undefined}
      rules={[
        { required: true, message: t('password.need') },
        ...(again
          ? [
              ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
                validator: (_: unknown, value: string) =>
                  !value || value === getFieldValue('newPassword')
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('password.different'))),
              }),
            ]
          : []),
      ]}
    >
      <Input.Password autoComplete={autoComplete} size="large" />
    </Form.Item>
  );
  return (
    <div className="sign-in">
      <section className="sign-in-panel">
        <h1 className="sign-in-title">{t('user.password')}</h1>
        {me.data?.mustChangePassword && (
          <Alert type="info" showIcon title={t('password.first')} className="sign-in-error" />
        )}
        <Form layout="vertical" requiredMark={false} onFinish={save}>
          {change.error && <Alert type="error" showIcon title={change.error.message} className="sign-in-error" />}
          {field('oldPassword', t('password.old'), 'current-password')}
          {field('newPassword', t('password.new'), 'new-password')}
          {field('again', t('password.again'), 'new-password', true)}
          <Button type="primary" htmlType="submit" size="large" block loading={change.isPending}>
            {t('password.save')}
          </Button>
          {!me.data?.mustChangePassword && (
            <Button type="text" size="large" block onClick={() => void navigate(-1)}>
              {t('state.back')}
            </Button>
          )}
        </Form>
      </section>
    </div>
  );
}
