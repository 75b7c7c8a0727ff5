import { Logger } from '@nestjs/common';
import { Queue, Worker } from 'bullmq';
import { Cluster, Redis, type RedisOptions } from 'ioredis';
import { keptEvents, type QueueStore } from './queue-store.js';
import { readRedisUrl, type RedisPlace } from './redis-url.js';
import { sayOnce } from './say-once.js';

/**
 * BullMQ on Redis. Adding gives up after a moment, for the relay holds rows of the outbox meanwhile and will come
 * again; workers wait for ever. Keys carry the database's name (in braces: one slot of a cluster), so that
 * installations that share a Redis do not take each other's jobs.
 */
export function openRedisStore(redisUrl: string, databaseUrl: string): QueueStore {
  const place = readRedisUrl(redisUrl);
  const prefix = `{xiaohao:${new URL(databaseUrl).pathname.slice(1)}}`;
  const adding = connectRedis(place, { maxRetriesPerRequest: 2, commandTimeout: 10_000 });
  const working = connectRedis(place, { maxRetriesPerRequest: null });
  return {
    queue: (name) => new Queue(name, { connection: adding, prefix, streams: { events: { maxLen: keptEvents } } }),
    worker: (name, processor, options) => new Worker(name, processor, { ...options, connection: working, prefix }),
    async close() {
      adding.disconnect();
      working.disconnect();
    },
  };
}

/** Connects at once or on the first command; errors are logged and followed by another attempt, for ever. */
export function connectRedis(place: RedisPlace, options: RedisOptions): Redis | Cluster {
  const client = open(place, {
    ...options,
    username: place.username,
    password: place.password,
    db: place.db,
    ...(place.tls ? { tls: {} } : {}),
    connectTimeout: 5_000,
    retryStrategy: retryAfter,
  });
  client.on('error', sayOnce(new Logger('redis')));
  return client;
}

const retryAfter = (times: number) => Math.min(times * 200, 5_000);

function open(place: RedisPlace, options: RedisOptions): Redis | Cluster {
  switch (place.kind) {
    case 'single':
      return new Redis({ ...options, ...place.node });
    case 'sentinel':
      return new Redis({
        ...options,
        sentinels: place.sentinels,
        name: place.master,
        sentinelRetryStrategy: retryAfter,
      });
    case 'cluster': {
      const { db: _, maxRetriesPerRequest, retryStrategy: __, ...redisOptions } = options;
      return new Cluster(place.nodes, {
        redisOptions: { ...redisOptions, maxRetriesPerRequest },
        clusterRetryStrategy: retryAfter,
      });
    }
  }
}
