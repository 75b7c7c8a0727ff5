/** Rows and columns count from 1, as people and Excel do. */
export interface CellRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A → 1; null when it is not a column of a sheet (A–XFD). */
export function columnNumber(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= 16384 ? column : null;
}

/** (5, 6) → F5. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

export function rangeAddress(range: CellRange): string {
  return `${cellAddress(range.top, range.left)}:${cellAddress(range.bottom, range.right)}`;
}

/** F5 or $F$5 → its row and column. */
export function parseCellAddress(address: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(address);
  const column = match ? columnNumber(match[1]!) : null;
  const row = match ? Number(match[2]) : 0;
  return column && row >= 1 && row <= 1_048_576 ? { row, column } : null;
}

/** A1:C3, or a single address; null when unreadable. */
export function parseRange(text: string): CellRange | null {
  const [first, last = first] = text.split(':');
  const from = parseCellAddress(first ?? '');
  const to = parseCellAddress(last ?? '');
  if (!from || !to) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
