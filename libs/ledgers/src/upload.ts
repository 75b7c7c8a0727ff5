import { fileKind } from '@xiaohao/documents';
import { AppError } from '@xiaohao/errors';

/** Refuses at the door what no reader will read, so that the person hears it at once. */
export function assertLooksReadable(content: Buffer, name: string): void {
  const kind = fileKind(content);
  if (kind === 'encrypted') throw new AppError('fileEncrypted');
  if (kind === 'legacyWorkbook') throw new AppError('legacyExcel');
  if (kind === 'zip' || (kind === 'other' && /\.(csv|txt)$/i.test(name) && content.length > 0)) return;
  throw new AppError('fileNotWorkbook');
}
