import { buffer } from 'node:stream/consumers';
import { AppError } from '@xiaohao/errors';
import { heightOf, type LaidCell, type LineItem, type PlacedItem, type RowItem, type Span } from './flow.js';
import { type LaidDocument, type Page, stack } from './page-layout.js';
import type { Edge, Sides } from './print-document.js';

/**
 * Draws pages; the same pages give the same bytes.
 * @throws pdfFailed where a line would be missing in print: nobody would notice it in what is signed
 */
export async function writePdf({ pages, lines }: LaidDocument, title: string): Promise<Buffer> {
  // Loaded when the first report is printed: nothing else needs it.
  const { default: PDFDocument } = await import('pdfkit');
  const info = { ...(title ? { Title: title } : {}), CreationDate: new Date(0) };
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0, info, lang: 'zh-CN' });
  const content = buffer(pdf);
  const pen = new Pen(pdf);
  for (const page of pages) {
    pdf.addPage({ size: [page.width, page.height], margin: 0 });
    pen.page(page);
  }
  pdf.end();
  const lost = lines.find((line) => !pen.drawn.has(line));
  if (!lost) return content;
  const text = lost.spans.map(({ text }) => text).join('');
  const reason = `“${[...text].slice(0, 20).join('')}”一处页面放不下，须由 LibreOffice 打印；请拆分该处表格，或下载 Word 打印`;
  throw new AppError('pdfFailed', { reason });
}

class Pen {
  /** Lines that stand on a page, none below its edge. */
  readonly drawn = new Set<LineItem>();
  private height = 0;
  private readonly fonts = new Set<string>();
  private readonly pictures = new Map<Buffer, unknown>();

  constructor(private readonly pdf: PDFKit.PDFDocument) {}

  page({ height, items, noteLine }: Page): void {
    this.height = height;
    const rows = items.filter((placed): placed is PlacedItem & { item: RowItem } => placed.item.kind === 'row');
    this.rows(rows);
    for (const placed of items) this.item(placed);
    if (noteLine) this.line(noteLine.x, noteLine.y, noteLine.x + 144, noteLine.y, { width: 0.5, color: '000000' });
  }

  private item({ x, y, item }: PlacedItem): void {
    if (item.kind === 'line') this.spans(item, x, y);
    else for (const cell of item.cells) if (!cell.merged) this.cellItems(cell, cell.items, x, y, item.height);
  }

  /** Cells over several rows take, on each page, the room of their rows there. */
  private rows(rows: readonly (PlacedItem & { item: RowItem })[]): void {
    const parts = new Map<
      LaidCell['merged'],
      { laid: LaidCell; x: number; top: number; bottom: number; isEnd: boolean }
    >();
    for (const { x, y, item } of rows) {
      for (const laid of item.cells) {
        const { merged, cell } = laid;
        if (!merged) {
          this.frame(cell.fill, cell.borders, x + laid.x, y, laid.width, item.height);
          continue;
        }
        const isEnd = merged.lastRow === item;
        const part = parts.get(merged);
        if (part) Object.assign(part, { bottom: y + item.height, isEnd });
        else parts.set(merged, { laid, x, top: y, bottom: y + item.height, isEnd });
      }
    }
    for (const [merged, { laid, x, top, bottom, isEnd }] of parts) {
      const { cell, width } = laid;
      this.frame(cell.fill, cell.borders, x + laid.x, top, width, bottom - top);
      const room = bottom - top - cell.margins.top - cell.margins.bottom;
      let end = merged!.printed;
      let used = 0;
      for (; end < merged!.items.length; end++) {
        const { before, height, after } = merged!.items[end]!;
        used += (end > merged!.printed ? before : 0) + height + after;
        if (!isEnd && used > room + 0.05) break;
      }
      this.cellItems(laid, merged!.items.slice(merged!.printed, end), x, top, bottom - top);
      // A heading is drawn anew on the next page.
      merged!.printed = isEnd ? 0 : end;
    }
  }

  private cellItems({ x: left, cell }: LaidCell, items: LaidCell['items'], x: number, y: number, height: number): void {
    const { margins, vertical } = cell;
    const free = Math.max(0, height - margins.top - margins.bottom - heightOf(items));
    const down = vertical === 'center' ? free / 2 : vertical === 'bottom' ? free : 0;
    const placed = stack(items, x + left + margins.left, y + margins.top + down);
    this.rows(placed.filter((one): one is PlacedItem & { item: RowItem } => one.item.kind === 'row'));
    for (const one of placed) this.item(one);
  }

  private frame(
    fill: string | null,
    edges: Sides<Edge | null>,
    x: number,
    y: number,
    width: number,
    height: number,
  ): void {
    if (fill) this.pdf.rect(x, y, width, height).fill(`#${fill}`);
    const [right, bottom] = [x + width, y + height];
    this.line(x, y, right, y, edges.top);
    this.line(x, bottom, right, bottom, edges.bottom);
    this.line(x, y, x, bottom, edges.left);
    this.line(right, y, right, bottom, edges.right);
  }

  private line(x: number, y: number, toX: number, toY: number, edge: Edge | null): void {
    if (!edge) return;
    this.pdf.lineCap('square').lineWidth(edge.width).moveTo(x, y).lineTo(toX, toY).stroke(`#${edge.color}`);
  }

  private spans(line: LineItem, x: number, y: number): void {
    const { baseline, spans } = line;
    if (y + baseline <= this.height) this.drawn.add(line);
    for (const span of spans) {
      if (span.style.picture) this.picture(span, x + span.x, y + baseline - span.style.picture.height);
      else if (/\S/.test(span.text)) this.text(span, x + span.x, y + baseline - span.style.rise);
    }
  }

  private text({ text, width, spacing, style }: Span, x: number, y: number): void {
    const { font, size, color, italic, underline, strike } = style;
    if (!this.fonts.has(font.font.id)) {
      this.pdf.registerFont(font.font.id, font.font.content, font.font.face ?? undefined);
      this.fonts.add(font.font.id);
    }
    this.pdf.font(font.font.id).fontSize(size).fillColor(`#${color}`);
    if (font.thickened) this.pdf.lineWidth(size / 40).strokeColor(`#${color}`);
    this.pdf.text(text, x, y, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: spacing,
      ...(font.thickened ? { stroke: true, fill: true } : {}),
      ...(italic ? { oblique: true } : {}),
    });
    const edge = { width: Math.max(0.5, size / 20), color };
    if (underline) this.line(x, y + size * 0.12, x + width, y + size * 0.12, edge);
    if (strike) this.line(x, y - size * 0.3, x + width, y - size * 0.3, edge);
  }

  private picture({ width, style }: Span, x: number, y: number): void {
    const { content, height } = style.picture!;
    const { pdf } = this;
    const opened =
      this.pictures.get(content) ?? (pdf as unknown as { openImage(from: Buffer): unknown }).openImage(content);
    this.pictures.set(content, opened);
    pdf.image(opened as Buffer, x, y, { width, height });
  }
}
