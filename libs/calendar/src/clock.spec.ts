import { Clock, dayInShanghai } from './clock.js';

describe('the clock', () => {
  it('turns the day at midnight of Shanghai, not of the machine', () => {
    expect(dayInShanghai(new Date('2022-06-30T15:59:59Z'))).toBe('2022-06-30');
    expect(dayInShanghai(new Date('2022-06-30T16:00:00Z'))).toBe('2022-07-01');
  });

  it('stands on the day that XIAOHAO_TODAY fixes', () => {
    const clock = new Clock({ today: '2022-07-04' });
    expect(clock.today()).toBe('2022-07-04');
    expect(clock.isFixed()).toBe(true);
    expect(new Clock({ today: null }).today()).toBe(dayInShanghai(new Date()));
  });
});
