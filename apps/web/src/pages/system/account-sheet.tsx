import { Alert, App, Button, Form, Input, Popconfirm } from 'antd';
import { useChangePerson, useDisable, useEnable, useResetPassword, type Account } from '../../api/accounts.js';
import { useMay, useMe } from '../../api/session.js';
import { LeavesPart } from '../../components/leaves-part.js';
import { OneTimePassword } from '../../components/one-time-password.js';
import { SessionList } from '../../components/session-list.js';
import { TokenList } from '../../components/token-list.js';
import { t } from '../../language.js';
import { AccountPosts } from './account-posts.js';
import { HandOverPart } from './hand-over.js';
import { PeopleEvents } from './people-events.js';

/** One account: what it is called, which posts it holds, whether it may sign in, and what was changed. */
export function AccountSheet({ account }: { account: Account }) {
  const reset = useResetPassword(account.id);
  const mayReadRecord = useMay('audit.verify');
  return (
    <>
      <AccountFacts account={account} />
      <AccountPosts account={account} />
      <h3 className="account-part">{t('leave.title')}</h3>
      <LeavesPart personId={account.id} ownId={account.id} />
      <h3 className="account-part">{t('handOver.title')}</h3>
      <HandOverPart account={account} />
      <h3 className="account-part">{t('account.status')}</h3>
      {reset.data && <OneTimePassword {...account} password={reset.data.password} />}
      <AccountActions account={account} reset={reset} />
      <h3 className="account-part">{t('session.titleOf')}</h3>
      <SessionList personId={account.id} />
      <h3 className="account-part">{t('token.title')}</h3>
      <TokenList personId={account.id} />
      {mayReadRecord && (
        <>
          <h3 className="account-part">{t('account.record')}</h3>
          <PeopleEvents personId={account.id} />
        </>
      )}
    </>
  );
}

function AccountFacts({ account }: { account: Account }) {
  const change = useChangePerson(account.id);
  const { message } = App.useApp();
  return (
    <Form<{ name: string; email?: string }>
      key={`${account.name} ${account.email}`}
      layout="vertical"
      initialValues={{ name: account.name, email: account.email ?? '' }}
      onFinish={({ name, email }) =>
        change.mutate(
          { name, email: email?.trim() || null },
          { onSuccess: () => void message.success(t('account.saved')) },
        )
      }
    >
      {change.error && <Alert type="error" showIcon title={change.error.message} className="form-error" />}
      <div className="form-pair">
        <Form.Item
          name="name"
          label={t('people.name')}
          rules={[{ required: true, whitespace: true, message: t('field.need', { name: t('people.name') }) }]}
        >
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="email" label={t('account.email')}>
          <Input maxLength={200} autoComplete="off" inputMode="email" />
        </Form.Item>
      </div>
      <div className="form-end">
        <Button htmlType="submit" loading={change.isPending}>
          {t('state.save')}
        </Button>
      </div>
    </Form>
  );
}

function AccountActions({ account, reset }: { account: Account; reset: ReturnType<typeof useResetPassword> }) {
  const { data: me } = useMe();
  const disable = useDisable(account.id);
  const enable = useEnable(account.id);
  const { message } = App.useApp();
  const told = (done?: string) => ({
    onSuccess: () => void (done && message.success(done)),
    onError: (error: Error) => void message.error(error.message),
  });
  if (account.disabled) {
    return (
      <div className="account-end">
        <span className="mark">{t('account.disabled')}</span>
        <Button
          type="primary"
          loading={enable.isPending}
          onClick={() => enable.mutate(undefined, told(t('account.enabled')))}
        >
          {t('account.enable')}
        </Button>
      </div>
    );
  }
  return (
    <div className="account-end">
      {/* One's own password is changed where the present one is asked for. */}
      {account.id !== me?.id && (
        <Popconfirm
          title={t('account.reset')}
          description={t('account.resetNote')}
          okText={t('account.reset')}
          onConfirm={() => reset.mutate(undefined, told())}
        >
          <Button loading={reset.isPending}>{t('account.reset')}</Button>
        </Popconfirm>
      )}
      <Popconfirm
        title={t('account.disable')}
        description={t('account.disableNote')}
        okText={t('account.disable')}
        onConfirm={() => disable.mutate(undefined, told(t('account.wasDisabled')))}
      >
        <Button loading={disable.isPending}>{t('account.disable')}</Button>
      </Popconfirm>
    </div>
  );
}
