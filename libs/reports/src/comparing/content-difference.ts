/** Something two documents do not say alike and that no figure's explanation tells. */
export interface ContentDifference {
  change: 'added' | 'gone' | 'changed' | 'order' | 'numbers';
  part: 'text' | 'table' | 'list' | 'column' | 'word';
  /** The heading it stands under. */
  place: string;
  /** The row of a table or list, as the report names it. */
  row: { key: string | null; label: string; formerLabel?: string } | null;
  /** What changed, or all that a row says which came or went; `column` where it is a cell of a table. */
  changes: readonly ContentChange[];
  /** The cell that names the row and says another name, where other changes are told beside it. */
  renaming?: ContentChange;
  /** In how many places; of a word that is filled in. */
  count: number;
  /** Rows that stayed and stand in another order, by their keys in the list. */
  stayed?: readonly (string | null)[];
}

export interface ContentChange {
  column: string | null;
  was: string;
  is: string;
  /** Fields of the list that the cell prints. */
  fields?: readonly string[];
  /** Words and parameters it prints. */
  keys?: readonly string[];
  /** Figures on whose being there it stands. */
  when?: readonly string[];
}
