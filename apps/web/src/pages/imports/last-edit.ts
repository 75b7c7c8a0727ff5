import { useState } from 'react';
import type { Import, ImportEdit, PreviewTicket } from '../../api/imports.js';

/** What a person had chosen for a row before, as far as its present decision tells. */
function chosen({ decision, match, issues }: PreviewTicket): 'create' | 'skip' | 'auto' {
  if (decision === 'skip') return 'skip';
  const againstUs = match !== null || issues.some(({ code }) => code === 'duplicateInFile');
  return decision === 'create' && againstUs ? 'create' : 'auto';
}

/** The edit that takes this one back; null for what is no cell or decision. */
function inverse(one: Import, { cells = [], decisions = [] }: ImportEdit): ImportEdit | null {
  const rowOf = (sheet: string, row: number) =>
    one.tickets.find((ticket) => ticket.sheet === sheet && ticket.rows.includes(row));
  const texts = cells.map(({ sheet, cell }) => {
    const text = rowOf(sheet, Number(cell.replace(/\D/g, '')))?.cells[cell.replace(/\d/g, '')] ?? '';
    return { sheet, cell, text };
  });
  const choices = decisions.flatMap(({ sheet, row }) => {
    const ticket = rowOf(sheet, row);
    return ticket ? [{ sheet, row, decision: chosen(ticket) }] : [];
  });
  return texts.length + choices.length > 0 ? { cells: texts, decisions: choices } : null;
}

/** Remembers the way back from the last edit of a cell or a decision. */
export function useLastEdit(one: Import) {
  const [back, setBack] = useState<ImportEdit | null>(null);
  return { back, remember: (edit: ImportEdit) => setBack(inverse(one, edit)), forget: () => setBack(null) };
}
