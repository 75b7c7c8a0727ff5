import { PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input, Popover, type InputRef } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { KindsFilter } from '../../components/choices.js';
import { useIsPhone } from '../../components/phone.js';
import { t } from '../../language.js';
import { chipRows, useChipValues, type ChipRow } from './filter-chips.js';
import { quickViewOf } from './ledger-views.js';
import type { useLedgerFilter } from './ledger-filter.js';

export type LedgerFilter = ReturnType<typeof useLedgerFilter>;

/** Kind, words, and one chip for each other filter; all of it lives in the address. */
export function FilterBar({
  filter,
  search,
  children,
}: {
  filter: LedgerFilter;
  search: React.RefObject<InputRef | null>;
  children?: ReactNode;
}) {
  const [adding, setAdding] = useState<string | null>(null);
  const { query, change } = filter;
  const byTab = quickViewOf(query) !== null;
  const isActive = (row: ChipRow) => row.isSet(query) && !(byTab && row.key === 'status') && row.key !== 'overdue';
  const shown = chipRows.filter((row) => isActive(row) || row.key === adding);
  const addable = chipRows.filter((row) => !shown.includes(row) && row.Editor);
  return (
    <div className="filters">
      <KindsFilter
        className="filter-kind"
        placeholder={t('ledger.allKinds')}
        value={query.kind ?? []}
        onChange={(kind) => change({ kind })}
      />
      <SearchWords key={query.q ?? ''} words={query.q ?? ''} input={search} onSearch={(q) => change({ q })} />
      {shown.map((row) => (
        <FilterChip
          key={row.key}
          row={row}
          filter={filter}
          startOpen={row.key === adding}
          onClosed={() => setAdding(null)}
        />
      ))}
      <Dropdown
        trigger={['click']}
        menu={{
          items: addable.map((row) => ({ key: row.key, label: t(row.label) })),
          onClick: ({ key }) => setAdding(key),
        }}
      >
        <Button type="dashed" icon={<PlusOutlined />}>
          {t('ledger.addFilter')}
        </Button>
      </Dropdown>
      {children}
    </div>
  );
}

function SearchWords({
  words,
  input,
  onSearch,
}: {
  words: string;
  input: React.RefObject<InputRef | null>;
  onSearch: (words: string) => void;
}) {
  const isPhone = useIsPhone();
  return (
    <Input.Search
      ref={input}
      className="filter-words"
      defaultValue={words}
      allowClear
      placeholder={t(isPhone ? 'ledger.searchWords' : 'ledger.searchHint')}
      aria-label={t('ledger.searchWords')}
      onSearch={(text) => onSearch(text.trim())}
    />
  );
}

function FilterChip({
  row,
  filter,
  startOpen,
  onClosed,
}: {
  row: ChipRow;
  filter: LedgerFilter;
  startOpen: boolean;
  onClosed: () => void;
}) {
  const [open, setOpen] = useState(false);
  const values = useChipValues(row, filter.query);
  const closed = useRef(onClosed);
  closed.current = onClosed;
  useEffect(() => {
    if (startOpen) setOpen(true);
  }, [startOpen]);
  const text = values.length > 0 ? values.join('、') : t('ledger.choose');
  const { Editor } = row;
  const label = (
    <button type="button" className="chip-label" aria-expanded={Editor ? open : undefined}>
      {t(row.label)}
      <span className="chip-value">{text}</span>
    </button>
  );
  return (
    <span className="chip">
      {Editor ? (
        <Popover
          trigger="click"
          placement="bottomLeft"
          arrow={false}
          open={open}
          onOpenChange={(next) => {
            setOpen(next);
            if (!next) closed.current();
          }}
          content={<Editor query={filter.query} change={filter.change} />}
        >
          {label}
        </Popover>
      ) : (
        label
      )}
      <button
        type="button"
        className="chip-remove"
        aria-label={t('ledger.removeFilter', { name: t(row.label) })}
        onClick={() => {
          filter.change(row.cleared);
          onClosed();
        }}
      >
        ×
      </button>
    </span>
  );
}
