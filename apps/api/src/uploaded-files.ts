import type { FastifyRequest } from 'fastify';

/** The files of a form as they arrive; each is to be read before the next is asked for. */
export async function* filesOf(request: FastifyRequest) {
  for await (const { filename, file } of request.files()) yield { name: filename, content: file };
}
