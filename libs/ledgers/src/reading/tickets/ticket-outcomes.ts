import {
  outcomesIn,
  outcomeTypeSeed,
  readAmountCell,
  scaleOf,
  type TicketKind,
  type ToldOutcome,
} from '@xiaohao/domain';
import { columnMeanings } from '../headings/column-meanings.js';
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

/** What the progress tells beside the columns: proposed on the ticket's page, stored by nobody but a person. */
export function toldOutcomes(
  progress: string | null,
  kind: TicketKind,
  inColumns: readonly { type: string }[],
): ToldOutcome[] {
  if (progress === null) return [];
  return outcomesIn(progress, kind).filter(({ type }) => !inColumns.some((one) => one.type === type));
}

const typeNames = new Map(outcomeTypeSeed.map(({ code, name, unit }) => [code, { name, unit }]));

/** 收缴违纪款 63000 元 */
export function outcomeText({ type, amount }: ToldOutcome): string {
  const { name, unit } = typeNames.get(type)!;
  return `${name} ${amount} ${unit}`;
}
