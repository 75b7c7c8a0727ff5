import { convertToPdf } from '../word/pdf-converter.js';
import { printCopy } from '../word/print-copy.js';
import { canPrintDirectly } from './direct-printer.js';
import { printInThread } from './thread-printer.js';

export const pdfPrinters = ['libreOffice', 'direct'] as const;
export type PdfPrinter = (typeof pdfPrinters)[number];

/** What makes PDFs here: LibreOffice where it is, else we ourselves; null where there is no Chinese font for it. */
export async function pdfPrinter(office: string | null): Promise<PdfPrinter | null> {
  if (office !== null) return 'libreOffice';
  return (await canPrintDirectly()) ? 'direct' : null;
}

/** @throws what `convertToPdf` and `printInThread` throw */
export const printPdf = async (document: Buffer, office: string | null): Promise<Buffer> =>
  office === null ? printInThread(document) : convertToPdf(await printCopy(document), office);
