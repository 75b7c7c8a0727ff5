import { AppError } from '@xiaohao/errors';
import type { OfficePackage } from '../packages/office-package.js';
import { XmlScanner, type XmlSink } from '../packages/xml-scanner.js';

interface PartsBeside {
  /** Of its links. */
  kind: string;
  /** So many parts of a sheet are read, and so many bytes of each. */
  parts: number;
  bytes: number;
  isEnough: () => boolean;
  /** Parts read before: each belongs to one sheet. */
  read: Set<string>;
}

/** Reads the parts of a kind that lie beside a sheet. One that cannot be read hides what is in it, not the cells. */
export async function readPartsBeside(
  office: OfficePackage,
  sheetPart: string,
  { kind, parts, bytes, isEnough, read }: PartsBeside,
  sinkOf: () => XmlSink,
): Promise<void> {
  const links = await office.links(sheetPart);
  const linked = links.filter((link) => link.kind === kind && office.archive.has(link.target));
  // An archive finds a part by its name in capitals too.
  const targets = new Set(linked.map(({ target }) => target.toLowerCase()));
  for (const target of [...targets].slice(0, parts)) {
    if (read.has(target)) continue;
    read.add(target);
    try {
      await readPartHead(office, target, sinkOf(), { bytes, isEnough });
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'archiveBroken')) throw error;
    }
  }
}

/** Reads a part as far as so many bytes or until enough was heard. */
async function readPartHead(
  office: OfficePackage,
  part: string,
  sink: XmlSink,
  { bytes, isEnough }: Pick<PartsBeside, 'bytes' | 'isEnough'>,
): Promise<void> {
  const scanner = new XmlScanner(sink, part);
  let read = 0;
  for await (const chunk of office.archive.chunks(part)) {
    scanner.write(chunk);
    read += chunk.length;
    if (read > bytes || isEnough()) return;
  }
  scanner.end();
}
