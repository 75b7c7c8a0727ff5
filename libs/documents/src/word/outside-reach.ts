import { AppError } from '@xiaohao/errors';
import type { OfficePackage } from '../packages/office-package.js';
import { scanXml } from '../packages/xml-scanner.js';

/** Fields that fetch or start something outside the file as soon as they are brought up to date. */
const reachingField = /^\s*(INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|DDEAUTO|DDE|LINK|RD|DATABASE)\b/i;
const linkField = /^\s*HYPERLINK\s+"?([^"\s]*)/i;
/** Addresses a click may lead to; a drive letter is no scheme. */
const scheme = /^\s*([a-z][a-z0-9+.-]+):/i;
const harmlessScheme = /^(?:https?|mailto|ftp)$/i;

/**
 * Refuses a document whose readers' Word would fetch, embed or run what lies outside it: whoever issues a report answers
 * for all that is in it.
 * @throws documentReachesOutside naming the paragraph and what stands there
 */
export async function assertSelfContained({ archive }: OfficePackage): Promise<void> {
  for (const name of archive.names) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const xml = await archive.read(name);
    if (name.endsWith('.rels')) assertLinksHarmless(name, xml);
    else assertFieldsHarmless(name, xml);
  }
}

const isHarmful = (address: string) => {
  const found = scheme.exec(address)?.[1];
  return found !== undefined && !harmlessScheme.test(found);
};

function assertLinksHarmless(part: string, xml: Buffer): void {
  scanXml(part, xml, {
    takesText: false,
    open: (name, tag) => {
      const target = tag.attribute('Target') ?? '';
      if (name !== 'Relationship' || !isHarmful(target)) return;
      // Links of other kinds are left out of every report.
      if (tag.attribute('Type')?.endsWith('/hyperlink')) throw reaches('', `超链接 ${target}`);
    },
    close: () => undefined,
    text: () => undefined,
  });
}

function assertFieldsHarmless(part: string, xml: Buffer): void {
  const paragraphs: { isBlank: boolean }[] = [];
  const open: { isBlank: boolean }[] = [];
  /** Codes of the fields that are open, the innermost last. */
  const fields: string[] = [];
  let found: { paragraph: number; what: string } | null = null;
  let inCode = false;
  let fallback = 0;
  const note = (what: string) => (found ??= { paragraph: paragraphs.length, what });
  const judge = (code: string | undefined) => {
    const field = reachingField.exec(code ?? '')?.[1];
    if (field) note(`域 ${field.toUpperCase()}`);
    const address = linkField.exec(code ?? '')?.[1] ?? '';
    if (isHarmful(address)) note(`超链接 ${address}`);
  };
  scanXml(part, xml, {
    takesText: false,
    open(name, tag) {
      if (name === 'Fallback') fallback++;
      else if (name === 'p' && fallback === 0) {
        const paragraph = { isBlank: true };
        paragraphs.push(paragraph);
        open.push(paragraph);
      } else if (name === 'altChunk') note('嵌入文档 altChunk');
      else if (name === 'fldSimple') judge(tag.attribute('instr'));
      else if (name === 'fldChar') {
        const type = tag.attribute('fldCharType');
        if (type === 'begin') fields.push('');
        else judge(type === 'end' ? fields.pop() : fields.at(-1));
      }
      inCode = name === 'instrText';
      this.takesText = inCode || name === 't';
    },
    close(name) {
      if (name === 'Fallback') fallback--;
      else if (name === 'p' && fallback === 0) open.pop();
      else if (name === 't' || name === 'instrText') this.takesText = false;
    },
    text(text) {
      if (inCode) fields.push(`${fields.pop() ?? ''}${text}`);
      else if (/\S/.test(text) && open.length > 0) open.at(-1)!.isBlank = false;
    },
  });
  // A code without a beginning or an end: whoever opens the file may see a field in it all the same.
  fields.forEach(judge);
  if (found === null) return;
  const { paragraph, what } = found as { paragraph: number; what: string };
  const number = paragraphs.slice(0, paragraph).filter(({ isBlank }) => !isBlank).length;
  throw reaches(`${partLabel(part)}第 ${Math.max(1, number)} 段`, what);
}

function partLabel(part: string): string {
  if (/header\d*\.xml$/i.test(part)) return '页眉';
  if (/footer\d*\.xml$/i.test(part)) return '页脚';
  return /(?:foot|end)notes\.xml$/i.test(part) ? '脚注' : '';
}

const reaches = (place: string, what: string) =>
  new AppError('documentReachesOutside', { place, what: what.slice(0, 60) });
