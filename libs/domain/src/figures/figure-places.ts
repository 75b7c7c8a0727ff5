import type { FigurePlace } from './figure-standing.js';
import { tableReader, type CellReading, type ReportLine } from '../reports/report-table.js';
import { measureOf, readNumbers, readStars, type WrittenNumber } from '../words/written-number.js';

/** A place of a former report that is to be filled anew, with what stands around it. */
export interface ReportPlace extends WrittenNumber {
  /** From 1, blank paragraphs not counted. */
  paragraph: number;
  around: FigurePlace;
}

export interface ReportNumber extends WrittenNumber {
  paragraph: number;
}

/** Whether written numbers of a text with stars are places: left as they are, or offered too. */
export const numberChoices = ['unstarred', 'also'] as const;
export type NumberChoice = (typeof numberChoices)[number];

export interface ReportPlaces {
  /** There are more of them than asked for: what stands behind was not read. */
  stopped: boolean;
  places: ReportPlace[];
  /** Written numbers that are no places, each with what it was taken for. */
  numbers: ReportNumber[];
}

export interface PlaceLimits {
  places: number;
  numbers: number;
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
 * @param lines paragraphs, blank ones left out
 * @param numbers `also` takes the figures of a text with stars for places too
 * @param limits places, and numbers of all kinds, after which reading stops
 */
export function findPlaces(
  lines: readonly ReportLine[],
  numbers: NumberChoice = 'unstarred',
  limits: PlaceLimits = { places: Infinity, numbers: Infinity },
): ReportPlaces {
  const starred = lines.some(({ text }) => /[*＊]/.test(text));
  const readCell = tableReader(lines);
  const headings: { rank: number; text: string }[] = [];
  const found: ReportPlaces = { stopped: false, places: [], numbers: [] };
  for (const [at, line] of lines.entries()) {
    const { text } = line;
    const cell = readCell(line);
    const inCell = (number: WrittenNumber) => (cell ? inCellOf(cell, number) : number);
    const stars = unitsOfLabels(text, readStars(text)).map((star) => ({ ...inCell(star), why: star.why }));
    const ofStars = new Set(stars.flatMap(charactersOf));
    const written = readNumbers(text)
      .filter(({ start }) => !ofStars.has(start))
      .map(inCell);
    const isPlace = ({ why }: WrittenNumber) => why === 'figure' && (!starred || numbers === 'also');
    const places = [...stars, ...written.filter(isPlace)].sort((one, other) => one.start - other.start);
    const rest = written.filter((number) => !isPlace(number));
    // A note belongs to no chapter that could be told.
    if (line.note) headings.length = 0;
    const rank = line.cell || line.note ? null : rankOf(text, places.length > 0);
    if (rank !== null) {
      while (headings.length > 0 && headings.at(-1)!.rank >= rank) headings.pop();
      headings.push({ rank, text: text.split(sentenceStops)[0]!.slice(0, headingLength) });
    }
    const above = headings.map((heading) => heading.text);
    places.forEach((place, index) => {
      const around = cell ? headingsOf(cell, place) : surroundings(text, place, places[index - 1], places[index + 1]);
      const unit = cell && place.unit === '' ? null : place.unit;
      const table = line.cell?.table ?? null;
      found.places.push({ ...place, paragraph: at + 1, around: { ...around, headings: above, unit, table } });
    });
    for (const number of rest) found.numbers.push({ ...number, paragraph: at + 1 });
    const all = found.places.length + found.numbers.length;
    found.stopped = found.places.length > limits.places || all > limits.numbers;
    if (found.stopped) break;
  }
  return found;
}

/** Of a star and the words behind it: the scale word in *万余份 is no number of its own. */
const charactersOf = ({ start, end, words }: WrittenNumber) =>
  Array.from({ length: end - start + Math.max(1, words.length) }, (_, at) => start + at);

/** A number that fills a cell is what the headings say; a unit of its own goes before theirs. */
function inCellOf({ unit, scale, words, why }: CellReading, number: WrittenNumber): WrittenNumber {
  if (number.why !== 'figure' && number.why !== 'ordinal') return number;
  return number.unit === '' ? { ...number, unit, scale, words, why } : { ...number, why };
}

/** The headings of a cell stand for the words of a sentence. */
function headingsOf({ rowHeading, columnHeading, columnsBefore }: CellReading, { unit }: WrittenNumber) {
  return {
    before: rowHeading + columnHeading,
    after: unit + columnHeading + rowHeading,
    later: '',
    earlier: columnsBefore,
    sentenceLength: columnsBefore.length,
    label: rowHeading,
    column: columnHeading,
  };
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
  const toStop = rest.slice(unitEnd).search(stops);
  // *个问题已整改*个: without a stop between them what has been done is the next place's.
  const stop = toStop < 0 && next ? rest.slice(unitEnd).search(/已/) : toStop;
  const [after, behind] = stop < 0 ? [rest, ''] : [rest.slice(0, unitEnd + stop), rest.slice(unitEnd + stop)];
  return {
    before: text.slice(from, place.start),
    after,
    later: behind.split(sentenceStops)[0]!,
    earlier: text.slice(Math.max(0, from - reach), from),
    sentenceLength: from - sentenceStart,
    label: text.slice(0, labelLength).split(/[：:，。]/)[0]!,
    column: null,
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
