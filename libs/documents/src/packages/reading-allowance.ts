import { AppError } from '@xiaohao/errors';
import type { WorkbookLimits } from '../sheets/workbook.js';

/** What is left of the limits of one workbook while its sheets are read. */
export interface Allowance {
  limits: WorkbookLimits;
  rows: number;
  cells: number;
  characters: number;
}

/** Counts one text of a cell. */
export function takeText(allowance: Allowance, text: string, place: () => string): void {
  assertFitsCell(allowance, text, place);
  takeCharacters(allowance, text, place);
}

/** Counts a text whose cell is not known yet. */
export function takeCharacters(allowance: Allowance, text: string, place: () => string): void {
  const { characters } = allowance.limits;
  allowance.characters += text.length;
  if (allowance.characters > characters) throw tooLarge(place(), `${characters} 个字符`);
}

export function assertFitsCell({ limits }: Allowance, text: string, place: () => string): void {
  if (text.length > limits.textCharacters) throw tooLarge(place(), `单元格 ${limits.textCharacters} 个字符`);
}

export function tooLarge(place: string, limit: string): AppError {
  return new AppError('workbookTooLarge', { place, limit });
}
