import type { Day } from '@xiaohao/domain';
import { latestDay, type DatesContext } from './ticket-dates.js';
import type { TicketCell, TicketCells } from './ticket-cells.js';

/** How a remark says on which day the matter came up or was handed out: 反馈时间为8月10日, 交办时间2026年10月9日, 送达日期：7月20日. */
const saidDays = {
  raisedOn: '发现|检查|反馈|受理|举报|来信|来访',
  assignedOn: '交办|派发|转办|下达|下发|印发|送达|收到|签收|通知',
} as const;
const writtenDay = '(\\d{4}[年./-]\\d{1,2}[月./-]\\d{1,2}日?|\\d{1,2}月\\d{1,2}日)';
const said = Object.fromEntries(
  Object.entries(saidDays).map(([meaning, words]) => [
    meaning,
    new RegExp(`(?:${words})[^\\d，,。；;：:（(]{0,6}?(?:时间|日期|之?日|于)(?:为|是|于)?[:：]?\\s{0,4}${writtenDay}`),
  ]),
) as Record<keyof typeof saidDays, RegExp>;

export interface RemarkedDay {
  day: Day;
  at: TicketCell;
}

/** The day a remark tells, where the row has no column for it or leaves it blank. */
export function remarkedDay(
  cells: TicketCells,
  meaning: keyof typeof saidDays,
  context: DatesContext,
): RemarkedDay | null {
  for (const { cell, column } of cells.each('remark')) {
    const text = said[meaning].exec(cell.text)?.[1];
    if (text === undefined) continue;
    const at = { column, cell: { at: cell.at, own: cell.own, text } };
    const day = latestDay(cells, [at], context);
    if (day !== null) return { day, at };
  }
  return null;
}
