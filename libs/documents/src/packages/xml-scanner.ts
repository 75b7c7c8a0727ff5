import { AppError } from '@xiaohao/errors';
import { legalText } from './xml-text.js';

/** What a reader of one XML part wants to hear. Names come without their namespace prefix. */
export interface XmlSink {
  /** Text is decoded only while this is true. */
  takesText: boolean;
  open(name: string, tag: XmlTag): void;
  close(name: string): void;
  text(text: string): void;
}

/** The attributes of the element being opened; valid only during `open`. */
export interface XmlTag {
  attribute(name: string): string | undefined;
  /** The raw bytes of a value, without making a string of it; undefined when absent. */
  bytes<T>(name: string, read: (bytes: Buffer, start: number, end: number) => T): T | undefined;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const AMPERSAND = 0x26;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const isSpace = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** One tag or text longer than this is no document of people. */
const tokenLimitBytes = 8 * 1024 ** 2;

/** Nor are elements within elements deeper than this; readers further on would lose themselves in them. */
const depthLimit = 500;

const entityText = new Map(Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }));

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return entityText.get(name) ?? whole;
    const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    // NUL, control characters and halves of surrogate pairs no XML may hold, not even so named.
    return code <= 0x10ffff ? legalText(String.fromCodePoint(code)) : '';
  });
}

const shortTexts = new Map<number, string>();

/** ASCII up to six bytes is looked up by its bytes: a sheet repeats `c`, `v`, `s="12"` millions of times. */
function shortText(buffer: Buffer, start: number, end: number): string | null {
  if (end - start > 6) return null;
  let key = 0;
  for (let i = start; i < end; i++) {
    const byte = buffer[i]!;
    if (byte > 0x7f || byte === AMPERSAND) return null;
    key = key * 256 + byte;
  }
  let text = shortTexts.get(key);
  if (text === undefined) {
    text = buffer.toString('latin1', start, end);
    if (shortTexts.size < 4096) shortTexts.set(key, text);
  }
  return text;
}

function nameOf(buffer: Buffer, start: number, end: number): string {
  let from = start;
  for (let i = start; i < end; i++) if (buffer[i] === COLON) from = i + 1;
  return shortText(buffer, from, end) ?? buffer.toString('utf8', from, end);
}

/**
 * A small XML reader over bytes, fed chunk by chunk. UTF-8 only. Document type declarations are refused, so no
 * entity but the five of XML itself is ever expanded and nothing outside the part is ever named.
 */
export class XmlScanner implements XmlTag {
  private pending: Buffer = Buffer.alloc(0);
  private depth = 0;
  private started = false;
  private tagBytes: Buffer = this.pending;
  /** Quadruples: name start, name end, value start, value end. */
  private readonly attributes: number[] = [];
  private attributeCount = 0;

  constructor(
    private readonly sink: XmlSink,
    private readonly part: string,
  ) {}

  write(chunk: Buffer): void {
    const buffer = this.pending.length > 0 ? Buffer.concat([this.pending, chunk]) : chunk;
    if (!this.started) this.assertUtf8(buffer);
    const used = this.scan(buffer);
    this.pending = used < buffer.length ? buffer.subarray(used) : Buffer.alloc(0);
    if (this.pending.length > tokenLimitBytes) throw new AppError('archiveBomb', { what: this.part });
  }

  end(): void {
    if (this.depth !== 0 || this.pending.indexOf(LESS) >= 0 || !this.started) throw this.broken();
  }

  attribute(name: string): string | undefined {
    const at = this.find(name);
    if (at < 0) return undefined;
    const [start, end] = [this.attributes[at + 2]!, this.attributes[at + 3]!];
    return shortText(this.tagBytes, start, end) ?? decodeEntities(this.tagBytes.toString('utf8', start, end));
  }

  bytes<T>(name: string, read: (bytes: Buffer, start: number, end: number) => T): T | undefined {
    const at = this.find(name);
    return at < 0 ? undefined : read(this.tagBytes, this.attributes[at + 2]!, this.attributes[at + 3]!);
  }

  /** Where an attribute of this local name is noted, or -1; `xmlns:…` is no attribute. */
  private find(name: string): number {
    const bytes = this.tagBytes;
    for (let i = 0; i < this.attributeCount * 4; i += 4) {
      const start = this.attributes[i + 1]! - name.length;
      const first = this.attributes[i]!;
      if (start < first || (start > first && bytes[start - 1] !== COLON)) continue;
      if (start === first + 6 && bytes.toString('latin1', first, start) === 'xmlns:') continue;
      let same = true;
      for (let j = 0; same && j < name.length; j++) same = bytes[start + j] === name.charCodeAt(j);
      if (same) return i;
    }
    return -1;
  }

  private broken(): AppError {
    return new AppError('archiveBroken', { part: this.part });
  }

  private assertUtf8(buffer: Buffer): void {
    this.started = true;
    const head = buffer.toString('latin1', 0, 200);
    const encoding = /^(?:ï»¿)?<\?xml[^>]*encoding=["']([^"']+)["']/.exec(head)?.[1] ?? 'utf-8';
    // UTF-16 and the like would hide a DOCTYPE from the check below.
    if (!/^(ï»¿)?\s*</.test(head) || !/^(utf-?8|us-ascii)$/i.test(encoding)) throw this.broken();
  }

  /** Consumes whole tokens and returns how many bytes they took. */
  private scan(buffer: Buffer): number {
    let at = 0;
    for (;;) {
      const less = buffer.indexOf(LESS, at);
      if (less < 0) return this.sink.takesText ? at : Math.max(at, buffer.length);
      if (less > at && this.sink.takesText) this.emitText(buffer, at, less);
      const after = this.scanMarkup(buffer, less);
      if (after < 0) return less;
      at = after;
    }
  }

  private emitText(buffer: Buffer, start: number, end: number): void {
    this.sink.text(decodeEntities(buffer.toString('utf8', start, end)));
  }

  /** Returns the position after the markup that begins at `less`, or -1 when it is not whole yet. */
  private scanMarkup(buffer: Buffer, less: number): number {
    const next = buffer[less + 1];
    if (next === undefined) return -1;
    if (next === 0x21) return this.scanDeclaration(buffer, less);
    if (next === 0x3f) {
      const end = buffer.indexOf('?>', less);
      return end < 0 ? -1 : end + 2;
    }
    if (next === SLASH) {
      const end = buffer.indexOf(GREATER, less);
      if (end < 0) return -1;
      let nameEnd = end;
      while (isSpace(buffer[nameEnd - 1]!)) nameEnd--;
      if (--this.depth < 0) throw this.broken();
      this.sink.close(nameOf(buffer, less + 2, nameEnd));
      return end + 1;
    }
    return this.scanElement(buffer, less);
  }

  private scanDeclaration(buffer: Buffer, less: number): number {
    if (buffer.length < less + 9) return -1;
    const head = buffer.toString('latin1', less, less + 9);
    if (head.startsWith('<!--')) {
      const end = buffer.indexOf('-->', less + 4);
      return end < 0 ? -1 : end + 3;
    }
    if (head !== '<![CDATA[') throw new AppError('documentTypeForbidden', { part: this.part });
    const end = buffer.indexOf(']]>', less);
    if (end < 0) return -1;
    if (this.sink.takesText) this.sink.text(buffer.toString('utf8', less + 9, end));
    return end + 3;
  }

  private scanElement(buffer: Buffer, less: number): number {
    let at = less + 1;
    const length = buffer.length;
    for (let byte = buffer[at]; at < length && byte !== GREATER && byte !== SLASH && !isSpace(byte!);) {
      byte = buffer[++at];
    }
    const nameEnd = at;
    this.attributeCount = 0;
    for (;;) {
      while (at < length && isSpace(buffer[at]!)) at++;
      if (at >= length) return -1;
      const byte = buffer[at];
      if (byte === GREATER || byte === SLASH) break;
      at = this.scanAttribute(buffer, at);
      if (at < 0) return -1;
    }
    const empty = buffer[at] === SLASH;
    const close = empty ? at + 1 : at;
    if (close >= length) return -1;
    if (buffer[close] !== GREATER || nameEnd === less + 1) throw this.broken();
    const name = nameOf(buffer, less + 1, nameEnd);
    this.tagBytes = buffer;
    this.sink.open(name, this);
    if (empty) this.sink.close(name);
    else if (++this.depth > depthLimit) throw new AppError('archiveBomb', { what: `${this.part} > ${depthLimit} 层` });
    return close + 1;
  }

  private scanAttribute(buffer: Buffer, start: number): number {
    // Attributes are a few bytes long: a loop here is quicker than a call into the runtime.
    const length = buffer.length;
    let equals = start;
    while (equals < length && buffer[equals] !== EQUALS) equals++;
    if (equals === length) return -1;
    let quoteAt = equals + 1;
    while (quoteAt < length && isSpace(buffer[quoteAt]!)) quoteAt++;
    const quote = buffer[quoteAt];
    if (quote === undefined) return -1;
    if (quote !== QUOTE && quote !== APOSTROPHE) throw this.broken();
    let end = quoteAt + 1;
    while (end < length && buffer[end] !== quote && buffer[end] !== LESS) end++;
    if (end === length) return -1;
    if (buffer[end] === LESS) throw this.broken();
    let nameEnd = equals;
    while (isSpace(buffer[nameEnd - 1]!)) nameEnd--;
    const base = this.attributeCount++ * 4;
    this.attributes[base] = start;
    this.attributes[base + 1] = nameEnd;
    this.attributes[base + 2] = quoteAt + 1;
    this.attributes[base + 3] = end;
    return end + 1;
  }
}

/** Reads one whole part. */
export function scanXml(part: string, bytes: Buffer, sink: XmlSink): void {
  const scanner = new XmlScanner(sink, part);
  scanner.write(bytes);
  scanner.end();
}
