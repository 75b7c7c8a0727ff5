import { AppError } from '@xiaohao/errors';
import { type ArchiveLimits, archiveLimits } from '../packages/archive-guard.js';

/** Five hundred dense pages stay below; what is above would keep everybody else waiting while it is read. */
export const documentLimits = {
  characters: 1_000_000,
  paragraphs: 20_000,
  paragraphCharacters: 100_000,
  tableDepth: 20,
  /** Word itself takes no more. */
  tableColumns: 63,
  /** All XML parts, unpacked. */
  textBytes: 20 * 1024 ** 2,
};

/** Pictures hardly shrink when packed: a document never unpacks to what a workbook does. */
export const documentArchiveLimits: ArchiveLimits = { ...archiveLimits, unzippedBytes: 200 * 1024 ** 2 };

export function documentTooLarge(what: string, limit: string): AppError {
  return new AppError('documentTooLarge', { what, limit });
}

/** Counts the text of a document while it is read, so that reading stops where it is too much. */
export class DocumentMeasure {
  private characters = 0;
  private paragraphs = 0;

  /** @param added text of the paragraph counted last, which has `length` characters with it */
  addText(added: number, length: number): void {
    this.characters += added;
    const { characters, paragraphCharacters } = documentLimits;
    if (this.characters > characters) throw documentTooLarge('全文', `${characters} 字`);
    if (length > paragraphCharacters) throw documentTooLarge(`第 ${this.paragraphs} 段`, `${paragraphCharacters} 字`);
  }

  addParagraph(): void {
    this.paragraphs += 1;
    if (this.paragraphs > documentLimits.paragraphs) {
      throw documentTooLarge('段落', `${documentLimits.paragraphs} 段`);
    }
  }
}

/** The same of a plain text that is at hand. */
export function assertReadable(lines: readonly string[]): void {
  const measure = new DocumentMeasure();
  for (const line of lines) {
    measure.addParagraph();
    measure.addText(line.length, line.length);
  }
}
