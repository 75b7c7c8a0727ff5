import { Typography } from 'antd';
import { t } from '../language.js';

/** A password that is told once: large enough to be read out, and to be copied. */
export function OneTimePassword({ name, username, password }: { name: string; username: string; password: string }) {
  return (
    <div className="one-time-password" role="status">
      <p>{t('account.passwordOf', { name, username })}</p>
      <Typography.Text code copyable className="one-time-word">
        {password}
      </Typography.Text>
      <p className="faint">{t('account.passwordNote')}</p>
    </div>
  );
}
