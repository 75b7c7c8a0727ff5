import { createHash } from 'node:crypto';
import {
  applyDecorators,
  Inject,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { AppError } from '@xiaohao/errors';
import { SubmissionsService, type Actor, type Submission } from '@xiaohao/org';
import { asAppError } from './error.filter.js';

const onceKey = 'once';
const header = 'idempotency-key';
const keyPattern = /^[\x21-\x7e]{8,100}$/;

/**
 * The route takes an `Idempotency-Key`: what is sent twice under one key is done once. Its answer is kept for a day, so
 * a route that tells a secret must not say this.
 */
export const Once = () =>
  applyDecorators(
    SetMetadata(onceKey, true),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description:
        '8–100 printable ASCII characters, per person, kept a day. Sent again with the same body: the same answer ' +
        'again and `Idempotency-Replayed: true`; with another body: 422. Of an upload only the length is compared.',
    }),
  );

@Injectable()
export class OnceInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(SubmissionsService) private readonly submissions: SubmissionsService,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { actor?: Actor }>();
    const key = request.headers[header];
    if (key === undefined || request.method !== 'POST') return next.handle();
    const once = this.reflector.get<boolean | undefined>(onceKey, context.getHandler());
    // Whoever sends a key relies on it.
    if (!once || !request.actor) throw new AppError('malformed', { what: 'Idempotency-Key: not taken here' });
    if (typeof key !== 'string' || !keyPattern.test(key)) throw new AppError('malformed', { what: 'Idempotency-Key' });
    const submission = { personId: request.actor.personId, key, fingerprint: fingerprintOf(request) };
    return from(this.answerOnce(submission, request, context.switchToHttp().getResponse<FastifyReply>(), next));
  }

  private async answerOnce(
    submission: Submission,
    request: FastifyRequest,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    const former = await this.submissions.begin(submission);
    if (former) {
      // An upload nobody reads would hold its connection.
      if (isUpload(request)) request.raw.resume();
      void reply.header('idempotency-replayed', 'true');
      return former.answer === null ? undefined : (JSON.parse(former.answer) as unknown);
    }
    let answer: unknown;
    try {
      answer = await lastValueFrom(next.handle(), { defaultValue: undefined });
    } catch (error) {
      // Only a refusal surely did nothing; after any other failure nobody knows, and the key stays taken.
      if (isRefusal(error)) await this.submissions.giveBack(submission);
      throw error;
    }
    await this.submissions.answer(submission, answer === undefined ? null : JSON.stringify(answer));
    return answer;
  }
}

const isUpload = (request: FastifyRequest) => request.headers['content-type']?.startsWith('multipart/') ?? false;

const isRefusal = (error: unknown) => asAppError(error, '').status < 500;

/** An upload is a stream that is read but once: its length stands for it. */
function fingerprintOf(request: FastifyRequest): string {
  const body = isUpload(request) ? `upload ${request.headers['content-length']}` : JSON.stringify(request.body ?? null);
  return createHash('sha256').update(`${request.method} ${request.url}\n${body}`).digest('hex');
}
