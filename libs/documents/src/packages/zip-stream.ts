import { Readable, pipeline } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipPart {
  name: string;
  content: AsyncIterable<string | Buffer> | Iterable<string | Buffer>;
}

/** Zip knows local time in steps of two seconds; a fixed one keeps equal contents equal byte by byte. */
const dosTime = 0;
const dosDate = 0x21; // 1980-01-01
const sizesFollow = 0x0008;
const utf8Names = 0x0800;
const limitBytes = 0xffffffff;

interface Written {
  name: Buffer;
  sum: number;
  packed: number;
  unpacked: number;
  offset: number;
}

/** Packs parts one after the other as they are produced; nothing is held but the chunk in hand and the directory. */
export async function* zipParts(parts: Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for (const part of parts) {
    const entry: Written = { name: Buffer.from(part.name), sum: 0, packed: 0, unpacked: 0, offset };
    yield header(0x04034b50, entry, 'local');
    for await (const chunk of deflated(part, entry)) {
      entry.packed += chunk.length;
      yield chunk;
    }
    yield descriptor(entry);
    offset += 30 + entry.name.length + entry.packed + 16;
    if (offset > limitBytes || entry.unpacked > limitBytes) throw new RangeError('a zip without zip64 ends at 4 GB');
    written.push(entry);
  }
  const directory = Buffer.concat(written.map((entry) => header(0x02014b50, entry, 'central')));
  yield Buffer.concat([directory, endOfDirectory(written.length, directory.length, offset)]);
}

function deflated(part: ZipPart, entry: Written): AsyncIterable<Buffer> {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of part.content) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      entry.sum = crc32(bytes, entry.sum);
      entry.unpacked += bytes.length;
      yield bytes;
    }
  }
  // Level 1: a ledger packs to a tenth either way, and the higher levels cost several times the time.
  const deflate = createDeflateRaw({ level: 1, chunkSize: 64 * 1024 });
  // A failure of the source destroys `deflate` with the same error, which whoever reads it then meets.
  pipeline(Readable.from(counted(), { objectMode: true, highWaterMark: 2 }), deflate, () => undefined);
  return deflate;
}

function header(signature: number, entry: Written, kind: 'local' | 'central'): Buffer {
  const central = kind === 'central';
  const bytes = Buffer.alloc(central ? 46 : 30);
  let at = bytes.writeUInt32LE(signature, 0);
  if (central) at = bytes.writeUInt16LE(20, at);
  at = bytes.writeUInt16LE(20, at);
  at = bytes.writeUInt16LE(sizesFollow | utf8Names, at);
  at = bytes.writeUInt16LE(8, at);
  at = bytes.writeUInt16LE(dosTime, at);
  at = bytes.writeUInt16LE(dosDate, at);
  at = bytes.writeUInt32LE(central ? entry.sum : 0, at);
  at = bytes.writeUInt32LE(central ? entry.packed : 0, at);
  at = bytes.writeUInt32LE(central ? entry.unpacked : 0, at);
  bytes.writeUInt16LE(entry.name.length, at);
  if (central) bytes.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([bytes, entry.name]);
}

function descriptor(entry: Written): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(entry.sum, 4);
  bytes.writeUInt32LE(entry.packed, 8);
  bytes.writeUInt32LE(entry.unpacked, 12);
  return bytes;
}

function endOfDirectory(count: number, length: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(length, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}
