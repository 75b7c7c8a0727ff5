import type { Filing } from '../../api/indicators.js';

/** What somebody has typed for one indicator and not saved yet. */
export interface Draft {
  value: string;
  note: string;
  /** The version it was typed over; 0 where nothing was filed. */
  version: number;
  problem?: string;
}

export function draftOf(filed: Filing | undefined): Draft {
  return { value: filed ? String(filed.value) : '', note: filed?.note ?? '', version: filed?.version ?? 0 };
}

export function isChanged(draft: Draft, filed: Filing | undefined): boolean {
  const stored = draftOf(filed);
  return draft.value.trim() !== stored.value || draft.note.trim() !== stored.note;
}

/** A number as people type it or Excel copies it: full-width digits, thousands separators; null when it is none. */
export function readNumber(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/[\s,]/g, '');
  return /^\d{1,14}(\.\d{1,4})?$/.test(text) ? Number(text) : null;
}

/** Rows copied from a sheet: the value and, where a second column was copied, the note. Null for a single cell. */
export function readColumn(pasted: string): { value: string; note: string | null }[] | null {
  const lines = pasted.replace(/\r?\n$/, '').split(/\r?\n/);
  if (lines.length === 1 && !pasted.includes('\t')) return null;
  return lines.map((line) => {
    const [value = '', note] = line.split('\t');
    return { value: value.trim(), note: note?.trim() ?? null };
  });
}
