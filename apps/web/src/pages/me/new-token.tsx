import { Form, Input, Segmented, Typography } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { longestTokenDays, tokenScopes } from '@xiaohao/domain';
import { tokenScopeLabels } from '@xiaohao/messages';
import { useCreateToken, type NewToken } from '../../api/credentials.js';
import { useToday } from '../../api/session.js';
import { DayChoice } from '../../components/day-choice.js';
import { SheetForm } from '../../components/sheet-form.js';
import { labelText, t } from '../../language.js';

/** Makes a token and shows it this once. */
export function NewTokenForm() {
  const create = useCreateToken();
  const today = useToday();
  const [made, setMade] = useState<string | null>(null);
  const last = dayjs(today).add(longestTokenDays, 'day').format('YYYY-MM-DD');
  return (
    <div className="account-end new-token">
      {made && (
        <div className="one-time-password" role="status">
          <p>{t('token.shown')}</p>
          <Typography.Text code copyable className="one-time-word token-word">
            {made}
          </Typography.Text>
        </div>
      )}
      <SheetForm<NewToken>
        button={t('token.new')}
        title={t('token.new')}
        submit={t('token.create')}
        look="plain"
        initial={{ scope: 'read', expiresOn: dayjs(today).add(90, 'day').format('YYYY-MM-DD') }}
        onSend={async (values) => setMade((await create.mutateAsync(values)).token)}
      >
        <Form.Item
          name="name"
          label={t('token.name')}
          extra={t('token.nameNote')}
          rules={[{ required: true, whitespace: true, message: t('field.need', { name: t('token.name') }) }]}
        >
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="scope" label={t('token.scope')}>
          <Segmented options={tokenScopes.map((value) => ({ value, label: labelText(tokenScopeLabels[value]) }))} />
        </Form.Item>
        <Form.Item
          name="expiresOn"
          label={t('token.expiresOn')}
          rules={[{ required: true, message: t('field.need', { name: t('token.expiresOn') }) }]}
        >
          <DayChoice from={today} to={last} />
        </Form.Item>
      </SheetForm>
    </div>
  );
}
