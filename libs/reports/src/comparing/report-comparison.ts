import { isDeepStrictEqual } from 'node:util';
import { findFigure, isRate } from '@xiaohao/domain';
import { comparisonWords } from '@xiaohao/messages';
import type { ContentDifference } from './content-difference.js';
import { contentSentence } from './content-sentence.js';
import { causesOf, type Findings } from './content-causes.js';
import { changeLabel, explainFigure, type DifferenceFacts } from './comparison-sentence.js';
import { withoutCause } from './circumstances.js';
import type { NamedTicket } from './named-tickets.queries.js';
import { rulesOf } from '../figures/definitions/figure-book.js';
import { definitionIn, type ComparedReport, type FigurePair } from './report-comparison.queries.js';
import type { TicketChange } from './ticket-changes.queries.js';
import type { ReportRow } from '../report.queries.js';
import { ticketOf } from './row-facts.queries.js';

/** A figure of two reports side by side. */
export interface ComparedFigure {
  key: string;
  name: string;
  unit: string;
  /** Null where the report has no such figure. */
  earlier: { value: number | null; text: string } | null;
  later: { value: number | null; text: string } | null;
  /** Later less earlier; null where either is no number. */
  difference: number | null;
  /** Both have it and it is not the same, or stands on other tickets. */
  differs: boolean;
  changes: (Omit<TicketChange, 'key' | 'renames'> & { label: string })[];
  /** The whole difference explained, to be pasted; null where there is none. */
  sentence: string | null;
}

export interface ReportComparison {
  earlier: ReportRow;
  later: ReportRow;
  /** What differs between the reports themselves: template, round, definitions. */
  notes: string[];
  figures: ComparedFigure[];
  /** What else the two documents do not say alike: rows of tables and lists, other text. */
  contents: ComparedContent[];
  /** Whose numbers stand in the sentences, of those the reader may see. */
  tickets: NamedTicket[];
}

/** A difference of the documents beside their figures. */
export interface ComparedContent extends Omit<ContentDifference, 'row' | 'changes' | 'stayed' | 'renaming'> {
  changes: { column: string | null; was: string; is: string }[];
  row: { label: string; ticket: { id: string; no: string } | null } | null;
  /** What became of the ticket; null where no ticket stands behind it. */
  reason: string | null;
  sentence: string;
}

/** Figures whose own explanation tells whatever their places print otherwise. */
export function toldFigures(figures: readonly ComparedFigure[]): Set<string> {
  const differing = figures.filter(
    ({ sentence, earlier, later }) =>
      sentence !== null && (earlier?.value !== later?.value || earlier?.text !== later?.text),
  );
  return new Set(differing.map(({ key }) => key));
}

/** Worded for a reader, who learns the number of a ticket only where they may see it. */
export function comparedContents(differences: readonly ContentDifference[], found: Findings): ComparedContent[] {
  return differences.map((difference, at) => {
    const told = causesOf(difference, at, found);
    const ticket = ticketOf(difference);
    const { change, part, place, row, changes, count } = difference;
    return {
      change,
      part,
      place,
      count,
      changes: changes.map(({ column, was, is }) => ({ column, was, is })),
      row: row && { label: row.label, ticket: ticket && told.no ? { id: ticket.id, no: told.no } : null },
      reason: told.reason,
      sentence: contentSentence(difference, told),
    };
  });
}

/** The reports in the order of the days they count up to, then of what was known. */
export function inOrder(reports: readonly ComparedReport[]): [ComparedReport, ComparedReport] {
  const rank = ({ asOf, knownAt, id }: ComparedReport) => `${asOf} ${knownAt.toISOString()} ${id}`;
  const [first, last] = [...reports].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return [first!, last ?? first!];
}

/** As the list of reports shows it. */
export function rowOf({ parameters: _, round: __, definitions: ___, ...row }: ComparedReport): ReportRow {
  return row;
}

/** Figures whose tickets are looked at: a rate is explained by what it divides. */
export function comparableByTickets(
  pairs: readonly FigurePair[],
  reports: readonly [ComparedReport, ComparedReport],
): string[] {
  return pairs
    .map(({ key }) => key)
    .filter((key) => reports.some((report) => rulesOf(definitionIn(report, key)).length > 0));
}

export function compareFigures(
  reports: readonly [ComparedReport, ComparedReport],
  pairs: readonly FigurePair[],
  changes: readonly TicketChange[],
  accidents: ReadonlyMap<string, string>,
): ComparedFigure[] {
  const [earlier, later] = reports;
  const byKey = new Map(pairs.map((pair) => [pair.key, pair]));
  const typed = [typedKeys(earlier), typedKeys(later)];
  const factsOf = (pair: FigurePair): DifferenceFacts => ({
    // Of a figure that only one report prints, every ticket would be a change.
    changes: isPaired(pair) ? changes.filter(({ key }) => key === pair.key) : [],
    isDefinedAnew: isDefinedAnew(pair.key, reports),
    rate: rateIn(later, pair.key),
    isTyped: typed.some((keys) => keys.has(pair.key)),
    accidents: accidents.get(pair.key) ?? null,
    withoutCause: withoutCause(reports),
    partOf(key) {
      const part = byKey.get(key);
      return part && { pair: part, facts: factsOf(part) };
    },
  });
  return pairs.map((pair) => {
    const isInBoth = isPaired(pair);
    const facts = factsOf(pair);
    const own = facts.changes;
    const differs = isInBoth && (!isSame(pair) || own.length > 0);
    return {
      key: pair.key,
      name: pair.name,
      unit: pair.unit,
      earlier: pair.earlier && { value: pair.earlier.value, text: pair.earlier.text },
      later: pair.later && { value: pair.later.value, text: pair.later.text },
      difference: differenceOf(pair),
      differs,
      changes: own.map(({ key: _, renames, ...change }) => ({ ...change, label: changeLabel({ ...change, renames }) })),
      sentence: differs || !isInBoth ? explainFigure(pair, facts) : null,
    };
  });
}

/** What differs between the reports as wholes. */
export function comparisonNotes(
  reports: readonly [ComparedReport, ComparedReport],
  pairs: readonly FigurePair[],
): string[] {
  const [earlier, later] = reports;
  const notes: string[] = [];
  if (earlier.template.id !== later.template.id) {
    notes.push(
      fill('template', {
        earlier: earlier.template.name,
        earlierVersion: earlier.template.version,
        later: later.template.name,
        laterVersion: later.template.version,
      }),
    );
  }
  if (earlier.round?.id !== later.round?.id) {
    const name = (report: ComparedReport) => report.round?.name ?? comparisonWords.none[0];
    notes.push(fill('round', { earlier: name(earlier), later: name(later) }));
  }
  const counts = {
    definitions: pairs.filter(({ key }) => isDefinedAnew(key, reports)).length,
    onlyEarlierCount: pairs.filter((pair) => pair.later === null).length,
    onlyLaterCount: pairs.filter((pair) => pair.earlier === null).length,
  };
  for (const word of ['definitions', 'onlyEarlierCount', 'onlyLaterCount'] as const) {
    if (counts[word] > 0) notes.push(fill(word, { count: counts[word] }));
  }
  return notes;
}

const isPaired = ({ earlier, later }: FigurePair) => earlier !== null && later !== null;

function isSame({ earlier, later }: FigurePair): boolean {
  return earlier !== null && later !== null && earlier.value === later.value && earlier.text === later.text;
}

function differenceOf({ earlier, later }: FigurePair): number | null {
  if (earlier?.value == null || later?.value == null) return null;
  return Math.round((later.value - earlier.value) * 10_000) / 10_000;
}

function isDefinedAnew(key: string, [earlier, later]: readonly [ComparedReport, ComparedReport]): boolean {
  const [one, other] = [earlier.definitions[key], later.definitions[key]];
  return one !== undefined && other !== undefined && !isDeepStrictEqual(one, other);
}

function rateIn(report: ComparedReport, key: string): readonly [string, string] | null {
  const definition = definitionIn(report, key);
  return isRate(definition) ? definition.rate : null;
}

/** The build's own parameters by key; they may have been given by Chinese name. */
const typedKeys = ({ parameters }: ComparedReport) =>
  new Set(Object.keys(parameters).map((word) => findFigure(word)?.key ?? word));

function fill(word: keyof typeof comparisonWords, facts: Readonly<Record<string, string | number>>): string {
  return comparisonWords[word][0].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}
