import { errorTable, type ErrorCode } from './error-table.js';

export type ErrorDetails = Record<string, unknown>;

/** A refusal meant for people: a row of the error table plus the facts that fill its text. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(errorText(code, details), options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return errorTable[this.code].status;
  }
}

/** The text of an error with its `{places}` filled from the details. */
export function errorText(code: ErrorCode, details: ErrorDetails = {}, language: 'zh' | 'en' = 'zh'): string {
  return errorTable[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
}
