import type { FastifyRequest } from 'fastify';
import { AppError } from '@xiaohao/errors';

/** The files of a form as they arrive; each is to be read before the next is asked for. */
export async function* filesOf(request: FastifyRequest) {
  for await (const { filename, file } of request.files()) yield { name: filename, content: file };
}

/** The file of a form that has one, whole. */
export async function fileOf(request: FastifyRequest): Promise<{ name: string; content: Buffer }> {
  if (!request.isMultipart()) throw new AppError('fileMissing');
  const part = await request.file();
  if (!part) throw new AppError('fileMissing');
  return { name: part.filename, content: await part.toBuffer() };
}
