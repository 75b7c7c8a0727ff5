import { documentTooLarge } from '../word/document-limits.js';
import { layBlocks } from './block-layout.js';
import { type FlowItem, heightOf, type LineItem, linesOf, type PlacedItem, type RowItem } from './flow.js';
import type { FontBook } from './font-book.js';
import type { LineGround } from './paragraph-layout.js';
import type { Block, EdgeKind, PrintDocument, PrintSection } from './print-document.js';
import { splitRow } from './row-split.js';

export interface Page {
  width: number;
  height: number;
  items: PlacedItem[];
  /** Where the line above footnotes stands. */
  noteLine: { x: number; y: number } | null;
}

/** Far beyond what a report of the largest size has. */
const pageLimit = 3_000;
const noteGap = 8;

interface OpenPage {
  section: PrintSection;
  number: number;
  isFirst: boolean;
  /** Begun because the one before was full, not because the file says so. */
  goesOn: boolean;
  /** Rows of a heading that were set again at its head. */
  repeated: number;
  used: number;
  bottom: number;
  items: PlacedItem[];
  notes: FlowItem[];
}

export interface LaidDocument {
  pages: Page[];
  /** Of the running text and its notes; each must be found in print. */
  lines: LineItem[];
}

/** Fills pages with a document, one line or row after the other. */
export function layPages(document: PrintDocument, fonts: FontBook): LaidDocument {
  return new Pages(document, fonts).lay();
}

class Pages {
  private readonly done: OpenPage[] = [];
  private page!: OpenPage;
  private readonly notes = new Map<number, FlowItem[]>();

  constructor(
    private readonly document: PrintDocument,
    private readonly fonts: FontBook,
  ) {}

  lay(): LaidDocument {
    const lines: LineItem[] = [];
    for (const [at, section] of this.document.sections.entries()) {
      if (at === 0 || section.startsPage || !this.fitsPage(section))
        this.startPage(section, { isFirst: true, goesOn: false });
      else this.page.section = { ...this.page.section, linePitch: section.linePitch };
      const items = layBlocks(section.blocks, textWidth(section), this.ground(section));
      // Before rows are torn: their parts share the lines.
      for (const line of linesOf(items)) lines.push(line);
      this.fill(section, items);
    }
    this.done.push(this.page);
    for (const note of this.notes.values()) for (const line of linesOf(note)) lines.push(line);
    return { pages: this.done.map((page) => this.finish(page)), lines };
  }

  private fitsPage({ page }: PrintSection): boolean {
    const own = this.page.section.page;
    return page.width === own.width && page.height === own.height;
  }

  private ground({ linePitch, charSpacing }: PrintSection, numbers: LineGround['numbers'] = null): LineGround {
    return { fonts: this.fonts, linePitch, charSpacing, tabEvery: this.document.tabEvery, numbers };
  }

  private startPage(section: PrintSection, { isFirst, goesOn }: Pick<OpenPage, 'isFirst' | 'goesOn'>): void {
    const before = this.page as OpenPage | undefined;
    if (before) this.done.push(before);
    if (this.done.length >= pageLimit) throw documentTooLarge('页数', `${pageLimit} 页`);
    const number = isFirst && section.firstNumber !== null ? section.firstNumber : (before?.number ?? 0) + 1;
    const { top, bottom } = this.bodyEdges(section);
    this.page = { section, number, isFirst, goesOn, repeated: 0, used: top, bottom, items: [], notes: [] };
  }

  /** Headers and footers that need more room than the margins push the text in. */
  private bodyEdges(section: PrintSection): { top: number; bottom: number } {
    const { page, headers, footers } = section;
    const ground = this.ground(section, { page: 1, pages: 1 });
    const highest = (edges: Partial<Record<EdgeKind, Block[]>>) =>
      Math.max(0, ...Object.values(edges).map((blocks) => heightOf(layBlocks(blocks, textWidth(section), ground))));
    const top = Math.max(page.top, headers.default ? page.header + highest(headers) : 0);
    const bottom = page.height - Math.max(page.bottom, footers.default ? page.footer + highest(footers) : 0);
    return { top: Math.min(top, page.height / 2), bottom: Math.max(bottom, page.height / 2 + 12) };
  }

  private fill(section: PrintSection, items: readonly FlowItem[]): void {
    const rest = items.toReversed();
    while (rest.length > 0) {
      const item = rest.pop()!;
      if (item.startsPage && this.page.items.length > 0) {
        this.startPage(section, { isFirst: false, goesOn: false });
        this.repeatHeader(item);
      }
      if (this.fits(item)) {
        this.place(item);
        continue;
      }
      const parts =
        item.kind === 'row' && !this.keepsWhole(item) ? splitRow(item, this.room(), this.pageRoom(item)) : null;
      if (parts) {
        this.place(parts[0]);
        rest.push(parts[1]);
      } else if (this.page.items.length === this.page.repeated) {
        this.place(item);
        continue;
      } else {
        rest.push(item);
        for (const taken of this.takeBack()) rest.push(taken);
      }
      this.startPage(section, { isFirst: false, goesOn: true });
      this.repeatHeader(rest.at(-1)!);
    }
  }

  /** Whole where a page of its own can hold it. */
  private keepsWhole(item: RowItem): boolean {
    return item.isWhole && item.height <= this.pageRoom(item);
  }

  /** What a page of its own has for a row, below the heading. */
  private pageRoom(item: RowItem): number {
    const { top, bottom } = this.bodyEdges(this.page.section);
    return bottom - top - (item.isHeader ? 0 : heightOf(item.table.header));
  }

  private room(): number {
    const { used, bottom, notes } = this.page;
    return bottom - used - (notes.length > 0 ? heightOf(notes) + noteGap : 0);
  }

  private fits(item: FlowItem): boolean {
    const { page } = this;
    const notes = this.notesOf(item);
    const gap = notes.length > 0 && page.notes.length === 0 ? noteGap : 0;
    return this.spaceBefore(item) + item.height + heightOf(notes) + gap <= this.room() + 0.05;
  }

  private spaceBefore(item: FlowItem): number {
    return this.page.items.length === 0 && this.page.goesOn ? 0 : item.before;
  }

  private notesOf = (item: FlowItem): FlowItem[] =>
    item.notes.flatMap((number) => {
      let laid = this.notes.get(number);
      if (!laid) {
        const { section } = this.page;
        laid = layBlocks(this.document.notes.get(number) ?? [], textWidth(section), this.ground(section));
        this.notes.set(number, laid);
      }
      return laid;
    });

  private place(item: FlowItem): void {
    const { page } = this;
    const y = page.used + this.spaceBefore(item);
    page.items.push({ x: page.section.page.left, y, item });
    page.used = y + item.height + item.after;
    // One by one: a note may have more lines than a call takes arguments.
    for (const note of this.notesOf(item)) page.notes.push(note);
  }

  /** Takes off the page what must stand with what follows, unless that is the whole page; the last first. */
  private takeBack(): FlowItem[] {
    const { items, repeated } = this.page;
    let from = items.length;
    while (from > repeated && items[from - 1]!.item.glued) from--;
    if (from === repeated) return [];
    const taken = items.splice(from).map(({ item }) => item);
    const gone = new Set(taken.flatMap((item) => this.notesOf(item)));
    this.page.notes = this.page.notes.filter((note) => !gone.has(note));
    return taken.toReversed();
  }

  /** The heading of a table stands again where a page begins within it. */
  private repeatHeader(next: FlowItem): void {
    if (next.kind !== 'row' || next.isHeader) return;
    const { header } = next.table;
    if (heightOf(header) < (this.page.bottom - this.page.used) / 2) {
      for (const row of header) this.place(row);
      this.page.repeated = this.page.items.length;
    }
  }

  private finish(page: OpenPage): Page {
    const { section, number, isFirst } = page;
    const { width, height, left, header, footer } = section.page;
    const ground = this.ground(section, { page: number, pages: this.done.length });
    const kind: EdgeKind =
      isFirst && section.hasFirstPage ? 'first' : this.document.evenAndOdd && number % 2 === 0 ? 'even' : 'default';
    const edge = (blocks: Block[] | undefined) => layBlocks(blocks ?? [], textWidth(section), ground);
    const [above, below] = [edge(section.headers[kind]), edge(section.footers[kind])];
    const items = [
      ...stack(above, left, header),
      ...page.items,
      ...stack(page.notes, left, page.bottom - heightOf(page.notes)),
      ...stack(below, left, height - footer - heightOf(below)),
    ];
    const noteY = page.bottom - heightOf(page.notes) - noteGap / 2;
    return { width, height, items, noteLine: page.notes.length > 0 ? { x: left, y: noteY } : null };
  }
}

const textWidth = ({ page }: PrintSection) => page.width - page.left - page.right;

/** Places items one below the other. */
export function stack(items: readonly FlowItem[], x: number, top: number): PlacedItem[] {
  let y = top;
  return items.map((item, at) => {
    if (at > 0) y += item.before;
    const placed = { x, y, item };
    y += item.height + item.after;
    return placed;
  });
}
