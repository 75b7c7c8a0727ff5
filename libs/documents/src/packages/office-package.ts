import { posix } from 'node:path';
import { AppError, type ErrorCode } from '@xiaohao/errors';
import {
  type Archive,
  type ArchiveLimits,
  archiveLimits,
  assertFileSize,
  fileKind,
  openArchive,
} from './archive-guard.js';
import { documentArchiveLimits, documentLimits, documentTooLarge } from '../word/document-limits.js';
import { scanXml } from './xml-scanner.js';

export type OfficeFormat = 'workbook' | 'document';

/** A relationship inside the file; those that lead outside are dropped while reading and so never followed. */
export interface PartLink {
  id: string;
  /** Last segment of the type: `worksheet`, `sharedStrings`, `styles` …, alike in both dialects of the standard. */
  kind: string;
  target: string;
}

export interface OfficePackage {
  archive: Archive;
  mainPart: string;
  links(part: string): Promise<PartLink[]>;
}

/** Refusals by format: not such a file, its old binary form, its form with macros. */
const refusals: Record<OfficeFormat, { wrong: ErrorCode; legacy: ErrorCode; macro: ErrorCode; main: RegExp }> = {
  workbook: {
    wrong: 'fileNotWorkbook',
    legacy: 'legacyExcel',
    macro: 'workbookMacro',
    main: /spreadsheetml\.(sheet|template)\.main\+xml$/,
  },
  document: {
    wrong: 'fileNotDocument',
    legacy: 'legacyWord',
    macro: 'documentMacro',
    main: /wordprocessingml\.(document|template)\.main\+xml$/,
  },
};

/**
 * Opens a .xlsx or .docx after judging the upload: size, kind by content, zip bomb, encryption, macros.
 * @throws fileTooLarge, documentTooLarge, fileEncrypted, documentPdf, archiveBomb, archiveBroken, documentTypeForbidden and the three of the format
 */
export async function openPackage(
  file: Buffer,
  format: OfficeFormat,
  limits: ArchiveLimits = format === 'document' ? documentArchiveLimits : archiveLimits,
): Promise<OfficePackage> {
  assertFileSize(file, limits.fileBytes);
  const refusal = refusals[format];
  const kind = fileKind(file);
  if (kind === 'encrypted') throw new AppError('fileEncrypted');
  if (kind === (format === 'workbook' ? 'legacyWorkbook' : 'legacyDocument')) throw new AppError(refusal.legacy);
  if (format === 'document' && file.subarray(0, 5).toString('latin1') === '%PDF-') throw new AppError('documentPdf');
  if (kind !== 'zip') throw new AppError(refusal.wrong);
  const archive = await openArchive(file, limits);
  if (!archive.has('[Content_Types].xml') || !archive.has('_rels/.rels')) throw new AppError(refusal.wrong);
  const types = await readContentTypes(archive);
  if (format === 'document') assertPartsFit(archive);
  const links = (part: string) => readLinks(archive, part);
  const mainPart = (await links('')).find((link) => link.kind === 'officeDocument')?.target ?? '';
  const mainType = types(mainPart);
  if (/macroEnabled/i.test(mainType) || archive.names.some((name) => /vbaProject/i.test(name))) {
    throw new AppError(refusal.macro);
  }
  if (!refusal.main.test(mainType) || !archive.has(mainPart)) throw new AppError(refusal.wrong);
  return { archive, mainPart, links };
}

/** The texts of a document are held whole and read at one go; those of a workbook are streamed. */
function assertPartsFit(archive: Archive): void {
  const { textBytes } = documentLimits;
  const texts = archive.names.filter((name) => /\.(?:xml|rels)$/i.test(name));
  const bytes = texts.reduce((sum, name) => sum + archive.size(name), 0);
  if (bytes > textBytes) throw documentTooLarge('展开后的文字部分', `${textBytes / 1024 ** 2} MB`);
}

async function readContentTypes(archive: Archive): Promise<(part: string) => string> {
  const byExtension = new Map<string, string>();
  const byPart = new Map<string, string>();
  scanXml('[Content_Types].xml', await archive.read('[Content_Types].xml'), {
    takesText: false,
    open: (name, tag) => {
      const type = tag.attribute('ContentType') ?? '';
      if (name === 'Default') byExtension.set((tag.attribute('Extension') ?? '').toLowerCase(), type);
      if (name === 'Override') byPart.set((tag.attribute('PartName') ?? '').replace(/^\//, '').toLowerCase(), type);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return (part) => byPart.get(part.toLowerCase()) ?? byExtension.get(posix.extname(part).slice(1).toLowerCase()) ?? '';
}

async function readLinks(archive: Archive, part: string): Promise<PartLink[]> {
  const folder = part === '' ? '' : posix.dirname(part);
  const rels = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!archive.has(rels)) return [];
  const links: PartLink[] = [];
  scanXml(rels, await archive.read(rels), {
    takesText: false,
    open: (name, tag) => {
      const target = tag.attribute('Target');
      if (name !== 'Relationship' || !target || tag.attribute('TargetMode')?.toLowerCase() === 'external') return;
      links.push({
        id: tag.attribute('Id') ?? '',
        kind: (tag.attribute('Type') ?? '').split('/').pop()!,
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return links;
}
