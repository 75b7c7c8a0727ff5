import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openArchive } from './archive-guard.js';
import { writeArchive, type ArchivePart } from './archive-writer.js';

const at = new Date('2026-07-01T00:00:00Z');
const megabyte = Buffer.alloc(1 << 20, 7);

async function* partsOf(parts: ArchivePart[]) {
  yield* parts;
}

describe('an archive', () => {
  it('holds each part whole, whether it came as a stream or as bytes', async () => {
    const parts = [
      { name: '佐证/XC-2026-0001 台账/01 现场.jpg', content: megabyte },
      { name: '索引.txt', content: Readable.from(['一', '二']) },
    ];
    const archive = await openArchive(await buffer(writeArchive(partsOf(parts), at)));
    expect(archive.names).toEqual(parts.map(({ name }) => name));
    expect(megabyte.equals(await archive.read('佐证/XC-2026-0001 台账/01 现场.jpg'))).toBe(true);
    expect((await archive.read('索引.txt')).toString()).toBe('一二');
  });

  it('asks for a part only when the one before has gone out', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<ArchivePart> {
      for (;;) yield { name: `${(asked += 1)}.jpg`, content: megabyte };
    }
    const archive = writeArchive(endless(), at);
    await new Promise((resolve) => archive.once('readable', resolve));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toBeLessThan(4);
    archive.destroy();
  });

  it('stops asking when its reader goes away', async () => {
    let ended = false;
    async function* endless(): AsyncGenerator<ArchivePart> {
      try {
        for (;;) yield { name: `${Math.random()}.jpg`, content: megabyte };
      } finally {
        ended = true;
      }
    }
    const archive = writeArchive(endless(), at);
    await new Promise((resolve) => archive.once('readable', resolve));
    archive.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ended).toBe(true);
  });

  it('breaks off when a part fails, so that nobody takes it for whole', async () => {
    async function* failing(): AsyncGenerator<ArchivePart> {
      yield { name: 'a.jpg', content: megabyte };
      throw new Error('the disk is gone');
    }
    await expect(buffer(writeArchive(failing(), at))).rejects.toThrow('the disk is gone');
  });
});
