import { countedFigures } from './figure-counted.js';
import { filedFigures } from './figure-filed.js';
import { parameterFigures } from './figure-parameters.js';
import type { Figure } from './figure.js';

/** Every figure and parameter a report may print. */
export const figureTable: readonly Figure[] = [...countedFigures, ...filedFigures, ...parameterFigures];

/**
 * What departments may file: all that only they know, and counted figures of kinds of tickets the bureau may not keep
 * here. The figures of an inspection round come from its tickets alone.
 */
export const fileableFigures: readonly Figure[] = [
  ...filedFigures,
  ...countedFigures.filter(({ group }) => group !== 'rectification'),
];

const byWord = new Map(
  figureTable.flatMap((figure) => [[figure.key, figure] as const, [figure.alias, figure] as const]),
);

/** By key or Chinese alias; null when there is no such figure. */
export function findFigure(keyOrAlias: string): Figure | null {
  return byWord.get(keyOrAlias) ?? null;
}
