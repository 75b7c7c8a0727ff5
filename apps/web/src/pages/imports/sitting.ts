import { useEffect, useRef, useState, type RefObject } from 'react';
import type { RowFilterValue } from '../../api/import-outline.js';
import type { ImportEdit } from '../../api/imports.js';
import { scrollerOf } from './row-block.js';

/** Where somebody was in an import that is not stored yet. */
export interface Sitting {
  sheet: string | null;
  only: RowFilterValue;
  /** What takes the edits back, the last one first, and the version they led to. */
  back: readonly ImportEdit[];
  version: number;
  left: number;
  top: number;
}

const storeName = 'xiaohao.import-sittings';
/** The imports somebody has in hand at once; older ones begin at the top again. */
const keptSittings = 12;
/** Edits that can still be taken back after a break. */
const keptBack = 20;
const restMs = 300;

type Kept = [id: string, sitting: Sitting][];

function readAll(): Kept {
  try {
    return JSON.parse(localStorage.getItem(storeName) ?? '[]') as Kept;
  } catch {
    return [];
  }
}

export function readSitting(id: string): Partial<Sitting> {
  return readAll().find(([kept]) => kept === id)?.[1] ?? {};
}

function keepSitting(id: string, changed: Partial<Sitting>): void {
  const all = readAll();
  const before = all.find(([kept]) => kept === id)?.[1];
  const whole = { sheet: null, only: 'all', back: [], version: 0, left: 0, top: 0, ...before, ...changed } as Sitting;
  const next: Kept = [[id, whole], ...all.filter(([kept]) => kept !== id)];
  try {
    localStorage.setItem(storeName, JSON.stringify(next.slice(0, keptSittings)));
  } catch {
    // A full or forbidden store loses a convenience, nothing else.
  }
}

export function useSitting(id: string, version: number) {
  const [at] = useState(() => readSitting(id));
  const [only, setOnly] = useState<RowFilterValue>(at.only ?? 'all');
  // What a colleague changed meanwhile is not to be overwritten by taking back.
  const [back, setBack] = useState<readonly ImportEdit[]>(at.version === version ? (at.back ?? []) : []);
  // Two answers may arrive before the page is drawn again.
  const latest = useRef(back);
  const take = (next: readonly ImportEdit[], reached: number) => {
    latest.current = next;
    setBack(next);
    keepSitting(id, { back: next.slice(0, keptBack), version: reached });
  };
  return {
    at,
    only,
    back,
    show: (next: RowFilterValue) => {
      setOnly(next);
      keepSitting(id, { only: next, left: 0, top: 0 });
    },
    showSheet: (sheet: string) => keepSitting(id, { sheet, left: 0, top: 0 }),
    push: (undo: ImportEdit, reached: number) => take([undo, ...latest.current], reached),
    drop: (reached: number) => take(latest.current.slice(1), reached),
  };
}

/** Keeps how far the table is scrolled, and scrolls there again when somebody comes back. */
export function useKeptScroll(id: string, frame: RefObject<HTMLElement | null>, at: Partial<Sitting> | null): void {
  const first = useRef(at);
  useEffect(() => {
    const box = scrollerOf(frame.current);
    if (!box) return;
    // After the shell, which begins every page at its top.
    const back = requestAnimationFrame(
      () => first.current && box.scrollTo(first.current.left ?? 0, first.current.top ?? 0),
    );
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(() => keepSitting(id, { left: box.scrollLeft, top: box.scrollTop }), restMs);
    };
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(back);
      clearTimeout(timer);
      box.removeEventListener('scroll', onScroll);
    };
  }, [id, frame]);
}
