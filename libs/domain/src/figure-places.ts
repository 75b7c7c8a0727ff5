import type { FigurePlace } from './figure-proposal.js';
import { measureOf, readNumbers, readStars, type WrittenNumber } from './written-number.js';

/** A place of a former report that is to be filled anew, with what stands around it. */
export interface ReportPlace extends WrittenNumber {
  /** From 1, blank paragraphs not counted. */
  paragraph: number;
  around: FigurePlace;
}

export interface ReportNumber extends WrittenNumber {
  paragraph: number;
}

export interface ReportPlaces {
  places: ReportPlace[];
  /** Written numbers that are no places, each with what it was taken for. */
  numbers: ReportNumber[];
}

const stops = /[，。；;、：:！!？?｜|（(）)]|\s{2,}|　/;
const sentenceStops = /[。；;！!？?]/;
/** A heading is short; one that runs on into its paragraph ends at the first stop. */
const headingLength = 30;
const labelLength = 24;
const headingForms = [
  /^\s*(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[章部节])/,
  /^\s*[（(][一二三四五六七八九十]+[）)]/,
  /^\s*\d+\s*[.、．](?!\d)/,
];

/** How deep a heading stands: 一、 above （一） above 1. above a short line of its own; null for running text. */
function rankOf(text: string, hasPlaces: boolean): number | null {
  const numbered = headingForms.findIndex((form) => form.test(text));
  if (numbered >= 0) return numbered;
  return !hasPlaces && text.trim().length <= 20 && !/[。；;]/.test(text) ? headingForms.length : null;
}

/**
 * Every place to fill in a report, in reading order. Where the text has stars these are the places and written numbers
 * are only listed; in a text without any, the numbers judged to be figures are.
 * @param texts paragraphs, blank ones left out
 */
export function findPlaces(texts: readonly string[]): ReportPlaces {
  const starred = texts.some((text) => /[*＊]/.test(text));
  const headings: { rank: number; text: string }[] = [];
  const found: ReportPlaces = { places: [], numbers: [] };
  texts.forEach((text, at) => {
    const numbers = readNumbers(text);
    const places = starred ? unitsOfLabels(text, readStars(text)) : numbers.filter(({ why }) => why === 'figure');
    const rest = starred ? numbers : numbers.filter(({ why }) => why !== 'figure');
    const rank = rankOf(text, places.length > 0);
    if (rank !== null) {
      while (headings.length > 0 && headings.at(-1)!.rank >= rank) headings.pop();
      headings.push({ rank, text: text.split(sentenceStops)[0]!.slice(0, headingLength) });
    }
    const above = headings.map((heading) => heading.text);
    places.forEach((place, index) => {
      const around = surroundings(text, place, places[index - 1], places[index + 1]);
      found.places.push({ ...place, paragraph: at + 1, around: { ...around, headings: above, unit: place.unit } });
    });
    for (const number of rest) found.numbers.push({ ...number, paragraph: at + 1 });
  });
  return found;
}

/** Further away words say nothing of a place. */
const reach = 400;

function surroundings(text: string, place: WrittenNumber, previous?: WrittenNumber, next?: WrittenNumber) {
  const head = text.slice(Math.max(0, place.start - reach), place.start);
  const lastStop = Math.max(...['。', '；', ';', '！', '!', '？', '?'].map((stop) => head.lastIndexOf(stop)));
  const sentenceStart = place.start - head.length + lastStop + 1;
  const from = Math.max(sentenceStart, previous?.end ?? 0);
  const rest = text
    .slice(place.end, Math.min(next?.start ?? text.length, place.end + reach))
    .replace(/^[】\]］）)]/, '');
  // The measure word may hold a bracket of its own: 台（套）.
  const unitEnd = place.unit === '' ? 0 : rest.indexOf(place.unit) + place.unit.length;
  const stop = rest.slice(unitEnd).search(stops);
  const [after, behind] = stop < 0 ? [rest, ''] : [rest.slice(0, unitEnd + stop), rest.slice(unitEnd + stop)];
  return {
    before: text.slice(from, place.start),
    after,
    later: behind.split(sentenceStops)[0]!,
    earlier: text.slice(Math.max(0, from - reach), from),
    sentenceLength: from - sentenceStart,
    label: text.slice(0, labelLength).split(/[：:，。]/)[0]!,
  };
}

const unitInBrackets = /[（(]([^（()）]{1,4})[）)]/g;

/**
 * The measure words of forms such as 立案（起）/罚款（万元）：*／*, where they stand in the labels: as many as there are
 * places in a row get them in turn; a single label serves the place right behind it.
 */
function unitsOfLabels(text: string, places: readonly WrittenNumber[]): WrittenNumber[] {
  return places.map((place, at) => {
    if (place.unit !== '') return place;
    let first = at;
    while (first > 0 && /^\s*[/／]\s*$/.test(text.slice(places[first - 1]!.end, places[first]!.start))) first--;
    let last = at;
    while (last + 1 < places.length && /^\s*[/／]\s*$/.test(text.slice(places[last]!.end, places[last + 1]!.start)))
      last++;
    const label = text.slice(first === 0 ? 0 : places[first - 1]!.end, places[first]!.start);
    if (!/[）)]\s*[:：]?\s*$/.test(label)) return place;
    const units = [...label.matchAll(unitInBrackets)].map(([, unit]) => unit!).slice(first - last - 1);
    return units.length === last - first + 1 ? { ...place, ...measureOf(units[at - first]!) } : place;
  });
}
