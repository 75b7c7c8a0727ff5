import type PizZip from 'pizzip';
import { type OfficePackage, openPackage } from '../packages/office-package.js';
import { addPart, putPart, removeParts, textOfPart } from '../packages/package-parts.js';
import { copyArchive } from '../packages/package-copy.js';
import { escapeXml } from '../packages/xml-text.js';

/** A note at the edge of the page; Word prints it or leaves it out. */
export interface WordComment {
  text: string;
  author: string;
  /** Instant, ISO 8601. */
  at: string;
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

// Noncharacters: no text of a template or a value means anything by them.
const [begin, middle, end] = ['\ufdd0', '\ufdd1', '\ufdd2'];
const signs = new RegExp(`[${begin}${middle}${end}]`, 'g');
const place = new RegExp(`${begin}(\\d+)${middle}([^${begin}${end}]*)${end}`, 'g');

/** The text with signs around it that `placeComments` turns into the place of that comment. */
export function commentedText(text: string, comment: number): string {
  return `${begin}${comment}${middle}${withoutSigns(text)}${end}`;
}

export const withoutSigns = (text: string): string => text.replace(signs, '');

/**
 * Puts each comment at every place its text is printed in the body. Where Word takes no comments, in headers, notes and
 * text boxes, the text stands alone.
 */
export async function placeComments(
  zip: PizZip,
  { mainPart, links }: OfficePackage,
  comments: readonly WordComment[],
): Promise<void> {
  if (comments.length === 0) return;
  const known = (await links(mainPart)).find(({ kind }) => kind === 'comments')?.target;
  const former = known ? textOfPart(zip, known) : '';
  const placed = new PlacedComments(comments, 1 + Math.max(-1, ...idsIn(former)));
  for (const name of Object.keys(zip.files).filter((part) => part.endsWith('.xml'))) {
    const xml = textOfPart(zip, name);
    if (!xml.includes(begin)) continue;
    putPart(zip, name, name === mainPart ? placed.inBody(xml) : plainPlaces(xml));
  }
  if (placed.written.length === 0) return;
  if (known) {
    putPart(
      zip,
      known,
      former.replace('</w:comments>', () => `${placed.written.join('')}</w:comments>`),
    );
    return;
  }
  const content = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments xmlns:w="${word}">${placed.written.join('')}</w:comments>`;
  addPart(zip, mainPart, { name: 'report-comments.xml', id: 'reportComments', kind: 'comments', contentType, content });
}

/** The file without any comment, as it is printed and sent out. Everything else stays as it is. */
export async function withoutComments(file: Buffer): Promise<Buffer> {
  const { archive, mainPart, links } = await openPackage(file, 'document');
  const parts = (await links(mainPart)).filter(({ kind }) => kind.startsWith('comments'));
  if (parts.length === 0) return file;
  const zip = await copyArchive(archive);
  removeParts(zip, mainPart, parts);
  const body = textOfPart(zip, mainPart)
    .replace(/<w:commentRange(Start|End)\b[^<>]*?\/>/g, '')
    .replace(/<w:commentReference\b[^<>]*?\/>/g, '')
    .replace(/<w:r>(<w:rPr>(?:(?!<\/?w:rPr>)[^])*?<\/w:rPr>)?<\/w:r>/g, '');
  putPart(zip, mainPart, body);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

class PlacedComments {
  readonly written: string[] = [];

  constructor(
    private readonly comments: readonly WordComment[],
    private nextId: number,
  ) {}

  inBody(xml: string): string {
    return xml.replace(place, (_, at: string, text: string, offset: number) => {
      const run = textRunAt(xml, offset);
      const comment = this.comments[Number(at)];
      return run && comment ? this.around(text, comment, run) : text;
    });
  }

  /** The run is closed before the text and opened again with the same looks, for Word marks whole runs. */
  private around(text: string, { author, at, text: said }: WordComment, { open, looks }: TextRun): string {
    const id = this.nextId++;
    this.written.push(
      `<w:comment w:id="${id}" w:author="${escapeXml(author)}" w:date="${at.slice(0, 19)}Z">` +
        `<w:p><w:r><w:t xml:space="preserve">${escapeXml(said)}</w:t></w:r></w:p></w:comment>`,
    );
    const begins = `${open}${looks}<w:t xml:space="preserve">`;
    const ends = '</w:t></w:r>';
    const reference = `<w:r><w:commentReference w:id="${id}"/></w:r>`;
    return `${ends}<w:commentRangeStart w:id="${id}"/>${begins}${text}${ends}<w:commentRangeEnd w:id="${id}"/>${reference}${begins}`;
  }
}

interface TextRun {
  open: string;
  /** Its `w:rPr`, without what tracks changes of it. */
  looks: string;
}

/** The run whose text stands there; null where it is none of the body's own. */
function textRunAt(xml: string, offset: number): TextRun | null {
  const before = xml.slice(0, offset);
  if (!/^<w:t[ >]/.test(before.slice(before.lastIndexOf('<')))) return null;
  if (before.lastIndexOf('<w:txbxContent') > before.lastIndexOf('</w:txbxContent')) return null;
  const from = Math.max(before.lastIndexOf('<w:r>'), before.lastIndexOf('<w:r '));
  const run = /^(<w:r(?: [^<>]*)?>)(?:<w:rPr>([^]*?)(?:<w:rPrChange|<\/w:rPr>))?/.exec(before.slice(from));
  if (!run) return null;
  const [, open, looks] = run;
  return { open: open!, looks: looks ? `<w:rPr>${looks}</w:rPr>` : '' };
}

const plainPlaces = (xml: string) => xml.replace(place, (_, __, text: string) => text);

const idsIn = (xml: string) => [...xml.matchAll(/<w:comment\b[^<>]*?w:id="(\d+)"/g)].map(([, id]) => Number(id));
