import { crc32, createInflateRaw } from 'node:zlib';
import { AppError } from '@xiaohao/errors';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

export interface ArchiveLimits {
  /** Size of the upload itself, bytes. */
  fileBytes: number;
  entries: number;
  /** All entries together, unpacked, bytes. */
  unzippedBytes: number;
  /** One entry that is read as a whole, unpacked, bytes; sheets and texts are not. */
  wholeBytes: number;
  /** Unpacked : packed of one entry; only entries above one megabyte are judged, small ones cannot hurt. */
  ratio: number;
}

/** Deflate reaches 1032 : 1 on zeros; the most uniform real sheet we made stays below 60 : 1. */
export const archiveLimits: ArchiveLimits = {
  fileBytes: 100 * 1024 ** 2,
  entries: 5000,
  unzippedBytes: 768 * 1024 ** 2,
  wholeBytes: 64 * 1024 ** 2,
  ratio: 200,
};

/** An upload that has been judged by its directory; entries are unpacked one by one, each against what it declared. */
export interface Archive {
  names: string[];
  has(name: string): boolean;
  /** Unpacked, bytes, as the directory declares it; more is never unpacked. */
  size(name: string): number;
  chunks(name: string): AsyncGenerator<Buffer>;
  /** `limitBytes` where more than a small part is to be held at once. */
  read(name: string, limitBytes?: number): Promise<Buffer>;
}

export type FileKind = 'zip' | 'encrypted' | 'legacyWorkbook' | 'legacyDocument' | 'other';

const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const inCompound = (file: Buffer, stream: string) => file.includes(Buffer.from(stream, 'utf16le'));

/** What a file is by its first bytes, whatever its name says. */
export function fileKind(file: Buffer): FileKind {
  if (file.length >= 4 && file.readUInt32LE(0) === 0x04034b50) return 'zip';
  if (!file.subarray(0, 8).equals(compoundFile)) return 'other';
  if (inCompound(file, 'EncryptedPackage')) return 'encrypted';
  if (inCompound(file, 'WordDocument')) return 'legacyDocument';
  return inCompound(file, 'Workbook') || inCompound(file, 'Book') ? 'legacyWorkbook' : 'other';
}

/**
 * Opens a zip after reading nothing but its directory.
 * @throws fileTooLarge, fileEncrypted, archiveBomb, archiveBroken
 */
export async function openArchive(file: Buffer, limits: ArchiveLimits = archiveLimits): Promise<Archive> {
  assertFileSize(file, limits.fileBytes);
  const { zip, entries } = await readDirectory(file, limits);
  return {
    names: [...entries.values()].map((entry) => entry.fileName),
    has: (name) => entries.has(name.toLowerCase()),
    size: (name) => getEntry(entries, name).uncompressedSize,
    chunks: (name) => inflate(file, zip, getEntry(entries, name)),
    read: async (name, limitBytes = limits.wholeBytes) => {
      const parts: Buffer[] = [];
      const { uncompressedSize } = getEntry(entries, name);
      if (uncompressedSize > limitBytes) {
        throw new AppError('archiveBomb', { what: `${name} > ${megabytes(limitBytes)}` });
      }
      for await (const chunk of inflate(file, zip, getEntry(entries, name))) parts.push(chunk);
      return Buffer.concat(parts);
    },
  };
}

export function assertFileSize(file: Buffer, limitBytes: number): void {
  if (file.length > limitBytes) throw new AppError('fileTooLarge', { limit: megabytes(limitBytes) });
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 ** 2)} MB`;
const broken = (part: string, cause?: unknown) => new AppError('archiveBroken', { part }, { cause });

type Entries = Map<string, Entry>;

/** Part names are compared without case, as the packaging standard asks. */
function getEntry(entries: Entries, name: string): Entry {
  const entry = entries.get(name.toLowerCase());
  if (!entry) throw broken(name);
  return entry;
}

async function readDirectory(file: Buffer, limits: ArchiveLimits): Promise<{ zip: ZipFile; entries: Entries }> {
  const zip = await fromBufferPromise(file).catch((cause: unknown) => {
    throw broken('zip', cause);
  });
  if (zip.entryCount > limits.entries) throw new AppError('archiveBomb', { what: `${zip.entryCount} 个部件` });
  const entries: Entries = new Map();
  let packed = 0;
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const key = entry.fileName.toLowerCase();
      if (entries.has(key)) throw broken(entry.fileName);
      if (entry.isEncrypted()) throw new AppError('fileEncrypted');
      packed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
      assertHarmless(entry, unpacked, limits);
      entries.set(key, entry);
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : broken('zip', cause);
  }
  // More packed bytes than the file has: entries that overlap, each unpacking the same kernel again.
  if (packed > file.length) throw new AppError('archiveBomb', { what: '部件重叠' });
  return { zip, entries };
}

function assertHarmless(entry: Entry, unpackedSoFar: number, limits: ArchiveLimits): void {
  if (unpackedSoFar > limits.unzippedBytes) {
    throw new AppError('archiveBomb', { what: `> ${megabytes(limits.unzippedBytes)}` });
  }
  if (entry.uncompressedSize > 1024 ** 2 && entry.uncompressedSize > entry.compressedSize * limits.ratio) {
    throw new AppError('archiveBomb', { what: `${entry.fileName} > ${limits.ratio}:1` });
  }
}

/** Unpacks one entry; stops at the first byte beyond what the directory declared, and checks the sum at the end. */
async function* inflate(file: Buffer, zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw broken(entry.fileName);
  let size = 0;
  let sum = 0;
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = file.subarray(fileDataStart, fileDataStart + entry.compressedSize);
    for await (const chunk of entry.compressionMethod === 0 ? [packed] : unpacked(packed)) {
      size += chunk.length;
      if (size > entry.uncompressedSize) throw new AppError('archiveBomb', { what: entry.fileName });
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : broken(entry.fileName, cause);
  }
  if (sum !== entry.crc32 || size !== entry.uncompressedSize) throw broken(entry.fileName);
}

/** Ends early without finishing the work when the reader stops asking. */
async function* unpacked(packed: Buffer): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: 128 * 1024 });
  stream.end(packed);
  yield* stream as AsyncIterable<Buffer>;
}
