import { Checkbox, DatePicker, Select, Space } from 'antd';
import dayjs from 'dayjs';
import type { ComponentType } from 'react';
import { industries, ticketLevels, ticketStatuses, type Light } from '@xiaohao/domain';
import { levelLabels, lightLabels, statusLabels, type PageTextKey } from '@xiaohao/messages';
import { useImports } from '../../api/imports.js';
import { useCampaigns } from '../../api/kinds.js';
import { usePeople, useSources, useUnits } from '../../api/people.js';
import { useMay, useToday } from '../../api/session.js';
import type { TicketQuery } from '../../api/tickets.js';
import { shortDay } from '../../components/day-words.js';
import { lightShapes } from '../../components/light-badge.js';
import { itemWords } from '../../components/item-words.js';
import { labelOf, labelText, t } from '../../language.js';
import { waitingLabels } from '../workbench/waiting-labels.js';
import type { FilterChange, ListField } from './ledger-filter.js';

interface EditorProps {
  query: TicketQuery;
  change: (change: FilterChange) => void;
}

/** One filter as a chip: how it is called, when it is set, how it is emptied and how it is edited. */
export interface ChipRow {
  key: string;
  label: PageTextKey;
  isSet: (query: TicketQuery) => boolean;
  cleared: FilterChange;
  /** Absent where a filter only comes from elsewhere, by a link. */
  Editor?: ComponentType<EditorProps>;
}

const hasValues = (field: ListField) => (query: TicketQuery) => (query[field]?.length ?? 0) > 0;

export const chipRows: readonly ChipRow[] = [
  {
    key: 'status',
    label: 'column.status',
    isSet: hasValues('status'),
    cleared: { status: [] },
    Editor: ({ query, change }) => (
      <Checkbox.Group
        className="chip-checks"
        value={query.status ?? []}
        onChange={(status) => change({ status })}
        options={ticketStatuses.map((status) => ({ value: status, label: labelText(statusLabels[status]) }))}
      />
    ),
  },
  {
    key: 'light',
    label: 'column.light',
    isSet: hasValues('light'),
    cleared: { light: [] },
    Editor: ({ query, change }) => (
      <Checkbox.Group
        className="chip-checks"
        value={query.light ?? []}
        onChange={(light) => change({ light })}
        options={(['red', 'yellow', 'green', 'grey'] as const).map((light) => ({
          value: light,
          label: lightWord(light),
        }))}
      />
    ),
  },
  {
    key: 'leadUnitId',
    label: 'column.leadUnit',
    isSet: hasValues('leadUnitId'),
    cleared: { leadUnitId: [] },
    Editor: function UnitEditor({ query, change }) {
      const units = useUnits();
      return (
        <Names
          values={query.leadUnitId ?? []}
          options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(leadUnitId) => change({ leadUnitId })}
        />
      );
    },
  },
  {
    key: 'handlerId',
    label: 'column.handler',
    isSet: hasValues('handlerId'),
    cleared: { handlerId: [] },
    Editor: function HandlerEditor({ query, change }) {
      const people = usePeople({});
      return (
        <Names
          values={query.handlerId ?? []}
          options={(people.data ?? []).map(({ id, name, posts }) => ({
            value: id,
            label: `${name} · ${posts[0]?.unit.name ?? ''}`,
          }))}
          onChange={(handlerId) => change({ handlerId })}
        />
      );
    },
  },
  {
    key: 'sourceId',
    label: 'column.source',
    isSet: hasValues('sourceId'),
    cleared: { sourceId: [], itemId: [] },
    Editor: function SourceEditor({ query, change }) {
      const sources = useSources();
      return (
        <Names
          values={query.sourceId ?? []}
          options={(sources.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(sourceId) => change({ sourceId })}
        />
      );
    },
  },
  {
    key: 'itemId',
    label: 'column.item',
    isSet: hasValues('itemId'),
    cleared: { itemId: [] },
    Editor: function ItemEditor({ query, change }) {
      const sources = useSources();
      return (
        <Names
          values={query.itemId ?? []}
          options={(sources.data ?? []).map((source) => ({
            label: source.name,
            options: source.items.map((item) => ({ value: item.id, label: itemWords(item) })),
          }))}
          onChange={(itemId) => change({ itemId })}
        />
      );
    },
  },
  {
    key: 'level',
    label: 'column.level',
    isSet: hasValues('level'),
    cleared: { level: [] },
    Editor: ({ query, change }) => (
      <Checkbox.Group
        className="chip-checks"
        value={query.level ?? []}
        onChange={(level) => change({ level })}
        options={ticketLevels.map((level) => ({
          value: level,
          label: labelText(levelLabels[level]),
        }))}
      />
    ),
  },
  {
    key: 'campaignId',
    label: 'kind.campaign',
    isSet: hasValues('campaignId'),
    cleared: { campaignId: [] },
    Editor: function CampaignEditor({ query, change }) {
      const campaigns = useCampaigns();
      return (
        <Names
          values={query.campaignId ?? []}
          options={(campaigns.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(campaignId) => change({ campaignId })}
        />
      );
    },
  },
  {
    key: 'industry',
    label: 'ticket.industry',
    isSet: hasValues('industry'),
    cleared: { industry: [] },
    Editor: ({ query, change }) => (
      <Names
        mode="tags"
        values={query.industry ?? []}
        options={industries.map((value) => ({ value, label: value }))}
        onChange={(industry) => change({ industry })}
      />
    ),
  },
  {
    key: 'town',
    label: 'ticket.town',
    isSet: hasValues('town'),
    cleared: { town: [] },
    Editor: function TownEditor({ query, change }) {
      const units = useUnits();
      const towns = (units.data ?? []).filter(({ type }) => type === 'town');
      return (
        <Names
          mode="tags"
          values={query.town ?? []}
          options={towns.map(({ name }) => ({ value: name, label: name }))}
          onChange={(town) => change({ town })}
        />
      );
    },
  },
  { key: 'parentId', label: 'child.parent', isSet: hasValues('parentId'), cleared: { parentId: [] } },
  {
    key: 'due',
    label: 'column.deadline',
    isSet: (query) => Boolean(query.dueFrom ?? query.dueTo),
    cleared: { dueFrom: null, dueTo: null },
    Editor: ({ query, change }) => (
      <DatePicker.RangePicker
        allowEmpty={[true, true]}
        value={[query.dueFrom ? dayjs(query.dueFrom) : null, query.dueTo ? dayjs(query.dueTo) : null]}
        onChange={(days) =>
          change({ dueFrom: days?.[0]?.format('YYYY-MM-DD') ?? null, dueTo: days?.[1]?.format('YYYY-MM-DD') ?? null })
        }
      />
    ),
  },
  { key: 'waiting', label: 'ledger.waiting', isSet: (query) => Boolean(query.waiting), cleared: { waiting: null } },
  { key: 'importId', label: 'ledger.import', isSet: hasValues('importId'), cleared: { importId: [] } },
  {
    key: 'overdue',
    label: 'ledger.view.overdue',
    isSet: (query) => query.overdue === true,
    cleared: { overdue: null },
  },
];

function Names({
  mode = 'multiple',
  values,
  options,
  onChange,
}: {
  /** `tags` takes words that are on no list too. */
  mode?: 'multiple' | 'tags';
  values: readonly string[];
  options: { label: string; value?: string; options?: { label: string; value: string }[] }[];
  onChange: (values: string[]) => void;
}) {
  return (
    <Space orientation="vertical" className="chip-names">
      <Select
        mode={mode}
        autoFocus
        className="chip-select"
        value={[...values]}
        options={options}
        optionFilterProp="label"
        placeholder={t('ledger.chooseNames')}
        onChange={onChange}
      />
    </Space>
  );
}

const lightWord = (light: Light) => `${lightShapes[light]} ${labelText(lightLabels[light])}`;

/** What a chip says it is set to. */
export function useChipValues(row: ChipRow, query: TicketQuery): string[] {
  const today = useToday();
  const readsPeople = useMay('people.read');
  const units = useUnits();
  const sources = useSources(row.key === 'sourceId' || row.key === 'itemId');
  const campaigns = useCampaigns(row.key === 'campaignId');
  const people = usePeople({}, readsPeople && row.key === 'handlerId');
  const imports = useImports(useMay('import.run') && row.key === 'importId');
  const named = (ids: readonly string[] | undefined, rows: readonly { id: string; name: string }[] | undefined) =>
    (ids ?? []).map((id) => rows?.find((one) => one.id === id)?.name ?? '…');
  switch (row.key) {
    case 'status':
      return (query.status ?? []).map((status) => labelOf(statusLabels, status));
    case 'light':
      return (query.light ?? []).map((light) => lightWord(light));
    case 'level':
      return (query.level ?? []).map((level) => labelOf(levelLabels, level));
    case 'campaignId':
      return named(query.campaignId, campaigns.data);
    case 'industry':
      return query.industry ?? [];
    case 'town':
      return query.town ?? [];
    case 'leadUnitId':
      return named(query.leadUnitId, units.data);
    case 'handlerId':
      return named(query.handlerId, people.data);
    case 'sourceId':
      return named(query.sourceId, sources.data);
    case 'itemId': {
      const items = sources.data?.flatMap((source) => source.items) ?? [];
      return (query.itemId ?? []).map((id) => {
        const item = items.find((one) => one.id === id);
        return item ? itemWords(item) : '…';
      });
    }
    case 'due':
      return [
        [query.dueFrom && shortDay(query.dueFrom, today), query.dueTo && shortDay(query.dueTo, today)]
          .map((day) => day ?? '…')
          .join(' – '),
      ];
    case 'waiting':
      return [labelOf(waitingLabels, query.waiting ?? '')];
    case 'importId':
      // Whoever does not import sees the tickets all the same.
      return (query.importId ?? []).map(
        (id) => imports.data?.find((one) => one.id === id)?.fileName ?? t('ledger.thisImport'),
      );
    default:
      return row.isSet(query) ? [t('ledger.yes')] : [];
  }
}
