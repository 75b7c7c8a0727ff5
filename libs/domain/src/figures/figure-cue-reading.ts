import { figureCues } from './figure-cues.js';
import type { Figure } from './figure.js';

/**
 * telling: the word that names the figure · following: the same, where it stands behind the place · supporting: speaks for
 * it · needed: must stand somewhere · contrary: near the place it speaks against it · narrower: told anywhere in the
 * sentence it means a figure of smaller scope.
 */
export type CueSort = 'telling' | 'following' | 'supporting' | 'needed' | 'contrary' | 'narrower';

export interface Cue {
  words: readonly string[];
  sort: CueSort;
  weight: number;
}

const cueWeights: Record<CueSort, number> = {
  telling: 4,
  following: 4,
  supporting: 1.6,
  needed: 3,
  contrary: -4,
  narrower: -3,
};
const cueSigns: Record<string, CueSort> = { '>': 'following', '+': 'needed', '!': 'contrary', '-': 'narrower' };

function readCue(text: string, at: number): Cue {
  const signed = cueSigns[text[0]!];
  const sort = signed ?? (at === 0 ? 'telling' : 'supporting');
  return { words: (signed ? text.slice(1) : text).split('|'), sort, weight: cueWeights[sort] };
}

const cuesByKey = new Map(
  Object.entries(figureCues).map(([key, text]) => [key, text.split(' ').map(readCue)] as const),
);

/** The bureau's own figures have no cues: pairs of characters of their names stand in. */
export function cuesOf(figure: Figure): readonly Cue[] {
  const known = cuesByKey.get(figure.key);
  if (known) return known;
  const name = figure.name.replace(/[^\p{Script=Han}A-Za-z]/gu, '');
  const pairs = [...new Set(Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2)))];
  const weight = (cueWeights.telling + 2 * cueWeights.supporting) / Math.max(3, pairs.length);
  return pairs.map((pair) => ({ words: [pair], sort: 'supporting', weight }));
}
