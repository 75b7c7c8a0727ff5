import { memo, useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import type { RowFilterValue } from '../../api/import-outline.js';
import type { ImportEdit } from '../../api/imports.js';
import type { RowStore } from './row-store.js';
import { SheetRow } from './sheet-row.js';

/** What all blocks of one table share. */
export interface SheetFrame {
  frame: RefObject<HTMLDivElement | null>;
  edits: { readonly current: (edit: ImportEdit) => void };
  store: RowStore;
  sheet: string;
  /** Comma-joined. */
  letters: string;
  columns: Record<string, string>;
  headings: Record<string, string>;
  /** Assumptions that are let stand, by `code` or `code cell`. */
  accepted: readonly string[];
  filter: RowFilterValue;
}

/** Blocks this near to the visible part are drawn. */
const nearness = '1000px 0px';
/** Of a row that was not drawn yet. */
const usualHeight = 58;
/** Whoever drags the scroll bar passes blocks that need not be fetched. */
const passingMs = 80;

/** Some rows that are drawn while they are near, and else keep their room. */
export const RowBlock = memo(function RowBlock({
  at,
  rows,
  context,
  wanted,
}: {
  at: number;
  rows: readonly number[];
  context: SheetFrame;
  wanted: number | null;
}) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [isNear, setNear] = useState(at === 0);
  const height = useRef(rows.length * usualHeight);
  const { frame } = context;
  useEffect(() => {
    const observer = new IntersectionObserver(
      ([entry]) => {
        const near = entry!.isIntersecting;
        // What somebody is writing in stays, however far they scroll.
        if (!near && body.current!.contains(document.activeElement)) return;
        if (!near) height.current = body.current!.offsetHeight || height.current;
        setNear(near);
      },
      { root: scrollerOf(frame.current), rootMargin: nearness },
    );
    observer.observe(body.current!);
    return () => observer.disconnect();
  }, [frame]);
  return (
    <tbody ref={body} data-from={rows[0]}>
      {isNear ? (
        <Rows rows={rows} context={context} wanted={wanted} />
      ) : (
        <Room letters={context.letters} height={height.current} />
      )}
    </tbody>
  );
});

function Rows({ rows, context, wanted }: { rows: readonly number[]; context: SheetFrame; wanted: number | null }) {
  const { store, sheet, filter, letters, columns, headings, accepted, edits } = context;
  const revision = useSyncExternalStore(store.watch, store.revision);
  useEffect(() => {
    const timer = setTimeout(() => void store.want(sheet, filter === 'all' ? null : filter, rows), passingMs);
    return () => clearTimeout(timer);
  }, [store, sheet, filter, rows, revision]);
  return rows.map((row) => {
    const ticket = store.get(sheet, row);
    if (!ticket) return <Room key={row} letters={letters} height={usualHeight} row={row} />;
    return (
      <SheetRow
        key={row}
        ticket={ticket}
        letters={letters}
        columns={columns}
        headings={headings}
        accepted={accepted}
        isWanted={row === wanted}
        edits={edits}
      />
    );
  });
}

/** What scrolls: the table in its frame, or on a phone the whole page. */
export function scrollerOf(frame: HTMLElement | null): HTMLElement | null {
  if (frame && getComputedStyle(frame).overflowY === 'visible') return frame.closest<HTMLElement>('.main');
  return frame;
}

/** Stands where rows are that are not drawn. */
function Room({ letters, height, row }: { letters: string; height: number; row?: number }) {
  return (
    <tr aria-busy="true">
      <td className="figures faint room" style={{ height }} colSpan={letters.split(',').length + 2}>
        {row}
      </td>
    </tr>
  );
}
