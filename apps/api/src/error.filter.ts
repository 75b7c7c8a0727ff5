import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, errorTable, type ErrorCode } from '@xiaohao/errors';

interface DriverError {
  code?: string;
  constraint?: string;
  driverError?: DriverError;
}

/** PostgreSQL SQLSTATEs and socket codes that mean "not there just now". */
const databaseGone = /^(ECONNREFUSED|ECONNRESET|EPIPE|57P0[123]|08\w{3}|53300)$/;

/** A wrong list of ten thousand has as many reasons. */
const reasonsShown = 10;
/** Values that are none of their column's type: what no check of ours caught is still the caller's mistake. */
const valueRefused = /^(22P02|22P05|22021|22003|22007|22008)$/;

/** What the reader of forms says of one without a boundary or an end. */
const brokenForm = /^(Multipart: Boundary|.*[Uu]nexpected end of multipart)/;

/** Every failure leaves in one shape: `{code, message, details}`; what people cannot mend is logged with its id. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('error');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const error = asAppError(thrown, request.id);
    if (error.status >= 500) this.logger.error(`${request.id} ${request.method} ${request.url}: ${stackOf(thrown)}`);
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    drainUpload(request);
    const { retryAfterSeconds } = error.details;
    if (typeof retryAfterSeconds === 'number') void reply.header('retry-after', retryAfterSeconds);
    void reply.status(error.status).send({ code: error.code, message: error.message, details: error.details });
  }
}

/** A refused upload is still on its way; unread, it would hold its connection and whatever the browser sends next on it. */
function drainUpload(request: FastifyRequest): void {
  if (!request.headers['content-type']?.startsWith('multipart/')) return;
  request.raw.unpipe();
  request.raw.resume();
}

/** What a failure is to whoever asked. */
export function asAppError(thrown: unknown, requestId: string): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof HttpException) return fromHttp(thrown);
  const { code = '', driverError, ...rest } = (thrown ?? {}) as DriverError & { statusCode?: number; message?: string };
  const sqlState = driverError?.code ?? code;
  if (sqlState === '23505') return new AppError('duplicate', { what: '记录' });
  if (valueRefused.test(sqlState)) return new AppError('malformed', { what: sqlState });
  if (
    databaseGone.test(sqlState) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(
      String(rest.message ?? (thrown as Error)?.message),
    )
  ) {
    return new AppError('databaseGone');
  }
  if (code === 'FST_REQ_FILE_TOO_LARGE' || code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new AppError('fileTooLarge', { limit: '20 MB' });
  }
  if (brokenForm.test(String((thrown as Error | null)?.message)))
    return new AppError('malformed', { what: 'multipart' });
  if (typeof rest.statusCode === 'number' && rest.statusCode < 500) return new AppError('malformed', { what: code });
  return new AppError('internal', { requestId });
}

/** Nest's own refusals: unknown routes, and bodies that break a DTO. */
function fromHttp(thrown: HttpException): AppError {
  const body = thrown.getResponse() as { message?: string | string[] };
  if (thrown.getStatus() === 404) return new AppError('notFound', { what: '该地址' });
  if (thrown.getStatus() === 413) return new AppError('fileTooLarge', { limit: '1 MB' });
  const status = thrown.getStatus();
  const code: ErrorCode = status === 403 ? 'forbidden' : status === 401 ? 'notSignedIn' : 'malformed';
  const reasons = [body.message ?? thrown.message].flat().slice(0, reasonsShown);
  return new AppError(code, { what: reasons.join('；'), fields: reasons, status: errorTable[code].status });
}

function stackOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
