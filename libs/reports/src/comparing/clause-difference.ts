import { commonPositions, gapsBetween } from './sequence-match.js';
import type { Token } from './content-pieces.js';

/** What one text says in place of the other. */
export interface TextChange {
  was: string;
  is: string;
  /** Only a word that is filled in, such as the period: the same in many places, told once. */
  filledIn: boolean;
  /** What is filled in. */
  keys?: string[];
  /** Figures on whose being there it stands. */
  when?: string[];
}

interface Clause {
  /** With figures by their keys. */
  form: string;
  tokens: Token[];
}

/** Clause by clause; what prints a figure that is `told` elsewhere is no difference. */
export function textChanges(was: readonly Token[], is: readonly Token[], told: ReadonlySet<string>): TextChange[] {
  const [one, other] = [clausesOf(was), clausesOf(is)];
  const forms = (clauses: readonly Clause[]) => clauses.map(({ form }) => form);
  const common = commonPositions(forms(one), forms(other));
  const replaced = gapsBetween(one, other, common).map((gap) => ({
    ...withoutSharedEnd(shown(gap.one), shown(gap.other)),
    filledIn: false,
    when: blocksOf([...gap.one, ...gap.other].flatMap(({ tokens }) => tokens)),
  }));
  return [...common.flatMap(([i, j]) => wordChanges(one[i]!, other[j]!, told)), ...replaced];
}

/** Of two clauses of the same form. */
function wordChanges(one: Clause, other: Clause, told: ReadonlySet<string>): TextChange[] {
  const [before, after] = [one, other].map(({ tokens }) => tokens.filter(({ key }) => key !== undefined));
  return before!.flatMap(({ key, text }, at) => {
    const is = after![at]!.text;
    return text === is || told.has(key!) ? [] : [{ was: text, is, filledIn: true, keys: [key!] }];
  });
}

export const blocksOf = (tokens: readonly Token[]) => [...new Set(tokens.flatMap(({ when = [] }) => when))];

const shown = (clauses: readonly Clause[]) =>
  clauses
    .flatMap(({ tokens }) => tokens)
    .map(({ text }) => text)
    .join('')
    .trim();

/** The stop both end with belongs to neither. */
function withoutSharedEnd(was: string, is: string): Pick<TextChange, 'was' | 'is'> {
  const isShared = was.length > 1 && is.length > 1 && was.at(-1) === is.at(-1) && /[。；：，！？]$/.test(is);
  return isShared ? { was: was.slice(0, -1), is: is.slice(0, -1) } : { was, is };
}

export const formOf = (tokens: readonly Token[]) =>
  tokens.map(({ text, key }) => (key === undefined ? text : `{${key}}`)).join('');

const stops = '。；：，！？\n';
const opening = '（(“《';
const closing = '）)”》';

/** Up to each stop; what stands in brackets or quotes is one piece, a bracket begins one. */
function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Token[][] = [[]];
  let depth = 0;
  const add = (token: Token, text: string) => text !== '' && clauses.at(-1)!.push({ ...token, text });
  for (const token of tokens) {
    let from = 0;
    const cut = (to: number) => {
      add(token, token.text.slice(from, to));
      clauses.push([]);
      from = to;
    };
    for (let at = 0; token.key === undefined && at < token.text.length; at++) {
      const char = token.text[at]!;
      if (char === '（' && depth === 0) cut(at);
      if (opening.includes(char)) depth += 1;
      else if (closing.includes(char)) depth = Math.max(depth - 1, 0);
      else if (char === '\n') depth = 0;
      if (depth === 0 && stops.includes(char)) cut(at + 1);
    }
    add(token, token.text.slice(from));
  }
  return clauses.filter((clause) => clause.length > 0).map((clause) => ({ form: formOf(clause), tokens: clause }));
}

/** How much two texts share, 0 to 1: by pairs of neighbouring characters. */
export function likeness(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  if (pairs.size + others.size === 0) return 0;
  const shared = [...pairs].filter((pair) => others.has(pair)).length;
  return (2 * shared) / (pairs.size + others.size);
}

const pairsOf = (text: string) =>
  new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2)));
