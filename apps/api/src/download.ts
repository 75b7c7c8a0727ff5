import type { FastifyReply } from 'fastify';

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Says that a file follows, to be kept under its own name whatever its letters. */
export function asFile(reply: FastifyReply, name: string, mediaType: string): FastifyReply {
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
}
