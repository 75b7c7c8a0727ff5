import { totalmem } from 'node:os';

const megabytes = (count) => `${Math.round(count)}MB`;
const memory = totalmem() / 2 ** 20;

/** What the embedded server is told, with a small office machine in mind. */
export const serverSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  cluster_name: 'xiaohao',
  timezone: 'Asia/Shanghai',
  log_timezone: 'Asia/Shanghai',
  max_connections: 100,
  shared_buffers: megabytes(memory >= 4096 ? 256 : 128),
  effective_cache_size: megabytes(memory / 2),
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  random_page_cost: 1.1,
  // Compiling costs more than it saves on the short statements of a page.
  jit: 'off',
  // The queue tables live by being vacuumed: with the default minute BullMQ falls to a quarter of its rate.
  autovacuum_naptime: '5s',
  // A forgotten transaction would hold vacuum back everywhere.
  idle_in_transaction_session_timeout: '60s',
  log_checkpoints: 'off',
};
