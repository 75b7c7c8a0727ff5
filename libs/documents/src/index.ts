export {
  type Archive,
  type ArchiveLimits,
  archiveLimits,
  fileKind,
  type FileKind,
  openArchive,
} from './packages/archive-guard.js';
export {
  cellAddress,
  type CellRange,
  columnLetters,
  columnNumber,
  parseCellAddress,
  parseRange,
  rangeAddress,
} from './sheets/cell-address.js';
export { readSheetLooks, type SheetLooks } from './sheets/sheet-looks.js';
export type { WholeLook } from './sheets/look-reader.js';
export { type HeadedRow, type HeadedTable, readHeadedTable } from './sheets/headed-table.js';
export { readFormat } from './sheets/number-format.js';
export { readWorkbook, type ReadWorkbookOptions } from './sheets/workbook-reader.js';
export {
  type Cell,
  cellAt,
  type Sheet,
  type SheetNote,
  type SheetPicture,
  type SheetRow,
  type SheetVisibility,
  type Workbook,
  type WorkbookLimits,
  workbookLimits,
} from './sheets/workbook.js';
export type { CellComment } from './sheets/cell-comments.js';
export type { FrontCell, FrontSheet } from './sheets/front-sheet.js';
export { markWorkbook, type CellMark, type MarkOptions } from './sheets/workbook-marks.js';
export { writeWorkbook, type WriteWorkbookOptions } from './sheets/workbook-writer.js';
export { type ArchivePart, writeArchive } from './packages/archive-writer.js';
export type { CellContent, PrintLayout, RowInput, SheetLayout } from './sheets/sheet-layout.js';
export type { Look } from './sheets/workbook-looks.js';
export { writeOfficialDocument } from './word/official-document.js';
export type { DocumentBlock, HeadingLevel, OfficialDocument, TableColumn, TextRun } from './word/official-blocks.js';
export { officialDay } from './word/official-layout.js';
export { fillTemplate, type ListRow, templateError, type TemplateSource } from './word/word-template.js';
export {
  type FoundTag,
  inspectTemplate,
  type IsKnown,
  type ProblemCode,
  type ProblemHint,
  problemText,
  type TemplateInspection,
  type TemplatePart,
  type TemplateProblem,
} from './word/template-inspection.js';
export { type FigureOptions, parseTag, plainOptions, type TagFault, type TemplateTag } from './word/template-tag.js';
export { type FigureGap, formatFigure, missingText } from './word/figure-text.js';
export type { DocumentParagraph } from './word/document-paragraphs.js';
export { documentParagraphs, documentTexts, edgeTexts, noteTexts } from './word/docx-text.js';
export { assertReadable, documentLimits, documentTooLarge } from './word/document-limits.js';
export { openPackage } from './packages/office-package.js';
export { editProperties } from './word/document-properties.js';
export { withAcceptedChanges } from './word/tracked-changes.js';
export { decodeText } from './sheets/csv-reader.js';
export { markEveryPage } from './word/page-marks.js';
export { type PdfPrinter, pdfPrinter, pdfPrinters, printPdf } from './pdf/pdf-printer.js';
export { printInThread, threadPrinter } from './pdf/thread-printer.js';
export { type WordComment, withoutComments } from './word/word-comments.js';
export { editParagraphs, type ParagraphEdit } from './word/paragraph-edits.js';
export { type PreviewBlock, previewTemplate } from './word/document-preview.js';
