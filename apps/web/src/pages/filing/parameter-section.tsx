import { Alert, App, Button, Form, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { ApiError } from '../../api/client.js';
import { useParameters, useSaveParameters, type Parameter } from '../../api/indicators.js';
import { Section } from '../../components/section.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';

/** Names and settings of the whole bureau, kept by the office and the administrator. */
export function ParameterSection() {
  const asked = useParameters();
  const isWanted = useLocation().hash === '#parameters';
  const section = useRef<HTMLDivElement>(null);
  const isDrawn = asked.data !== undefined;
  useEffect(() => {
    if (isWanted && isDrawn) section.current?.scrollIntoView();
  }, [isWanted, isDrawn]);
  return (
    <div ref={section}>
      <Section title={t('filing.parameters')} end={<span className="faint">{t('filing.parametersNote')}</span>}>
        <Answer asked={asked}>{(parameters) => <ParameterForm parameters={parameters} />}</Answer>
      </Section>
    </div>
  );
}

function ParameterForm({ parameters }: { parameters: readonly Parameter[] }) {
  const save = useSaveParameters();
  const { message } = App.useApp();
  const [form] = Form.useForm<Record<string, string>>();
  /** Somebody else was first: what stands now is told beside what was typed. */
  const [isStale, setIsStale] = useState(false);
  const stored = Object.fromEntries(parameters.map(({ key, value }) => [key, value ?? '']));
  useEffect(() => {
    const untouched = parameters.filter(({ key }) => !form.isFieldTouched(key));
    form.setFieldsValue(Object.fromEntries(untouched.map(({ key, value }) => [key, value ?? ''])));
  }, [form, parameters]);
  const submit = (typed: Record<string, string>) => {
    const changes = parameters
      .filter(({ key }) => (typed[key] ?? '').trim() !== stored[key])
      .map(({ key, version }) => ({ key, value: typed[key]?.trim() || null, version }));
    if (changes.length === 0) return;
    save.mutate(changes, {
      onSuccess: () => {
        form.resetFields();
        setIsStale(false);
        void message.success(t('filing.parametersSaved'));
      },
      onError: (error) => setIsStale(error instanceof ApiError && error.status === 409),
    });
  };
  const present = (key: string) =>
    isStale && form.isFieldTouched(key) ? t('filing.parameterNow', { value: stored[key] || '—' }) : undefined;
  return (
    <Form<Record<string, string>> form={form} layout="vertical" initialValues={stored} onFinish={submit}>
      {save.error && (
        <Alert
          type="error"
          showIcon
          title={isStale ? t('filing.parametersStale') : save.error.message}
          className="form-error"
        />
      )}
      <div className="form-pair">
        {parameters.map(({ key, name, unit }) => (
          <Form.Item key={key} name={key} label={name} extra={present(key)}>
            <Input maxLength={200} suffix={unit || undefined} />
          </Form.Item>
        ))}
      </div>
      <div className="form-end">
        <Button htmlType="submit" loading={save.isPending}>
          {t('filing.save')}
        </Button>
      </div>
    </Form>
  );
}
