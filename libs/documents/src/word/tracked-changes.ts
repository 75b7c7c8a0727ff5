import { openPackage } from '../packages/office-package.js';
import { copyArchive } from '../packages/package-copy.js';
import { putPart, textOfPart } from '../packages/package-parts.js';

/** What was taken out, and what something was before: gone with all that is in it. */
const dropped = /^(?:del|moveFrom|\w+Change)$/;
/** What was put in stays without its mark, and so do the places between which something was moved. */
const unwrapped = /^(?:ins|moveTo|move(?:From|To)Range(?:Start|End)|cellIns|cellDel|cellMerge)$/;
const changeMark = /<(?:\w+:)?(?:ins|del|moveFrom|moveTo|\w+Change)[\s/>]/;
const token = /<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+/g;
const tagForm = /^<(\/?)(?:[\w.-]+:)?([\w.-]+)/;

/**
 * A .docx with its tracked changes accepted, as whoever reads it sees it; without any it is the same file.
 * @throws fileNotDocument and what `openPackage` throws
 */
export async function withAcceptedChanges(file: Buffer): Promise<Buffer> {
  const { archive, mainPart, links } = await openPackage(file, 'document');
  const parts = [mainPart];
  for (const { kind, target } of await links(mainPart)) {
    if (/^(?:header|footer|footnotes|endnotes)$/.test(kind) && archive.has(target)) parts.push(target);
  }
  const changed: string[] = [];
  for (const part of parts) if (changeMark.test((await archive.read(part)).toString('utf8'))) changed.push(part);
  if (changed.length === 0) return file;
  const zip = await copyArchive(archive);
  for (const part of changed) putPart(zip, part, acceptedXml(textOfPart(zip, part)));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function acceptedXml(xml: string): string {
  let accepted = '';
  let depth = 0;
  for (const [part] of xml.matchAll(token)) {
    const tag = tagForm.exec(part);
    const name = tag?.[2] ?? '';
    if (dropped.test(name)) {
      if (!part.endsWith('/>')) depth += tag![1] ? -1 : 1;
    } else if (depth === 0 && !unwrapped.test(name)) accepted += part;
  }
  return accepted;
}
