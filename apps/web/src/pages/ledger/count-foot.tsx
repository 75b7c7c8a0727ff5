import { useState } from 'react';
import { useExactCount, type TicketQuery } from '../../api/tickets.js';
import { useIsPhone } from '../../components/phone.js';
import { t } from '../../language.js';

const figures = new Intl.NumberFormat('en-US');

/** `共 61 件`, or `1,000+` until the exact number is asked for. */
export function CountFoot({
  query,
  first,
  loaded,
}: {
  query: TicketQuery;
  first: { total: number; totalIsExact: boolean };
  loaded: number;
}) {
  const [wanted, setWanted] = useState<TicketQuery | null>(null);
  const isPhone = useIsPhone();
  const exact = useExactCount(query, wanted === query && !first.totalIsExact);
  const known = first.totalIsExact ? first.total : exact.data?.total;
  return (
    <>
      <span className="figures">
        {known !== undefined ? (
          t('ledger.count', { count: figures.format(known) })
        ) : (
          <button
            type="button"
            className="link-button"
            disabled={exact.isFetching}
            title={t('ledger.countAll')}
            onClick={() => setWanted(query)}
          >
            {t('ledger.countAtLeast', { count: figures.format(first.total) })}
          </button>
        )}
        {loaded < (known ?? Infinity) && (
          <span className="faint"> {t('ledger.loaded', { count: figures.format(loaded) })}</span>
        )}
      </span>
      {!isPhone && <span className="faint keys-hint">{t('ledger.keys')}</span>}
    </>
  );
}
