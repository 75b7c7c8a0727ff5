import { squeezed } from '../headings/heading.js';
import { shortened } from '../preview.js';
import type { TicketCell } from './ticket-cells.js';

const signsQuoted = 20;

/** A cell named in the finding of another one: 检查日期（B5）“2026-03-05”. */
export function cited({ cell, column }: TicketCell): string {
  return `${squeezed(column.heading)}（${cell.at}）“${shortened(cell.text, signsQuoted)}”`;
}
