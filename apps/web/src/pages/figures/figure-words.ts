import type { Figure } from '../../api/figures.js';
import { t } from '../../language.js';

export const figureAddress = (key: string) => `/reports/figures/${encodeURIComponent(key)}`;

/** The sentence of a counted figure; of the others, where their value comes from. */
export function meaningOf({ meaning, source }: Figure): string {
  return meaning ?? t(source === 'parameter' ? 'figures.parameter' : 'figures.filed');
}
