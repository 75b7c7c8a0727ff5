import { Select } from 'antd';
import { memo, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { columnMeaningLabels, decisionLabels } from '@xiaohao/messages';
import type { ImportEdit, ImportSheet, PreviewTicket } from '../../api/imports.js';
import { LoadMore } from '../../components/load-more.js';
import { labelOf, labelText, t } from '../../language.js';
import { EditableCell } from './editable-cell.js';

const rowsAtOnce = 150;
const rowNoWidth = 52;
const decisionWidth = 188;
const headHeight = 58;

type Meaning = NonNullable<ImportEdit['columns']>[number]['meaning'];

interface Props {
  sheet: ImportSheet;
  tickets: readonly PreviewTicket[];
  place: { row: number; cell: string | null } | null;
  highlightRow: number | null;
  busy: boolean;
  onChange: (edit: ImportEdit) => void;
}

/** The sheet in its own columns; header cells carry the meaning we read, cells show the raw text and what we made of it. */
export function SheetTable({ sheet, tickets, place, highlightRow, busy, onChange }: Props) {
  const [shown, setShown] = useState(rowsAtOnce);
  const letters = Object.keys(sheet.columns).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const frame = useRef<HTMLDivElement>(null);
  const wanted = place?.row ?? highlightRow;
  const at = wanted === null ? -1 : tickets.findIndex(({ rows }) => rows.includes(wanted));
  if (at >= shown) setShown(at + rowsAtOnce);
  useEffect(() => {
    if (at < 0) return;
    const row = frame.current?.querySelector(`[data-row="${tickets[at]!.row}"]`);
    const cell = place?.cell && row?.querySelector(`[data-cell="${place.cell.replace(/\d/g, '')}"]`);
    (cell || row)?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [at, place, tickets]);
  const edits = useRef(onChange);
  edits.current = onChange;
  return (
    <div
      className="table-scroll sheet-frame"
      ref={frame}
      aria-busy={busy}
      onKeyDown={moveBetweenCells}
      style={{ scrollPaddingLeft: rowNoWidth + decisionWidth, scrollPaddingTop: headHeight }}
    >
      <table className="table sheet">
        <colgroup>
          <col style={{ width: rowNoWidth }} />
          <col style={{ width: decisionWidth }} />
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
            {letters.map((letter) => (
              <th key={letter}>
                <span className="sheet-heading cut" title={sheet.headings[letter]}>
                  <span className="faint">{letter}</span> {sheet.headings[letter]}
                </span>
                <Select
                  size="small"
                  variant="borderless"
                  className="sheet-meaning"
                  popupMatchSelectWidth={false}
                  aria-label={t('import.meaning', { column: letter })}
                  value={sheet.columns[letter] as Meaning}
                  onChange={(meaning) => onChange({ columns: [{ sheet: sheet.name, column: letter, meaning }] })}
                  options={meaningOptions}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tickets.slice(0, shown).map((ticket, index) => (
            <SheetRow
              key={ticket.row}
              ticket={ticket}
              letters={letters.join(',')}
              columns={sheet.columns}
              isWanted={index === at}
              edits={edits}
            />
          ))}
        </tbody>
      </table>
      <LoadMore hasMore={shown < tickets.length} isLoading={false} onMore={() => setShown(shown + rowsAtOnce)} />
    </div>
  );
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
  const next = step[0] === 0 ? row : step[0] < 0 ? row.previousElementSibling : row.nextElementSibling;
  const target = next?.children[cell.cellIndex + step[1]]?.querySelector<HTMLElement>('button.cell');
  if (!target) return;
  event.preventDefault();
  target.focus();
}

const meaningOptions = Object.entries(columnMeaningLabels).map(([value, label]) => ({
  value: value as Meaning,
  label: labelText(label),
}));

const wide: readonly string[] = ['title', 'description', 'measures', 'progress', 'item'];

function widthOf(meaning: string): number {
  if (wide.includes(meaning)) return 240;
  return meaning === 'seq' ? 76 : 136;
}

const decisionChoices = ['auto', 'create', 'skip'] as const;
const choicesOfKnown = ['auto', 'update', 'create', 'skip'] as const;
type Choice = (typeof choicesOfKnown)[number];

const SheetRow = memo(function SheetRow({
  ticket,
  letters,
  columns,
  isWanted,
  edits,
}: {
  ticket: PreviewTicket;
  letters: string;
  columns: Record<string, string>;
  isWanted: boolean;
  edits: { readonly current: (edit: ImportEdit) => void };
}) {
  const { sheet, row, decision, match } = ticket;
  const choices: readonly Choice[] = match && ticket.changes.length > 0 ? choicesOfKnown : decisionChoices;
  return (
    <tr data-row={row} className={`${isWanted ? 'is-cursor' : ''} row-${decision}`}>
      <td className="frozen figures faint" style={{ left: 0 }}>
        {row}
      </td>
      <td className="frozen" style={{ left: rowNoWidth }}>
        <Select
          size="small"
          variant="borderless"
          className={decision === 'attention' ? 'needs-you' : undefined}
          popupMatchSelectWidth={false}
          aria-label={t('import.decisionOf', { row })}
          value={decision as string}
          onChange={(next) => edits.current({ decisions: [{ sheet, row, decision: next as Choice }] })}
          options={[
            ...choices.map((value) => ({ value: value as string, label: t(`import.decide.${value}`) })),
            ...(choices.some((value) => value === decision)
              ? []
              : [{ value: decision as string, label: labelOf(decisionLabels, decision), disabled: true }]),
          ]}
        />
        <span className="sheet-about two-lines" title={ticket.title}>
          {ticket.title}
        </span>
      </td>
      {letters.split(',').map((letter) => (
        <EditableCell key={letter} ticket={ticket} letter={letter} meaning={columns[letter]!} edits={edits} />
      ))}
    </tr>
  );
});
