import { remembering } from './remembering.js';

const full = '☑☒√✓✔■●◉';
const empty = '□☐○';
const mark = new RegExp(`[${full}${empty}]`);
const marks = new RegExp(`([${full}${empty}])`);
/** （√）, [ ], （  ）: a mark in brackets, or the place of one. */
const bracketed = /[(（[【〔]\s{0,6}([☑☒√✓✔■●◉□☐○]?)\s{0,6}[)）\]】〕]/g;
const blankBrackets = /[(（[【〔]\s{1,6}[)）\]】〕]/;
/** Longer texts between marks tell a story. */
const longestChoice = 20;
/** What stands between choices, and what is left to be filled in. */
const between = /^[\s,，、;；/|:：_＿]+|[\s,，、;；/|:：_＿]+$/g;
/** Nobody prints more. */
const longestText = 300;

/**
 * The ticked ones of the choices printed in one cell: 已完成 of ☑已完成 □整改中, of 已完成（√） 整改中（ ）. None where none is
 * ticked; null where the text is no list of choices, for which at least one has to be left unticked.
 */
export const tickedChoices = remembering((text): readonly string[] | null => {
  // 二○二六年 is a year: a circle is a mark beside a full one.
  if (text.length > longestText || (text.includes('○') && !/[●◉]/.test(text))) return null;
  if (!(mark.test(text) || blankBrackets.test(text))) return null;
  const plain = text.replace(bracketed, (_, sign: string) => (sign === '' || empty.includes(sign) ? '□' : '☑'));
  const parts = plain.split(marks).map((part) => part.replace(between, ''));
  const [first = ''] = parts;
  const last = parts.at(-1)!;
  const isBefore = first === '' || last !== '';
  // 整改状态：☑已完成 □整改中: what stands before the first mark asks.
  const pairs = isBefore ? pairsOf(parts.slice(1)) : pairsOf([...parts].reverse().slice(1)).reverse();
  const isList = pairs.every(({ word }) => word !== '' && word.length <= longestChoice);
  const isTicked = ({ sign }: Choice) => full.includes(sign);
  // A single blank pair of brackets is left for a name or a number.
  const least = mark.test(text) ? 1 : 2;
  if (pairs.length < least || !isList || pairs.every(isTicked)) return null;
  return pairs.filter(isTicked).map(({ word }) => word);
});

interface Choice {
  sign: string;
  word: string;
}

const pairsOf = (parts: readonly string[]): Choice[] =>
  parts.flatMap((sign, at) => (at % 2 === 0 ? { sign, word: parts[at + 1] ?? '' } : []));
