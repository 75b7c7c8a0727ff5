import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { roleLabels } from '@xiaohao/messages';
import { useFirstUse } from '../../api/first-use.js';
import { useDemoAccounts, useSettings, useSignIn } from '../../api/session.js';
import { labelOf, t } from '../../language.js';
import { OidcButton, OidcProblem } from './oidc-button.js';
import { NoAccountYet } from '../first-use/no-account-yet.js';

/** Documented for the demo bureau, whose accounts are refused beyond this machine. */
const demoPassword = 'xiaohao-demo';

export function SignInPage() {
  const { data: settings } = useSettings();
  const { data: demo } = useDemoAccounts();
  const { data: firstUse } = useFirstUse();
  const [params] = useSearchParams();
  const [asked, setAsked] = useState<string | null>(null);
  const navigate = useNavigate();
  const signIn = useSignIn();
  const [byPassword, setByPassword] = useState(false);
  const enter = (username: string, password: string) => {
    setAsked(username);
    signIn.mutate(
      { username, password },
      { onSuccess: (me) => void navigate(me.mustChangePassword ? '/password' : backFrom(params), { replace: true }) },
    );
  };
  return (
    <div className="sign-in">
      <section className="sign-in-panel">
        <p className="sign-in-bureau">{settings?.bureauName}</p>
        <h1 className="sign-in-name">{t('app.name')}</h1>
        <p className="sign-in-purpose">{t('app.purpose')}</p>
        <OidcProblem problem={params.get('problem')} name={settings?.oidc?.name ?? ''} />
        {settings?.oidc && !firstUse?.open && <OidcButton name={settings.oidc.name} returnTo={backFrom(params)} />}
        {firstUse?.open ? (
          <NoAccountYet />
        ) : settings?.passwordSignIn === false && !byPassword ? (
          <Button type="link" block onClick={() => setByPassword(true)}>
            {t('signIn.adminPassword')}
          </Button>
        ) : (
          <Form
            layout="vertical"
            requiredMark={false}
            onFinish={({ username, password }: { username: string; password: string }) =>
              enter(username.trim(), password)
            }
          >
            {signIn.error && <Alert type="error" showIcon title={signIn.error.message} className="sign-in-error" />}
            <Form.Item
              name="username"
              label={t('signIn.username')}
              rules={[{ required: true, message: t('signIn.needUsername') }]}
            >
              <Input autoFocus autoComplete="username" size="large" />
            </Form.Item>
            <Form.Item
              name="password"
              label={t('signIn.password')}
              rules={[{ required: true, message: t('signIn.needPassword') }]}
            >
              <Input.Password autoComplete="current-password" size="large" />
            </Form.Item>
            <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
              {t('signIn.enter')}
            </Button>
          </Form>
        )}
        <p className="sign-in-secret">{t('strip.secret')}</p>
      </section>
      {demo && demo.length > 0 && (
        <section className="demo" aria-labelledby="demo-title">
          <h2 id="demo-title">{t('signIn.demo')}</h2>
          <p className="faint">{t('signIn.demoNote')}</p>
          <div className="demo-cards">
            {demo.map(({ username, name, role, unit }) => (
              <button
                key={username}
                type="button"
                className="demo-card"
                disabled={signIn.isPending}
                aria-busy={signIn.isPending && asked === username}
                onClick={() => enter(username, demoPassword)}
              >
                <span className="demo-role">{labelOf(roleLabels, role)}</span>
                <span className="demo-name">{name}</span>
                <span className="faint cut">{unit}</span>
              </button>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}

/** Only addresses of this application; anything else would let a link lead people elsewhere. */
export function backFrom(params: URLSearchParams): string {
  const back = params.get('back') ?? '/';
  return /^\/(?![/\\])/.test(back) ? back : '/';
}
