import type { ReactNode } from 'react';
import { ignoredLabels } from '@xiaohao/messages';
import { countOf, rowsOfSheet, type RowFilterValue } from '../../api/import-outline.js';
import type { Import, ImportEdit, ImportSheet, SheetDigest } from '../../api/imports.js';
import { useIsPhone } from '../../components/phone.js';
import { labelOf, t } from '../../language.js';
import { AcceptedList, AssumptionGroups } from './assumptions.js';
import type { Place } from './check-keys.js';
import { MarkedFile } from './commit-foot.js';
import { FindingLines } from './finding-lines.js';
import { SheetTotals } from './sheet-totals.js';

/** Everything worth saying of this sheet, what needs a person first; each line leads to its cell. */
export function FindingList({
  one,
  sheet,
  only,
  digest,
  accepted,
  busy,
  onChange,
  reading,
  onShow,
}: {
  one: Import;
  sheet: ImportSheet;
  /** Rows that are shown; the digest is of them. */
  only: RowFilterValue;
  digest: SheetDigest | undefined;
  /** Assumptions that are let stand. */
  accepted: readonly string[];
  busy: boolean;
  onChange: (edit: ImportEdit) => void;
  /** How the sheet is read. */
  reading: ReactNode;
  onShow: (place: Place) => void;
}) {
  const isPhone = useIsPhone();
  const ignored = one.ignored.filter((row) => row.sheet === sheet.name && row.why !== 'blank');
  const change = { sheet: sheet.name, busy, onChange };
  const rows = rowsOfSheet(one, sheet.name);
  const held = countOf(rows, 'held');
  const doubles = only === 'all' ? countOf(rows, 'duplicate') : 0;
  const body = (
    <>
      {reading}
      <OfSheet findings={sheet.findings ?? []} />
      {digest && (
        <>
          {digest.updates > 0 && <p className="faint">{t('import.updateRule')}</p>}
          {(digest.rows > 0 || only === 'all') && <SheetTotals digest={digest} doubles={doubles} />}
          {digest.needsYou.count + digest.told.count + (sheet.findings ?? []).length === 0 && (
            <p className="findings-none">{nothingFound(one, held)}</p>
          )}
          {digest.needsYou.count > 0 && (
            <section>
              <h3 className="needs-you">{t('import.needsYou', { count: digest.needsYou.count })}</h3>
              <FindingLines items={digest.needsYou.items} onShow={onShow} />
              <More found={digest.needsYou} />
            </section>
          )}
          {digest.told.count > 0 && (
            <section>
              <h3>{t('import.told', { count: digest.told.count })}</h3>
              <AssumptionGroups items={digest.told.items} onShow={onShow} {...change} />
              <More found={digest.told} />
            </section>
          )}
          <AcceptedList accepted={accepted} {...change} />
        </>
      )}
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
    </>
  );
  if (!isPhone) {
    return (
      <aside className="findings" aria-label={t('import.findings')}>
        {body}
      </aside>
    );
  }
  const count = (digest?.needsYou.count ?? 0) + (digest?.told.count ?? 0);
  return (
    <details className="findings" aria-label={t('import.findings')}>
      <summary>{t('import.findingsCount', { count })}</summary>
      {body}
      <MarkedFile one={one} />
    </details>
  );
}

function nothingFound({ counts }: Import, held: number): string {
  const isAllUnchanged = (counts.unchanged ?? 0) > 0 && counts.unchanged === counts.tickets && !counts.held;
  if (isAllUnchanged) return t('import.allUnchanged', { count: counts.tickets ?? 0 });
  return held > 0 ? t('import.onlyHeld', { count: held }) : t('import.noFindings');
}

function More({ found: { count, items } }: { found: SheetDigest['told'] }) {
  return count > items.length ? (
    <p className="faint">{t('import.moreFindings', { count: count - items.length })}</p>
  ) : null;
}

/** What was not understood of the sheet as a whole, before anything is said of its rows. */
function OfSheet({ findings }: { findings: NonNullable<ImportSheet['findings']> }) {
  if (findings.length === 0) return null;
  return (
    <section>
      <h3>{t('import.ofSheet', { count: findings.length })}</h3>
      <ul>
        {findings.map(({ cell, code, message }) => (
          <li key={`${cell} ${code}`}>
            {cell && <b className="figures">{cell}</b>} {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
