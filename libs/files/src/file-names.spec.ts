import { safeFileName } from './file-name.js';
import { mediaTypeOf } from './media-type.js';

describe('a file name', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\照片\\现场.jpg', '现场.jpg'],
    ['整改\u202egpj.exe', '整改gpj.exe'],
    ['a\u0000b\n.txt', 'ab.txt'],
    ['...', '未命名'],
    ['', '未命名'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('keeps its ending when it is cut', () => {
    const name = safeFileName(`${'长'.repeat(300)}.docx`);
    expect([name.length, name.endsWith('.docx')]).toEqual([200, true]);
  });
});

describe('a media type', () => {
  it('follows the first bytes, not the name', () => {
    expect(mediaTypeOf('图.txt', Buffer.from('89504e470d0a1a0a00', 'hex'))).toBe('image/png');
  });

  it.each(['页.html', '图.svg', '脚本.js', '程序.exe', '无后缀'])('makes %s a plain download', (name) => {
    expect(mediaTypeOf(name, Buffer.from('<script>'))).toBe('application/octet-stream');
  });
});
