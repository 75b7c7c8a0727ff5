/** Positions of the longest run of elements both have in the same order. */
export function commonPositions(one: readonly string[], other: readonly string[]): [number, number][] {
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        one[i] === other[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const found: [number, number][] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) found.push([i++, j++]);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return found;
}

/** What stands between the common ones, side by side. */
export function gapsBetween<One, Other>(
  one: readonly One[],
  other: readonly Other[],
  common: readonly (readonly [number, number])[],
): { one: One[]; other: Other[] }[] {
  const ends = [...common, [one.length, other.length] as const];
  return ends
    .map(([i, j], at) => {
      const [fromOne, fromOther] = at === 0 ? [0, 0] : [common[at - 1]![0] + 1, common[at - 1]![1] + 1];
      return { one: one.slice(fromOne, i), other: other.slice(fromOther, j) };
    })
    .filter((gap) => gap.one.length > 0 || gap.other.length > 0);
}
