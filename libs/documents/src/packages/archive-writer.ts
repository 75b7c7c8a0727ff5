import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export interface ArchivePart {
  /** Its path in the archive, parted by `/`. */
  name: string;
  content: Readable | Buffer;
}

/** Packed already: deflating them again costs time and wins nothing. */
const packed = /\.(jpe?g|png|gif|webp|heic|mp4|mov|mp3|pdf|docx|xlsx|pptx|zip|rar|7z)$/i;

/**
 * A zip of any size as a stream. One part at a time is asked for, and the next only when it has gone out, so that
 * nothing but the part in hand is held. A failing part breaks the stream off; a reader that goes away ends the asking.
 * @param at the time all parts bear
 */
export function writeArchive(parts: AsyncIterable<ArchivePart>, at: Date): Readable {
  const zip = new ZipFile();
  // yazl's own type knows only what any stream can do.
  const output = zip.outputStream as Readable;
  const gone = new AbortController();
  output.once('close', () => gone.abort());
  zip.once('error', (error: Error) => output.destroy(error));
  void pack(zip, parts, at, gone.signal).catch((error: Error) => output.destroy(error));
  return output;
}

async function pack(zip: ZipFile, parts: AsyncIterable<ArchivePart>, at: Date, gone: AbortSignal): Promise<void> {
  for await (const { name, content } of parts) {
    const stream = Buffer.isBuffer(content) ? Readable.from([content]) : content;
    if (gone.aborted) return void stream.destroy();
    zip.addReadStream(stream, name, { mtime: at, compress: !packed.test(name) });
    await finished(stream, { signal: gone, writable: false }).catch((error: Error) => {
      stream.destroy();
      throw error;
    });
  }
  zip.end();
}
