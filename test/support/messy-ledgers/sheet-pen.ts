import type { TestCell } from '../ledger-workbooks.js';
import type { FamilyColumn } from './families.js';

/** Writes a sheet from the top, and remembers which of its rows are no tickets. */
export class SheetPen {
  readonly rows: TestCell[][] = [];
  readonly merges: string[] = [];
  readonly ignored: [number, string][] = [];

  constructor(
    readonly width: number,
    /** Empty columns on the left. */
    private readonly offset: number,
  ) {}

  /** Number of the row written last. */
  get row(): number {
    return this.rows.length;
  }

  write(cells: readonly TestCell[]): void {
    this.rows.push([...Array<TestCell>(this.offset).fill(null), ...cells]);
  }

  /** A row that is no ticket. */
  drop(cells: readonly TestCell[], why: string, isMerged = false): void {
    this.write(cells);
    this.ignored.push([this.row, why]);
    if (isMerged) this.merge(0, this.row, this.width - 1, this.row);
  }

  merge(left: number, top: number, right: number, bottom: number): void {
    if (left === right && top === bottom) return;
    this.merges.push(`${this.letter(left)}${top}:${this.letter(right)}${bottom}`);
  }

  /** One row of headings, or two where some stand under a group. */
  writeHeader(columns: readonly FamilyColumn[], beside: readonly TestCell[]): void {
    const top = this.row + 1;
    const begins = ({ group }: FamilyColumn, at: number) => columns[at - 1]?.group !== group;
    this.write([
      ...columns.map((column, at) =>
        column.group === null ? column.heading : begins(column, at) ? column.group : null,
      ),
      ...beside,
    ]);
    if (columns.every(({ group }) => group === null)) return;
    this.write(columns.map(({ group, heading }) => (group === null ? null : heading)));
    columns.forEach((column, at) => {
      if (column.group === null) this.merge(at, top, at, top + 1);
      else if (begins(column, at)) {
        const size = columns.filter(({ group }) => group === column.group).length;
        this.merge(at, top, at + size - 1, top);
      }
    });
  }

  private letter(at: number): string {
    return String.fromCharCode(65 + this.offset + at);
  }
}
