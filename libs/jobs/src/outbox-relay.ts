import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { lockStale, lockWaiting, markRelayed, type OutboxRow } from './outbox.queries.js';

const batchSize = 200;

/**
 * Hands rows of the outbox to the queue. Any number may run: each locks rows the others skip. The rows stay locked
 * until the queue has them; a crash in between hands them over once more, which the queue ignores.
 */
export class OutboxRelay {
  private readonly logger = new Logger('outbox');
  private running: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly db: DataSource,
    private readonly producer: { addAll(rows: readonly OutboxRow[]): Promise<void> },
    private readonly staleMs: number,
  ) {}

  /** Hands over what is due; never rejects, for the next call tries again. A call meanwhile makes it look once more. */
  wake(): Promise<void> {
    this.again = true;
    this.running ??= this.relayWaiting().finally(() => (this.running = null));
    return this.running;
  }

  /** Hands over again what the queue may have forgotten. */
  async recover(): Promise<void> {
    await this.untilEmpty((tx) => lockStale(tx, this.staleMs, batchSize));
  }

  /** Resolves when the hand-over that is under way, if any, has ended. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async relayWaiting(): Promise<void> {
    while (this.again) {
      this.again = false;
      await this.untilEmpty((tx) => lockWaiting(tx, batchSize));
    }
  }

  private async untilEmpty(lock: (tx: EntityManager) => Promise<OutboxRow[]>): Promise<void> {
    try {
      while ((await this.relayBatch(lock)) === batchSize);
    } catch (error) {
      this.logger.warn(`Outbox not relayed, trying again: ${(error as Error).message}`);
    }
  }

  private relayBatch(lock: (tx: EntityManager) => Promise<OutboxRow[]>): Promise<number> {
    return this.db.transaction(async (tx) => {
      const rows = await lock(tx);
      if (rows.length === 0) return 0;
      await this.producer.addAll(rows);
      await markRelayed(tx, rows);
      return rows.length;
    });
  }
}
