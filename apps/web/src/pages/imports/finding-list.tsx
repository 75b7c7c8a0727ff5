import type { Finding, Import, ImportSheet, PreviewTicket } from '../../api/imports.js';
import { ignoredLabels } from '@xiaohao/messages';
import { labelOf, t } from '../../language.js';
import { needsYou } from './reading.js';
import { SheetTotals } from './sheet-totals.js';

const shownAtMost = 300;

/** Everything worth saying of this sheet, what needs a person first; each line leads to its cell. */
export function FindingList({
  one,
  sheet,
  tickets,
  onShow,
}: {
  one: Import;
  sheet: ImportSheet;
  tickets: readonly PreviewTicket[];
  onShow: (place: { row: number; cell: string | null }) => void;
}) {
  // What is left out has nothing to be told of.
  const read = tickets.filter(({ decision }) => decision !== 'skip');
  const found = read.flatMap((ticket) => ticket.issues.map((finding) => ({ ticket, finding })));
  const first = found.filter(({ ticket, finding }) => needsYou(ticket, finding));
  const rest = found.filter(({ ticket, finding }) => !needsYou(ticket, finding));
  const ignored = one.ignored.filter((row) => row.sheet === sheet.name && row.why !== 'blank');
  return (
    <aside className="findings" aria-label={t('import.findings')}>
      <p className="faint">{sheet.why}</p>
      {tickets.some(({ decision }) => decision === 'update') && <p className="faint">{t('import.updateRule')}</p>}
      <SheetTotals tickets={tickets} />
      {found.length === 0 && <p className="findings-none">{t('import.noFindings')}</p>}
      <Group title={t('import.needsYou', { count: first.length })} lines={first} strong onShow={onShow} />
      <Group title={t('import.told', { count: rest.length })} lines={rest} onShow={onShow} />
      {ignored.length > 0 && (
        <details>
          <summary>{t('import.ignored', { count: ignored.length })}</summary>
          <ul>
            {ignored.map((row) => (
              <li key={row.row}>{t('import.ignoredRow', { row: row.row, why: labelOf(ignoredLabels, row.why) })}</li>
            ))}
          </ul>
        </details>
      )}
    </aside>
  );
}

function Group({
  title,
  lines,
  strong,
  onShow,
}: {
  title: string;
  lines: readonly { ticket: PreviewTicket; finding: Finding }[];
  strong?: boolean;
  onShow: (place: { row: number; cell: string | null }) => void;
}) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className={strong ? 'needs-you' : undefined}>{title}</h3>
      <ul>
        {lines.slice(0, shownAtMost).map(({ ticket, finding }, index) => (
          <li key={index}>
            <button type="button" className="finding" onClick={() => onShow({ row: ticket.row, cell: finding.cell })}>
              <b className="figures">{finding.cell ?? t('import.row', { row: ticket.row })}</b> {finding.message}
            </button>
          </li>
        ))}
      </ul>
      {lines.length > shownAtMost && (
        <p className="faint">{t('import.moreFindings', { count: lines.length - shownAtMost })}</p>
      )}
    </section>
  );
}
