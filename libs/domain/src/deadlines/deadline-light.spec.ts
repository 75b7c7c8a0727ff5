import { isOverdue, lightOf, overdueDays } from './deadline-light.js';

const today = '2026-07-01';

describe('overdue', () => {
  it('is live and due before today; the day itself is still in time', () => {
    expect(isOverdue('in_progress', '2026-06-30', today)).toBe(true);
    expect(isOverdue('in_progress', today, today)).toBe(false);
  });

  it('stands still while the ticket waits on a reviewer', () => {
    expect(isOverdue('dept_review', '2026-01-01', today)).toBe(false);
    expect(overdueDays('pending_acceptance', '2026-01-01', today)).toBe(0);
  });

  it('counts calendar days', () => {
    expect(overdueDays('assigned', '2026-06-26', today)).toBe(5);
  });
});

describe('the light', () => {
  it.each([
    ['in_progress', '2026-06-30', 'red'],
    ['in_progress', '2026-07-01', 'yellow'],
    ['in_progress', '2026-07-08', 'yellow'],
    ['in_progress', '2026-07-09', 'green'],
    ['in_progress', null, 'none'],
    ['pending_review', '2026-01-01', 'grey'],
    ['suspended', '2026-01-01', 'grey'],
    ['closed', '2026-01-01', 'none'],
    ['draft', '2026-01-01', 'none'],
  ] as const)('%s due %s is %s', (status, dueOn, light) => {
    expect(lightOf(status, dueOn, today)).toBe(light);
  });
});
