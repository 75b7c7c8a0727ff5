import { AppError } from '@xiaohao/errors';
import { scanXml } from '../packages/xml-scanner.js';
import { hasForbidden } from '../packages/xml-text.js';
import { documentLimits, DocumentMeasure, documentTooLarge } from './document-limits.js';

export interface DocumentParagraph {
  /** Line breaks as `\n`, tabs as `\t`; deleted text of tracked changes is left out. */
  text: string;
  /** From 1, blank paragraphs not counted (a blank one has the number of the one before it). */
  number: number;
  style: string | null;
  /** As written in the paragraph itself: `center`, `right`, `both` … */
  align: string | null;
  /** Identity of the cell the paragraph stands in, of that cell's row and table; all null in running text. */
  cell: number | null;
  row: number | null;
  table: number | null;
  /** Of the cell in the table's grid, from 0, and how many columns it is wide; 0 in running text. */
  column: number;
  span: number;
}

type Place = Pick<DocumentParagraph, 'cell' | 'row' | 'table' | 'column' | 'span'>;

const nowhere: Place = { cell: null, row: null, table: null, column: 0, span: 0 };

/**
 * The paragraphs of one part of a .docx in reading order, those in tables and text boxes included.
 * @throws documentTooLarge for more than a report has, archiveBroken for characters no XML may hold
 */
export function readParagraphs(part: string, xml: Buffer): DocumentParagraph[] {
  const paragraphs: DocumentParagraph[] = [];
  const open: DocumentParagraph[] = [];
  const places: Place[] = [nowhere];
  let nextId = 1;
  let fallback = 0;
  // Tab stops are declared by the same element that sets a tab into a text; only the latter stands in a run.
  let inRun = false;
  let depth = 0;
  const measure = new DocumentMeasure();
  const add = (text: string) => {
    if (open.length === 0 || fallback > 0) return;
    if (hasForbidden(text)) throw new AppError('archiveBroken', { part });
    const paragraph = open[open.length - 1]!;
    paragraph.text += text;
    measure.addText(text.length, paragraph.text.length);
  };
  scanXml(part, xml, {
    takesText: false,
    open(name, tag) {
      const place = places[places.length - 1]!;
      // A text box is written twice, the second time for old programs.
      if (name === 'Fallback') fallback++;
      else if (fallback > 0) return;
      else if (name === 'tbl') {
        if (++depth > documentLimits.tableDepth) throw documentTooLarge('表格嵌套', `${documentLimits.tableDepth} 层`);
        places.push({ ...place, row: null, table: nextId++ });
      } else if (name === 'tr') places.push({ ...place, cell: null, row: nextId++, column: 0 });
      else if (name === 'tc') places.push({ ...place, cell: nextId++, span: 1 });
      else if (name === 'gridSpan') place.span = spanOf(tag.attribute('val'), place.column);
      else if (name === 'p') {
        measure.addParagraph();
        const paragraph = { text: '', number: 0, style: null, align: null, ...place };
        open.push(paragraph);
        paragraphs.push(paragraph);
      } else if (name === 'pStyle' && open.length > 0) {
        open[open.length - 1]!.style = tag.attribute('val') ?? null;
      } else if (name === 'jc' && open.length > 0) open[open.length - 1]!.align = tag.attribute('val') ?? null;
      else if (name === 't') this.takesText = true;
      else if (name === 'tab' && inRun) add('\t');
      else if ((name === 'br' && (tag.attribute('type') ?? 'textWrapping') === 'textWrapping') || name === 'cr')
        add('\n');
      else if (name === 'noBreakHyphen') add('-');
      else if (name === 'r') inRun = true;
    },
    close(name) {
      if (name === 'Fallback') fallback--;
      else if (fallback > 0) return;
      else if (name === 'tc') {
        const { span } = places.pop()!;
        places[places.length - 1]!.column += span;
        assertColumns(places[places.length - 1]!.column);
      } else if (name === 'tbl' || name === 'tr') {
        places.pop();
        if (name === 'tbl') depth--;
      } else if (name === 'p') open.pop();
      else if (name === 't') this.takesText = false;
      else if (name === 'r') inRun = false;
    },
    text: add,
  });
  let number = 0;
  for (const paragraph of paragraphs) {
    if (/\S/.test(paragraph.text)) number++;
    paragraph.number = number;
  }
  return paragraphs;
}

/** How many columns a cell is wide; what is no such number is one column, as Word takes it. */
function spanOf(written: string | undefined, column: number): number {
  const span = Number(written ?? 1);
  if (!Number.isInteger(span) || span < 1) return 1;
  assertColumns(column + span);
  return span;
}

function assertColumns(columns: number): void {
  const { tableColumns } = documentLimits;
  if (columns > tableColumns) throw documentTooLarge('表格', `${tableColumns} 列`);
}
