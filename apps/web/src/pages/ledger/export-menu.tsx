import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
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

/** Which form the ledger comes out in: those that fit what is shown stand first. */
export function ExportMenu({ query }: { query: string }) {
  const kind = new URLSearchParams(query).get('kind') ?? '';
  const fitting: readonly LayoutName[] = layoutsOfKind[kind as keyof typeof layoutsOfKind] ?? ['general'];
  const layouts = [...fitting, ...allLayouts.filter((layout) => !fitting.includes(layout))];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: layouts.map((layout) => ({
          key: layout,
          label: (
            <a href={`/api/exports/ledger.xlsx?${query}${query ? '&' : ''}layout=${layout}`} className="export-layout">
              <span>{t(`ledger.layout.${layout}`)}</span>
              <small className="faint">{t(`ledger.layoutHint.${layout}`)}</small>
            </a>
          ),
        })),
      }}
    >
      <Button type="text">
        {t('ledger.export')} <DownOutlined className="caret" />
      </Button>
    </Dropdown>
  );
}
