import { openClock } from './own-clock.js';

describe('the clock of a thread', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('counts its own time alone, and all of it', () => {
    const over = jest.fn();
    const clock = openClock(100, over);
    jest.advanceTimersByTime(60);
    clock.stand();
    clock.stand();
    jest.advanceTimersByTime(1_000);
    clock.go();
    jest.advanceTimersByTime(39);
    expect(over).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(over).toHaveBeenCalledTimes(1);
  });

  it('is over no more once it stands', () => {
    const over = jest.fn();
    openClock(100, over).stand();
    jest.advanceTimersByTime(1_000);
    expect(over).not.toHaveBeenCalled();
  });
});
