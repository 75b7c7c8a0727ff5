import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useLedgerLayouts } from '../../api/ledger-layouts.js';
import { t } from '../../language.js';

/** By kind the forms people of that trade know; the general one serves all. */
const layoutsOfKind = {
  inspection_issue: ['inspection', 'inspection_six', 'inspection_strike_off'],
  hazard: ['hazard', 'hazard_major'],
  supervision_item: ['supervision'],
  key_task: ['task'],
} as const;

type LayoutName = (typeof layoutsOfKind)[keyof typeof layoutsOfKind][number] | 'general';
const allLayouts: readonly LayoutName[] = ['general', ...Object.values(layoutsOfKind).flat()];

/** Which form the ledger comes out in: the bureau's own of this kind first, then the house forms that fit. */
export function ExportMenu({ query }: { query: string }) {
  const [asked, setAsked] = useState(false);
  const { data: own = [] } = useLedgerLayouts({ enabled: asked });
  const asks = new URLSearchParams(query);
  const kind = asks.get('kind') ?? '';
  const fitting: readonly LayoutName[] = layoutsOfKind[kind as keyof typeof layoutsOfKind] ?? ['general'];
  const house = [...fitting, ...allLayouts.filter((layout) => !fitting.includes(layout))].map((layout) =>
    choice(query, layout, t(`ledger.layout.${layout}`), t(`ledger.layoutHint.${layout}`)),
  );
  const ours = own
    .filter((layout) => kind === '' || kind.split(',').includes(layout.kind))
    .map(({ id, name, columns }) => choice(query, id, name, t('layouts.ownHint', { count: columns.length })));
  const groups: MenuProps['items'] = [
    ...(ours.length > 0
      ? [
          { key: 'own', type: 'group' as const, label: t('layouts.own'), children: ours },
          { key: 'house', type: 'group' as const, label: t('layouts.house'), children: house },
        ]
      : house),
    { key: 'line', type: 'divider' },
    ...(asks.has('status')
      ? []
      : [{ key: 'cancelled', disabled: true, label: <small>{t('layouts.withoutCancelled')}</small> }]),
    { key: 'manage', label: <Link to="/ledger-layouts">{t('layouts.manage')}</Link> },
  ];
  return (
    <Dropdown trigger={['click']} onOpenChange={() => setAsked(true)} menu={{ items: groups }}>
      <Button type="text">
        {t('ledger.export')} <DownOutlined className="caret" />
      </Button>
    </Dropdown>
  );
}

function choice(query: string, layout: string, name: string, hint: string) {
  return {
    key: layout,
    label: (
      <a href={`/api/exports/ledger.xlsx?${query}${query ? '&' : ''}layout=${layout}`} className="export-layout">
        <span>{name}</span>
        <small className="faint">{hint}</small>
      </a>
    ),
  };
}
