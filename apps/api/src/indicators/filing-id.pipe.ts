import { Injectable, type PipeTransform } from '@nestjs/common';
import { AppError } from '@xiaohao/errors';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id that is none names nothing: 404. */
@Injectable()
export class FilingId implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!uuid.test(value)) throw new AppError('notFound', { what: '填报' });
    return value.toLowerCase();
  }
}
