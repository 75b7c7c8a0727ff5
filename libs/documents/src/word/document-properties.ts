import { decodeEntities } from '../packages/xml-scanner.js';
import { openPackage } from '../packages/office-package.js';
import { copyArchive } from '../packages/package-copy.js';
import { putPart, textOfPart } from '../packages/package-parts.js';
import { escapeXml } from '../packages/xml-text.js';

const corePart = 'docProps/core.xml';
/** Title, subject, description and keywords, as a list of files shows them. */
const wordsOfCore = /(<(dc:title|dc:subject|dc:description|cp:keywords)(?:\s[^<>]*)?>)([^<]*)(?=<\/\2>)/g;

/**
 * Changes what the properties of a .docx say of it; a file that says nothing stays as it is.
 * @throws fileNotDocument and what `openPackage` throws
 */
export async function editProperties(file: Buffer, change: (text: string) => string): Promise<Buffer> {
  const { archive } = await openPackage(file, 'document');
  if (!archive.has(corePart)) return file;
  const zip = await copyArchive(archive);
  const former = textOfPart(zip, corePart);
  const core = former.replace(
    wordsOfCore,
    (_, tag: string, __, text: string) => tag + escapeXml(change(decodeEntities(text))),
  );
  if (core === former) return file;
  putPart(zip, corePart, core);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
