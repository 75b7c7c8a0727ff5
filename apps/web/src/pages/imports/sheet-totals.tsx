import { previewStatusLabels } from '@xiaohao/messages';
import type { SheetDigest } from '../../api/imports.js';
import { labelOf, t } from '../../language.js';

const unitsShown = 12;

type Counted = readonly { name: string | null; count: number }[];

/** Numbers a clerk can hold against the sheet: rows, tickets, and the tickets by unit, status and month of the deadline. */
export function SheetTotals({
  digest: { tickets, rows, units, statuses, months },
  doubles,
}: {
  digest: SheetDigest;
  /** Of the sheet, left out unless somebody wants them. */
  doubles: number;
}) {
  return (
    <details>
      <summary>
        {t('import.totals', { rows, count: tickets })}
        {doubles > 0 && t('import.totalsDouble', { count: doubles })}
      </summary>
      <Counts title={t('import.byUnit')} counts={units.slice(0, unitsShown)} none={t('import.noUnit')} />
      {units.length > unitsShown && (
        <p className="faint">{t('import.moreUnits', { count: units.length - unitsShown })}</p>
      )}
      <Counts
        title={t('import.byStatus')}
        counts={statuses.map(({ name, count }) => ({ name: labelOf(previewStatusLabels, name ?? ''), count }))}
      />
      <Counts title={t('import.byMonth')} counts={months} none={t('import.noMonth')} />
    </details>
  );
}

function Counts({ title, counts, none = '' }: { title: string; counts: Counted; none?: string }) {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {counts.map(({ name, count }) => (
          <li key={name} className="total-line">
            {name ?? none} <span className="figures">{count}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
