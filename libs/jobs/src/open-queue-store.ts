import type { Config } from '@xiaohao/config';
import { openPostgresStore } from './postgres-store.js';
import type { QueueStore } from './queue-store.js';
import { openRedisStore } from './redis-store.js';

export type QueueConfig = Pick<Config, 'databaseUrl' | 'redisUrl'>;

/** On Redis where REDIS_URL is set, otherwise in the application's own database. */
export function openQueueStore(config: QueueConfig): QueueStore {
  return config.redisUrl ? openRedisStore(config.redisUrl, config.databaseUrl) : openPostgresStore(config.databaseUrl);
}
