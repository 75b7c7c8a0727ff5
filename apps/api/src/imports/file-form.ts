import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { AppError } from '@xiaohao/errors';

export interface FileForm {
  file: { name: string; content: Buffer };
  fields: Record<string, string>;
}

/** The fields may stand before or behind the file, so the whole form is taken in; the file is limited in size. */
export async function readFileForm(request: FastifyRequest, limitBytes: number): Promise<FileForm> {
  if (!request.isMultipart()) throw new AppError('fileMissing');
  let file: FileForm['file'] | null = null;
  const fields: Record<string, string> = {};
  for await (const part of request.parts({ limits: { fileSize: limitBytes, files: 1, fields: 20 } })) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value);
    else file = { name: part.filename, content: await part.toBuffer() };
  }
  if (!file || !file.name) throw new AppError('fileMissing');
  return { file, fields };
}

/** The fields of a form as its class says; empty ones count as not stated. */
export async function checkFields<Fields extends object>(
  form: new () => Fields,
  fields: Record<string, string>,
): Promise<Fields> {
  const stated = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
  const options = plainToInstance(form, stated);
  const [problem] = await validate(options, { whitelist: true });
  if (problem) {
    const reason = Object.values(problem.constraints ?? {}).join('; ');
    throw new AppError('inputWrong', { field: problem.property, fieldLabel: problem.property, reason });
  }
  return options;
}
