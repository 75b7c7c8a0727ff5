/** The kinds of beginning that content may have. */
type Signature = keyof typeof signatures;

const signatures = {
  // Printers and mailers put lines before the mark; readers look for it in the first kilobyte.
  pdf: (head: Buffer) => head.includes('%PDF-'),
  png: begins('\x89PNG\r\n\x1a\n'),
  jpeg: begins('\xff\xd8\xff'),
  gif: (head: Buffer) => begins('GIF87a')(head) || begins('GIF89a')(head),
  webp: (head: Buffer) => begins('RIFF')(head) && begins('WEBP', 8)(head),
  isoMedia: begins('ftyp', 4),
  zip: (head: Buffer) => begins('PK\x03\x04')(head) || begins('PK\x05\x06')(head),
  ole: begins('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  // In UTF-8 and GB 18030 no character holds a zero byte; UTF-16 shows itself by its mark.
  text: (head: Buffer) => !head.includes(0) || begins('\xff\xfe')(head) || begins('\xfe\xff')(head),
};

/** Told by content alone; with its ending wrong such a file is still what it is. */
const byContent: readonly (readonly [signature: Signature, mediaType: string])[] = [
  ['png', 'image/png'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
];

/** What a name's ending promises, and the beginning that bears it out. */
const byEnding: Readonly<Record<string, readonly [signature: Signature, mediaType: string]>> = {
  pdf: ['pdf', 'application/pdf'],
  docx: ['zip', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xlsx: ['zip', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  pptx: ['zip', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ofd: ['zip', 'application/ofd'],
  zip: ['zip', 'application/zip'],
  doc: ['ole', 'application/msword'],
  wps: ['ole', 'application/vnd.ms-works'],
  xls: ['ole', 'application/vnd.ms-excel'],
  et: ['ole', 'application/vnd.ms-excel'],
  ppt: ['ole', 'application/vnd.ms-powerpoint'],
  mp4: ['isoMedia', 'video/mp4'],
  txt: ['text', 'text/plain; charset=utf-8'],
  csv: ['text', 'text/csv; charset=utf-8'],
};

/** Enough of a file's beginning to know it by. */
export const headBytes = 1_024;

/** Types a page may show inside the browser; everything else is only ever downloaded. */
export const shownInline = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/**
 * The type a file is served as, whatever its sender claimed. What is unknown, or is not what its ending promises, is a
 * plain download; pages, drawings (SVG), scripts and programs have no type here and never get one.
 */
export function mediaTypeOf(name: string, head: Buffer): string {
  const found = byContent.find(([signature]) => signatures[signature](head));
  if (found) return found[1];
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!Object.hasOwn(byEnding, ending)) return 'application/octet-stream';
  const [signature, mediaType] = byEnding[ending]!;
  return signatures[signature](head) ? mediaType : 'application/octet-stream';
}

function begins(mark: string, offset = 0): (head: Buffer) => boolean {
  const bytes = Buffer.from(mark, 'latin1');
  return (head) => head.subarray(offset, offset + bytes.length).equals(bytes);
}
