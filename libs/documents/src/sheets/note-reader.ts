import type { OfficePackage } from '../packages/office-package.js';
import type { XmlSink, XmlTag } from '../packages/xml-scanner.js';
import { cellText } from '../packages/xml-text.js';
import { parseCellAddress } from './cell-address.js';
import { readPartsBeside } from './part-head.js';
import type { SheetNote } from './workbook.js';

/** So many notes of a sheet are read, and so much of each. */
const notesRead = 2_000;
const signsRead = 500;
/** A sheet has one part of notes. */
const partsRead = 4;

/** Of a part so many bytes are read: 2,000 notes with their runs are less. */
const bytesRead = 16 * 1024 ** 2;

/** What people wrote on cells. A part that cannot be read hides notes, not the cells; `read` are parts read before. */
export async function readNotes(
  office: OfficePackage,
  sheetPart: string,
  read: Set<string> = new Set(),
): Promise<SheetNote[]> {
  const notes: SheetNote[] = [];
  const isEnough = () => notes.length >= notesRead;
  const besides = { kind: 'comments', parts: partsRead, bytes: bytesRead, isEnough, read };
  await readPartsBeside(office, sheetPart, besides, () => new NoteReader(notes));
  return notes;
}

class NoteReader implements XmlSink {
  takesText = false;
  private readonly authors: string[] = [];
  private isPhonetic = false;
  private value = '';
  private note: SheetNote | null = null;

  constructor(private readonly notes: SheetNote[]) {}

  open(name: string, tag: XmlTag): void {
    if (name === 'comment') {
      const cell = tag.attribute('ref') ?? '';
      const author = this.authors[Number(tag.attribute('authorId'))] ?? '';
      this.note = parseCellAddress(cell) ? { cell, author, text: '' } : null;
      this.value = '';
    } else if (name === 'author') {
      this.value = '';
      this.takesText = true;
    } else if (name === 'rPh') this.isPhonetic = true;
    else if (name === 't') this.takesText = this.note !== null && !this.isPhonetic;
  }

  text(text: string): void {
    if (this.value.length < signsRead) this.value += text.slice(0, signsRead);
  }

  close(name: string): void {
    if (name === 't') this.takesText = false;
    else if (name === 'rPh') this.isPhonetic = false;
    else if (name === 'author') {
      this.takesText = false;
      if (this.authors.length < notesRead) this.authors.push(cellText(this.value));
    } else if (name === 'comment' && this.note && this.notes.length < notesRead) {
      this.notes.push({ ...this.note, text: cellText(this.value).trim() });
    }
  }
}
