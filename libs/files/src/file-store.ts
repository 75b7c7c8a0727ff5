import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pipeline, Readable, Transform } from 'node:stream';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '@xiaohao/config';
import { execute, newId, select, type Queryable } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import { ContentFolder, storageKeyOf } from './content-folder.js';
import { safeFileName } from './file-name.js';
import { mediaTypeOf } from './media-type.js';

export interface StoredFileFacts {
  id: string;
  name: string;
  sha256: string;
  sizeBytes: number;
  mediaType: string;
}

/** Content that is on the disk and has no row yet. */
export type ReceivedFile = Omit<StoredFileFacts, 'id'>;

/** A file as it comes; the name is the sender's. */
export interface SentFile {
  name: string;
  content: Readable | Buffer;
}

const defaultLimitBytes = 20_000_000;

/** Files: content on the disk, and a row of `file` each time somebody gave it. */
@Injectable()
export class FileStore implements OnModuleInit {
  private readonly contents: ContentFolder;

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'dataFolder'>,
    @Inject(DataSource) private readonly db: DataSource,
  ) {
    this.contents = new ContentFolder(join(config.dataFolder, 'files'));
  }

  async onModuleInit(): Promise<void> {
    await this.contents.clearUnfinished();
  }

  /**
   * Takes an upload outside any transaction, so that no row stays locked while it arrives. Name and media type are ours,
   * whatever the sender claimed. Throws fileTooLarge past the limit, fileMissing when empty.
   */
  async receive(content: Readable | Buffer, facts: { name: string; limitBytes?: number }): Promise<ReceivedFile> {
    const source = Buffer.isBuffer(content) ? Readable.from([content]) : content;
    const { sha256, sizeBytes, head } = await this.contents.put(source, facts.limitBytes ?? defaultLimitBytes);
    const name = safeFileName(facts.name);
    return { name, sha256, sizeBytes, mediaType: mediaTypeOf(name, head) };
  }

  /** The files of one form, each read before the next is asked for; fileMissing when there is none. */
  async receiveAll(files: AsyncIterable<SentFile>, limitBytes: number): Promise<ReceivedFile[]> {
    const received: ReceivedFile[] = [];
    for await (const { name, content } of files) received.push(await this.receive(content, { name, limitBytes }));
    if (received.length === 0) throw new AppError('fileMissing');
    return received;
  }

  /** Writes the row of a received file. A rollback leaves content without a row, never a row without its content. */
  async record(tx: EntityManager, received: ReceivedFile, createdBy: string | null): Promise<StoredFileFacts> {
    const file = { id: newId(), ...received };
    await execute(
      tx,
      `insert into file (id, sha256, size_bytes, media_type, name, storage_key, created_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [file.id, file.sha256, file.sizeBytes, file.mediaType, file.name, storageKeyOf(file.sha256), createdBy],
    );
    return file;
  }

  /** Both at once, for content that is at hand. */
  async store(
    content: Readable | Buffer,
    facts: { name: string; mediaType?: string; createdBy: string | null; limitBytes?: number },
    tx: EntityManager,
  ): Promise<StoredFileFacts> {
    return this.record(tx, await this.receive(content, facts), facts.createdBy);
  }

  /**
   * The row and a stream of the content, for downloads. With `verify` the stream breaks off at its end with fileAltered
   * when the content is not what was stored, so that nobody takes it for whole. 404 when there is no such file.
   */
  async open(
    fileId: string,
    { verify = false, db = this.db as Queryable } = {},
  ): Promise<{ file: StoredFileFacts; stream: Readable }> {
    const [row] = await select<StoredFileFacts & { storageKey: string }>(
      db,
      `select id, name, sha256, size_bytes::float8 as "sizeBytes", media_type as "mediaType", storage_key as "storageKey"
       from file where id = $1`,
      [fileId],
    );
    if (!row) throw new AppError('notFound', { what: '文件' });
    const { storageKey, ...file } = row;
    const handle = await this.contents.open(storageKey).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new AppError('fileAltered', { name: file.name }, { cause: error });
      throw error;
    });
    const stream = handle.createReadStream();
    return { file, stream: verify ? verified(stream, file) : stream };
  }

  /** The whole content, checked against its hash. For files the product itself reads; `db` is the caller's transaction. */
  async read(fileId: string, db: Queryable = this.db): Promise<Buffer> {
    const { stream } = await this.open(fileId, { verify: true, db });
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
}

function verified(source: Readable, { sha256, name }: StoredFileFacts): Readable {
  const hash = createHash('sha256');
  const checked = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(hash.digest('hex') === sha256 ? null : new AppError('fileAltered', { name }));
    },
  });
  // Errors reach whoever reads; the callback only keeps them from counting as unhandled.
  return pipeline(source, checked, () => {});
}
