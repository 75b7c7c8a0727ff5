import { AppError } from '@xiaohao/errors';
import type { WorkbookLimits } from './workbook.js';

/** What is left of the limits of one workbook while its sheets are read. */
export interface Allowance {
  limits: WorkbookLimits;
  rows: number;
  cells: number;
  characters: number;
}

/** Counts one text. */
export function takeText(allowance: Allowance, text: string, place: () => string): void {
  allowance.characters += text.length;
  if (text.length > allowance.limits.textCharacters) {
    const limit = `${allowance.limits.textCharacters} characters in a cell`;
    throw new AppError('workbookTooLarge', { place: place(), limit });
  }
  if (allowance.characters > allowance.limits.characters) {
    throw new AppError('workbookTooLarge', { place: place(), limit: `${allowance.limits.characters} characters` });
  }
}
