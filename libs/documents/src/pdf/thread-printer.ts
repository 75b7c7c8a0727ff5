import { ThreadWork, type ThreadBounds } from '@xiaohao/threads';
import { machineFaces, printDirectly } from './direct-printer.js';
import type { FontFace } from './font-finder.js';

export interface PrintTask {
  document: Uint8Array;
  faces: readonly FontFace[];
}

/** A long report takes some seconds. */
const bounds: ThreadBounds = { timeoutMs: 60_000, memoryMb: 1_024, atOnce: 2 };

/** Prints documents, each in a thread of its own; what cannot be printed is refused as pdfFailed. */
export const threadPrinter = (thread: URL, more: Partial<ThreadBounds> = {}) =>
  new ThreadWork<PrintTask, Uint8Array>(thread, { ...bounds, ...more }, 'pdfFailed', ({ document, faces }) =>
    printDirectly(Buffer.from(document), faces),
  );

const printer = threadPrinter(new URL('./print-thread.js', import.meta.url));

/** @throws pdfFailed where it takes too long or too much memory, and what `printDirectly` throws */
export async function printInThread(document: Buffer, by = printer): Promise<Buffer> {
  return Buffer.from(await by.run({ document, faces: await machineFaces() }));
}
