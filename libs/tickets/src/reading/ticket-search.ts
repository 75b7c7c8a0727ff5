import type { SqlParameters } from '@xiaohao/database';

/** The words of a query, each to be found; width, case and blanks count for nothing, as in `search_text` of the schema. */
export function searchWords(q: string): string[] {
  // A byte of zero is the one character PostgreSQL takes in no text.
  const plain = q.replaceAll('\0', '').normalize('NFKC').toLowerCase();
  return [...new Set(plain.split(/\s+/))].filter((word) => word !== '');
}

const isAscii = (char: string | undefined) => char !== undefined && char >= '!' && char <= '~';

/**
 * Pieces of the words that the index of `ticket_search` knows: three neighbouring letters or digits, two neighbours of
 * any other writing, a lone character as it is. A subset of what `search_grams` of the schema gives.
 */
export function searchGrams(words: readonly string[]): string[] {
  const grams = words.flatMap((word) => {
    const chars = [...word];
    if (chars.length === 1) return chars;
    return chars.slice(1).flatMap((char, at) => {
      const first = chars[at]!;
      const next = chars[at + 2];
      const plainPair = isAscii(first) && isAscii(char);
      if (plainPair && isAscii(next)) return [first + char + next];
      // The end of a run of letters and digits is part of the three before it.
      return plainPair && isAscii(chars[at - 1]) ? [] : [first + char];
    });
  });
  return [...new Set(grams)];
}

/** A search as SQL conditions over `ticket t`, the same rows by two ways. */
export interface SearchSql {
  /** Through the index: right where few tickets match. */
  byIndex: string;
  /** Looks into each ticket it is asked about: right where so many match that walking a list finds them soon. */
  byTicket: string;
}

/** Null where the query has no word at all: then it asks for nothing. */
export function searchSql(q: string, params: SqlParameters): SearchSql | null {
  const words = searchWords(q);
  if (words.length === 0) return null;
  const grams = searchGrams(words);
  const holds = words.map((word) => `strpos(s.body, ${params.add(word)}) > 0`).join(' and ');
  const byTicket = `exists (select 1 from ticket_search s where s.ticket_id = t.id and ${holds})`;
  // In brackets of its own the planner does not look into the list, finds every search alike and keeps its plan.
  const known = `search_grams(s.body) @> (select ${params.add(grams)}::text[])`;
  return { byIndex: `t.id in (select s.ticket_id from ticket_search s where ${known} and ${holds})`, byTicket };
}

const wholeNumber = /^[a-z]{2}-\d{4}-\d{4,}$/;

/** The ticket number that the query is, if it is one. */
export function numberAsked(q: string): string | null {
  const words = searchWords(q);
  return words.length === 1 && wholeNumber.test(words[0]!) ? words[0]!.toUpperCase() : null;
}
