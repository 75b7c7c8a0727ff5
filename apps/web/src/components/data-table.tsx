import { Fragment, memo, useMemo, useRef, type ReactNode } from 'react';
import { t } from '../language.js';

export interface Column<Row> {
  key: string;
  title: ReactNode;
  /** Pixels; the flexible column takes what is left, at least this. */
  width: number;
  flexible?: boolean;
  /** Stays in sight while the rest scrolls sideways; frozen columns come first. */
  frozen?: boolean;
  align?: 'end';
  cell: (row: Row) => ReactNode;
}

export interface Selection {
  ids: ReadonlySet<string>;
  change: (ids: ReadonlySet<string>) => void;
}

interface Props<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  onOpen?: (row: Row) => void;
  /** Key of the row the keyboard stands on. */
  cursor?: string | null;
  selection?: Selection;
  /** A heading shown above the first row of each group. */
  heading?: (row: Row, former: Row | undefined) => ReactNode;
  /** Below the last row: what loads more, or nothing. */
  children?: ReactNode;
}

const selectWidth = 36;

/** A dense table with a head and first columns that stay, for lists of any length. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  onOpen,
  cursor,
  selection,
  heading,
  children,
}: Props<Row>) {
  const start = selection ? selectWidth : 0;
  const places = useMemo(() => frozenPlaces(columns, start), [columns, start]);
  const width = columns.reduce((sum, column) => sum + column.width, start);
  const ids = selection?.ids;
  const allChosen = rows.length > 0 && rows.every((row) => ids?.has(rowKey(row)));
  const handlers = useRef({ selection, onOpen });
  handlers.current = { selection, onOpen };
  const calls = useMemo(
    () => ({
      choose: (id: string) => {
        const next = new Set(handlers.current.selection?.ids);
        if (!next.delete(id)) next.add(id);
        handlers.current.selection?.change(next);
      },
      open: (row: unknown) => handlers.current.onOpen?.(row as Row),
    }),
    [],
  );
  return (
    <div className="table-scroll" tabIndex={-1}>
      <table className="table" style={{ minWidth: width }} aria-label={label}>
        <colgroup>
          {selection && <col className="select-cell" style={{ width: selectWidth }} />}
          {columns.map((column) => (
            <col
              key={column.key}
              style={{
                width: column.flexible ? undefined : column.width,
                ['--share' as string]: `${(100 * column.width) / (width - start)}%`,
              }}
            />
          ))}
        </colgroup>
        <thead>
          <tr>
            {selection && (
              <th className="frozen select-cell" style={{ left: 0 }}>
                <input
                  type="checkbox"
                  aria-label={t('table.selectAll')}
                  checked={allChosen}
                  ref={(box) => {
                    if (box) box.indeterminate = !allChosen && (ids?.size ?? 0) > 0;
                  }}
                  onChange={() => selection.change(allChosen ? new Set() : new Set(rows.map(rowKey)))}
                />
              </th>
            )}
            {columns.map((column, index) => (
              <th key={column.key} className={cellClass(column)} style={places[index]} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const id = rowKey(row);
            const above = heading?.(row, rows[index - 1]);
            return (
              <Fragment key={id}>
                {above && (
                  <tr className="group-row">
                    <td colSpan={columns.length + (selection ? 1 : 0)}>{above}</td>
                  </tr>
                )}
                <TableRow
                  id={id}
                  row={row}
                  columns={columns as readonly Column<unknown>[]}
                  places={places}
                  isCursor={cursor === id}
                  isChosen={ids?.has(id)}
                  onChoose={selection && calls.choose}
                  onOpen={onOpen && calls.open}
                />
              </Fragment>
            );
          })}
        </tbody>
      </table>
      {children}
    </div>
  );
}

interface RowProps {
  id: string;
  row: unknown;
  columns: readonly Column<unknown>[];
  places: readonly (React.CSSProperties | undefined)[];
  isCursor: boolean;
  /** undefined where rows cannot be selected */
  isChosen: boolean | undefined;
  onChoose: ((id: string) => void) | undefined;
  onOpen: ((row: unknown) => void) | undefined;
}

const TableRow = memo(function TableRow({ id, row, columns, places, isCursor, isChosen, onChoose, onOpen }: RowProps) {
  const open = (event: React.MouseEvent) => {
    if ((event.target as Element).closest('a, button, label, input')) return;
    if (getSelection()?.isCollapsed === false) return;
    onOpen?.(row);
  };
  const className = `${isCursor ? 'is-cursor' : ''} ${isChosen ? 'is-chosen' : ''} ${onOpen ? 'opens' : ''}`;
  return (
    <tr data-row={id} className={className} onClick={open} aria-selected={isChosen}>
      {onChoose && (
        <td className="frozen select-cell" style={{ left: 0 }}>
          <input
            type="checkbox"
            aria-label={t('table.select')}
            checked={isChosen ?? false}
            onChange={() => onChoose(id)}
          />
        </td>
      )}
      {columns.map((column, index) => (
        <td key={column.key} className={cellClass(column)} style={places[index]}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
});

function cellClass(column: { frozen?: boolean; align?: 'end' }): string {
  return `${column.frozen ? 'frozen' : ''} ${column.align === 'end' ? 'align-end' : ''}`.trim();
}

function frozenPlaces<Row>(columns: readonly Column<Row>[], start: number): (React.CSSProperties | undefined)[] {
  let left = start;
  return columns.map((column) => {
    if (!column.frozen) return undefined;
    const place = { left };
    left += column.width;
    return place;
  });
}
