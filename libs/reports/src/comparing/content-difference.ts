/** Something two documents do not say alike and that no figure's explanation tells. */
export interface ContentDifference {
  change: 'added' | 'gone' | 'changed' | 'order' | 'numbers';
  part: 'text' | 'table' | 'list' | 'column' | 'word';
  /** The heading it stands under. */
  place: string;
  /** The row of a table or list, as the report names it. */
  row: { key: string | null; label: string; formerLabel?: string } | null;
  /** What changed, or all that a row says which came or went; `column` where it is a cell of a table. */
  changes: readonly { column: string | null; was: string; is: string }[];
  /** In how many places; of a word that is filled in. */
  count: number;
}
