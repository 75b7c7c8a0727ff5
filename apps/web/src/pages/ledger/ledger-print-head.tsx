import { kindLabels } from '@xiaohao/messages';
import type { TicketQuery } from '../../api/tickets.js';
import { PrintHead } from '../../components/print-head.js';
import { labelOf, t } from '../../language.js';
import { chipRows, useChipValues, type ChipRow } from './filter-chips.js';
import { quickViewOf, quickViews } from './ledger-views.js';

const figures = new Intl.NumberFormat('en-US');

/** The printed ledger says by which conditions it was drawn up and how much of it is on the paper. */
export function LedgerPrintHead({
  query,
  first,
  loaded,
}: {
  query: TicketQuery;
  first: { total: number; totalIsExact: boolean };
  loaded: number;
}) {
  const tab = quickViews.find(({ key }) => key === quickViewOf(query));
  const rows = chipRows.filter((row) => row.isSet(query) && !(tab && (row.key === 'status' || row.key === 'overdue')));
  const total = `${figures.format(first.total)}${first.totalIsExact ? '' : '+'}`;
  const isWhole = first.totalIsExact && loaded >= first.total;
  const printed = figures.format(loaded);
  return (
    <PrintHead
      title={t('ledger.printTitle')}
      end={t(isWhole ? 'ledger.printCount' : 'ledger.printPart', { count: total, printed })}
    >
      {tab && <span>{t('ledger.printView', { view: t(tab.label) })}</span>}
      {query.kind && (
        <span>
          {t('column.kind')}：{query.kind.map((kind) => labelOf(kindLabels, kind)).join('、')}
        </span>
      )}
      {query.q && <span>{t('ledger.printWords', { words: query.q })}</span>}
      {rows.map((row) => (
        <Condition key={row.key} row={row} query={query} />
      ))}
    </PrintHead>
  );
}

function Condition({ row, query }: { row: ChipRow; query: TicketQuery }) {
  return (
    <span>
      {t(row.label)}：{useChipValues(row, query).join('、')}
    </span>
  );
}
