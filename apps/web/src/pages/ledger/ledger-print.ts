import { useEffect, useState } from 'react';
import type { useTicketPages } from '../../api/tickets.js';
import { shownWholeAtMost } from './ledger-groups.js';

export interface Printing {
  /** True while the rest of the list is fetched for the paper. */
  isPreparing: boolean;
  print: () => void;
}

/** Prints when the whole list has arrived (as far as a list is shown whole); `useAllPages` fetches it meanwhile. */
export function usePrinting(asked: ReturnType<typeof useTicketPages>): Printing {
  const [isPreparing, setPreparing] = useState(false);
  const loaded = asked.data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0;
  const isComplete = asked.data !== undefined && (!asked.hasNextPage || loaded >= shownWholeAtMost);
  const isOver = isComplete || asked.isError;
  useEffect(() => {
    if (!isPreparing || !isOver) return;
    setPreparing(false);
    if (!isComplete) return;
    // After the rows that have just arrived are drawn.
    const drawn = requestAnimationFrame(() => window.print());
    return () => cancelAnimationFrame(drawn);
  }, [isPreparing, isOver, isComplete]);
  return { isPreparing, print: () => setPreparing(true) };
}
