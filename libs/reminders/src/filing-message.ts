import { daysBetween, parsePeriod, type Day } from '@xiaohao/domain';
import { noticeText } from '@xiaohao/messages';
import { dayText, type NoticeList } from '@xiaohao/notices';
import type { ToldFilings } from './filing-reminder.queries.js';

/** A message names so many figures of one period; the page has them all. */
const namedFigures = 5;

/** What is to be filed, by unit, a line per period; the period stands where a ticket has its number. */
export function filingSections(filings: readonly ToldFilings[], on: Day): NoticeList['sections'] {
  const units = [...new Map(filings.map(({ unitId, unitName }) => [unitId, unitName]))];
  return units.map(([unitId, unit]) => ({
    unit,
    tickets: filings.filter((one) => one.unitId === unitId).map((one) => filingLine(one, on)),
  }));
}

function filingLine({ unitId, period, dueOn, names }: ToldFilings, on: Day) {
  const facts = {
    period: parsePeriod(period)!.label,
    count: names.length,
    names: names.slice(0, namedFigures).join('、'),
  };
  return {
    id: unitId,
    no: period,
    title: noticeText(names.length > namedFigures ? 'filingLineMore' : 'filingLine', facts),
    dueOn,
    note: dueNote(dueOn, on),
    handler: null,
    link: filingLink([{ unitId, period }]),
  };
}

function dueNote(dueOn: Day, on: Day): string {
  const left = daysBetween(on, dueOn);
  if (left < 0) return noticeText('daysOverdue', { days: -left });
  return left === 0 ? noticeText('filingNow') : noticeText('dueOn', { on: dayText(dueOn, on) });
}

/** Where the first of them is filed. */
export function filingLink([first]: readonly Pick<ToldFilings, 'unitId' | 'period'>[]): string {
  return first ? `/filing?period=${first.period}&unitId=${first.unitId}` : '/filing';
}
