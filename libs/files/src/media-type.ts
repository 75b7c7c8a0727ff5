/** What a file is by its first bytes; a name alone proves nothing. */
const signatures: readonly (readonly [mediaType: string, offset: number, bytes: string])[] = [
  ['application/pdf', 0, '25504446'],
  ['image/png', 0, '89504e470d0a1a0a'],
  ['image/jpeg', 0, 'ffd8ff'],
  ['image/gif', 0, '47494638'],
  ['image/webp', 8, '57454250'],
];

/** Containers and plain text are told apart by their ending. */
const endings: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  zip: 'application/zip',
  ofd: 'application/ofd',
  wps: 'application/vnd.ms-works',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  mp4: 'video/mp4',
};

/** Types a page may show inside the browser; everything else is only ever downloaded. */
export const shownInline = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** The type a file is served as. What is not known is a plain download; HTML, SVG and scripts never keep their type. */
export function mediaTypeOf(name: string, beginning: Buffer): string {
  const found = signatures.find(([, offset, bytes]) => {
    return beginning.subarray(offset, offset + bytes.length / 2).toString('hex') === bytes;
  });
  if (found) return found[0];
  return endings[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}
