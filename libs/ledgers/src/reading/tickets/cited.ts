import { squeezed } from '../headings/heading.js';
import type { TicketCell } from './ticket-cells.js';

/** A cell named in the finding of another one: 检查日期（B5）“2026-03-05”. */
export function cited({ cell, column }: TicketCell): string {
  const text = cell.text.length > 20 ? `${cell.text.slice(0, 20)}…` : cell.text;
  return `${squeezed(column.heading)}（${cell.at}）“${text}”`;
}
