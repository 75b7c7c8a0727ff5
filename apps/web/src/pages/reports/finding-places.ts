import type { ContentBlock } from '../../api/reports.js';

/** A piece of a finding's message: plain text, or words that name a place of the report. */
export interface MessagePiece {
  text: string;
  /** The block it names; null where it names none. */
  block: number | null;
}

const placeForm = /(第 \d+ 段(?:“[^”]*”)?)/;
const readPlace = /^第 (\d+) 段(?:“([^”]*)”)?$/;

/**
 * A finding's message cut where it names paragraphs. Those of a template count on where blocks of it were left out, so what
 * is quoted is looked for, nearest to the paragraph named.
 */
export function messagePieces(message: string, content: readonly ContentBlock[]): MessagePiece[] {
  const texts = content.map(textOf);
  const told = texts.flatMap((text, block) => (text.trim() === '' ? [] : [block]));
  return message
    .split(placeForm)
    .filter((text) => text !== '')
    .map((text) => {
      const [, number, quoted] = readPlace.exec(text) ?? [];
      if (number === undefined) return { text, block: null };
      const at = Number(number) - 1;
      const holds = (block: number) => !quoted || texts[block]!.includes(quoted);
      const places = told.map((block, index) => ({ block, away: Math.abs(index - at) }));
      const [nearest] = places.filter(({ block }) => holds(block)).sort((one, other) => one.away - other.away);
      return { text, block: nearest?.block ?? told[at] ?? null };
    });
}

function textOf({ runs, head, rows, unit }: ContentBlock): string {
  const wordsOf = (list: readonly { text: string }[] | undefined) => (list ?? []).map(({ text }) => text).join('');
  const cells = [...(head ?? []).flat().map((cell) => wordsOf(cell.runs)), ...(rows ?? []).flat()];
  return [wordsOf(runs), unit ?? '', ...cells].join(' ');
}
