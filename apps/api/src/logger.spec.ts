import { levelOf } from './logger.js';

it.each([
  ['POST', '/api/reports', 201, 20, 'info'],
  ['GET', '/api/tickets', 200, 20, 'debug'],
  ['GET', '/api/tickets', 200, 1000, 'info'],
  ['GET', '/api/stream', 200, 60_000, 'debug'],
  ['GET', '/api/tickets', 403, 2, 'info'],
  ['GET', '/api/tickets', 500, 2, 'error'],
])('%s %s with %d after %d ms is logged as %s', (method, path, status, ms, level) => {
  expect(levelOf({ method, path, status, ms })).toBe(level);
});
