import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@xiaohao/errors';
import { headBytes } from './media-type.js';

export interface Content {
  sha256: string;
  sizeBytes: number;
  /** Its first bytes, to tell what it is. */
  head: Buffer;
}

/** Dotted: a backup that runs meanwhile passes these by. */
const unfinishedPrefix = '.incoming-';
const unfinishedKeptMs = 24 * 3_600_000;

/** Where content lies under the folder: `ab/cd/<sha256>`. */
export function storageKeyOf(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

/**
 * Content on the local disk, named by its own hash: the same bytes are kept once, a name always stands for the whole
 * content. What put() returned has reached the disk.
 */
export class ContentFolder {
  constructor(private readonly folder: string) {}

  /** Refused or broken content leaves nothing behind. Throws fileTooLarge past the limit, fileMissing when empty. */
  async put(source: Readable, limitBytes: number): Promise<Content> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const unfinished = join(this.folder, `${unfinishedPrefix}${randomUUID()}`);
    try {
      const content = await write(source, unfinished, limitBytes);
      await this.settle(unfinished, content);
      return content;
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  /** Rejects with ENOENT where the content is gone. */
  open(key: string): Promise<FileHandle> {
    return open(this.pathOf(key), 'r');
  }

  /** Removes what uploads left whose process ended. */
  async clearUnfinished(): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      if (!name.startsWith(unfinishedPrefix)) continue;
      const path = join(this.folder, name);
      const entry = await stat(path).catch(() => null);
      if (entry && Date.now() - entry.mtimeMs > unfinishedKeptMs) await rm(path, { force: true });
    }
  }

  /** Over what is there already too: were it damaged, this mends it. */
  private async settle(unfinished: string, { sha256 }: Content): Promise<void> {
    const path = this.pathOf(storageKeyOf(sha256));
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(unfinished, path);
    for (const folder of [dirname(path), dirname(dirname(path)), this.folder]) await syncFolder(folder);
  }

  private pathOf(key: string): string {
    if (!/^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}$/.test(key)) throw new Error(`${key} is no storage key`);
    return join(this.folder, key);
  }
}

async function write(source: Readable, path: string, limitBytes: number): Promise<Content> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let head = Buffer.alloc(0);
  const meter = new Transform({
    transform(chunk: Buffer, _, done) {
      sizeBytes += chunk.length;
      if (sizeBytes > limitBytes) return done(tooLarge(limitBytes));
      if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes)]).subarray(0, headBytes);
      hash.update(chunk);
      done(null, chunk);
    },
  });
  // `flush`: on the disk before the stream closes.
  await pipeline(source, meter, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  // A multipart stream that met the server's own limit ends as if it were complete.
  if ((source as Readable & { truncated?: boolean }).truncated) throw tooLarge(limitBytes);
  if (sizeBytes === 0) throw new AppError('fileMissing');
  return { sha256: hash.digest('hex'), sizeBytes, head };
}

/** A rename survives a power cut only once its folder has reached the disk. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function tooLarge(limitBytes: number): AppError {
  return new AppError('fileTooLarge', { limit: `${Math.round(limitBytes / 1e6)} MB` });
}
