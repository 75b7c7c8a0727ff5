import { posix } from 'node:path';
import type PizZip from 'pizzip';
import { fixedDate } from '../word/docx-finish.js';

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const noLinks = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** A part that hangs on the main part of a .docx. */
export interface NewPart {
  /** Beside the main part. */
  name: string;
  id: string;
  /** Last segment of the relationship's type. */
  kind: string;
  contentType: string;
  content: string;
}

export const textOfPart = (zip: PizZip, name: string): string => zip.file(name)?.asText() ?? '';

export function putPart(zip: PizZip, name: string, content: string): void {
  zip.file(name, content, { date: fixedDate, createFolders: false });
}

/** Adds a part, names it among the content types and links the main part to it. */
export function addPart(zip: PizZip, mainPart: string, { name, id, kind, contentType, content }: NewPart): void {
  const path = posix.join(posix.dirname(mainPart), name);
  putPart(zip, path, content);
  const types = `<Override PartName="/${path}" ContentType="${contentType}"/>`;
  putPart(
    zip,
    typesPart,
    textOfPart(zip, typesPart).replace('</Types>', () => `${types}</Types>`),
  );
  const links = linksOf(mainPart);
  const known = (textOfPart(zip, links) || noLinks).replace(
    /<Relationships\b([^<>]*?)\/>/,
    '<Relationships$1></Relationships>',
  );
  const link = `<Relationship Id="${id}" Type="${relationship}/${kind}" Target="${name}"/>`;
  putPart(
    zip,
    links,
    known.replace('</Relationships>', () => `${link}</Relationships>`),
  );
}

/** Takes parts out with all that names them. */
export function removeParts(zip: PizZip, mainPart: string, parts: readonly { id: string; target: string }[]): void {
  const links = linksOf(mainPart);
  for (const { id, target } of parts) {
    zip.remove(target);
    putPart(zip, links, withoutElement(textOfPart(zip, links), 'Relationship', `Id="${id}"`));
    putPart(zip, typesPart, withoutElement(textOfPart(zip, typesPart), 'Override', `PartName="/${target}"`));
  }
}

const typesPart = '[Content_Types].xml';

const linksOf = (mainPart: string) => posix.join(posix.dirname(mainPart), '_rels', `${posix.basename(mainPart)}.rels`);

const withoutElement = (xml: string, name: string, attribute: string) =>
  xml.replace(new RegExp(`<${name}\\b[^<>]*?/>`, 'g'), (element) => (element.includes(attribute) ? '' : element));
