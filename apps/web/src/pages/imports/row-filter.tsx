import { Segmented } from 'antd';
import { decisionLabels } from '@xiaohao/messages';
import type { PreviewTicket } from '../../api/imports.js';
import { labelOf, t } from '../../language.js';

const order = ['attention', 'create', 'update', 'unchanged', 'duplicate', 'skip'] as const;
export type RowFilterValue = 'all' | (typeof order)[number];

/** Which rows are shown, by what is to become of them; only what occurs, besides all and what needs somebody. */
export function RowFilter({
  tickets,
  value,
  onChange,
}: {
  tickets: readonly PreviewTicket[];
  value: RowFilterValue;
  onChange: (value: RowFilterValue) => void;
}) {
  const counts = new Map<string, number>();
  for (const { decision } of tickets) counts.set(decision, (counts.get(decision) ?? 0) + 1);
  const shown = order.filter((one) => one === 'attention' || one === value || counts.has(one));
  return (
    <Segmented
      value={value}
      onChange={onChange}
      options={[
        { value: 'all' as RowFilterValue, label: t('import.allRows', { count: tickets.length }) },
        ...shown.map((one) => ({
          value: one as RowFilterValue,
          label: `${labelOf(decisionLabels, one)} ${counts.get(one) ?? 0}`,
        })),
      ]}
    />
  );
}

export function rowsShown(tickets: readonly PreviewTicket[], filter: RowFilterValue): readonly PreviewTicket[] {
  return filter === 'all' ? tickets : tickets.filter(({ decision }) => decision === filter);
}
