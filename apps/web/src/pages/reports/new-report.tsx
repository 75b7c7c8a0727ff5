import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, AutoComplete, Button, Form, Input, Radio, Select } from 'antd';
import { useNavigate } from 'react-router';
import { lastFullHalfYear, parsePeriod, periodOf, previousPeriod } from '@xiaohao/domain';
import { useParameters } from '../../api/indicators.js';
import { useSources } from '../../api/people.js';
import { useBuildReport, useReportTemplates, type ReportRequest } from '../../api/reports.js';
import { useToday } from '../../api/session.js';
import { DayChoice } from '../../components/day-choice.js';
import { Answer } from '../../components/states.js';
import { t } from '../../language.js';
import { PeriodChoice } from './period-choice.js';

interface Fields {
  templateId: string;
  period: string;
  asOf: string | null;
  knownOn: string | null;
  definitions: 'then' | 'now';
  sourceId?: string;
  parameters?: { key?: string; value?: string }[];
}

/** Asks for a report, with that template where it is one, and leads to its page, where the progress is shown. */
export function NewReport({ template = null }: { template?: string | null }) {
  const today = useToday();
  const templates = useReportTemplates();
  const sources = useSources();
  const build = useBuildReport();
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const knownOn = Form.useWatch('knownOn', form);
  const period = parsePeriod(Form.useWatch('period', form) ?? '');
  const asOf = Form.useWatch('asOf', form);
  const isBehind = Boolean(asOf && period && asOf > period.to);
  const rounds = (sources.data ?? []).filter(({ kind }) => kind === 'inspection_issue');
  const begin = (fields: Fields) =>
    build.mutate(requestOf(fields, today), { onSuccess: ({ id }) => void navigate(`/reports/${id}`) });
  /** The latest period that is over, of the length the template is usually for. */
  const suggestPeriod = (templateId: string) => {
    const kind = templates.data?.find(({ id }) => id === templateId)?.periodKind;
    if (kind) form.setFieldValue('period', previousPeriod(periodOf(kind, today)).code);
  };
  return (
    <Answer asked={templates}>
      {(offered) => (
        <Form<Fields>
          form={form}
          layout="vertical"
          initialValues={{
            templateId: (offered.find(({ id }) => id === template) ?? offered[0])?.id,
            period: lastFullHalfYear(today).code,
            asOf: null,
            knownOn: null,
            definitions: 'then',
          }}
          onFinish={begin}
        >
          {build.error && <Alert type="error" showIcon title={build.error.message} className="form-error" />}
          <Form.Item name="templateId" label={t('report.template')} rules={[{ required: true }]}>
            <Select options={offered.map(({ id, name }) => ({ value: id, label: name }))} onChange={suggestPeriod} />
          </Form.Item>
          <Form.Item name="period" label={t('report.period')}>
            <PeriodChoice lastYear={Number(today.slice(0, 4))} />
          </Form.Item>
          <div className="form-pair">
            <Form.Item
              name="asOf"
              label={t('report.asOf')}
              extra={t(isBehind ? 'report.asOfBehind' : 'report.asOfNote')}
            >
              <DayChoice from={period?.from} placeholder={period && period.to > today ? today : period?.to} />
            </Form.Item>
            <Form.Item name="knownOn" label={t('report.knownAt')} extra={t('report.knownNote')}>
              <DayChoice to={today} placeholder={today} />
            </Form.Item>
          </div>
          {knownOn && (
            <Form.Item name="definitions" label={t('report.definitions')}>
              <Radio.Group
                options={[
                  { value: 'then', label: t('report.definitionsThen') },
                  { value: 'now', label: t('report.definitionsNow') },
                ]}
              />
            </Form.Item>
          )}
          <Form.Item name="sourceId" label={t('report.round')}>
            <Select
              allowClear
              placeholder={t('report.roundAuto')}
              options={rounds.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <OwnParameters />
          <div className="form-end">
            <Button type="primary" htmlType="submit" loading={build.isPending}>
              {t('report.build')}
            </Button>
          </div>
        </Form>
      )}
    </Answer>
  );
}

/** Values that hold for this report alone; the bureau's own are offered by name. */
function OwnParameters() {
  const known = useParameters();
  return (
    <Form.Item label={t('report.parameters')}>
      <Form.List name="parameters">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="parameter-row">
                <Form.Item name={[name, 'key']} noStyle>
                  <AutoComplete
                    aria-label={t('report.parameter')}
                    placeholder={t('report.parameter')}
                    options={(known.data ?? []).map((one) => ({ value: one.name }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'value']} noStyle>
                  <Input
                    aria-label={t('report.parameterValue')}
                    placeholder={t('report.parameterValue')}
                    maxLength={500}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<MinusCircleOutlined />}
                  aria-label={t('report.removeParameter')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button type="link" icon={<PlusOutlined />} className="add-parameter" onClick={() => add({})}>
              {t('report.addParameter')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

/** A period that is still running is told up to today: what has not come yet is no fact. */
function requestOf(
  { templateId, period, knownOn, definitions, sourceId, parameters, ...fields }: Fields,
  today: string,
): ReportRequest {
  const isRunning = (parsePeriod(period)?.to ?? today) > today;
  const asOf = fields.asOf ?? (isRunning ? today : null);
  const own: Record<string, string> = sourceId ? { source: sourceId } : {};
  for (const { key, value } of parameters ?? []) if (key?.trim()) own[key.trim()] = value ?? '';
  return {
    templateId,
    period,
    ...(asOf ? { asOf } : {}),
    // The whole of that day in the bureau's zone.
    ...(knownOn ? { knownAt: `${knownOn}T23:59:59+08:00` } : {}),
    ...(knownOn && definitions === 'now' ? { definitions } : {}),
    ...(Object.keys(own).length > 0 ? { parameters: own } : {}),
  };
}
