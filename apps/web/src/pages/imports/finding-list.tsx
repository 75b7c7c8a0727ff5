import type { ReactNode } from 'react';
import { ignoredLabels } from '@xiaohao/messages';
import type { RowDecision } from '../../api/import-outline.js';
import { useSheetDigest, type Import, type ImportSheet, type SheetDigest } from '../../api/imports.js';
import { labelOf, t } from '../../language.js';
import { SheetTotals } from './sheet-totals.js';

type OnShow = (place: { row: number; cell: string | null }) => void;

/** Everything worth saying of this sheet, what needs a person first; each line leads to its cell. */
export function FindingList({
  one,
  sheet,
  decision,
  reading,
  onShow,
}: {
  one: Import;
  sheet: ImportSheet;
  /** Only of rows that are to become this. */
  decision: RowDecision | null;
  /** How the sheet is read. */
  reading: ReactNode;
  onShow: OnShow;
}) {
  const { data: digest } = useSheetDigest(one, sheet.name, decision);
  const ignored = one.ignored.filter((row) => row.sheet === sheet.name && row.why !== 'blank');
  return (
    <aside className="findings" aria-label={t('import.findings')}>
      {reading}
      <OfSheet findings={sheet.findings ?? []} />
      {digest && (
        <>
          {digest.updates > 0 && <p className="faint">{t('import.updateRule')}</p>}
          <SheetTotals digest={digest} />
          {digest.needsYou.count + digest.told.count + (sheet.findings ?? []).length === 0 && (
            <p className="findings-none">{t('import.noFindings')}</p>
          )}
          <Group
            title={t('import.needsYou', { count: digest.needsYou.count })}
            found={digest.needsYou}
            strong
            onShow={onShow}
          />
          <Group title={t('import.told', { count: digest.told.count })} found={digest.told} onShow={onShow} />
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
    </aside>
  );
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

function Group({
  title,
  found: { count, items },
  strong,
  onShow,
}: {
  title: string;
  found: SheetDigest['told'];
  strong?: boolean;
  onShow: OnShow;
}) {
  if (count === 0) return null;
  return (
    <section>
      <h3 className={strong ? 'needs-you' : undefined}>{title}</h3>
      <ul>
        {said(items).map(({ message, places }) => (
          <li key={message} className={places.length > 1 ? 'finding-group' : undefined}>
            {places.length > 1 && <span>{message}</span>}
            {places.map(({ row, cell }, index) => (
              <button key={index} type="button" className="finding" onClick={() => onShow({ row, cell })}>
                <b className="figures">{cell || t('import.row', { row })}</b> {places.length === 1 && message}
              </button>
            ))}
          </li>
        ))}
      </ul>
      {count > items.length && <p className="faint">{t('import.moreFindings', { count: count - items.length })}</p>}
    </section>
  );
}

/** What is said of many cells in the same words is said once, in the order it is first said. */
function said(items: SheetDigest['told']['items']): { message: string; places: { row: number; cell: string }[] }[] {
  const lines = new Map<string, { row: number; cell: string }[]>();
  for (const { row, cell, message } of items) {
    const places = lines.get(message);
    if (places) places.push({ row, cell });
    else lines.set(message, [{ row, cell }]);
  }
  return [...lines].map(([message, places]) => ({ message, places }));
}
