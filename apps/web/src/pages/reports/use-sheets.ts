import { useLayoutEffect, useState, type RefObject } from 'react';
import type { ContentBlock } from '../../api/reports.js';
import { breakPages, type TableSize } from './page-breaks.js';

/** What a sheet shows of a block: its text between two places, or a table's rows between two. */
export interface SheetPart {
  block: number;
  from: number;
  to: number;
}

/**
 * The blocks distributed over sheets of paper. Null while all of them are drawn on one long sheet, which is where they are
 * measured; it never reaches the eye.
 */
export function useSheets(
  content: readonly ContentBlock[],
  paper: RefObject<HTMLElement | null>,
  isFlowing: boolean,
): SheetPart[][] | null {
  const [measured, setMeasured] = useState<{ content: readonly ContentBlock[]; sheets: SheetPart[][] | null }>();
  const isDue = !isFlowing && measured?.content !== content;
  useLayoutEffect(() => {
    if (isDue && paper.current) setMeasured({ content, sheets: measureSheets(content, paper.current) });
  }, [isDue, content, paper]);
  return isFlowing || isDue ? null : (measured?.sheets ?? null);
}

function measureSheets(content: readonly ContentBlock[], paper: HTMLElement): SheetPart[][] | null {
  const drawn = [...paper.querySelectorAll('[data-block]')];
  const pitch = parseFloat(getComputedStyle(drawn[0]!).lineHeight);
  // Where nothing is laid out, one long sheet is all there can be.
  if (!(pitch > 0)) return null;
  const sizes = content.map(({ kind }, at) => ({
    lines: Math.max(1, Math.round(drawn[at]!.getBoundingClientRect().height / pitch)),
    isWhole: kind !== 'paragraph',
    keepsNext: kind === 'heading' || kind === 'title',
    ...(kind === 'table' ? { table: tableSize(drawn[at]!, pitch) } : {}),
  }));
  return breakPages(sizes).map((pieces) =>
    pieces.map(({ block, from, to }) => ({
      block,
      from: from === 0 || sizes[block]!.table ? from : lineStart(drawn[block]!, from, pitch),
      to: sizes[block]!.table ? to : to === sizes[block]!.lines ? Infinity : lineStart(drawn[block]!, to, pitch),
    })),
  );
}

function tableSize(block: Element, pitch: number): TableSize {
  const heights = (rows: string) =>
    [...block.querySelectorAll(rows)].map((row) => row.getBoundingClientRect().height / pitch);
  const sum = (list: readonly number[]) => list.reduce((total, height) => total + height, 0);
  const head = sum(heights('thead tr'));
  const rows = heights('tbody tr');
  return { head, rows, tail: block.getBoundingClientRect().height / pitch - head - sum(rows) };
}

/** The place in a block's text where a line begins; lines count from 0. */
function lineStart(block: Element, line: number, pitch: number): number {
  const { top } = block.getBoundingClientRect();
  const letter = document.createRange();
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('[data-aside]') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let place = 0;
  for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
    for (let at = 0; at < text.length; at++, place++) {
      letter.setStart(text, at);
      letter.setEnd(text, at + 1);
      const box = letter.getBoundingClientRect();
      if (box.height > 0 && ((box.top + box.bottom) / 2 - top) / pitch >= line) return place;
    }
  }
  return place;
}
