import { AppError } from '@xiaohao/errors';
import { readRedisUrl } from './redis-url.js';

describe('REDIS_URL', () => {
  it.each([
    ['redis://cache', { kind: 'single', node: { host: 'cache', port: 6379 }, db: 0, tls: false }],
    ['redis://127.0.0.1:6400/3', { kind: 'single', node: { host: '127.0.0.1', port: 6400 }, db: 3, tls: false }],
    ['redis://[::1]:6400', { kind: 'single', node: { host: '::1', port: 6400 }, db: 0, tls: false }],
    [
      'rediss://app:p%40ss%3Aword@cache:6380/1',
      {
        kind: 'single',
        node: { host: 'cache', port: 6380 },
        db: 1,
        tls: true,
        username: 'app',
        password: 'p@ss:word',
      },
    ],
    [
      'redis://:secret@cache',
      { kind: 'single', node: { host: 'cache', port: 6379 }, db: 0, tls: false, password: 'secret' },
    ],
  ])('names one server: %s', (url, place) => {
    expect(readRedisUrl(url)).toEqual(place);
  });

  it('names sentinels, their master and a database', () => {
    expect(readRedisUrl('redis+sentinel://:secret@s1,s2:26400/xiaohao/2')).toEqual({
      kind: 'sentinel',
      sentinels: [
        { host: 's1', port: 26379 },
        { host: 's2', port: 26400 },
      ],
      master: 'xiaohao',
      db: 2,
      tls: false,
      password: 'secret',
    });
  });

  it.each(['redis://a:7000,b,c:7002', 'redis://a:7000,redis://b,redis://c:7002'])('names a cluster: %s', (url) => {
    expect(readRedisUrl(url)).toEqual({
      kind: 'cluster',
      nodes: [
        { host: 'a', port: 7000 },
        { host: 'b', port: 6379 },
        { host: 'c', port: 7002 },
      ],
      db: 0,
      tls: false,
    });
  });

  it.each([
    ['redis://', 'is no Redis address'],
    ['http://cache', 'is no Redis address'],
    ['redis://cache/zero', 'zero is no Redis database number'],
    ['redis://a,b/1', 'a Redis cluster has only database 0'],
    ['redis+sentinel://a,b', 'needs the name of the master'],
    ['redis://a:b:c', 'a:b:c is no host'],
  ])('refuses %s and says why', (url, reason) => {
    expect(() => readRedisUrl(url)).toThrow(AppError);
    expect(() => readRedisUrl(url)).toThrow(reason);
  });

  it('keeps the password out of the refusal', () => {
    expect(() => readRedisUrl('redis://app:secret@')).toThrow(/^(?!.*secret)/);
  });
});
