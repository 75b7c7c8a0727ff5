import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** One JSON line an event; passwords, cookies and tokens never reach it because requests are logged by method, path and status only. */
export function createLogger(level: string): Logger {
  return pino({ level, base: { app: 'api' } });
}

const slowMs = 1_000;

/** What changes something, is refused or takes long is told; that pages are read would fill the log. */
export function levelOf({ method, path, status, ms }: { method: string; path: string; status: number; ms: number }) {
  if (status >= 500) return 'error';
  const isRead = method === 'GET' || method === 'HEAD';
  // A stream of live events stays open as long as its page.
  const isSlow = ms >= slowMs && path !== '/api/stream';
  return !isRead || status >= 400 || isSlow ? 'info' : 'debug';
}

/** Nest's own words through the same logger. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  verbose(message: unknown, context?: string): void {
    this.logger.trace({ context }, String(message));
  }
}
