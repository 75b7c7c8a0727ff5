export {
  type Archive,
  type ArchiveLimits,
  archiveLimits,
  fileKind,
  type FileKind,
  openArchive,
} from './archive-guard.js';
export {
  cellAddress,
  type CellRange,
  columnLetters,
  columnNumber,
  parseCellAddress,
  parseRange,
  rangeAddress,
} from './cell-address.js';
export { readSheetLooks, type SheetLooks } from './sheet-looks.js';
export type { WholeLook } from './look-reader.js';
export { type HeadedRow, type HeadedTable, readHeadedTable } from './headed-table.js';
export { readFormat } from './number-format.js';
export { readWorkbook, type ReadWorkbookOptions } from './workbook-reader.js';
export {
  type Cell,
  cellAt,
  type Sheet,
  type SheetRow,
  type SheetVisibility,
  type Workbook,
  type WorkbookLimits,
  workbookLimits,
} from './workbook.js';
export type { CellComment } from './cell-comments.js';
export type { FrontCell, FrontSheet } from './front-sheet.js';
export { markWorkbook, type CellMark, type MarkOptions } from './workbook-marks.js';
export { writeWorkbook, type WriteWorkbookOptions } from './workbook-writer.js';
export { type ArchivePart, writeArchive } from './archive-writer.js';
export type { CellContent, PrintLayout, RowInput, SheetLayout } from './sheet-layout.js';
export type { Look } from './workbook-looks.js';
export { writeOfficialDocument } from './official-document.js';
export type { DocumentBlock, HeadingLevel, OfficialDocument, TableColumn, TextRun } from './official-blocks.js';
export { officialDay } from './official-layout.js';
export { fillTemplate, type ListRow, templateError, type TemplateSource } from './word-template.js';
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
} from './template-inspection.js';
export { type FigureOptions, parseTag, plainOptions, type TagFault, type TemplateTag } from './template-tag.js';
export { type FigureGap, formatFigure, missingText } from './figure-text.js';
export type { DocumentParagraph } from './document-paragraphs.js';
export { documentParagraphs, documentTexts } from './docx-text.js';
export { withAcceptedChanges } from './tracked-changes.js';
export { decodeText } from './csv-reader.js';
export { markEveryPage } from './page-marks.js';
export { convertToPdf } from './pdf-converter.js';
export { type WordComment, withoutComments } from './word-comments.js';
export { editParagraphs, type ParagraphEdit } from './paragraph-edits.js';
export { type PreviewBlock, previewTemplate } from './document-preview.js';
