/** Where a row stands. */
export interface Place {
  sheet: string;
  row: number;
}

/** For each later copy its number and where the first one stands. */
export function findDoubles(
  rows: readonly ({ no: number; key: string } & Place)[],
  firsts = new Map<string, Place>(),
): ReadonlyMap<number, string> {
  const doubles = new Map<number, string>();
  for (const { no, key, sheet, row } of rows) {
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, { sheet, row });
    else doubles.set(no, first.sheet === sheet ? String(first.row) : `${first.row}（${first.sheet}）`);
  }
  return doubles;
}
