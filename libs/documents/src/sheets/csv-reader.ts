import { AppError } from '@xiaohao/errors';
import { type Allowance, takeText, tooLarge } from '../packages/reading-allowance.js';
import type { Cell, Sheet } from './workbook.js';
import { legalText } from '../packages/xml-text.js';

export function isCsvName(fileName: string | undefined): boolean {
  return /\.(csv|txt)$/i.test(fileName ?? '');
}

/** UTF-8 with or without mark, UTF-16 with mark (Excel's "Unicode text"), else GB18030, which contains GBK and GB2312. */
export function decodeText(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file);
  if (file.includes(0)) throw new AppError('fileNotWorkbook');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    try {
      return new TextDecoder('gb18030', { fatal: true }).decode(file);
    } catch (cause) {
      throw new AppError('fileNotWorkbook', {}, { cause });
    }
  }
}

/** The separator that the first line uses most; commas inside quotes do not count. */
function separatorOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  const count = (separator: string) => line.split(separator).length;
  return [',', '\t', ';'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** A .csv as one sheet of texts. A field that begins with `=` is flagged as a formula; `="007"` is an old way to write 007. */
export function readCsv(file: Buffer, fileName: string, allowance: Allowance): Sheet {
  const text = decodeText(file);
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const sheet: Sheet = { name, hidden: 'visible', rows: [], merges: [], columnWidths: [] };
  let number = 0;
  for (const fields of records(text, separatorOf(text))) {
    number++;
    if (fields.every((field) => field === '')) continue;
    const place = `${name}, ${number}`;
    const { limits } = allowance;
    allowance.cells += fields.length;
    if (++allowance.rows > limits.rows) throw tooLarge(place, `${limits.rows} 行`);
    if (fields.length > limits.columns || allowance.cells > limits.cells) {
      throw tooLarge(place, `${limits.columns} 列、${limits.cells} 个单元格`);
    }
    for (const field of fields) takeText(allowance, field, () => place);
    sheet.rows.push({ number, cells: fields.map((field) => (field === '' ? undefined : textCell(field))) });
  }
  return sheet;
}

function textCell(field: string): Cell {
  const quoted = /^="([^"]*)"$/.exec(field)?.[1];
  const formula = quoted === undefined && field.startsWith('=') ? field.slice(1) : null;
  const text = quoted ?? field;
  return { value: text, text, numberFormat: null, day: null, formula, fill: null };
}

/** RFC 4180, forgiving: quotes may hold separators, line breaks and doubled quotes. */
function* records(text: string, separator: string): Generator<string[]> {
  const plainEnd = new RegExp(`[${separator}\\r\\n]`, 'g');
  let at = 0;
  let fields: string[] = [];
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      at++;
      for (;;) {
        const quote = text.indexOf('"', at);
        if (quote < 0) {
          field += text.slice(at);
          at = text.length;
          break;
        }
        field += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        field += '"';
        at++;
      }
    }
    plainEnd.lastIndex = at;
    const end = plainEnd.exec(text)?.index ?? text.length;
    fields.push(legalText(field + text.slice(at, end)));
    at = end;
    if (text[at] === separator) {
      at++;
      if (at === text.length) fields.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    yield fields;
    fields = [];
  }
  if (fields.length > 0) yield fields;
}
