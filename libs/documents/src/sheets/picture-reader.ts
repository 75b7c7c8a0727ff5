import type { OfficePackage } from '../packages/office-package.js';
import type { XmlSink } from '../packages/xml-scanner.js';
import { readPartsBeside } from './part-head.js';
import type { SheetPicture } from './workbook.js';

/** So many pictures of a sheet are counted; a ledger of people has some hundred. */
const picturesCounted = 10_000;
/** A sheet has one drawing; a file may link to more, or to the same one thousands of times. */
const drawingsRead = 100;
/** No sheet has more. */
const sheetSize = { row: 1_048_576, col: 16_384 };

/** Of a drawing so many bytes are read: 10,000 pictures are less. */
const bytesRead = 32 * 1024 ** 2;

/** Where the pictures of a sheet are anchored. A drawing that cannot be read hides pictures, not the cells; `read` are those read before. */
export async function readPictures(
  office: OfficePackage,
  sheetPart: string,
  read: Set<string> = new Set(),
): Promise<SheetPicture[]> {
  const pictures: SheetPicture[] = [];
  const isEnough = () => pictures.length >= picturesCounted;
  const besides = { kind: 'drawing', parts: drawingsRead, bytes: bytesRead, isEnough, read };
  await readPartsBeside(office, sheetPart, besides, () => new DrawingReader(pictures));
  return pictures;
}

const anchors = new Set(['twoCellAnchor', 'oneCellAnchor', 'absoluteAnchor']);

/** Hears of each anchor its first cell, and of the pictures in it, those of a group too. */
class DrawingReader implements XmlSink {
  takesText = false;
  private isFrom = false;
  private value = '';
  private place: SheetPicture = { row: null, column: null };

  constructor(private readonly pictures: SheetPicture[]) {}

  open(name: string): void {
    if (anchors.has(name)) this.place = { row: null, column: null };
    else if (name === 'from') this.isFrom = true;
    else if (name === 'pic' && this.pictures.length < picturesCounted) this.pictures.push(this.place);
    else if (this.isFrom && (name === 'row' || name === 'col')) {
      this.takesText = true;
      this.value = '';
    }
  }

  text(text: string): void {
    // A number of a row has few digits; more is none.
    if (this.value.length < 10) this.value += text;
  }

  close(name: string): void {
    if (name === 'from') this.isFrom = false;
    if (!this.takesText) return;
    this.takesText = false;
    if (name !== 'row' && name !== 'col') return;
    const isOnSheet = /^\d{1,7}$/.test(this.value.trim()) && Number(this.value) < sheetSize[name];
    this.place[name === 'row' ? 'row' : 'column'] = isOnSheet ? Number(this.value) + 1 : null;
  }
}
