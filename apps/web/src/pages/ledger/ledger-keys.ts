import { useEffect, useRef } from 'react';
import type { TicketRow } from '../../api/tickets.js';

interface LedgerKeys {
  rows: readonly TicketRow[];
  cursor: string | null;
  setCursor: (id: string) => void;
  onOpen: (row: TicketRow) => void;
  onSelect: (row: TicketRow) => void;
  onSearch: () => void;
  onMore: (() => void) | undefined;
  paused: boolean;
}

/** j and k move, Enter opens, x selects, / searches; keys typed into a field or a dialog are left alone. */
export function useLedgerKeys(keys: LedgerKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { rows, cursor, paused, ...calls } = latest.current;
      if (paused || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const at = rows.findIndex((row) => row.id === cursor);
      const move = (to: number) => {
        const row = rows[Math.max(0, Math.min(to, rows.length - 1))];
        if (!row) return;
        calls.setCursor(row.id);
        document.querySelector(`tr[data-row="${row.id}"]`)?.scrollIntoView({ block: 'nearest' });
        if (to >= rows.length - 1) calls.onMore?.();
      };
      const row = rows[at];
      if (event.key === 'j') move(at + 1);
      else if (event.key === 'k') move(at - 1);
      else if (event.key === 'Enter' && row && !isControl(event.target)) calls.onOpen(row);
      else if (event.key === 'x' && row) calls.onSelect(row);
      else if (event.key === '/') calls.onSearch();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input:not([type=checkbox]), textarea, select, [role=dialog]') !== null
  );
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a, button, [role=button]') !== null;
}
