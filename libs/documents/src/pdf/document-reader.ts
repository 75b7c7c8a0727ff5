import type { OfficePackage, PartLink } from '../packages/office-package.js';
import { readBlocks } from './block-reader.js';
import { Numbering } from './numbering.js';
import type { Block, EdgeKind, PageMeasures, PrintDocument, PrintSection } from './print-document.js';
import { readStyles } from './style-sheet.js';
import type { Surroundings } from './surroundings.js';
import { child, isOn, points, readTree, valueOf, type XmlNode } from './xml-tree.js';

/** Reads a .docx as it is to be printed. */
export async function readDocument(office: OfficePackage): Promise<PrintDocument> {
  const { archive, mainPart } = office;
  const links = await office.links(mainPart);
  const tree = async (part: string | undefined) =>
    part !== undefined && archive.has(part) ? readTree(part, await archive.read(part)) : undefined;
  const partOf = (kind: string) => links.find((link) => link.kind === kind)?.target;
  const styles = await readStyles(office);
  const settings = await tree(partOf('settings'));
  const numbered = new Map<string, number>();
  const common: Omit<Surroundings, 'picture'> = {
    styles,
    numbering: new Numbering(await tree(partOf('numbering')), styles.theme),
    note(kind, id) {
      const key = `${kind} ${id}`;
      if (!numbered.has(key)) numbered.set(key, numbered.size + 1);
      return numbered.get(key)!;
    },
    paragraphs: { count: 0 },
  };
  const inPart = async (part: string): Promise<Surroundings> => ({ ...common, picture: await pictures(office, part) });
  const body = child(await tree(mainPart), 'body');
  const edges = async (sectPr: XmlNode, name: string) => readEdges(sectPr, name, links, tree, inPart);
  const around = await inPart(mainPart);
  const sections: PrintSection[] = [];
  for (const { nodes, sectPr } of splitSections(body?.children ?? [])) {
    const before = sections.at(-1);
    sections.push({
      ...readSection(sectPr),
      blocks: readBlocks(nodes, around),
      headers: { ...before?.headers, ...(await edges(sectPr, 'headerReference')) },
      footers: { ...before?.footers, ...(await edges(sectPr, 'footerReference')) },
    });
  }
  const notes = new Map<number, Block[]>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = partOf(`${kind}s`);
    const found = await tree(part);
    if (!found || part === undefined) continue;
    const inNotes = await inPart(part);
    for (const node of found.children) {
      const number = numbered.get(`${kind} ${node.attributes['id']}`);
      if (number !== undefined) notes.set(number, readBlocks(node.children, { ...inNotes, ownNote: number }));
    }
  }
  return {
    sections,
    notes,
    evenAndOdd: isOn(settings, 'evenAndOddHeaders') ?? false,
    tabEvery: Math.max(4, points(valueOf(settings, 'defaultTabStop')) ?? 36),
  };
}

/** A section ends with the paragraph that describes it; the last one's description ends the body. */
function splitSections(nodes: readonly XmlNode[]): { nodes: XmlNode[]; sectPr: XmlNode }[] {
  const none: XmlNode = { name: 'sectPr', attributes: {}, children: [], text: '' };
  const sections: { nodes: XmlNode[]; sectPr: XmlNode }[] = [];
  let open: XmlNode[] = [];
  for (const node of nodes) {
    const sectPr = node.name === 'sectPr' ? node : child(child(node, 'pPr'), 'sectPr');
    if (node.name !== 'sectPr') open.push(node);
    if (!sectPr) continue;
    sections.push({ nodes: open, sectPr });
    open = [];
  }
  if (open.length > 0 || sections.length === 0) sections.push({ nodes: open, sectPr: sections.at(-1)?.sectPr ?? none });
  return sections;
}

type SectionFacts = Omit<PrintSection, 'blocks' | 'headers' | 'footers'>;

function readSection(sectPr: XmlNode): SectionFacts {
  const grid = child(sectPr, 'docGrid')?.attributes ?? {};
  const first = Number(child(sectPr, 'pgNumType')?.attributes['start'] ?? Number.NaN);
  const hasLines = grid['type'] !== undefined && grid['type'] !== 'default';
  return {
    page: readPage(sectPr),
    linePitch: hasLines ? (points(grid['linePitch']) ?? null) : null,
    charSpacing: /chars/i.test(grid['type'] ?? '') ? (points(grid['charSpace'], 4_096) ?? 0) : 0,
    startsPage: valueOf(sectPr, 'type') !== 'continuous',
    hasFirstPage: isOn(sectPr, 'titlePg') ?? false,
    firstNumber: Number.isSafeInteger(first) && first >= 0 ? first : null,
  };
}

/** A page leaves room for a line at least, whatever the file says. */
function readPage(sectPr: XmlNode): PageMeasures {
  const size = child(sectPr, 'pgSz')?.attributes ?? {};
  const margin = child(sectPr, 'pgMar')?.attributes ?? {};
  const width = Math.max(72, points(size['w']) ?? 595.3);
  const height = Math.max(72, points(size['h']) ?? 841.9);
  const within = (written: string | undefined, whole: number, other: number) =>
    Math.min(Math.abs(points(written) ?? other), whole * 0.45);
  return {
    width,
    height,
    top: within(margin['top'], height, 72),
    bottom: within(margin['bottom'], height, 72),
    left: within(margin['left'], width, 90),
    right: within(margin['right'], width, 90),
    header: within(margin['header'], height, 36),
    footer: within(margin['footer'], height, 36),
  };
}

async function readEdges(
  sectPr: XmlNode,
  name: string,
  links: readonly PartLink[],
  tree: (part: string) => Promise<XmlNode | undefined>,
  inPart: (part: string) => Promise<Surroundings>,
): Promise<Partial<Record<EdgeKind, Block[]>>> {
  const edges: Partial<Record<EdgeKind, Block[]>> = {};
  for (const { name: found, attributes } of sectPr.children) {
    if (found !== name) continue;
    const type = attributes['type'];
    const kind: EdgeKind = type === 'first' || type === 'even' ? type : 'default';
    const part = links.find(({ id }) => id === attributes['id'])?.target;
    const content = part === undefined ? undefined : await tree(part);
    if (content) edges[kind] = readBlocks(content.children, await inPart(part!));
  }
  return edges;
}

const [png, jpeg] = [Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from([0xff, 0xd8, 0xff])];
/** A picture with transparency is unpacked to be drawn; a page of 300 dots an inch has fewer. */
const pictureDots = 20_000_000;

/** What a picture is, is told by its first bytes. */
function isDrawable(content: Buffer): boolean {
  if (content.subarray(0, jpeg.length).equals(jpeg)) return true;
  const isPng = content.subarray(0, png.length).equals(png) && content.length > 24;
  return isPng && content.readUInt32BE(16) * content.readUInt32BE(20) <= pictureDots;
}

async function pictures({ archive, links }: OfficePackage, part: string): Promise<(id: string) => Buffer | null> {
  const found = new Map<string, Buffer>();
  for (const { id, kind, target } of await links(part)) {
    if (kind !== 'image' || !archive.has(target)) continue;
    const content = await archive.read(target);
    if (isDrawable(content)) found.set(id, content);
  }
  return (id) => found.get(id) ?? null;
}
