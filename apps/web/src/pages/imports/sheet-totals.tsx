import { previewStatusLabels } from '@xiaohao/messages';
import type { PreviewTicket } from '../../api/imports.js';
import { labelOf, t } from '../../language.js';

const unitsShown = 12;

/** Numbers a clerk can hold against the sheet: rows, tickets, and the tickets by unit, status and month of the deadline. */
export function SheetTotals({ tickets }: { tickets: readonly PreviewTicket[] }) {
  const rows = tickets.reduce((sum, ticket) => sum + ticket.rows.length, 0);
  const units = counted(tickets, ({ leadUnit }) => leadUnit ?? t('import.noUnit')).sort(([, a], [, b]) => b - a);
  const states = counted(tickets, ({ status }) => labelOf(previewStatusLabels, status));
  const months = counted(tickets, ({ deadline }) => deadline.date?.slice(0, 7) ?? t('import.noMonth')).sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  return (
    <details>
      <summary>{t('import.totals', { rows, count: tickets.length })}</summary>
      <Counts title={t('import.byUnit')} counts={units.slice(0, unitsShown)} />
      {units.length > unitsShown && (
        <p className="faint">{t('import.moreUnits', { count: units.length - unitsShown })}</p>
      )}
      <Counts title={t('import.byStatus')} counts={states} />
      <Counts title={t('import.byMonth')} counts={months} />
    </details>
  );
}

type Counted = [name: string, count: number];

function counted(tickets: readonly PreviewTicket[], nameOf: (ticket: PreviewTicket) => string): Counted[] {
  const counts = new Map<string, number>();
  for (const ticket of tickets) counts.set(nameOf(ticket), (counts.get(nameOf(ticket)) ?? 0) + 1);
  return [...counts];
}

function Counts({ title, counts }: { title: string; counts: readonly Counted[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {counts.map(([name, count]) => (
          <li key={name} className="total-line">
            {name} <span className="figures">{count}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
