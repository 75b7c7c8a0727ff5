import { Alert, App, Button, Form, Input } from 'antd';
import { useEffect, useRef } from 'react';
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
        <Answer asked={asked}>
          {(parameters) => (
            <ParameterForm key={parameters.map(({ version }) => version).join()} parameters={parameters} />
          )}
        </Answer>
      </Section>
    </div>
  );
}

function ParameterForm({ parameters }: { parameters: readonly Parameter[] }) {
  const save = useSaveParameters();
  const { message } = App.useApp();
  const submit = (typed: Record<string, string>) => {
    const changes = parameters
      .filter(({ key, value }) => (typed[key] ?? '').trim() !== (value ?? ''))
      .map(({ key, version }) => ({ key, value: typed[key]?.trim() || null, version }));
    if (changes.length === 0) return;
    save.mutate(changes, {
      onSuccess: () => void message.success(t('filing.parametersSaved')),
      onError: (error) => {
        if (error instanceof ApiError && error.status === 409) void message.warning(t('filing.parametersStale'));
      },
    });
  };
  return (
    <Form<Record<string, string>>
      layout="vertical"
      initialValues={Object.fromEntries(parameters.map(({ key, value }) => [key, value ?? '']))}
      onFinish={submit}
    >
      {save.error && <Alert type="error" showIcon title={save.error.message} className="form-error" />}
      <div className="form-pair">
        {parameters.map(({ key, name, unit }) => (
          <Form.Item key={key} name={key} label={name}>
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
