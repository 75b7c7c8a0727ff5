import { AppError } from '@xiaohao/errors';
import PizZip from 'pizzip';
import { archiveLimits, fileKind, openArchive } from './archive-guard.js';

function buildZip(parts: Record<string, string>): Buffer {
  const zip = new PizZip();
  for (const [name, text] of Object.entries(parts)) zip.file(name, text);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'opened',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
}

/** Finds the directory entry of a part and returns where its header begins. */
function directoryEntry(zip: Buffer, name: string): number {
  let at = zip.indexOf(Buffer.from('504b0102', 'hex'));
  while (zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)) !== name) {
    at = zip.indexOf(Buffer.from('504b0102', 'hex'), at + 4);
  }
  return at;
}

describe('an uploaded archive', () => {
  it('gives its parts by name, whatever the case', async () => {
    const archive = await openArchive(buildZip({ 'xl/Workbook.xml': '<a/>' }));
    expect((await archive.read('XL/workbook.xml')).toString()).toBe('<a/>');
  });

  it('is refused above the size of an upload', async () => {
    const limits = { ...archiveLimits, fileBytes: 100 };
    expect(await codeOf(openArchive(buildZip({ a: 'text '.repeat(100), b: 'more' }), limits))).toBe('fileTooLarge');
  });

  it('is refused when a part would unpack to hundreds of times its size, before it is unpacked', async () => {
    expect(await codeOf(openArchive(buildZip({ bomb: '0'.repeat(3_000_000) })))).toBe('archiveBomb');
  });

  it('is refused when all parts together unpack beyond the limit', async () => {
    const limits = { ...archiveLimits, unzippedBytes: 1000 };
    expect(await codeOf(openArchive(buildZip({ a: 'x'.repeat(600), b: 'y'.repeat(600) }), limits))).toBe('archiveBomb');
  });

  it('is refused with too many parts', async () => {
    const limits = { ...archiveLimits, entries: 2 };
    expect(await codeOf(openArchive(buildZip({ a: '', b: '', c: '' }), limits))).toBe('archiveBomb');
  });

  it('stops unpacking a part that is larger than the directory says', async () => {
    const zip = buildZip({ liar: 'x'.repeat(500_000) });
    zip.writeUInt32LE(1000, directoryEntry(zip, 'liar') + 24);
    const archive = await openArchive(zip);
    expect(await codeOf(archive.read('liar'))).toBe('archiveBomb');
  });

  it('is refused when entries overlap', async () => {
    const zip = buildZip({ a: 'abc'.repeat(50), b: 'xyz' });
    zip.writeUInt32LE(zip.length, directoryEntry(zip, 'a') + 20);
    expect(await codeOf(openArchive(zip))).toBe('archiveBomb');
  });

  it('is refused when a part is encrypted', async () => {
    const zip = buildZip({ a: 'abc' });
    zip.writeUInt16LE(1, directoryEntry(zip, 'a') + 8);
    expect(await codeOf(openArchive(zip))).toBe('fileEncrypted');
  });

  it('is refused when a part would leave its folder', async () => {
    expect(await codeOf(openArchive(buildZip({ '../../etc/passwd': 'x' })))).toBe('archiveBroken');
  });

  it('is refused when two parts share a name', async () => {
    const zip = buildZip({ aa: 'one', AB: 'two' });
    zip.write('AA', directoryEntry(zip, 'AB') + 46);
    expect(await codeOf(openArchive(zip))).toBe('archiveBroken');
  });

  it('is reported as damaged when bytes changed or the end is missing', async () => {
    const zip = buildZip({ a: 'The quick brown fox jumps over the lazy dog' });
    expect(await codeOf(openArchive(zip.subarray(0, zip.length - 30)))).toBe('archiveBroken');
    const altered = Buffer.from(zip);
    altered[35]! ^= 0xff;
    const archive = await openArchive(altered);
    expect(await codeOf(archive.read('a'))).toBe('archiveBroken');
  });
});

describe('the kind of a file', () => {
  const compound = (stream: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);

  it('is told from its content', () => {
    expect(fileKind(buildZip({ a: '' }))).toBe('zip');
    expect(fileKind(compound('EncryptedPackage'))).toBe('encrypted');
    expect(fileKind(compound('Workbook'))).toBe('legacyWorkbook');
    expect(fileKind(compound('WordDocument'))).toBe('legacyDocument');
    expect(fileKind(Buffer.from('%PDF-1.7'))).toBe('other');
    expect(fileKind(Buffer.alloc(0))).toBe('other');
  });
});
