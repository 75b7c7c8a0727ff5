import type { Label } from './labels.js';

/** A report as PDF: made by the server, or printed by the browser. */
export const reportPdfTexts = {
  'report.pdf': ['下载 PDF', 'Download PDF'],
  'report.pdfMake': ['生成 PDF', 'Make a PDF'],
  'report.pdfByOffice': ['由服务器上的 LibreOffice 打印 Word 文件', 'LibreOffice on the server prints the Word file'],
  'report.pdfDirect': [
    '由服务器按 Word 文件直接排版（没有安装 LibreOffice）',
    'The server itself lays out the Word file (LibreOffice is not installed)',
  ],
  'report.pdfMaking': ['正在生成 PDF', 'Making the PDF'],
  'report.pdfMissing': ['PDF（用浏览器打印）', 'PDF (print the page)'],
  'report.pdfMissingWhy': [
    '服务器没有中文字体，也没有安装 LibreOffice，不能生成 PDF；请管理员安装其中之一。',
    'The server has neither a Chinese font nor LibreOffice, one of which is needed to make PDFs.',
  ],
  'report.pdfFailed': ['PDF 没有生成', 'No PDF was made'],
  'report.pdfPrintHow': [
    '本页可按 A4 纸打印，版面与 Word 文件一致；在打印窗口选“另存为 PDF”。',
    'This page prints on A4 as the Word file does; choose “Save as PDF” in the print window.',
  ],
  'report.pdfPrint': ['打印本页', 'Print this page'],
  'report.pdfAgain': ['再试一次', 'Try again'],
} as const satisfies Record<string, Label>;
