import { Select } from 'antd';
import { memo } from 'react';
import { decisionLabels } from '@xiaohao/messages';
import type { ImportEdit, PreviewTicket } from '../../api/imports.js';
import { labelOf, t } from '../../language.js';
import { EditableCell } from './editable-cell.js';
import { unsaidOf } from './reading.js';

export const rowNoWidth = 52;
/** Where the title stands in no column of its own, the decision bears it. */
export const decisionWidth = (isTitled: boolean): number => (isTitled ? 108 : 188);
export const titleWidth = 240;

const decisionChoices = ['auto', 'create', 'skip'] as const;
const choicesOfKnown = ['auto', 'update', 'create', 'skip'] as const;
type Choice = (typeof choicesOfKnown)[number];

/** One ticket: its row's number, what is to become of it, and its cells as they stand in the sheet. */
export const SheetRow = memo(function SheetRow({
  ticket,
  letters,
  columns,
  headings,
  accepted,
  isWanted,
  edits,
}: {
  ticket: PreviewTicket;
  letters: string;
  columns: Record<string, string>;
  headings: Record<string, string>;
  accepted: readonly string[];
  isWanted: boolean;
  edits: { readonly current: (edit: ImportEdit) => void };
}) {
  const { sheet, row, decision, match } = ticket;
  const meanings = Object.values(columns);
  const shown = letters.split(',');
  const unsaid = unsaidOf(ticket);
  const isTitled = columns[shown[0]!] === 'title';
  // Nothing is written, and yet something differs.
  const isHeld = decision === 'unchanged' && ticket.changes.some(({ held }) => held !== null);
  const choices: readonly Choice[] =
    match && ticket.changes.some(({ held }) => held === null) ? choicesOfKnown : decisionChoices;
  return (
    <tr data-row={row} className={`${isWanted ? 'is-cursor' : ''} row-${decision}`}>
      <td className="frozen row-no figures faint" style={{ left: 0 }}>
        {row}
      </td>
      <td className="frozen row-decided" style={{ left: rowNoWidth }}>
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
              : [
                  {
                    value: decision as string,
                    label: isHeld ? t('import.heldRow') : labelOf(decisionLabels, decision),
                    disabled: true,
                  },
                ]),
          ]}
        />
        {!isTitled && (
          <span className="sheet-about two-lines" title={ticket.title}>
            {ticket.title}
          </span>
        )}
        {unsaid && (
          <small className="sheet-about two-lines faint" title={unsaid}>
            {unsaid}
          </small>
        )}
      </td>
      {shown.map((letter, at) => (
        <EditableCell
          key={letter}
          ticket={ticket}
          letter={letter}
          meaning={columns[letter]!}
          meanings={meanings}
          frozenAt={isTitled && at === 0 ? rowNoWidth + decisionWidth(true) : null}
          heading={headings[letter] ?? letter}
          accepted={accepted}
          edits={edits}
        />
      ))}
    </tr>
  );
});
