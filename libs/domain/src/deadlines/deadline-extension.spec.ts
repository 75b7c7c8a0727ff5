import { weekday } from '../calendar/day.js';
import { readExtension } from './deadline-extension.js';
import { readDeadline } from './deadline-reader.js';
import type { DeadlineContext } from './deadline-reading.js';

const context: DeadlineContext = {
  calendar: { isWorkingDay: (day) => weekday(day) <= 5, holidayName: () => null },
  documentYear: 2021,
  baseDay: '2021-03-05',
};
const extend = (cell: string, remark: string) => readExtension(remark, readDeadline({ value: cell }, context), context);

describe('a remark that extends the deadline', () => {
  it.each<[cell: string, remark: string, date: string, originalDate: string | null]>([
    ['2021年6月底前', '延期至2021年9月底', '2021-09-30', '2021-06-30'],
    ['2021年7月15日', '检测排期到8月，经同意延期至8月20日', '2021-08-20', '2021-07-15'],
    ['6月底前', '经批准延期至9月底', '2021-09-30', '2021-06-30'],
    ['2021年11月底', '经局长办公会研究同意，延期至1月底', '2022-01-31', '2021-11-30'],
    ['2021年6月底前', '申请延期至9月底，已批准', '2021-09-30', '2021-06-30'],
    ['2021年6月30日', '2021年5月20日，经局党委会研究同意，整改期限延长至2021年10月底前', '2021-10-31', '2021-06-30'],
    ['2021年6月底', '（经批准延期至9月30日）', '2021-09-30', '2021-06-30'],
    ['2021年6月底', '第一次延期至2021年9月底，第二次延期至2021年12月底', '2021-12-31', '2021-06-30'],
    ['15个工作日内', '延期至5月10日', '2021-05-10', '2021-03-26'],
    ['待定', '延期至2021年9月底', '2021-09-30', null],
    ['', '延期至9月底', '2021-09-30', null],
    ['2021年6月底', '延期3个月', '2021-09-30', '2021-06-30'],
    ['2021年6月15日', '延期一个月', '2021-07-15', '2021-06-15'],
    ['2021年6月底', '延期15天', '2021-07-15', '2021-06-30'],
  ])('%s with “%s” is due %s', (cell, remark, date, originalDate) => {
    const { deadline, issues } = extend(cell, remark);
    expect(deadline).toMatchObject({ kind: 'date', date, originalDate, extended: true, altDate: null, raw: cell });
    expect(issues).toEqual([]);
  });

  it('gives the original back where the cell was already brought up to date', () => {
    expect(extend('2021年9月30日', '由6月30日延期至9月30日').deadline).toMatchObject({
      date: '2021-09-30',
      originalDate: '2021-06-30',
      extended: true,
    });
    expect(extend('原定2021年6月底，延期至2021年9月底', '已延期至2021年9月底').deadline.originalDate).toBe(
      '2021-06-30',
    );
  });

  it('keeps what is to be kept up', () => {
    expect(extend('2021年6月底前，并长期坚持', '延期至2021年9月底').deadline.ongoing).toBe(true);
  });

  it.each([
    '申请延期至9月底',
    '拟延期至9月底',
    '申请延期至9月底，未批准',
    '不同意延期至9月底',
    '建议调整为9月底',
    '预计延至9月底',
    '可能推迟到9月底',
  ])('changes nothing while it is only asked for or refused: %s', (remark) => {
    expect(extend('2021年6月底前', remark).deadline).toMatchObject({
      date: '2021-06-30',
      extended: false,
      originalDate: null,
    });
  });

  it('names the day that was asked for', () => {
    expect(extend('2021年6月底前', '申请延期至9月底').issues).toEqual([
      { code: 'extensionRequested', args: { raw: '申请延期至9月底', date: '2021-09-30' } },
    ]);
  });

  it('with an impossible day is reported, the deadline stays', () => {
    const { deadline, issues } = extend('2021年6月底前', '延期至9月31日');
    expect(deadline).toMatchObject({ date: '2021-06-30', extended: false });
    expect(issues.map((issue) => issue.code)).toEqual(['deadlineImpossible']);
  });

  it.each(['正在推进', '2021年9月底前报送总结', '延期原因：资金不足', ''])('is none of these: %s', (remark) => {
    const before = readDeadline({ value: '2021年6月底前' }, context);
    expect(readExtension(remark, before, context)).toEqual(before);
  });
});
