/** More sections than any bureau has; a pasted register of enterprises is refused. */
export const sectionsAtMost = 500;
export const longestUnitName = 50;

export type UnitLineProblem = 'tooLong' | 'isBureau' | 'tooMany';

/** A line as it was pasted, counted from 1. */
export interface WrongUnitLine {
  readonly line: number;
  readonly name: string;
  readonly problem: UnitLineProblem;
}

/** What was read of pasted lines, one unit on each. */
export interface UnitLines {
  readonly names: readonly string[];
  /** How many names stood there once already. */
  readonly repeated: number;
  readonly problems: readonly WrongUnitLine[];
}

/** 1. 2、 三、 （四） 5） in front of a name. */
const ordinal =
  /^(?:[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.．、)）])/;
const invisible = /[\p{Cc}\p{Cf}]/gu;

/**
 * Reads sections as people paste them from a sheet or a document: one on a line, or several parted by tab, comma or
 * semicolon. 、 parts nothing: it stands inside names. Numbering, blanks inside Chinese names and what stands there
 * twice are dropped; names differing in blanks alone are one.
 */
export function readUnitLines(lines: readonly string[], bureau = ''): UnitLines {
  const names = new Set<string>();
  const problems: WrongUnitLine[] = [];
  let repeated = 0;
  lines.forEach((text, at) => {
    for (const name of text.split(/[\t,，;；]/).map(unitName)) {
      if (name === '') continue;
      const problem = names.has(name) ? null : problemOf(name, bureau, names.size);
      if (problem) problems.push({ line: at + 1, name, problem });
      else if (names.has(name)) repeated += 1;
      else names.add(name);
    }
  });
  return { names: [...names], repeated, problems };
}

/** The name alone. */
export function unitName(text: string): string {
  return text
    .replace(invisible, ' ')
    .trim()
    .replace(ordinal, '')
    .replace(/[。、]+$/, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim();
}

function problemOf(name: string, bureau: string, known: number): UnitLineProblem | null {
  if ([...name].length > longestUnitName) return 'tooLong';
  if (name === unitName(bureau)) return 'isBureau';
  return known >= sectionsAtMost ? 'tooMany' : null;
}
