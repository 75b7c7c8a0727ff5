import { fileKind, openArchive } from '@xiaohao/documents';
import { AppError } from '@xiaohao/errors';

/**
 * Refuses at the door what no reader will read, so that the person hears it at once. Of an .xlsx only the directory is
 * looked at; its sheets are the job's.
 */
export async function assertLooksReadable(content: Buffer, name: string): Promise<void> {
  const kind = fileKind(content);
  if (kind === 'encrypted') throw new AppError('fileEncrypted');
  if (kind === 'legacyWorkbook') throw new AppError('legacyExcel');
  if (kind === 'zip') await openArchive(content);
  else if (kind !== 'other' || !/\.(csv|txt)$/i.test(name) || content.length === 0)
    throw new AppError('fileNotWorkbook');
}
