import { systemActor } from '@xiaohao/org';
import { hashOf, nextEvent } from './event-chain.js';

const at = new Date('2026-07-01T01:02:03.004Z');
const start = { eventCount: 0, eventHead: '' };

describe('an event', () => {
  it('hashes the same whatever the order of its keys', () => {
    const one = nextEvent('t', start, systemActor, 'edit', { a: 1, b: { c: 2, d: 3 } }, at);
    const two = nextEvent('t', start, systemActor, 'edit', { b: { d: 3, c: 2 }, a: 1 }, at);
    expect(one.hash).toBe(two.hash);
  });

  it('hashes what can be stored: undefined words are no words', () => {
    const event = nextEvent('t', start, systemActor, 'edit', { a: undefined, b: 1 }, at);
    expect(event.payload).toEqual({ b: 1 });
    expect(hashOf(event)).toBe(event.hash);
  });

  it('covers everything it says and the hash before it', () => {
    const event = nextEvent('t', { eventCount: 4, eventHead: 'x' }, systemActor, 'edit', { a: 1 }, at);
    expect(event.seq).toBe(5);
    for (const change of [
      { payload: { a: 2 } },
      { at: new Date(at.getTime() + 1) },
      { actorName: '别人' },
      { action: 'sign' },
      { prevHash: 'y' },
      { seq: 6 },
      { ticketId: 'u' },
    ]) {
      expect(hashOf({ ...event, ...change })).not.toBe(event.hash);
    }
  });
});
