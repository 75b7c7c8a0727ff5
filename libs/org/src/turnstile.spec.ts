import { Turnstile } from './turnstile.js';

describe('a turnstile', () => {
  it('lets no more through at once than it has places, in order, also past those that fail', async () => {
    const turnstile = new Turnstile(3);
    let inside = 0;
    let most = 0;
    const begun: number[] = [];
    const works = Array.from({ length: 20 }, (_, at) =>
      turnstile.pass(async () => {
        begun.push(at);
        most = Math.max(most, (inside += 1));
        await new Promise((resolve) => setTimeout(resolve, 2));
        inside -= 1;
        if (at % 4 === 0) throw new Error('refused');
        return at;
      }),
    );
    const ends = await Promise.allSettled(works);
    expect(most).toBe(3);
    expect(begun).toEqual(Array.from({ length: 20 }, (_, at) => at));
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(5);
    expect(await turnstile.pass(async () => 'free again')).toBe('free again');
  });
});
