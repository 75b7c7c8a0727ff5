import { trusted } from '@xiaohao/domain';
import { learningWords } from '@xiaohao/messages';
import type { LearnedPlace, LearnedProposal } from './learned-place.js';

/** What is left of the trust in the weaker of two places that tell one figure differently: no more than a guess. */
const doubted = 0.4;

/**
 * Places that mean one figure agree in unit, scale and value, or one of them is a slip or another number. A unit is told
 * with the later place; of two values the weaker one, the later where they are as strong, is told and left open.
 */
export function markConflicts(places: readonly LearnedPlace[]): LearnedPlace[] {
  const firsts = new Map<string, LearnedPlace>();
  const strongest = new Map<string, LearnedPlace>();
  for (const place of places.filter(isClaim)) {
    const [{ key, confidence }] = place.proposals as [LearnedProposal];
    if (!firsts.has(key)) firsts.set(key, place);
    if (confidence > (strongest.get(key)?.proposals[0]!.confidence ?? 0)) strongest.set(key, place);
  }
  return places.map((place) => {
    if (!isClaim(place)) return place;
    const { key } = place.proposals[0]!;
    const best = strongest.get(key)!;
    if (!isSameValue(place, best)) return doubtedBeside(place, best);
    const twin = firsts.get(key)!;
    const differs = twin.unit !== place.unit || twin.scale !== place.scale;
    return differs ? { ...place, conflictsWith: twin.index } : place;
  });
}

function isClaim({ proposals: [first] }: LearnedPlace): boolean {
  return first !== undefined && first.confidence >= trusted && first.source !== 'parameter';
}

function doubtedBeside(place: LearnedPlace, { index }: LearnedPlace): LearnedPlace {
  const [first, ...rest] = place.proposals as [LearnedProposal, ...LearnedProposal[]];
  const why = `${first.why}，${learningWords.otherValue[0].replace('{index}', String(index))}`;
  return {
    ...place,
    proposals: [{ ...first, why }, ...rest].map((one) => ({ ...one, confidence: Math.min(one.confidence, doubted) })),
    conflictsWith: index,
  };
}

const digitForm = /^\d+(?:\.(?<decimals>\d+))?$/;

/** Stars and words tell no value; a number that was rounded is the same. */
function isSameValue(one: LearnedPlace, other: LearnedPlace): boolean {
  const read = [one, other].map(({ found, scale, fuzz }) => {
    const digits = digitForm.exec(found.replace(/[,，\s]/g, ''));
    if (!digits || fuzz !== '') return null;
    return { value: Number(digits[0]) * scale, step: scale / 10 ** (digits.groups?.decimals?.length ?? 0) };
  });
  const [first, second] = read;
  if (!first || !second) return true;
  return (
    Math.abs(first.value - second.value) <= (first.step === second.step ? 0 : Math.max(first.step, second.step) / 2)
  );
}
