import { dateRows } from './deadline-dates.js';
import { digitRows } from './deadline-digits.js';
import { festivalOffsetRows } from './deadline-festivals.js';
import type { GrammarRow, Groups, Meaning } from './deadline-meaning.js';
import { recurrenceRows } from './deadline-recurrence.js';
import { durationRows, fromBaseRows } from './deadline-spans.js';
import { dateNeighbourRows, kindRows, markRows } from './deadline-words.js';

/** The whole grammar; where several rows fit, the first wins. */
export const deadlineGrammar: readonly GrammarRow[] = [
  ...recurrenceRows,
  ...festivalOffsetRows,
  ...dateNeighbourRows,
  ...digitRows,
  ...dateRows,
  ...durationRows,
  ...fromBaseRows,
  ...kindRows,
  ...markRows,
];

/** A stretch of text and the row that read it; both null where no row did. */
export interface DeadlineToken {
  readonly text: string;
  readonly rule: string | null;
  readonly meaning: Meaning | null;
}

/** Cuts tidied text into what the rows recognise, from left to right. */
export function readTokens(text: string): DeadlineToken[] {
  const tokens: DeadlineToken[] = [];
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at) ?? { text: text[at]!, rule: null, meaning: null };
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(text: string, at: number): DeadlineToken | null {
  for (const row of deadlineGrammar) {
    row.pattern.lastIndex = at;
    const match = row.pattern.exec(text);
    if (!match || match[0] === '') continue;
    const meaning = row.read(groupsOf(match));
    if (meaning) return { text: match[0], rule: row.name, meaning };
  }
  return null;
}

function groupsOf(match: RegExpExecArray): Groups {
  const text = (name: string) => match.groups?.[name] ?? '';
  return { text, has: (name) => text(name) !== '', number: (name) => Number(text(name)) };
}
