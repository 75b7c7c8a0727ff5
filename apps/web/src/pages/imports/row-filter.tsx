import { Segmented } from 'antd';
import { decisionLabels } from '@xiaohao/messages';
import { countOf, rowGroups, type RowFilterValue, type SheetRows } from '../../api/import-outline.js';
import { labelOf, t } from '../../language.js';

/** Which rows are shown, by the one group each is in: only what occurs, besides all and what needs somebody. */
export function RowFilter({
  rows,
  value,
  onChange,
}: {
  rows: SheetRows;
  value: RowFilterValue;
  onChange: (value: RowFilterValue) => void;
}) {
  const shown = rowGroups.filter((one) => one === 'attention' || one === value || countOf(rows, one) > 0);
  return (
    <Segmented
      value={value}
      onChange={onChange}
      options={[
        { value: 'all' as RowFilterValue, label: t('import.allRows', { count: countOf(rows, 'all') }) },
        ...shown.map((one) => ({
          value: one as RowFilterValue,
          label:
            one === 'held'
              ? t('import.heldRows', { count: countOf(rows, one) })
              : `${labelOf(decisionLabels, one)} ${countOf(rows, one)}`,
        })),
      ]}
    />
  );
}
