import type { TicketCells } from './ticket-cells.js';
export function readOutcomes(_cells: TicketCells): { type: string; amount: number }[] {
  return [];
}
