import { parseCellAddress, type Cell, type Sheet } from '@xiaohao/documents';

/** The sheet with cells as a person corrected them. */
export function withCorrections(sheet: Sheet, corrections: Readonly<Record<string, string>> | undefined): Sheet {
  if (!corrections) return sheet;
  const rows = new Map(sheet.rows.map((row) => [row.number, { ...row, cells: [...row.cells] }]));
  for (const [address, text] of Object.entries(corrections)) {
    const place = parseCellAddress(address);
    if (!place) continue;
    const row = rows.get(place.row) ?? { number: place.row, cells: [] };
    row.cells[place.column - 1] = typed(text);
    rows.set(place.row, row);
  }
  return { ...sheet, rows: [...rows.values()].sort((a, b) => a.number - b.number) };
}

function typed(text: string): Cell {
  return { value: text || null, text, numberFormat: null, day: null, formula: null, fill: null };
}
