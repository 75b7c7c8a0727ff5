import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ContentFolder, storageKeyOf } from './content-folder.js';

let folder: string;
let contents: ContentFolder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'contents-'));
  contents = new ContentFolder(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const from = (content: Buffer) => Readable.from([content]);
const leftovers = () => readdirSync(folder).filter((name) => name.startsWith('.'));

describe('the folder of contents', () => {
  it('keeps content under its hash, readable by its owner alone', async () => {
    const content = Buffer.from('整改台账'.repeat(1000));
    const put = await contents.put(Readable.from([content.subarray(0, 700), content.subarray(700)]), 1e6);
    expect(put).toEqual({ sha256: sha256(content), sizeBytes: content.length, head: content.subarray(0, 1024) });
    const path = join(folder, storageKeyOf(put.sha256));
    expect(readFileSync(path)).toEqual(content);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(leftovers()).toEqual([]);
  });

  it('keeps the same content once, and mends it where it was damaged', async () => {
    const content = Buffer.from('同一份材料');
    const { sha256: hash } = await contents.put(from(content), 1e6);
    writeFileSync(join(folder, storageKeyOf(hash)), 'damaged');
    expect((await contents.put(from(content), 1e6)).sha256).toBe(hash);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map(({ name }) => name)).toEqual([hash]);
    expect(readFileSync(join(folder, storageKeyOf(hash)))).toEqual(content);
  });

  it('stops reading at the limit and leaves nothing', async () => {
    let given = 0;
    const endless = new Readable({
      read() {
        given += 65_536;
        this.push(Buffer.alloc(65_536));
      },
    });
    await expect(contents.put(endless, 1_000_000)).rejects.toMatchObject({
      code: 'fileTooLarge',
      details: { limit: '1 MB' },
    });
    expect(given).toBeLessThan(3_000_000);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['empty content', Readable.from([]), 'fileMissing'],
    ['a stream its server cut off', Object.assign(from(Buffer.from('half')), { truncated: true }), 'fileTooLarge'],
  ])('refuses %s and leaves nothing', async (_, source, code) => {
    await expect(contents.put(source, 1e6)).rejects.toMatchObject({ code });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing of an upload that breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('connection lost');
      })(),
    );
    await expect(contents.put(broken, 1e6)).rejects.toThrow('connection lost');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('clears what dead uploads left a day ago, and nothing younger', async () => {
    const old = join(folder, '.incoming-old');
    const young = join(folder, '.incoming-young');
    for (const path of [old, young]) writeFileSync(path, 'half');
    const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 3600;
    utimesSync(old, twoDaysAgo, twoDaysAgo);
    await contents.clearUnfinished();
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  });

  it.each(['../../etc/passwd', 'ab/cd/../../secret', ''])('opens nothing outside: %j', async (key) => {
    await expect((async () => contents.open(key))()).rejects.toThrow('is no storage key');
  });
});
