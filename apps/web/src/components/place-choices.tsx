import { AutoComplete, Form, Select, type SelectProps } from 'antd';
import { industries, levelTable, type TicketKind } from '@xiaohao/domain';
import { levelLabels } from '@xiaohao/messages';
import { useCampaigns } from '../api/kinds.js';
import { useSources } from '../api/people.js';
import { itemWords } from './item-words.js';
import { labelText, t } from '../language.js';

type Controlled = Pick<SelectProps, 'value' | 'onChange' | 'id'>;

export function levelsOf(kind: string) {
  return levelTable[kind as TicketKind] ?? [];
}

export function LevelChoice({ kind, ...props }: Controlled & { kind: string }) {
  return (
    <Select
      options={levelsOf(kind).map((level) => ({ value: level, label: labelText(levelLabels[level]) }))}
      {...props}
    />
  );
}

/** The usual industries; another may be typed. */
export function IndustryChoice(props: Controlled) {
  return (
    <AutoComplete
      allowClear
      showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }}
      options={industries.map((value) => ({ value }))}
      {...props}
    />
  );
}

export function CampaignChoice(props: Controlled) {
  const campaigns = useCampaigns();
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={campaigns.isLoading}
      placeholder={t('kind.chooseCampaign')}
      options={(campaigns.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      {...props}
    />
  );
}

/** The source of a kind and, where it lists its problems under items, the item: two fields of the form around it. */
export function SourceChoice({ kind }: { kind: string }) {
  const form = Form.useFormInstance();
  const sources = useSources();
  const sourceId = Form.useWatch('sourceId', form) as string | undefined;
  // A closed one stays where it was chosen.
  const own = (sources.data ?? []).filter(
    (source) => source.kind === kind && (source.closedOn === null || source.id === sourceId),
  );
  const items = own.find(({ id }) => id === sourceId)?.items ?? [];
  return (
    <>
      <Form.Item name="sourceId" label={t('column.source')}>
        <Select
          allowClear
          placeholder={t('choice.source')}
          onChange={() => form.setFieldValue('itemId', undefined)}
          options={own.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      {items.length > 0 && (
        <Form.Item name="itemId" label={t('column.item')}>
          <Select allowClear options={items.map((item) => ({ value: item.id, label: itemWords(item) }))} />
        </Form.Item>
      )}
    </>
  );
}
