import type { Worker } from 'node:worker_threads';

/** One thread that waits for the next task: what it has run before is compiled already. */
export class KeptThread {
  private worker: Worker | null = null;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly keepMs: number) {}

  /** It, where there is one. */
  take(): Worker | null {
    const { worker } = this;
    this.forget();
    if (worker) forgetListeners(worker).ref();
    return worker;
  }

  /** For so long, unless one is kept already; it keeps no process from ending. */
  async keep(worker: Worker): Promise<void> {
    if (this.keepMs === 0 || this.worker) return void (await worker.terminate());
    this.worker = worker;
    forgetListeners(worker).unref();
    // One that ends by itself is no loss.
    worker.on('error', () => this.forget());
    worker.on('exit', () => this.forget());
    this.timer = setTimeout(() => void this.take()?.terminate(), this.keepMs).unref();
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.worker = null;
  }
}

/** Those of the last task; others are Node's own. */
function forgetListeners(worker: Worker): Worker {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
  return worker;
}
