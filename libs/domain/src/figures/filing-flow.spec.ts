import { filingActions, filingFlow, filingStatuses } from './filing-flow.js';
import { filingDueOn, halfYearToFile, periodsDueOn } from './filing-due.js';
import { isoWeek, parsePeriod, type Day } from '../calendar/day.js';
import type { WorkingCalendar } from '../calendar/working-days.js';

const weekdays: WorkingCalendar = {
  isWorkingDay: (day: Day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && isoWeek(day) !== '2026-W40',
  holidayName: () => null,
};

describe('the flow of a filing', () => {
  it('gives each duty its own actions, status by status', () => {
    const table = filingStatuses.map(
      (status) =>
        `${status}: ${filingActions(status, ['filer']).join(' ')} | ${filingActions(status, ['acceptor']).join(' ')}`,
    );
    expect(table).toEqual([
      'draft: submit | ',
      'submitted: withdraw | accept return',
      'accepted:  | return',
      'returned:  | ',
    ]);
  });

  it('takes a new value at any time, as a draft or to be accepted', () => {
    for (const action of ['save', 'file'] as const) expect(filingFlow[action].from).toEqual([null, ...filingStatuses]);
  });
});

describe('the day by which a period is to be filed', () => {
  it('counts working days after its end', () => {
    expect(filingDueOn(parsePeriod('2026H1')!, 5, weekdays)).toBe('2026-07-07');
    // The whole first week of October is off.
    expect(filingDueOn(parsePeriod('2026Q3')!, 1, weekdays)).toBe('2026-10-05');
  });

  it('is found again for every length of period that ends there', () => {
    expect(periodsDueOn('2026-07-07', 5, weekdays).map(({ code }) => code)).toEqual(['2026-06', '2026Q2', '2026H1']);
    expect(periodsDueOn('2026-07-08', 5, weekdays)).toEqual([]);
    expect(periodsDueOn('2027-01-07', 5, weekdays).map(({ code }) => code)).toEqual([
      '2026-12',
      '2026Q4',
      '2026H2',
      '2026',
    ]);
  });
});

it.each([
  ['2026-06-30', '2026H1'],
  ['2026-07-01', '2026H1'],
  ['2026-07-31', '2026H1'],
  ['2026-08-01', '2026H2'],
  ['2026-11-30', '2026H2'],
  ['2027-01-31', '2026H2'],
  ['2027-02-01', '2027H1'],
])('on %s people file for %s', (today, period) => {
  expect(halfYearToFile(today).code).toBe(period);
});
