import { DownOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Dropdown, Input, Popover } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMay, useMe } from '../../api/session.js';
import { ButtonLink } from '../../components/button-link.js';
import { useKept } from '../../components/kept.js';
import { useIsPhone } from '../../components/phone.js';
import { t } from '../../language.js';
import { ExportMenu } from './export-menu.js';
import type { LedgerFilter } from './filter-bar.js';
import { columnsAtFirst, ledgerColumns } from './ledger-columns.js';
import type { Printing } from './ledger-print.js';
import { readFilter } from './ledger-filter.js';

interface SavedView {
  name: string;
  address: string;
}

const sorts = ['dueOn', '-dueOn', '-updatedAt'] as const;

/** Views, order, grouping, columns and export: how the list looks, not what is in it. */
export function LedgerTools({
  filter,
  columnKeys,
  onColumns,
  printing,
}: {
  filter: LedgerFilter;
  columnKeys: readonly string[];
  onColumns: (keys: readonly string[]) => void;
  printing: Printing;
}) {
  const [params, setParams] = useSearchParams();
  const isPhone = useIsPhone();
  const mayExport = useMay('ticket.export');
  const mayLookBack = useMay('dashboard.read');
  const sort = filter.query.sort ?? 'dueOn';
  const grouped = params.get('group') === 'item';
  const group = (by: string) =>
    setParams((present) => {
      const next = new URLSearchParams(present);
      if (by === 'item') next.set('group', 'item');
      else next.delete('group');
      return next;
    });
  const sortMenu = (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [sort],
        items: sorts.map((key) => ({ key, label: t(`ledger.sort.${key}`) })),
        onClick: ({ key }) => filter.change({ sort: key === 'dueOn' ? null : key }),
      }}
    >
      <Button type="text">
        {t(`ledger.sort.${sort}`)} <DownOutlined className="caret" />
      </Button>
    </Dropdown>
  );
  if (isPhone) return <div className="ledger-tools">{sortMenu}</div>;
  return (
    <div className="ledger-tools">
      <SavedViews />
      {sortMenu}
      <Dropdown
        trigger={['click']}
        menu={{
          selectable: true,
          selectedKeys: [grouped ? 'item' : 'none'],
          items: [
            { key: 'none', label: t('ledger.groupNone') },
            { key: 'item', label: t('ledger.groupItem') },
          ],
          onClick: ({ key }) => group(key),
        }}
      >
        <Button type="text">
          {t('ledger.group')} <DownOutlined className="caret" />
        </Button>
      </Dropdown>
      {mayLookBack && (
        <ButtonLink to="/tickets/on-day" type="text">
          {t('ledger.onDay')}
        </ButtonLink>
      )}
      <ColumnChoice columnKeys={columnKeys} onColumns={onColumns} />
      <Button
        type="text"
        loading={printing.isPreparing}
        title={printing.isPreparing ? t('ledger.printing') : undefined}
        onClick={printing.print}
      >
        {t('state.print')}
      </Button>
      {mayExport && <ExportMenu query={exportQuery(params)} />}
    </div>
  );
}

/** The same question as the list asks, so that the file holds exactly what is seen. */
export function exportQuery(params: URLSearchParams): string {
  const query = Object.entries(readFilter(params)).map(([field, value]) => [field, [value].flat().join(',')]);
  return new URLSearchParams(query as [string, string][]).toString();
}

function ColumnChoice({
  columnKeys,
  onColumns,
}: {
  columnKeys: readonly string[];
  onColumns: (keys: readonly string[]) => void;
}) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={
        <div className="column-choice">
          <Checkbox.Group
            className="chip-checks"
            value={[...columnKeys]}
            onChange={(keys) => onColumns(keys)}
            options={ledgerColumns.map((column) => ({
              value: column.key,
              label: column.title,
              disabled: column.key === 'no' || column.key === 'title',
            }))}
          />
          <Button type="link" size="small" onClick={() => onColumns(columnsAtFirst)}>
            {t('ledger.columnsReset')}
          </Button>
        </div>
      }
    >
      <Button type="text">
        {t('ledger.columns')} <DownOutlined className="caret" />
      </Button>
    </Popover>
  );
}

function SavedViews() {
  const { data: me } = useMe();
  const { message } = App.useApp();
  const [params, setParams] = useSearchParams();
  const [views, setViews] = useKept<readonly SavedView[]>(`views.${me?.id ?? ''}`, []);
  const [open, setOpen] = useState(false);
  const save = (name: string) => {
    if (!name.trim()) return;
    const address = new URLSearchParams(params);
    address.delete('open');
    setViews([
      ...views.filter((view) => view.name !== name.trim()),
      { name: name.trim(), address: address.toString() },
    ]);
    void message.success(t('ledger.viewSaved'));
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="saved-views">
          {views.length === 0 && <p className="faint">{t('ledger.noViews')}</p>}
          {views.map((view) => (
            <p key={view.name} className="saved-view">
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  setParams(new URLSearchParams(view.address));
                  setOpen(false);
                }}
              >
                {view.name}
              </button>
              <button
                type="button"
                className="chip-remove"
                aria-label={t('ledger.viewRemove', { name: view.name })}
                onClick={() => setViews(views.filter((one) => one !== view))}
              >
                ×
              </button>
            </p>
          ))}
          <Input.Search
            placeholder={t('ledger.viewName')}
            enterButton={t('ledger.viewSave')}
            maxLength={30}
            onSearch={save}
          />
        </div>
      }
    >
      <Button type="text">
        {t('ledger.savedViews')} <DownOutlined className="caret" />
      </Button>
    </Popover>
  );
}
