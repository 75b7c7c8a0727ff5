import type { ReportPlace } from '../figures/figure-places.js';
import type { FigurePlace } from '../figures/figure-standing.js';
import { namedOffices, namesUsAlone, type NamedOffice, type OwnNames } from '../words/named-offices.js';
import type { ReportLine } from './report-table.js';

/** Whose number a place of a paper is that others wrote. */
export type ToldOf = 'us' | 'shared' | 'others';

/** A place with what is said of it, read as if the bureau itself said it. */
export interface PlaceOfOthers {
  place: ReportPlace;
  whose: ToldOf;
  around: FigurePlace;
}

const sentenceStops = /[。！!？?]/;
const joining = /^(?:、|和|与|及|以及)[^，。；：、\d]{2,16}$/;
const inTurn = /^[^。\d]{0,16}?(?:分别|依次)/;
/** 较区应急局多2件, 会同区应急局查处3起: it is named, and somebody else is told of. */
const besides = /(?:会同|配合|协同|协助|联合|较|比|高于|低于|多于|少于|不如|移交|转交|交由|转)$/;
/** 共120件 behind a unit's share begins anew. */
const clauseStop = /[，。；;！!？?]/;
const titleLines = 6;
const longTitle = 45;

interface Subject {
  whose: ToldOf;
  /** Where what is told of it begins. */
  end: number;
  /** Where it, or the list it stands in, begins. */
  start: number;
  /** Its place in a list whose numbers follow in turn, of how many. */
  turn: { at: number; of: number } | null;
}

/**
 * Of a paper that compares or names several offices: whose number each place is. A row or column of a table is its
 * heading's; in text a number is the office's named last before it in its sentence, behind 分别 in the order of the names.
 * A heading that names the bureau alone holds for what stands under it.
 */
export function placesOfOthers(
  lines: readonly Pick<ReportLine, 'text' | 'cell'>[],
  places: readonly ReportPlace[],
  names: OwnNames,
): PlaceOfOthers[] {
  const title = titleOf(lines.map(({ text }) => text));
  const offices = new Map<number, NamedOffice[]>();
  const officesOf = (paragraph: number) => {
    if (!offices.has(paragraph)) offices.set(paragraph, namedOffices(lines[paragraph - 1]!.text, names));
    return offices.get(paragraph)!;
  };
  return places.map((place) => {
    const headings = [title, ...place.around.headings].filter((text) => text !== '');
    if (place.around.column !== null) return ofTable(place, headings, names);
    const { text } = lines[place.paragraph - 1]!;
    const own = places.filter(({ paragraph }) => paragraph === place.paragraph);
    const subject = subjectOf(text, place, own, officesOf(place.paragraph));
    const whose = subject?.whose ?? (namesUsAlone(place.around.headings.at(-1) ?? '', names) ? 'us' : 'others');
    return {
      place,
      whose,
      around: subject ? withoutSubject(text, place, own, subject, headings) : { ...place.around, headings },
    };
  });
}

/** The lines above the text, up to the first that is a sentence. */
function titleOf(texts: readonly string[]): string {
  const body = texts.findIndex((text) => /[。；：:]\s*$/.test(text) || text.length > longTitle);
  return texts
    .slice(0, Math.min(body < 0 ? titleLines : body, titleLines))
    .join('')
    .slice(-60);
}

function ofTable(place: ReportPlace, headings: string[], names: OwnNames): PlaceOfOthers {
  const { around } = place;
  const [row, column] = [around.label, around.column!];
  const [isRow, isColumn] = [namesUsAlone(row, names), namesUsAlone(column, names)];
  const measure = around.unit ?? '';
  const told = (words: string, columnsBefore: string) => ({
    ...around,
    before: words,
    after: measure + words,
    earlier: columnsBefore,
    sentenceLength: columnsBefore.length,
    label: '',
    column: words,
    headings,
  });
  if (isColumn && !isRow) return { place, whose: 'us', around: told(row, '') };
  const whose = isRow ? 'us' : namedOffices(row, names).some((office) => office.whose === 'us') ? 'shared' : 'others';
  return { place, whose, around: told(column, around.earlier) };
}

/** The office last named before a place in its sentence; null where it names none. */
function subjectOf(
  text: string,
  place: ReportPlace,
  own: readonly ReportPlace[],
  offices: readonly NamedOffice[],
): Subject | null {
  const label = /^[^，。；：:]{0,24}[：:]/.exec(text)?.[0].length ?? 0;
  const stop = lastIndexOf(text.slice(0, place.start), sentenceStops) + 1;
  const before = offices.filter(({ end }) => end <= place.start && (end >= stop || end <= label));
  const last = before.at(-1);
  if (!last) return null;
  const run = runOf(text, before);
  const [start, end] = [run[0]!.start, last.end];
  const at = run.findIndex(({ whose }) => whose === 'us');
  if (run.length === 1) {
    const isOurs = last.whose === 'us' && !besides.test(text.slice(Math.max(0, last.start - 6), last.start));
    return { whose: isOurs ? 'us' : 'others', start, end, turn: null };
  }
  if (at < 0) return { whose: 'others', start, end, turn: null };
  const clause = clauseOf(text, place, own);
  const isInTurn = inTurn.test(text.slice(end)) && clause.length === run.length;
  if (!isInTurn) return { whose: 'shared', start, end, turn: null };
  const turn = { at: clause.indexOf(place), of: run.length };
  return { whose: turn.at === at ? 'us' : 'others', start, end, turn };
}

/** Offices named in one list, the last of which is named last. */
function runOf(text: string, offices: readonly NamedOffice[]): NamedOffice[] {
  let first = offices.length - 1;
  while (first > 0 && joining.test(text.slice(offices[first - 1]!.end, offices[first]!.end))) first -= 1;
  return offices.slice(first);
}

/** The places of the clause a place stands in. */
function clauseOf(text: string, place: ReportPlace, own: readonly ReportPlace[]): ReportPlace[] {
  const from = lastIndexOf(text.slice(0, place.start), clauseStop) + 1;
  const stop = text.slice(place.end).search(clauseStop);
  const to = stop < 0 ? text.length : place.end + stop;
  return own.filter(({ start, end }) => start >= from && end <= to);
}

/** What is said of a place, without the names of whom it is said. */
function withoutSubject(
  text: string,
  place: ReportPlace,
  own: readonly ReportPlace[],
  { start, end, turn }: Subject,
  headings: string[],
): FigurePlace {
  const { around } = place;
  const stop = Math.min(start, lastIndexOf(text.slice(0, start), sentenceStops) + 1);
  const lead = text.slice(stop, start).replace(/^.*[；;]/, '');
  const clause = turn ? clauseOf(text, place, own) : [];
  // Of numbers in turn the words before the first are those of each.
  const to = clause[0]?.start ?? place.start;
  const between = own.filter((one) => one.start >= end && one.end <= to && !clause.includes(one)).at(-1);
  const before = text.slice(between?.end ?? end, to);
  const told = between ? lead + text.slice(end, between.end) : '';
  return {
    ...around,
    before: between ? before : lead + before,
    later: turn ? '' : around.later,
    earlier: told,
    sentenceLength: told.length,
    label: '',
    headings,
  };
}

function lastIndexOf(text: string, form: RegExp): number {
  for (let at = text.length - 1; at >= 0; at--) if (form.test(text[at]!)) return at;
  return -1;
}

/** 区委督查室关于…, or their name alone, in the head or as a signature. */
const writes = /^(?:关于|文件|\s|$|\d)/;
const edge = 5;
/** What stands in front of the last signs of an office's name. */
const longestBefore = 14;
/** What is written of several offices by one above them. */
const comparing = /通报|专报|排名|考核|点评/;

/** Whether somebody else wrote a paper in which the bureau is one of those told of. */
export function isPaperOfOthers(
  lines: readonly Pick<ReportLine, 'text' | 'cell'>[],
  places: readonly PlaceOfOthers[],
  names: OwnNames,
): boolean {
  if (!places.some(({ whose }) => whose === 'us')) return false;
  const texts = lines.filter(({ cell }) => cell === null).map(({ text }) => text.trim());
  const issuers = [...texts.slice(0, edge), ...texts.slice(-edge)].flatMap((text) => {
    const [first] = namedOffices(text, names);
    return first && first.start <= longestBefore && writes.test(text.slice(first.end)) ? [first.whose] : [];
  });
  if (issuers.includes('us')) return false;
  return issuers.includes('other') || comparing.test(titleOf(texts));
}
