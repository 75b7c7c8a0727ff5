/** Beyond this many different texts the memory begins anew. */
const rememberedTexts = 2_000;
/** Longer prose hardly comes twice, and there is no room for much of it. */
const rememberedLength = 1_000;

/**
 * The same reader, which remembers: a ledger repeats few headings, deadlines, units, people and states in
 * many rows, and several rules of a row ask what the same cell says.
 */
export function remembering<Reading>(read: (text: string) => Reading): (text: string) => Reading {
  const known = new Map<string, Reading>();
  return (text) => {
    if (text.length > rememberedLength) return read(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= rememberedTexts) known.clear();
    const reading = read(text);
    known.set(text, reading);
    return reading;
  };
}
