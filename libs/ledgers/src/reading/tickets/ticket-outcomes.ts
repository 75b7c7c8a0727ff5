import { readAmountCell, scaleOf } from '@xiaohao/domain';
import { columnMeanings } from '../headings/heading-synonyms.js';
import type { TicketCells } from './ticket-cells.js';
import { blank } from './ticket-dates.js';

const outcomeMeanings = columnMeanings.filter((meaning) => meaning.startsWith('outcome.'));

/** Results 成果 from columns of their own, in base units: a column headed 罚款（万元） holds ten thousands of yuan. */
export function readOutcomes(cells: TicketCells): { type: string; amount: number }[] {
  return outcomeMeanings.flatMap((meaning) => {
    let sum = 0;
    for (const { cell, column } of cells.each(meaning)) {
      const { amount, rough, range } = readAmountCell(cell.value ?? cell.text, scaleOf(column.unit ?? ''));
      if (amount !== null) sum += amount;
      if (rough) cells.note('numberRough', cell, String(amount));
      if (range) cells.note('amountRange', cell, range.join('–'));
      else if (amount === null && !blank.test(cell.text)) cells.note('amountUnclear', cell);
    }
    return sum > 0 ? [{ type: meaning.slice('outcome.'.length), amount: sum }] : [];
  });
}
