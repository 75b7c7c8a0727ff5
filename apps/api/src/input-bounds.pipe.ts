import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { AppError } from '@xiaohao/errors';

/** The largest honest body decides on 10,000 rows of an import. */
const bounds = { depth: 16, listLength: 10_000, keys: 1_000, values: 60_000 };

/**
 * Refuses input that is costly to check before anything checks it: validating a megabyte of nested lists or nameless
 * fields holds the process for seconds, and sign-in is open to strangers. Refuses texts too that no column can keep.
 */
@Injectable()
export class InputBounds implements PipeTransform {
  transform(input: unknown, { type }: ArgumentMetadata): unknown {
    if (type !== 'custom') assertBounded(input);
    return input;
  }
}

function assertBounded(input: unknown): void {
  const waiting: [value: unknown, depth: number][] = [[input, 1]];
  let values = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, depth] = next;
    if ((values += 1) > bounds.values) throw tooMuch('values', bounds.values);
    if (typeof value === 'string') assertStorable(value);
    if (typeof value !== 'object' || value === null) continue;
    if (depth > bounds.depth) throw tooMuch('levels', bounds.depth);
    const list = Array.isArray(value);
    const keys = list ? [] : Object.keys(value);
    if (list && value.length > bounds.listLength) throw tooMuch('elements', bounds.listLength);
    if (keys.length > bounds.keys) throw tooMuch('fields', bounds.keys);
    keys.forEach(assertStorable);
    for (const inner of list ? value : Object.values(value)) waiting.push([inner, depth + 1]);
  }
}

/** PostgreSQL keeps no NUL, and no half of a surrogate pair in JSON. */
function assertStorable(text: string): void {
  if (text.includes('\u0000')) throw new AppError('malformed', { what: 'NUL' });
  if (/\p{Cs}/u.test(text)) throw new AppError('malformed', { what: 'U+D800–U+DFFF' });
}

function tooMuch(what: string, limit: number): AppError {
  return new AppError('malformed', { what: `> ${limit} ${what}` });
}
