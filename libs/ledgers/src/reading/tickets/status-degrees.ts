import { readPercent, type PercentCell } from '@xiaohao/domain';
import { plainHeading } from '../headings/heading.js';
import { degreeHeadings } from '../headings/heading-patterns.js';
import type { RawCell } from '../rows/raw-row.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';
import { blank } from './ticket-dates.js';

/** 是 under 办结 or 是否结案 is 已办结. */
export function isSettled(cells: TicketCells, raw: string | null): boolean {
  return cells.each('status').some(({ cell, column }) => {
    return settling.test(plainHeading(column.heading)) && cell.text === raw && yes.test(raw);
  });
}

const settling = /^(是否)?已?(办结|结案|闭环)(与否|情况|状态)?$/;
const yes = /^(是|已|√|✓|✔)$/;

/**
 * Cells that tell how far it is, not what was done: 70%, 0 or 已完成 under 进度 beside 工作进展, a number alone under 进展, and 97%
 * anywhere.
 */
export function degreesOf(told: readonly TicketCell[]): readonly TicketCell[] {
  if (told.length === 0) return told;
  const said = told.filter(({ cell }) => !blank.test(cell.text));
  const isDegree = ({ column, cell }: TicketCell) =>
    degreeHeadings.test(plainHeading(column.heading)) &&
    (percentIn(cell) !== null || cell.text.length <= longestDegree);
  const degrees = said.filter(isDegree);
  const beside = degrees.length < said.length ? degrees : [];
  return said.filter((one) => beside.includes(one) || wholePercent.test(one.cell.text) || isBareShare(one));
}

const longestDegree = 6;
const wholePercent = /^\d+(\.\d+)?\s*[%％]$/;
const bareNumber = /^\d+(\.\d+)?$/;

function isBareShare({ cell, column }: TicketCell): boolean {
  const asksHowFar = /(进度|进展)(情况)?$/.test(plainHeading(column.heading));
  return asksHowFar && bareNumber.test(cell.text) && percentIn(cell) !== null;
}

/** A cell as the percentage it may be. */
export function percentCell({ text, value, numberFormat }: RawCell): PercentCell {
  return { value: value ?? text, numberFormat: numberFormat ?? null, text };
}

/** Of a cell that holds a percentage and nothing else. */
export function percentIn(cell: RawCell): PercentCell | null {
  const whole = percentCell(cell);
  return readPercent(whole).percent === null ? null : whole;
}
