import type { OfficePackage } from '../packages/office-package.js';
import { XmlScanner, type XmlSink } from '../packages/xml-scanner.js';

/** Reads a part beside a sheet, as far as so many bytes or until enough was heard. */
export async function readPartHead(
  office: OfficePackage,
  part: string,
  sink: XmlSink,
  { bytes, isEnough }: { bytes: number; isEnough: () => boolean },
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
