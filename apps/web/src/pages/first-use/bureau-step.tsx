import { Button, Form, Input, Radio } from 'antd';
import { longestUnitName, shortestPassword, usernamePattern } from '@xiaohao/domain';
import { t } from '../../language.js';

export interface BureauFields {
  bureauName: string;
  name: string;
  username: string;
  password: string;
  again: string;
  keeper: 'self' | 'other' | 'later';
  keeperName?: string;
  keeperUsername?: string;
}

type Fields = { getFieldValue: (name: keyof BureauFields) => unknown };

const needed = (label: string) => ({
  required: true,
  whitespace: true,
  message: t('field.need', { name: label }),
});
const asUsername = {
  transform: (value?: string) => value?.trim() ?? '',
  pattern: usernamePattern,
  message: t('firstUse.usernameNote'),
};
/** Refuses when it does not hold; an empty field is the matter of `needed`. */
const holds = (message: string, test: (value: string, fields: Fields) => boolean) => (fields: Fields) => ({
  validator: (_: unknown, value?: string) =>
    !value || test(value, fields) ? Promise.resolve() : Promise.reject(new Error(message)),
});

export function BureauStep({
  initial,
  onDone,
}: {
  initial: BureauFields | null;
  onDone: (fields: BureauFields) => void;
}) {
  const [form] = Form.useForm<BureauFields>();
  const keeper = Form.useWatch('keeper', form);
  const password = t('firstUse.password', { least: shortestPassword });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial ?? { keeper: 'self' }}
      onFinish={onDone}
      scrollToFirstError
    >
      <Form.Item
        name="bureauName"
        label={t('firstUse.bureau')}
        extra={t('firstUse.bureauNote')}
        rules={[needed(t('firstUse.bureau'))]}
      >
        <Input autoFocus maxLength={longestUnitName} autoComplete="organization" />
      </Form.Item>
      <h2 className="first-use-part">{t('firstUse.who')}</h2>
      <div className="form-pair">
        <Form.Item name="name" label={t('firstUse.name')} rules={[needed(t('firstUse.name'))]}>
          <Input maxLength={50} autoComplete="name" />
        </Form.Item>
        <Form.Item
          name="username"
          label={t('firstUse.username')}
          extra={t('firstUse.usernameNote')}
          rules={[needed(t('firstUse.username')), asUsername]}
        >
          <Input maxLength={50} autoComplete="username" autoCapitalize="none" />
        </Form.Item>
        <Form.Item
          name="password"
          label={password}
          dependencies={['username']}
          rules={[
            { required: true, message: t('password.need') },
            holds(
              t('firstUse.weak', { least: shortestPassword }),
              (value, { getFieldValue }) =>
                value.length >= shortestPassword &&
                value.toLowerCase() !== String(getFieldValue('username') ?? '').toLowerCase(),
            ),
          ]}
        >
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('firstUse.again')}
          dependencies={['password']}
          rules={[
            { required: true, message: t('firstUse.againNeeded') },
            holds(t('password.different'), (value, { getFieldValue }) => value === getFieldValue('password')),
          ]}
        >
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
      </div>
      <Form.Item name="keeper" label={t('firstUse.keeper')} extra={t('firstUse.keeperNote')}>
        <Radio.Group
          vertical
          options={(['self', 'other', 'later'] as const).map((value) => ({
            value,
            label: t(`firstUse.keeper.${value}`),
          }))}
        />
      </Form.Item>
      {keeper === 'other' && (
        <div className="form-pair">
          <Form.Item name="keeperName" label={t('firstUse.name')} rules={[needed(t('firstUse.name'))]}>
            <Input maxLength={50} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="keeperUsername"
            label={t('firstUse.username')}
            dependencies={['username']}
            rules={[
              needed(t('firstUse.username')),
              asUsername,
              holds(
                t('firstUse.sameUsername'),
                (value, { getFieldValue }) =>
                  value.trim().toLowerCase() !==
                  String(getFieldValue('username') ?? '')
                    .trim()
                    .toLowerCase(),
              ),
            ]}
          >
            <Input maxLength={50} autoComplete="off" autoCapitalize="none" />
          </Form.Item>
        </div>
      )}
      <div className="form-end">
        <Button type="primary" htmlType="submit">
          {t('firstUse.next')}
        </Button>
      </div>
    </Form>
  );
}
