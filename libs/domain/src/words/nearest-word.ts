/** Below this two words have too little in common for one to be a slip of the other. */
const alike = 0.6;

/** Length of the longest common subsequence: what is left of both when each is only shortened. */
function commonLength(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, () => 0);
  for (const letter of one) {
    const next = [0];
    for (let at = 1; at <= other.length; at += 1) {
      next.push(letter === other[at - 1] ? row[at - 1]! + 1 : Math.max(row[at]!, next[at - 1]!));
    }
    row = next;
  }
  return row[other.length]!;
}

/** The word somebody most likely meant by a word there is not; null where none is near. Of equals the first. */
export function nearestWord(written: string, words: Iterable<string>): string | null {
  let best: string | null = null;
  let bestShare = alike;
  for (const word of words) {
    const share = (2 * commonLength(written, word)) / (written.length + word.length);
    if (share > bestShare || (share === bestShare && best === null)) [best, bestShare] = [word, share];
  }
  return best;
}
