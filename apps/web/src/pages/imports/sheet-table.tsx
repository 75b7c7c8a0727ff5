import { useEffect, useMemo, useRef, useSyncExternalStore, type KeyboardEvent } from 'react';
import type { RowFilterValue } from '../../api/import-outline.js';
import type { ImportEdit, ImportSheet } from '../../api/imports.js';
import { t } from '../../language.js';
import type { Place } from './check-keys.js';
import type { ColumnSamples } from './column-samples.js';
import { MeaningSelect } from './meaning-select.js';
import { RowBlock, type SheetFrame } from './row-block.js';
import type { RowStore } from './row-store.js';
import { decisionWidth, rowNoWidth, titleWidth } from './sheet-row.js';
import { useKeptScroll, type Sitting } from './sitting.js';

const rowsPerBlock = 25;
const headHeight = 58;

interface Props {
  importId: string;
  sheet: ImportSheet;
  samples: ColumnSamples;
  accepted: readonly string[];
  /** Where somebody left off. */
  begin: Partial<Sitting> | null;
  /** First rows of the tickets shown. */
  rows: readonly number[];
  filter: RowFilterValue;
  store: RowStore;
  place: Place | null;
  highlightRow: number | null;
  busy: boolean;
  onChange: (edit: ImportEdit) => void;
}

/**
 * The sheet in its own columns; header cells carry the meaning we read, cells show the raw text and what we made of it.
 * Of thousands of rows those near the visible part are fetched and drawn, block by block.
 */
export function SheetTable(props: Props) {
  const { importId, sheet, samples, accepted, begin, rows, filter, store, place, highlightRow, busy, onChange } = props;
  const { name, columns, headings } = sheet;
  const letters = useMemo(() => weightyFirst(columns), [columns]);
  const isTitled = columns[letters[0] ?? ''] === 'title';
  const besideTitle = rowNoWidth + decisionWidth(isTitled);
  const frame = useRef<HTMLDivElement>(null);
  const edits = useRef(onChange);
  edits.current = onChange;
  const wanted = place?.row ?? highlightRow;
  const holder = wanted === null ? null : holderOf(rows, wanted);
  useShown(frame, store, holder, place);
  useKeptScroll(importId, frame, begin);
  const context = useMemo((): SheetFrame => {
    return { frame, edits, store, sheet: name, letters: letters.join(','), columns, headings, accepted, filter };
  }, [store, name, letters, columns, headings, accepted, filter]);
  const blocks = useMemo(
    () =>
      Array.from({ length: Math.ceil(rows.length / rowsPerBlock) }, (_, at) =>
        rows.slice(at * rowsPerBlock, (at + 1) * rowsPerBlock),
      ),
    [rows],
  );
  return (
    <div
      className="table-scroll sheet-frame"
      ref={frame}
      aria-busy={busy}
      onKeyDown={moveBetweenCells}
      style={{ scrollPaddingLeft: besideTitle + (isTitled ? titleWidth : 0), scrollPaddingTop: headHeight }}
    >
      <table className="table sheet">
        <colgroup>
          <col style={{ width: rowNoWidth }} />
          <col style={{ width: decisionWidth(isTitled) }} />
          {letters.map((letter) => (
            <col key={letter} style={{ width: widthOf(sheet.columns[letter]!) }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th className="frozen" style={{ left: 0 }}>
              {t('import.rowNo')}
            </th>
            <th className="frozen" style={{ left: rowNoWidth }}>
              {t('import.decision')}
            </th>
            {letters.map((letter, at) => (
              <th
                key={letter}
                className={isTitled && at === 0 ? 'frozen frozen-title' : undefined}
                style={isTitled && at === 0 ? { left: besideTitle } : undefined}
              >
                <span className="sheet-heading cut" title={sheet.headings[letter]}>
                  <span className="faint">{letter}</span> {sheet.headings[letter]}
                </span>
                <MeaningSelect
                  className={sheet.unread.includes(letter) ? 'sheet-meaning is-unread' : 'sheet-meaning'}
                  column={{ letter, heading: headings[letter] ?? '', samples: samples.get(letter) ?? [] }}
                  columns={columns}
                  disabled={busy}
                  onChange={(meaning) => onChange({ columns: [{ sheet: name, column: letter, meaning }] })}
                />
              </th>
            ))}
          </tr>
        </thead>
        {blocks.map((block, at) => (
          <RowBlock key={at} at={at} rows={block} context={context} wanted={holder} />
        ))}
      </table>
    </div>
  );
}

export function lettersOf(columns: ImportSheet['columns']): string[] {
  return Object.keys(columns).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

/** What a row is checked by: of one weight in the order of the sheet, and so is all that has none. */
const weighty: readonly string[] = [
  'title',
  'leadUnit',
  'deadline',
  'struckOff',
  'status',
  'progressPercent',
  'progress',
];

function weightyFirst(columns: ImportSheet['columns']): string[] {
  const weightOf = (letter: string) => {
    const at = weighty.indexOf(columns[letter]!);
    return at < 0 ? weighty.length : at;
  };
  return lettersOf(columns).sort((a, b) => weightOf(a) - weightOf(b));
}

/** The ticket the row belongs to: the last that begins in it or above. */
function holderOf(rows: readonly number[], wanted: number): number | null {
  let holder: number | null = null;
  for (const row of rows) if (row <= wanted) holder = row;
  return holder;
}

/** Brings a place into sight, its block first, which then is fetched, and then the cell itself. */
function useShown(
  frame: { readonly current: HTMLDivElement | null },
  store: RowStore,
  row: number | null,
  place: Props['place'],
): void {
  const revision = useSyncExternalStore(store.watch, store.revision);
  const done = useRef<unknown>(null);
  const target = place ?? row;
  useEffect(() => {
    if (row === null || done.current === target) return;
    const line = frame.current?.querySelector(`[data-row="${row}"]`);
    const cell = place?.cell && line?.querySelector(`[data-cell="${place.cell.replace(/\d/g, '')}"]`);
    const shown = cell || line;
    if (shown) done.current = target;
    // The keyboard goes where somebody is led, not where a link of another page points.
    if (shown && place) (cell || line)?.querySelector<HTMLElement>('button.cell')?.focus({ preventScroll: true });
    const blocks = [...(frame.current?.querySelectorAll<HTMLElement>('[data-from]') ?? [])];
    const block = blocks.filter((one) => Number(one.dataset['from']) <= row).at(-1);
    (shown ?? block)?.scrollIntoView({ block: shown ? 'center' : 'start', inline: shown ? 'center' : 'nearest' });
  }, [frame, row, place, target, revision]);
}

const steps: Readonly<Record<string, readonly [rows: number, cells: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys go from cell to cell, as in a spreadsheet; Enter opens the one they stand in. */
function moveBetweenCells(event: KeyboardEvent<HTMLDivElement>): void {
  const step = steps[event.key];
  const cell = (event.target as HTMLElement).closest('button.cell')?.closest('td');
  if (!step || !cell) return;
  const row = cell.parentElement as HTMLTableRowElement;
  const next = step[0] === 0 ? row : step[0] < 0 ? rowAbove(row) : rowBelow(row);
  const target = next?.children[cell.cellIndex + step[1]]?.querySelector<HTMLElement>('button.cell');
  if (!target) return;
  event.preventDefault();
  target.focus();
}

/** Over the border of a block too. */
const rowAbove = (row: Element) =>
  row.previousElementSibling ?? row.parentElement?.previousElementSibling?.lastElementChild;
const rowBelow = (row: Element) => row.nextElementSibling ?? row.parentElement?.nextElementSibling?.firstElementChild;

const wide: readonly string[] = ['title', 'description', 'measures', 'progress', 'item'];

function widthOf(meaning: string): number {
  if (wide.includes(meaning)) return 240;
  return meaning === 'seq' ? 76 : 136;
}
