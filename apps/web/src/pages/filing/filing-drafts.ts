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

/** A table copied with the names of its indicators: what each line says, by key; lines that name none are counted. */
export interface PastedTable {
  rows: { key: string; value: string; note: string | null }[];
  left: number;
}

/**
 * Reads lines with an indicator's name or key in one cell and its value behind it: the next cell that is a number, then
 * the note. A line of the downloaded workbook has key and name, and last period's value before this one's. Null where no
 * line names an indicator: then it is a plain column.
 */
export function readTable(pasted: string, indicators: readonly Named[]): PastedTable | null {
  const lines = pasted.replace(/\r?\n$/, '').split(/\r?\n/);
  const rows = lines.flatMap((line) => readLine(line, indicators) ?? []);
  return rows.length === 0 ? null : { rows, left: lines.length - rows.length };
}

type Named = Readonly<Record<'key' | 'name', string>>;

/** From the key of a line of the downloaded workbook to its value: name, measure, meaning, last period. */
const fromKeyToValue = 5;

function readLine(line: string, indicators: readonly Named[]): PastedTable['rows'][number] | null {
  const cells = line.split('\t').map((cell) => cell.trim());
  const named = (cell: string | undefined) => indicators.find(({ key, name }) => cell === name || cell === key);
  const at = cells.findIndex((cell) => named(cell) !== undefined);
  if (at < 0) return null;
  const { key } = named(cells[at])!;
  const isDownloaded = named(cells[at + 1])?.key === key;
  const valueAt = isDownloaded
    ? at + fromKeyToValue
    : cells.findIndex((cell, place) => place > at && readNumber(cell) !== null);
  const value = valueAt < 0 ? '' : (cells[valueAt] ?? '');
  return value === '' ? null : { key, value, note: cells[valueAt + 1] || null };
}
