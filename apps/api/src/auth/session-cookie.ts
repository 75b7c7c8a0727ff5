import type { FastifyReply, FastifyRequest } from 'fastify';

const cookieName = 'xiaohao_session';

export function sessionToken(request: FastifyRequest): string | null {
  return request.cookies[cookieName] ?? null;
}

/** HttpOnly and SameSite=Lax always; Secure only on https, since many bureaus run on plain http inside their network. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  void reply.setCookie(cookieName, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: 7 * 24 * 3600,
  });
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(cookieName, { path: '/' });
}
