import type { SheetDigest } from '../../api/imports.js';
import { t } from '../../language.js';
import type { Place } from './check-keys.js';

type Item = SheetDigest['told']['items'][number];

/** Findings that lead to their cells; what is said of many in the same words is said once. */
export function FindingLines({ items, onShow }: { items: readonly Item[]; onShow: (place: Place) => void }) {
  return (
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
  );
}

/** In the order it is first said. */
function said(items: readonly Item[]): { message: string; places: { row: number; cell: string }[] }[] {
  const lines = new Map<string, { row: number; cell: string }[]>();
  for (const { row, cell, message } of items) {
    const places = lines.get(message);
    // Rows share a merged cell.
    if (places?.some((place) => place.cell !== '' && place.cell === cell)) continue;
    if (places) places.push({ row, cell });
    else lines.set(message, [{ row, cell }]);
  }
  return [...lines].map(([message, places]) => ({ message, places }));
}
