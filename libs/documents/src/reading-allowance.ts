import { AppError } from '@xiaohao/errors';
import type { WorkbookLimits } from './workbook.js';

/** What is left of the limits of one workbook while its sheets are read. */
export interface Allowance {
  limits: WorkbookLimits;
  rows: number;
  cells: number;
  characters: number;
}

export function takeCharacters(allowance: Allowance, count: number, place: () => string): void {
  allowance.characters += count;
  if (allowance.characters > allowance.limits.characters) {
    throw new AppError('workbookTooLarge', { place: place(), limit: `${allowance.limits.characters} characters` });
  }
}
