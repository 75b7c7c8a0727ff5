import { Alert, Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { kindTable, samplings, ticketKinds, type Role } from '@xiaohao/domain';
import { kindLabels } from '@xiaohao/messages';
import type { Schema } from '../../api/client.js';
import { useCreateLookBack, usePopulation, type LookBackFilter } from '../../api/governance.js';
import { useSources } from '../../api/people.js';
import { useMe, useToday } from '../../api/session.js';
import { useTicketList } from '../../api/tickets.js';
import { PersonChoice, UnitChoice } from '../../components/choices.js';
import { DayChoice } from '../../components/day-choice.js';
import { CampaignChoice } from '../../components/place-choices.js';
import { needed } from '../../components/sheet-form.js';
import { labelText, t } from '../../language.js';
import { samplingWords } from './look-back-words.js';

const usualSize = 10;
const filterNames = ['kind', 'sourceId', 'campaignId', 'leadUnitId', 'closedFrom', 'closedTo'] as const;

/** Draws the sample and leads to it. */
export function NewLookBack() {
  const { data: me } = useMe();
  const today = useToday();
  const sources = useSources();
  const create = useCreateLookBack();
  const navigate = useNavigate();
  const [form] = Form.useForm<Schema['NewLookBackDto']>();
  const roles = (me?.roles ?? []) as Role[];
  const kinds = ticketKinds.filter(
    (kind) => roles.includes(kindTable[kind].coordinator) || roles.includes(kindTable[kind].acceptor),
  );
  const values = Form.useWatch([], form) as Partial<Schema['NewLookBackDto']> | undefined;
  const filter = filterOf(values);
  const population = usePopulation(filter);
  const draw = (plan: Schema['NewLookBackDto']) =>
    create.mutate(stated(plan), { onSuccess: ({ id }) => void navigate(`/look-backs/${id}`) });
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ kind: kinds[0], sampling: 'random', sampleSize: usualSize }}
      onFinish={draw}
    >
      {create.error && <Alert type="error" showIcon title={create.error.message} className="form-error" />}
      <Form.Item name="name" label={t('lookBack.name')} rules={needed(t('lookBack.name'))}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="kind" label={t('lookBack.kind')}>
          <Select options={kinds.map((value) => ({ value, label: labelText(kindLabels[value]) }))} />
        </Form.Item>
        <Form.Item name="sourceId" label={t('lookBack.source')}>
          <Select
            allowClear
            placeholder={t('choice.source')}
            options={(sources.data ?? [])
              .filter((source) => source.kind === values?.kind)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="campaignId" label={t('kind.campaign')}>
          <CampaignChoice />
        </Form.Item>
        <Form.Item name="closedFrom" label={t('lookBack.closedFrom')}>
          <DayChoice to={today} />
        </Form.Item>
        <Form.Item name="closedTo" label={t('lookBack.closedTo')}>
          <DayChoice to={today} />
        </Form.Item>
        <Form.Item name="leadUnitId" label={t('lookBack.unit')}>
          <UnitChoice />
        </Form.Item>
        <Form.Item name="dueOn" label={t('lookBack.dueOn')}>
          <DayChoice from={today} />
        </Form.Item>
      </div>
      <Form.Item
        name="sampling"
        label={t('lookBack.sampling')}
        extra={population.data && t('lookBack.population', { count: population.data.population })}
      >
        <Radio.Group options={samplings.map((value) => ({ value, label: samplingWords(value) }))} />
      </Form.Item>
      {values?.sampling === 'random' && (
        <Form.Item name="sampleSize" label={t('lookBack.size')} rules={needed(t('lookBack.size'))}>
          <InputNumber min={1} max={1000} precision={0} />
        </Form.Item>
      )}
      {values?.sampling === 'picked' && (
        <Form.Item name="ticketIds" label={t('lookBack.pick')} rules={needed(t('lookBack.pick'))}>
          <ClosedTickets kind={values.kind} />
        </Form.Item>
      )}
      <Form.Item name="inspectorId" label={t('lookBack.inspector')}>
        <PersonChoice />
      </Form.Item>
      <div className="form-end">
        <Button
          type="primary"
          htmlType="submit"
          loading={create.isPending}
          disabled={population.data?.population === 0}
        >
          {t('lookBack.create')}
        </Button>
      </div>
    </Form>
  );
}

function ClosedTickets({
  kind,
  ...controlled
}: {
  kind: Schema['NewLookBackDto']['kind'] | undefined;
  value?: string[];
  onChange?: (ids: string[]) => void;
}) {
  const [q, setQ] = useState('');
  const asked = useTicketList(
    { kind: kind && [kind], status: ['closed'], q: q || undefined, limit: 50 },
    Boolean(kind),
  );
  return (
    <Select
      {...controlled}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setQ }}
      placeholder={t('relation.find')}
      loading={asked.isFetching}
      options={(asked.data?.items ?? []).map(({ id, no, title }) => ({ value: id, label: `${no} ${title}` }))}
    />
  );
}

function filterOf(values: Partial<Schema['NewLookBackDto']> | undefined): LookBackFilter | null {
  if (!values?.kind) return null;
  return Object.fromEntries(
    filterNames.flatMap((name) => (values[name] ? [[name, values[name]]] : [])),
  ) as unknown as LookBackFilter;
}

/** What was left empty is not sent. */
function stated(plan: Schema['NewLookBackDto']): Schema['NewLookBackDto'] {
  const kept = Object.entries(plan).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return Object.fromEntries(kept) as Schema['NewLookBackDto'];
}
