import { mediaTypeOf, shownInline } from './media-type.js';

const download = 'application/octet-stream';
const zip = Buffer.from('PK\x03\x04rest', 'latin1');
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');

describe('the media type of a file', () => {
  it.each([
    ['扫描件.pdf', Buffer.from('\n%PDF-1.4'), 'application/pdf'],
    ['照片.JPG', Buffer.from('ffd8ffe0', 'hex'), 'image/jpeg'],
    ['图.webp', Buffer.from('RIFF0000WEBPVP8 '), 'image/webp'],
    ['视频.mp4', Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), 'video/mp4'],
    ['公文.ofd', zip, 'application/ofd'],
    ['台账.xlsx', zip, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['旧台账.et', ole, 'application/vnd.ms-excel'],
    ['说明.txt', Buffer.from('说明'), 'text/plain; charset=utf-8'],
    ['说明.txt', Buffer.from('fffe2f66', 'hex'), 'text/plain; charset=utf-8'],
    ['说明.csv', Buffer.from('b1e0bac5', 'hex'), 'text/csv; charset=utf-8'],
  ])('of %s follows its ending where the content bears it out', (name, head, mediaType) => {
    expect(mediaTypeOf(name, head)).toBe(mediaType);
  });

  it('of a picture follows the content, whatever it is called', () => {
    expect(mediaTypeOf('图.txt', Buffer.from('89504e470d0a1a0a00', 'hex'))).toBe('image/png');
  });

  it.each([
    ['page.png', Buffer.from('<html><script>')],
    ['page.pdf', Buffer.from('<html><script>')],
    ['加密台账.xlsx', ole],
    ['二进制.txt', Buffer.from([1, 0, 2])],
  ])('of %s with other content is a plain download', (name, head) => {
    expect(mediaTypeOf(name, head)).toBe(download);
  });

  it.each(['页.html', '图.svg', '脚本.js', '程序.exe', '宏.xlsm', '无后缀', 'a.constructor'])(
    'of %s is a plain download',
    (name) => {
      expect(mediaTypeOf(name, Buffer.from('<script>'))).toBe(download);
      expect(shownInline).not.toContain(download);
    },
  );
});
