import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const tight = (text: string) => text.replace(/\s/g, '');

/** The text of each page of a PDF in the order it was drawn, spaces left out, without the page's number, which has to be there. */
export function printedPages(pdf: Buffer): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'xiaohao-printed-'));
  try {
    const file = join(folder, 'printed.pdf');
    writeFileSync(file, pdf);
    const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
    return text
      .split('\f')
      .slice(0, -1)
      .map((page, at) => {
        const [content, rest] = tight(page).split(`—${at + 1}—`);
        if (rest !== '') throw new Error(`page ${at + 1} does not end with its number`);
        return content!;
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of all pages as one; where a table goes on over the page, its heading is taken out again. */
export function printedText(pdf: Buffer, headings: readonly string[] = []): string {
  let printed = '';
  for (const page of printedPages(pdf)) {
    // One that begins a page may also be the first of its table.
    const repeated = headings.map(tight).find((heading) => page.startsWith(heading) && printed.includes(heading));
    printed += page.slice(repeated?.length ?? 0);
  }
  return printed;
}

export const textOf = (texts: readonly string[]): string => tight(texts.join(''));
