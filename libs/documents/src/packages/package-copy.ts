import PizZip from 'pizzip';
import type { Archive } from './archive-guard.js';
import { fixedDate } from '../word/docx-finish.js';
import { withoutOutsideContent } from './outside-content.js';
import { scanXml } from './xml-scanner.js';
import { escapeXml } from './xml-text.js';

/**
 * A new zip of what the guard unpacked, without what lies outside the file and without comments: what is in them looks
 * like elements to whoever looks for these. Equal contents give equal bytes.
 */
export async function copyArchive(archive: Archive): Promise<PizZip> {
  const zip = new PizZip();
  for (const name of archive.names) {
    if (name.endsWith('/')) continue;
    const content = withoutOutsideContent(name, withoutComments(name, await archive.read(name)));
    zip.file(name, content, { date: fixedDate, createFolders: false });
  }
  return zip;
}

const noElement = /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?(?!xml\s)[^]*?\?>/g;

/** Behind where a part's own `<?xml` begins. */
const headEnd = 6;

/** Character data is written as any other text. */
function withoutComments(part: string, content: Buffer): Buffer {
  const some = content.includes('<!--') || content.includes('<![CDATA[') || content.includes('<?', headEnd);
  if (!some || !/\.(?:xml|rels)$/i.test(part)) return content;
  // Well-formed: each of them ends, and none begins within another or an attribute.
  scanXml(part, content, { takesText: false, open: () => undefined, close: () => undefined, text: () => undefined });
  return Buffer.from(content.toString('utf8').replace(noElement, (_, text: string = '') => escapeXml(text)));
}
