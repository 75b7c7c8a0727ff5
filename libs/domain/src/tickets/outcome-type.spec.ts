import { defaultOutcomeDay } from './outcome-type.js';

const days = { occurredOn: '2026-06-12', raisedOn: '2026-06-13' };

it.each<[string, string | undefined, { occurredOn: string | null; raisedOn: string | null }, string]>([
  ['what an accident did happened on its day', 'deaths', days, '2026-06-12'],
  ['so did what it cost', 'direct_loss', days, '2026-06-12'],
  [
    'an accident without a day of its own happened when it was raised',
    'deaths',
    { ...days, occurredOn: null },
    '2026-06-13',
  ],
  ['who answers for it is found later', 'persons_accountable', days, '2026-07-10'],
  ['without any day it is the one given', 'deaths', { occurredOn: null, raisedOn: null }, '2026-07-10'],
  ['of no type yet it is the one given', undefined, days, '2026-07-10'],
])('%s', (_, type, ticket, day) => {
  expect(defaultOutcomeDay(type, ticket, '2026-07-10')).toBe(day);
});
