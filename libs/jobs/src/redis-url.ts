import { AppError } from '@xiaohao/errors';

export interface RedisNode {
  host: string;
  port: number;
}

interface RedisAccess {
  username?: string;
  password?: string;
  /** Number of the Redis database; a cluster has only 0. */
  db: number;
  tls: boolean;
}

export type RedisPlace = RedisAccess &
  (
    | { kind: 'single'; node: RedisNode }
    | { kind: 'cluster'; nodes: RedisNode[] }
    | { kind: 'sentinel'; sentinels: RedisNode[]; master: string }
  );

const form = /^(rediss?|redis\+sentinel):\/\/(?:([^@/]*)@)?([^/@?#]+)(?:\/([^?#]*))?$/;

/**
 * Reads REDIS_URL:
 * - `redis://[user:password@]host[:6379][/db]`, `rediss://…` with TLS;
 * - `redis+sentinel://[user:password@]host[:26379],host…/master[/db]`: the addresses are the sentinels', user and
 *   password those of the master;
 * - `redis://[user:password@]host[:6379],host…` (also `redis://host,redis://host`, and with TLS): some nodes of a cluster.
 */
export function readRedisUrl(url: string): RedisPlace {
  const parts = form.exec(url.replace(/,\s*rediss?:\/\//g, ','));
  if (!parts) throw wrong(`${hidePassword(url)} is no Redis address`);
  const [, scheme, credentials, hosts, path] = parts;
  const tls = scheme === 'rediss';
  const [username, password] = (credentials ?? '').split(':').map(decodeURIComponent);
  const access = { tls, ...(username ? { username } : {}), ...(password ? { password } : {}) };
  const segments = (path ?? '').split('/').filter(Boolean);

  if (scheme === 'redis+sentinel') {
    const [master, db] = segments;
    if (!master) throw wrong('redis+sentinel:// needs the name of the master after the addresses');
    return {
      ...access,
      kind: 'sentinel',
      sentinels: readNodes(hosts!, 26379),
      master: decodeURIComponent(master),
      db: readDb(db),
    };
  }
  const db = readDb(segments[0]);
  const nodes = readNodes(hosts!, 6379);
  if (nodes.length === 1) return { ...access, kind: 'single', node: nodes[0]!, db };
  if (db !== 0) throw wrong('a Redis cluster has only database 0');
  return { ...access, kind: 'cluster', nodes, db };
}

function readNodes(list: string, defaultPort: number): RedisNode[] {
  return list.split(',').map((text) => {
    const [, host, port] = /^(\[[0-9a-fA-F:.]+\]|[^\s:[\]]+)(?::(\d{1,5}))?$/.exec(text.trim()) ?? [];
    if (!host) throw wrong(`${text} is no host`);
    return { host: host.replace(/^\[|\]$/g, ''), port: port ? Number(port) : defaultPort };
  });
}

function readDb(text: string | undefined): number {
  if (text === undefined) return 0;
  if (!/^\d+$/.test(text)) throw wrong(`${text} is no Redis database number`);
  return Number(text);
}

function hidePassword(url: string): string {
  return url.replace(/:[^@/]*@/, ':***@');
}

function wrong(reason: string): AppError {
  return new AppError('configurationWrong', { what: `REDIS_URL: ${reason}` });
}
