/** A sign or a word that is not torn, with its width. */
export interface Atom<Style> {
  text: string;
  width: number;
  kind: 'asian' | 'word' | 'space' | 'tab' | 'picture';
  style: Style;
}

/** What may not begin a line, and what may not end one: the lists of Word for simplified Chinese. */
const neverFirst = new Set(
  '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠',
);
const neverLast = new Set('$([{£¥‘“〈《「『【〔〖〝﹗﹙﹛＄（．［｛￡￥');
/** Two of these are one sign. */
const doubled = new Set('—…');

export function mayBreak(before: Atom<unknown>, after: Atom<unknown>): boolean {
  if (after.kind === 'space' || after.kind === 'tab') return false;
  if (before.kind === 'space' || before.kind === 'tab') return true;
  const [last, first] = [before.text.at(-1) ?? '', after.text[0] ?? ''];
  if (before.kind === 'word' && after.kind === 'word') return /[-/]/.test(last) && /[a-z]/i.test(first);
  if (doubled.has(last) && last === first) return false;
  // “4·29”: a day by which an accident is called.
  if (last === '·' && after.kind === 'word') return false;
  return !neverFirst.has(first) && !neverLast.has(last);
}

/**
 * Where each line begins and ends; every atom stands in one line. Spaces hang over a line's end. What is too long and
 * may not be broken is broken all the same.
 * @param room of a line by its number
 */
export function breakLines(atoms: readonly Atom<unknown>[], room: (line: number) => number): [number, number][] {
  const lines: [number, number][] = [];
  let [start, width, lastBreak] = [0, 0, 0];
  for (let at = 0; at < atoms.length; at++) {
    const atom = atoms[at]!;
    if (at > start && mayBreak(atoms[at - 1]!, atom)) lastBreak = at;
    width += atom.width;
    if (at === start || atom.kind === 'space' || width <= room(lines.length) + 0.01) continue;
    const end = lastBreak > start ? lastBreak : at;
    lines.push([start, end]);
    [start, width, lastBreak] = [end, 0, end];
    at = end - 1;
  }
  if (start < atoms.length || lines.length === 0) lines.push([start, atoms.length]);
  return lines;
}
