import { Segmented } from 'antd';
import { decisionLabels } from '@xiaohao/messages';
import { countOf, rowDecisions, type RowFilterValue, type SheetRows } from '../../api/import-outline.js';
import { labelOf, t } from '../../language.js';

/**
 * Which rows are shown, by what is to become of them: only what occurs, besides all and what needs somebody; among the known
 * ones those that leave something to a person after storing.
 */
export function RowFilter({
  rows,
  value,
  onChange,
}: {
  rows: SheetRows;
  value: RowFilterValue;
  onChange: (value: RowFilterValue) => void;
}) {
  const shown = rowDecisions.filter((one) => one === 'attention' || one === value || countOf(rows, one) > 0);
  return (
    <Segmented
      value={value}
      onChange={onChange}
      options={[
        { value: 'all' as RowFilterValue, label: t('import.allRows', { count: countOf(rows, 'all') }) },
        ...shown.map((one) => ({
          value: one as RowFilterValue,
          label: `${labelOf(decisionLabels, one)} ${countOf(rows, one)}`,
        })),
        ...(value === 'held' || countOf(rows, 'held') > 0
          ? [{ value: 'held' as RowFilterValue, label: t('import.heldRows', { count: countOf(rows, 'held') }) }]
          : []),
      ]}
    />
  );
}
