import { useEffect, useRef } from 'react';

export interface CheckKeys {
  onNext: (step: 1 | -1) => void;
  onAccept: () => void;
  onBack: () => void;
  onHelp: () => void;
}

const calls: Readonly<Record<string, (keys: CheckKeys) => void>> = {
  n: (keys) => keys.onNext(1),
  p: (keys) => keys.onNext(-1),
  a: (keys) => keys.onAccept(),
  u: (keys) => keys.onBack(),
  '?': (keys) => keys.onHelp(),
};

/** Single keys of the check, wherever nobody is typing; F8 works in a cell that is being written too. */
export function useCheckKeys(keys: CheckKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === 'F8') latest.current.onNext(event.shiftKey ? -1 : 1);
      else if (isTyping(event.target) || !(event.key in calls)) return;
      else calls[event.key]!(latest.current);
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [role=dialog], [role=combobox]') !==
      null
  );
}

export interface Place {
  row: number;
  cell: string | null;
}

/** The place after (or before) this one in the order of the sheet, from the other end when there is none. */
export function nextPlace(places: readonly Place[], now: Place | null, step: 1 | -1): Place | null {
  const sorted = [...new Map(places.map((place) => [keyOf(place), place])).values()].sort(compare);
  if (step < 0) sorted.reverse();
  const beyond = now && sorted.find((place) => compare(place, now) * step > 0);
  return beyond || (sorted[0] ?? null);
}

const columnOf = ({ cell }: Place) => (cell ?? '').replace(/\d/g, '');
const keyOf = (place: Place) => `${place.row} ${columnOf(place)}`;

function compare(a: Place, b: Place): number {
  const [left, right] = [columnOf(a), columnOf(b)];
  return a.row - b.row || left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
}
