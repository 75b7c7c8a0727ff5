import { officialCalendar } from '@xiaohao/calendar';
import { buildWorkbook, type TestCell } from '../../../../test/support/ledger-workbooks.js';
import { readLedger } from './ledger-reader.js';
import type { PreviewTicket } from './preview.js';

const today = '2026-07-01';
const head = ['序号', '存在问题', '整改措施', '责任单位', '整改时限', '完成情况', '发现日期'];

/** One ticket of so many measures: number, problem, status and day of discovery are merged over its rows. */
async function ticketDue(deadlines: readonly string[], status = '整改中', foundOn = ''): Promise<PreviewTicket> {
  const rows: TestCell[][] = deadlines.map((deadline, at) => {
    return ['1', '制度不健全', `第${at + 1}条措施`, '危化科', deadline, status, foundOn];
  });
  const last = deadlines.length + 1;
  const merges = last > 2 ? ['A', 'B', 'F', 'G'].map((letter) => `${letter}2:${letter}${last}`) : [];
  const file = await buildWorkbook([{ name: '台账', rows: [head, ...rows], merges }]);
  const { tickets } = await readLedger(file, '整改台账.xlsx', {
    kind: 'inspection_issue',
    year: null,
    baseDate: null,
    source: null,
    today,
    calendar: officialCalendar,
  });
  expect(tickets).toHaveLength(1);
  return tickets[0]!;
}
const latest = ({ issues }: PreviewTicket) =>
  issues.flatMap(({ code, cell, message }) => (code === 'deadlineLatest' ? [[cell, message]] : []));

describe('the deadline of several measures', () => {
  it.each([
    [['2026年8月15日', '2026年10月31日', '2026年9月30日'], 'E3', '2026-10-31'],
    [['立行立改', '2026年9月30日'], 'E3', '2026-09-30'],
    [['2026年9月30日', '长期坚持'], 'E2', '2026-09-30'],
  ])('is that of the latest, and the row says so: %s', async (deadlines, cell, day) => {
    const ticket = await ticketDue(deadlines);
    expect(ticket.deadline.date).toBe(day);
    expect(latest(ticket)).toEqual([[cell, `各条措施的期限不同，取最晚一条措施的期限 ${day}`]]);
  });

  it.each([
    [['2026年9月30日']],
    [['2026年9月30日', '2026年9月30日']],
    [['2026年9月30日', '']],
    [['立行立改', '长期坚持']],
  ])('is not chosen where they agree or none has a day: %s', async (deadlines) =>
    expect(latest(await ticketDue(deadlines))).toEqual([]),
  );
});

it.each([
  ['整改中', '', '2026-07-01', '2026-07-08'],
  ['整改中', '2026年6月1日', '2026-06-01', '2026-06-08'],
  ['已销号', '2026年6月1日', '2026-06-01', '2026-06-08'],
])('immediate work bears its day and the one it counts from: %s, found on “%s”', async (status, foundOn, from, to) => {
  const { deadline } = await ticketDue(['立行立改'], status, foundOn);
  expect([deadline.kind, deadline.counted]).toEqual(['immediate', { to, from }]);
});
