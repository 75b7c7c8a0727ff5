import type { TestCell, TestSheet } from '../ledger-workbooks.js';

export const csvEncodings = ['utf-8', 'utf-8 with mark', 'gb18030'] as const;
export type CsvEncoding = (typeof csvEncodings)[number];

/** The sheet as a spreadsheet program saves it as .csv: what the cells show, in one of the encodings offices have. */
export function csvFile({ rows }: TestSheet, encoding: CsvEncoding): Buffer {
  const text = rows.map((row) => row.map((cell) => quoted(shownText(cell))).join(',')).join('\r\n');
  if (encoding === 'gb18030') return gb18030(text);
  return Buffer.from(encoding === 'utf-8' ? text : `\ufeff${text}`);
}

function shownText(cell: TestCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  if ('formula' in cell) return String(cell.result ?? '');
  if ('number' in cell) return cell.format.endsWith('%') ? `${cell.number * 100}%` : cell.number.toFixed(2);
  const [year, month, date] = cell.day.split('-').map(Number);
  return cell.format ? `${month}月${date}日` : `${year}/${month}/${date}`;
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

let signs: Map<string, number> | null = null;

/** Node decodes GB18030 and does not write it: the two-byte signs are found by decoding them all. */
function gb18030(text: string): Buffer {
  signs ??= twoByteSigns();
  return Buffer.concat(
    [...text].map((sign) => {
      const code = signs!.get(sign);
      return code === undefined ? Buffer.from(sign, 'latin1') : Buffer.from([code >> 8, code & 0xff]);
    }),
  );
}

function twoByteSigns(): Map<string, number> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, number>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      if (low !== 0x7f) found.set(decoder.decode(Uint8Array.of(high, low)), (high << 8) | low);
    }
  }
  return found;
}
