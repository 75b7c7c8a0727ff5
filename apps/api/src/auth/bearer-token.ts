import type { FastifyRequest } from 'fastify';

/** What follows `Bearer` in Authorization; null where the header is absent or of another scheme. */
export function bearerToken(request: FastifyRequest): string | null {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
