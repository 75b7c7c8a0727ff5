import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ImportEdit, PreviewTicket } from '../../api/imports.js';
import { t } from '../../language.js';
import { isAccepted } from './accepted.js';
import { addressOf, columnOf, isOfColumn, isPlaceless, isShownIn } from './cell-places.js';
import { needsYou, readingOf } from './reading.js';
import { daysMeant } from './two-days.js';

/** The text as in the cell and, under it, what was read; a click edits it and the row is read again. */
export function EditableCell({
  ticket,
  letter,
  meaning,
  meanings,
  frozenAt,
  heading,
  accepted,
  edits,
}: {
  ticket: PreviewTicket;
  letter: string;
  meaning: string;
  /** Of all columns of the sheet. */
  meanings: readonly string[];
  /** So far from the left it stays while the sheet is moved sideways. */
  frozenAt: number | null;
  /** Names the cell where no head of a column stands above it. */
  heading: string;
  accepted: readonly string[];
  edits: { readonly current: (edit: ImportEdit) => void };
}) {
  const [editing, setEditing] = useState(false);
  // Back from the editor the keyboard stays in its cell.
  const [wasEditing, setWasEditing] = useState(false);
  const raw = ticket.cells[letter] ?? '';
  const address = addressOf(ticket, letter);
  const findings = (ticket.decision === 'skip' ? [] : ticket.issues).filter(
    (finding) => finding.cell && isShownIn(ticket, letter, finding.cell) && !isAccepted(accepted, finding),
  );
  const days = findings.flatMap((finding) => daysMeant(finding).map((day) => ({ day, cell: finding.cell })));
  const stops = findings.some((finding) => needsYou(ticket, finding));
  const changes = toldOf.includes(ticket.decision)
    ? ticket.changes.filter(({ cell }) => isShownIn(ticket, letter, cell))
    : [];
  const changed = changes.some(({ held }) => held === null);
  const told = findings.length > 0 || changes.length > 0;
  const isEmpty = raw === '' && !told;
  const mark = stops ? 'cell-stops' : changed ? 'cell-changed' : told ? 'cell-told' : '';
  const reading = readingOf(ticket, meaning, raw, meanings);
  // A ticket of several rows says the same of several cells that are shown as one.
  const said = [...new Set(findings.map(({ message }) => message))];
  const save = (text: string) => {
    setEditing(false);
    if (text !== raw) edits.current({ cells: [{ sheet: ticket.sheet, cell: address, text }] });
  };
  const frozen = frozenAt === null ? {} : { style: { left: frozenAt } };
  const frozenClass = frozenAt === null ? '' : ' frozen frozen-title';
  if (editing) {
    return (
      <td
        data-cell={columnOf(address)}
        data-heading={heading}
        className={`${mark}${frozenClass}`}
        {...frozen}
        ref={bringIntoSight}
      >
        <Input.TextArea
          autoFocus
          autoSize={{ minRows: 1, maxRows: 8 }}
          defaultValue={raw}
          aria-label={t('import.editCell', { cell: address })}
          onBlur={(event) => save(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' || event.key === 'Enter') setWasEditing(true);
            if (event.key === 'Escape') setEditing(false);
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.currentTarget.blur();
          }}
        />
      </td>
    );
  }
  return (
    <td
      data-cell={isPlaceless(ticket, letter) ? undefined : columnOf(address)}
      data-heading={heading}
      className={`${isEmpty ? 'cell-empty' : mark}${frozenClass}`}
      {...frozen}
      title={said.join('\n') || undefined}
    >
      <button
        type="button"
        className="cell"
        autoFocus={wasEditing}
        disabled={isPlaceless(ticket, letter)}
        onClick={() => setEditing(true)}
      >
        {mark && <span className="cell-shape">{stops ? '■' : changed ? '◆' : '▲'}</span>}
        <span className="cell-raw">{raw || <span className="faint">—</span>}</span>
        {reading && <span className="cell-reading">→ {reading}</span>}
        {said.length > 0 && <span className="cell-said">{said.join('；')}</span>}
        {changes.map(({ field, label, from, held }) => (
          <span key={field} className={held ? 'cell-held' : 'cell-was'}>
            {(changes.length > 1 || !isOfColumn(field, meaning)) && `${label} `}
            {from === null ? t('import.wasNothing') : t('import.was', { text: from })}
            {held && ` · ${t('import.left', { why: held })}`}
          </span>
        ))}
      </button>
      {days.length > 0 && (
        <span className="cell-days">
          {days.map(({ day, cell }) => (
            <Button
              key={`${cell} ${day}`}
              size="small"
              onClick={() => edits.current({ cells: [{ sheet: ticket.sheet, cell, text: day }] })}
            >
              {day}
            </Button>
          ))}
        </span>
      )}
    </td>
  );
}

/** Of a row that changes nothing what it leaves to a person is told all the same. */
const toldOf: readonly string[] = ['update', 'unchanged'];

/** Out from under the frozen columns and the head; how much they cover is the frame's scroll padding. */
function bringIntoSight(cell: HTMLTableCellElement | null): void {
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
