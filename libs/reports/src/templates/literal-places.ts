import type { DocumentParagraph } from '@xiaohao/documents';
import {
  inHalfWidth,
  inOneSentence,
  literalNumbers,
  wordClaims,
  type LiteralNumber,
  type WordClaim,
} from '@xiaohao/domain';
import { leftPlace } from './place-context.js';

export interface LiteralPlace extends LiteralNumber {
  /** From 1, blank ones not counted. */
  paragraph: number;
}

/** What is claimed in words: no tag makes it true of the next report. */
export interface ClaimPlace extends WordClaim {
  paragraph: number;
}

export interface LeftWord {
  paragraph: number;
  found: string;
  context: string;
}

/** What stays in a template as it is written. */
export interface LeftWords {
  literals: LeftWord[];
  claims: LeftWord[];
}

/**
 * The numbers that stay as they are written, paragraph by paragraph; what lies in a place of `taken` becomes a tag. In
 * the first column of a table bare numbers count its rows.
 */
export function literalsOf(
  lines: readonly { text: string; fillsCell: boolean }[],
  taken: readonly { paragraph: number; start: number; end: number }[] = [],
): LiteralPlace[] {
  return lines.flatMap(({ text, fillsCell }, at) => {
    const places = taken.filter(({ paragraph }) => paragraph === at + 1);
    return literalNumbers(text, places, fillsCell).map((number) => ({ ...number, paragraph: at + 1 }));
  });
}

/** @param bound numbers that others take the place of, besides the tags of a template */
export const claimsOf = (
  lines: readonly { text: string }[],
  bound: readonly { paragraph: number; start: number; end: number }[] = [],
): ClaimPlace[] =>
  lines.flatMap(({ text }, at) => {
    const numbers = bound.filter(({ paragraph }) => paragraph === at + 1);
    return wordClaims(text, numbers).map((claim) => ({ ...claim, paragraph: at + 1 }));
  });

const withYear = /^(?:20\d{2}|二[〇○零ΟOo])/;

/** The words of the period in the sentence of a year that stays: the one follows the next report, the other does not. */
export function followedBeside(
  text: string,
  { paragraph, start, found }: LiteralPlace,
  followed: readonly { paragraph: number; start: number; found: string }[],
): string | null {
  if (!withYear.test(found)) return null;
  const beside = followed.find((place) => place.paragraph === paragraph && inOneSentence(text, place.start, start));
  return beside?.found ?? null;
}

type Paragraphs = readonly Pick<DocumentParagraph, 'text' | 'table' | 'column'>[];

const linesOfDocument = (paragraphs: Paragraphs) =>
  paragraphs.map(({ text, table, column }) => ({ text: inHalfWidth(text), fillsCell: table !== null && column > 0 }));

/** Numbers and claims of a Word file as its check-up counts paragraphs: a table counts as one. */
export function leftPlaces(paragraphs: Paragraphs): { literals: LiteralPlace[]; claims: ClaimPlace[] } {
  const blocks = blocksOf(paragraphs);
  const lines = linesOfDocument(paragraphs);
  const counted = <Place extends { paragraph: number }>(place: Place) => ({
    ...place,
    paragraph: blocks[place.paragraph - 1]!,
  });
  return { literals: literalsOf(lines).map(counted), claims: claimsOf(lines).map(counted) };
}

/** The same with the words around them, and what is claimed in words. */
export function leftWords(paragraphs: Paragraphs): LeftWords {
  const blocks = blocksOf(paragraphs);
  const texts = paragraphs.map(({ text }) => text);
  const lines = linesOfDocument(paragraphs);
  const words = (place: LiteralPlace | ClaimPlace) => {
    const left = leftPlace(texts, place);
    return { ...left, paragraph: blocks[left.paragraph - 1]! };
  };
  return { literals: literalsOf(lines).map(words), claims: claimsOf(lines).map(words) };
}

function blocksOf(paragraphs: Paragraphs): number[] {
  let block = 0;
  return paragraphs.map(({ table }, at) => (table !== null && table === paragraphs[at - 1]?.table ? block : ++block));
}
