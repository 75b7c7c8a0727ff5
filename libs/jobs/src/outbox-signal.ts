import { Logger } from '@nestjs/common';
import pg from 'pg';
import { outboxChannel } from './outbox.queries.js';

const reconnectMs = 2_000;

/**
 * Hears of new rows through a connection of its own. While it is broken the poll carries on alone; after each connect
 * `onSignal` is called too, for what was announced meanwhile went unheard.
 */
export class OutboxSignal {
  private readonly logger = new Logger('outbox');
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly onSignal: () => void,
  ) {}

  async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'xiaohao outbox',
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 5_000,
    });
    this.client = client;
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, new Error('connection ended')));
    client.on('notification', () => this.onSignal());
    try {
      await client.connect();
      await client.query(`listen ${outboxChannel}`);
      this.onSignal();
    } catch (error) {
      this.lost(client, error as Error);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => {});
  }

  private lost(client: pg.Client, error: Error): void {
    if (this.closed || this.client !== client) return;
    this.client = null;
    this.logger.warn(`Not hearing of new jobs, trying again: ${error.message}`);
    void client.end().catch(() => {});
    this.retry = setTimeout(() => void this.open(), reconnectMs);
  }
}
