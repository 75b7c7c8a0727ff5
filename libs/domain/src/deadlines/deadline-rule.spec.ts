import { deadlineRuleSeed, proposeDay, rulesFor, type DeadlineUnit } from './deadline-rule.js';
import { levelTable } from '../tickets/ticket-level.js';
import { ticketKinds } from '../tickets/ticket-kind.js';
import type { WorkingCalendar } from '../calendar/working-days.js';

const weekdays: WorkingCalendar = {
  isWorkingDay: (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
  holidayName: () => null,
};

describe('the seed of deadline rules', () => {
  it('has one code each, knows its kinds and levels, and names its source', () => {
    expect(new Set(deadlineRuleSeed.map(({ code }) => code)).size).toBe(deadlineRuleSeed.length);
    for (const { kind, level, source } of deadlineRuleSeed) {
      expect([null, ...ticketKinds]).toContain(kind);
      expect([null, ...(kind ? levelTable[kind] : [])]).toContain(level);
      expect(source).not.toBe('');
    }
  });

  it('has a row for every kind, so that every office finds its own to edit', () => {
    expect(ticketKinds.filter((kind) => !deadlineRuleSeed.some((rule) => rule.kind === kind))).toEqual([]);
  });
});

describe('the rules for a ticket', () => {
  const codes = (...of: Parameters<typeof rulesFor> extends [unknown, ...infer Rest] ? Rest : never) =>
    rulesFor(deadlineRuleSeed, ...of).map(({ code }) => code);

  it('are those of its level, and those of its own deadline where only they are wanted', () => {
    expect(codes('hazard', 'major')).toEqual(['hazard_major']);
    expect(codes('accident_investigation', 'general', true)).toEqual(['accident_report']);
    expect(codes('accident_investigation', 'extreme')).toEqual([
      'accident_report',
      'accident_approval_extreme',
      'accident_evaluation',
    ]);
  });

  it('leave out what the bureau has switched off', () => {
    expect(codes('key_task', null)).toEqual([]);
  });
});

describe('a proposed day', () => {
  it.each<[string, number, DeadlineUnit, boolean, string, string]>([
    ['counts from the next day', 15, 'calendar', false, '2026-07-01', '2026-07-16'],
    ['stays on a Saturday when it is the bureau’s own', 3, 'calendar', false, '2026-07-01', '2026-07-04'],
    ['leaves a Saturday when it is the law’s', 3, 'calendar', true, '2026-07-01', '2026-07-06'],
    ['ends on the last day of a shorter month', 1, 'month', false, '2026-01-31', '2026-02-28'],
    ['ends on the corresponding day of the next year', 1, 'year', true, '2026-07-01', '2027-07-01'],
    ['counts working days', 5, 'working', false, '2026-07-01', '2026-07-08'],
  ])('%s', (_, amount, unit, statutory, from, day) => {
    expect(proposeDay({ amount, unit, statutory }, from, weekdays)).toBe(day);
  });
});
