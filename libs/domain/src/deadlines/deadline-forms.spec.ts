import { weekday } from '../calendar/day.js';
import { readDeadline } from './deadline-reader.js';
import type { DeadlineContext } from './deadline-reading.js';

const context: DeadlineContext = {
  calendar: { isWorkingDay: (day) => weekday(day) <= 5, holidayName: () => null },
  documentYear: 2021,
  baseDay: '2021-03-05',
};

const words = (list: string) => list.split(' ').map((word) => (word === '_' ? '' : word));
/** What people put before and behind a date; _ is nothing. */
const beforeDates = words(
  '_ 截止 截至 截止到 于 在 到 至 力争 确保 争取 计划 预计 拟于 最迟 不迟于 限 限期 务必于 须于 原则上 暂定 约 完成时限： 整改时限: 整改完成时间为 整改期限至',
);
const behindDates = words(
  '_ 前 之前 以前 止 完成 前完成 前完成整改 前整改到位 前整改完毕 前办结 前反馈 前销号 前全部完成 前报送整改报告 前报区委巡察办 前完成制度修订 前（含） （已完成） 。 ；',
);
const keepingUp = words(
  '_ ，并长期坚持 并长期坚持 ；长期坚持 （长期坚持） 、长期坚持 ，之后长期坚持 并持续推进 ，常态化坚持',
);
const beforeDurations = words(
  '_ 限 限期 接到通知后 反馈后 交办后 收到反馈意见之日起 自交办之日起 自收到督办单之日起 整改期限：',
);
const behindDurations = words('内 之内 以内 内完成 内整改到位 内办结 内整改完毕 内完成整改 内报送');

/** The form in every frame, each word in front met by one behind and one of keeping up: those read as anything else. */
function misread(form: string, before: string[], behind: string[], expected: { kind: string; date: string }): string[] {
  const wrong: string[] = [];
  for (let at = 0; at < before.length * 3; at += 1) {
    const kept = keepingUp[at % keepingUp.length]!;
    const cell = before[at % before.length]! + form + behind[at % behind.length]! + kept;
    const { kind, date, ongoing } = readDeadline({ value: cell }, context).deadline;
    const isRight = kind === expected.kind && date === expected.date && ongoing === (kept !== '');
    if (!isRight) wrong.push(`${cell}: ${kind} ${date}${ongoing ? ' ongoing' : ''}`);
  }
  return wrong;
}

describe('however a deadline is framed', () => {
  it.each(
    words(
      '2021年7月5日 2021年07月05日 2021.7.5 2021.07.05 2021/7/5 2021-7-5 2021-07-05 20210705 21.7.5 21年7月5日 二〇二一年七月五日 ' +
        '二○二一年七月五日 2021年7月5号 2021年7月5 2021年7.5 2021·7·5 ２０２１年７月５日 7月5日 7.5 7/5 07.05 七月五日 2021年6月—7月5日 2021.6.1-7.5',
    ),
  )('%s is the fifth of July', (form) => {
    expect(misread(form, beforeDates, behindDates, { kind: 'date', date: '2021-07-05' })).toEqual([]);
  });

  it.each(
    words(
      '2021年6月底 2021年6月 2021年6月份 2021年6月末 2021.6 2021-06 2021/6 202106 21年6月底 二〇二一年六月底 2021.6月底 2021年二季度 2021年上半年 ' +
        '6月底 6月 六月份 6月份底 上半年 二季度末 第二季度 2021年3月—6月 2021.3-2021.6 2021年3月至6月底',
    ),
  )('%s is the end of June', (form) => {
    expect(misread(form, beforeDates, behindDates, { kind: 'date', date: '2021-06-30' })).toEqual([]);
  });

  it.each([
    ['15个工作日', '2021-03-26'],
    ['十五个工作日', '2021-03-26'],
    ['10-15个工作日', '2021-03-26'],
    ['7日', '2021-03-12'],
    ['７天', '2021-03-12'],
    ['七日', '2021-03-12'],
    ['一周', '2021-03-12'],
    ['两周', '2021-03-19'],
    ['24小时', '2021-03-06'],
    ['1个月', '2021-04-05'],
    ['三个月', '2021-06-05'],
    ['半年', '2021-09-05'],
    ['两年', '2023-03-05'],
  ])('%s ends on %s', (form, date) => {
    expect(misread(form, beforeDurations, behindDurations, { kind: 'relative', date })).toEqual([]);
  });
});
