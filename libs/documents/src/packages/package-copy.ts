import PizZip from 'pizzip';
import type { Archive } from './archive-guard.js';
import { fixedDate } from '../word/docx-finish.js';
import { withoutOutsideContent } from './outside-content.js';

/** A new zip of what the guard unpacked, without what lies outside the file; equal contents give equal bytes. */
export async function copyArchive(archive: Archive): Promise<PizZip> {
  const zip = new PizZip();
  for (const name of archive.names) {
    if (name.endsWith('/')) continue;
    const content = withoutOutsideContent(name, await archive.read(name));
    zip.file(name, content, { date: fixedDate, createFolders: false });
  }
  return zip;
}
