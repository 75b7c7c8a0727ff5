import { onTimeByOriginal, type ClosureDays } from './on-time.js';

const closure = (facts: Partial<ClosureDays> = {}): ClosureDays => ({
  closedOnTime: true,
  submittedOn: '2026-07-10',
  acceptedOn: null,
  closedOn: '2026-07-20',
  dueOn: '2026-07-15',
  originalDueOn: '2026-06-30',
  ...facts,
});

it('an extension may make a ticket on time, but not by its original deadline', () => {
  expect(onTimeByOriginal(closure())).toBe(false);
  expect(onTimeByOriginal(closure({ submittedOn: '2026-06-30' }))).toBe(true);
});

it('says the same as the stored verdict where nothing was extended', () => {
  for (const closedOnTime of [true, false, null]) {
    expect(onTimeByOriginal(closure({ closedOnTime, originalDueOn: '2026-07-15' }))).toBe(closedOnTime);
  }
});

it('counts by the day it was struck off where nobody reported it done', () => {
  expect(onTimeByOriginal(closure({ submittedOn: null, closedOn: '2026-06-29' }))).toBe(true);
});

it('says nothing of what is not closed or was never dated', () => {
  expect(onTimeByOriginal(closure({ closedOnTime: null }))).toBeNull();
  expect(onTimeByOriginal(closure({ originalDueOn: null }))).toBeNull();
});
