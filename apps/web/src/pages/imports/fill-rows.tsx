import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { ImportEdit, ImportSheet } from '../../api/imports.js';
import { t } from '../../language.js';
import { addressOf, isPlaceless } from './cell-places.js';
import { meaningText } from './meaning-select.js';
import type { RowStore } from './row-store.js';
import { rowsMeant } from './rows-meant.js';

/** What an office asks of a ledger that others wrote. */
const asked = ['leadUnit', 'deadline', 'persons'] as const;
type Asked = (typeof asked)[number];
/** As many as one edit takes. */
const mostCells = 1000;

/** Writes who leads, by when and who acts into several rows at once, in a column of its own where the ledger has none. */
export function FillRows({
  sheet,
  rows,
  store,
  busy,
  onChange,
}: {
  sheet: ImportSheet;
  /** First rows of the tickets of the sheet. */
  rows: readonly number[];
  store: RowStore;
  busy: boolean;
  onChange: (edit: ImportEdit) => void;
}) {
  const [meaning, setMeaning] = useState<Asked>('leadUnit');
  const [named, setNamed] = useState('');
  const [text, setText] = useState('');
  if (sheet.role !== 'ledger') return null;
  const letter = Object.keys(sheet.columns).find((one) => /^[A-Z]+$/.test(one) && sheet.columns[one] === meaning);
  const meant = rowsMeant(named, rows) ?? [];
  const tooMany = meant.length > mostCells;
  const fill = () => {
    const cells = meant.flatMap((row) => {
      const ticket = store.get(sheet.name, row);
      if (ticket && isPlaceless(ticket, letter!)) return [];
      return { sheet: sheet.name, cell: ticket ? addressOf(ticket, letter!) : `${letter}${row}`, text };
    });
    onChange({ cells });
  };
  const add = () => onChange({ columns: [{ sheet: sheet.name, column: nextLetters(sheet), meaning }] });
  return (
    <details className="fill-rows">
      <summary>{t('import.fillRows')}</summary>
      <div className="fill-rows-fields">
        <Segmented
          size="small"
          value={meaning}
          onChange={setMeaning}
          options={asked.map((value) => ({ value, label: meaningText(value) }))}
        />
        {letter ? (
          <>
            <Input
              size="small"
              value={named}
              onChange={(event) => setNamed(event.target.value)}
              placeholder={t('import.fillWhich')}
              aria-label={t('import.fillWhich')}
            />
            <Input
              size="small"
              value={text}
              onChange={(event) => setText(event.target.value)}
              placeholder={t('import.fillWith')}
              aria-label={t('import.fillWith')}
            />
            <Button size="small" disabled={busy || meant.length === 0 || tooMany || text.trim() === ''} onClick={fill}>
              {tooMany ? t('import.fillFewer', { most: mostCells }) : t('import.fill', { count: meant.length })}
            </Button>
          </>
        ) : (
          <Button size="small" disabled={busy} onClick={add}>
            {t('import.addColumn', { meaning: meaningText(meaning) })}
          </Button>
        )}
      </div>
    </details>
  );
}

/** The letters behind the last column. */
function nextLetters({ columns }: ImportSheet): string {
  const numberOf = (letters: string) => [...letters].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0);
  let next = Math.max(0, ...Object.keys(columns).flatMap((one) => (/^[A-Z]+$/.test(one) ? numberOf(one) : []))) + 1;
  let letters = '';
  for (; next > 0; next = Math.floor((next - 1) / 26)) letters = String.fromCharCode(65 + ((next - 1) % 26)) + letters;
  return letters;
}
