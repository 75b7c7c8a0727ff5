/**
 * Writes batches one after the other while the next is being made: the database and this process work at the same time,
 * on one connection. A failure is thrown at the next `put` or at the end.
 */
export class WriteBehind<Batch> {
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly write: (batch: Batch) => Promise<void>) {}

  /** Returns as soon as the batch before is written and this one is under way. */
  async put(batch: Batch): Promise<void> {
    await this.writing;
    this.writing = this.write(batch);
    // Whoever makes the next batch looks later.
    this.writing.catch(() => undefined);
  }

  /** To be awaited before the connection is used for anything else, also after a failure. */
  end(): Promise<void> {
    return this.writing;
  }
}
