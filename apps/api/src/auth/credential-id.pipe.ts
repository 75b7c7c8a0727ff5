import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { AppError } from '@xiaohao/errors';

/** An id that is none names no session and no token. */
@Injectable()
export class CredentialId implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUUID(value)) throw new AppError('notFound', { what: '该项' });
    return value.toLowerCase();
  }
}
