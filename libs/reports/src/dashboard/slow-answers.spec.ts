import { setTimeout } from 'node:timers/promises';
import { SlowAnswers } from './slow-answers.js';

/** Answers numbered as they are made, each taking as long as told; the clock stands still otherwise. */
function stage() {
  let clock = 0;
  let made = 0;
  const answers = new SlowAnswers<number>(() => clock);
  const ask = (key: string, took: number) =>
    answers.ask(key, async () => {
      const number = (made += 1);
      await setTimeout(1);
      clock += took;
      return number;
    });
  return { answers, ask, pass: (milliseconds: number) => void (clock += milliseconds) };
}

describe('what takes long to count', () => {
  it('is kept for a minute and says when it was counted', async () => {
    const { ask, pass } = stage();
    pass(5_000);
    await ask('a', 2_000);
    pass(57_000);
    expect(await ask('a', 2_000)).toEqual({ value: 1, madeAt: new Date(5_000) });
    pass(1_001);
    expect((await ask('a', 2_000)).value).toBe(2);
  });

  it('is made anew each time where it is quick', async () => {
    const { ask } = stage();
    await ask('a', 900);
    expect((await ask('a', 900)).value).toBe(2);
  });

  it('is never given to another question', async () => {
    const { ask } = stage();
    await ask('a', 2_000);
    expect((await ask('b', 2_000)).value).toBe(2);
  });

  it('is made once for all who ask while it is made, once it is known to be slow', async () => {
    const { ask, pass } = stage();
    await ask('a', 2_000);
    pass(60_000);
    const both = await Promise.all([ask('a', 2_000), ask('a', 2_000)]);
    expect(both.map(({ value }) => value)).toEqual([2, 2]);
  });

  it('is not kept where it failed', async () => {
    const { answers, ask } = stage();
    await expect(answers.ask('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect((await ask('a', 2_000)).value).toBe(1);
  });
});
