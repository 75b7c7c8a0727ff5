import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '@xiaohao/config';
import { newId, select, StoredFile } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { safeFileName } from './file-name.js';
import { mediaTypeOf } from './media-type.js';

export interface StoredFileFacts {
  id: string;
  name: string;
  sha256: string;
  sizeBytes: number;
  mediaType: string;
}

const defaultLimitBytes = 20_000_000;
/** Enough of a file's beginning to tell what it is. */
const sniffBytes = 512;

/**
 * Files by their content: `<data>/files/ab/cd/<sha256>`. The same content is kept once; nothing is ever overwritten.
 * A transaction that rolls back leaves at most an unreferenced copy, never a row without its file.
 */
@Injectable()
export class FileStore {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataFolder'>,
    @Inject(DataSource) private readonly db: DataSource,
  ) {}

  /** Stores the content and its row. Throws `fileTooLarge` past the limit, `fileMissing` when empty. */
  async store(
    content: Readable | Buffer,
    facts: { name: string; mediaType?: string; createdBy: string | null; limitBytes?: number },
    tx: EntityManager,
  ): Promise<StoredFileFacts> {
    const written = await this.write(content, facts.limitBytes ?? defaultLimitBytes);
    const name = safeFileName(facts.name);
    const file = {
      id: newId(),
      name,
      sha256: written.sha256,
      sizeBytes: written.sizeBytes,
      mediaType: mediaTypeOf(name, written.beginning),
    };
    await tx.insert(StoredFile, {
      ...file,
      sizeBytes: String(file.sizeBytes),
      storageKey: storageKey(file.sha256),
      createdBy: facts.createdBy,
    });
    return file;
  }

  /** The row and a stream of the content; 404 when there is no such file. */
  async open(fileId: string): Promise<{ file: StoredFileFacts; stream: Readable }> {
    const [row] = await select<StoredFileFacts & { storageKey: string }>(
      this.db,
      `select id, name, sha256, size_bytes::float8 as "sizeBytes", media_type as "mediaType", storage_key as "storageKey"
       from file where id = $1`,
      [fileId],
    );
    if (!row) throw new AppError('notFound', { what: '文件' });
    const { storageKey: key, ...file } = row;
    const path = join(this.folder, key);
    await access(path).catch(() => {
      throw new AppError('notFound', { what: `文件 ${file.name}` });
    });
    return { file, stream: createReadStream(path) };
  }

  /** The whole content, checked against its hash. For files the product itself reads. */
  async read(fileId: string): Promise<Buffer> {
    const { file, stream } = await this.open(fileId);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const content = Buffer.concat(chunks);
    if (createHash('sha256').update(content).digest('hex') !== file.sha256) {
      throw new AppError('fileAltered', { name: file.name });
    }
    return content;
  }

  private get folder(): string {
    return join(this.config.dataFolder, 'files');
  }

  private async write(content: Readable | Buffer, limitBytes: number) {
    const unfinished = join(this.folder, `.${randomUUID()}.part`);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const hash = createHash('sha256');
    let sizeBytes = 0;
    let beginning = Buffer.alloc(0);
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        sizeBytes += chunk.length;
        if (sizeBytes > limitBytes) return done(tooLarge(limitBytes));
        if (beginning.length < sniffBytes) beginning = Buffer.concat([beginning, chunk]).subarray(0, sniffBytes);
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      const source = Buffer.isBuffer(content) ? Readable.from([content]) : content;
      await pipeline(source, meter, createWriteStream(unfinished, { mode: 0o600 }));
      // Multipart parsers end a stream quietly at their own limit and leave a mark.
      if ((content as { truncated?: boolean }).truncated) throw tooLarge(limitBytes);
      if (sizeBytes === 0) throw new AppError('fileMissing');
      const sha256 = hash.digest('hex');
      await this.place(unfinished, join(this.folder, storageKey(sha256)));
      return { sha256, sizeBytes, beginning };
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  /** Onto the disk, then under its name: a name always stands for the whole content. */
  private async place(unfinished: string, target: string): Promise<void> {
    const handle = await open(unfinished, 'r+');
    await handle.sync();
    await handle.close();
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(unfinished, target);
  }
}

function storageKey(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

function tooLarge(limitBytes: number): AppError {
  return new AppError('fileTooLarge', { limit: `${Math.round(limitBytes / 1e6)} MB` });
}
