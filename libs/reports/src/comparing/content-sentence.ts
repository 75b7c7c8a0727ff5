import {
  changeReasonLabels,
  comparisonWords,
  reportWords,
  rowReasonLabels,
  type ChangeReason,
  type RowCause,
} from '@xiaohao/messages';
import type { ContentDifference } from './content-difference.js';
import type { GroupedReason } from './grouped-reasons.queries.js';
import type { RowReason } from './row-reasons.queries.js';

/** The difference in one sentence, to be pasted. */
export function contentSentence(
  difference: ContentDifference,
  found: RowReason | null,
  behind: readonly GroupedReason[] = [],
): string {
  const { change, part, place, row, changes, count } = difference;
  const [{ was, is } = { was: '', is: '' }] = changes;
  const about = found ? aboutTicket(difference, found) : aboutTickets(behind);
  const where = comparisonWords[wherePart(part)][0];
  const facts = { place: quoted(place), was: quoted(was), is: quoted(is), count, row: nameOf(row), about, where };
  if (part === 'word') return fill('wordChanged', facts);
  if (part === 'column')
    return fill(
      ({ added: 'columnAdded', gone: 'columnGone', changed: 'columnChanged' } as const)[change as 'added'] ??
        'columnsMoved',
      facts,
    );
  if (change === 'order') return fill('rowsMoved', facts);
  if (change === 'numbers') return fill('rowsRenumbered', facts);
  if (part === 'text')
    return fill(({ added: 'textAdded', gone: 'textGone' } as const)[change as 'added'] ?? 'textChanged', facts);
  if (row === null) return fill(change === 'added' ? 'tableAdded' : 'tableGone', facts);
  if (change !== 'changed') {
    const contents = changes.map(contentWords).join('，');
    const said = contents === '' ? '' : fill('contents', { contents });
    return fill(change === 'added' ? 'rowAdded' : 'rowGone', { ...facts, contents: said });
  }
  return fill('rowChanged', { ...facts, changes: changes.map(changeWords).join('，') });
}

const wherePart = (part: ContentDifference['part']) => (part === 'list' ? 'inList' : 'inTable');

function nameOf(row: ContentDifference['row']): string {
  if (!row) return '';
  const { label, formerLabel } = row;
  return quoted(formerLabel ? fill('renamed', { was: formerLabel, is: label }) : label);
}

/** Equal quotes do not nest. */
const quoted = (text: string) => text.replaceAll('“', '‘').replaceAll('”', '’');

function contentWords({ column, was, is }: ContentDifference['changes'][number]): string {
  const text = quoted(was || is);
  return column === null ? fill('contentText', { text }) : fill('contentCell', { column: quoted(column), text });
}

function changeWords({ column, was, is }: ContentDifference['changes'][number]): string {
  const blank = comparisonWords.blank[0];
  const facts = { column: quoted(column ?? ''), was: quoted(was || blank), is: quoted(is || blank) };
  if (column !== null) return fill('cellChanged', facts);
  if (was === '') return fill('clauseAdded', facts);
  return fill(is === '' ? 'clauseGone' : 'clauseChanged', facts);
}

/** Number and what became of it, as far as the reader may see and there is something to say. */
function aboutTicket({ change }: ContentDifference, { no, reasons }: RowReason): string {
  const words = reasons.map((reason) => (change === 'changed' ? changedWords(reason) : cameOrWent(reason, change)));
  const parts = [no, words.filter((word) => word !== '').join('、')].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? '' : fill('named', { names: parts.join('，') });
}

/** A sentence names so many tickets of each reason. */
const namedNumbers = 5;

function aboutTickets(behind: readonly GroupedReason[]): string {
  const told = behind.map(({ reason, effect, count, tickets }) => {
    const isMoved = reason === 'unitChanged';
    const label = isMoved ? rowReasonLabels.unitChanged[0] : changeReasonLabels[reason][effect][0];
    const names = tickets.slice(0, namedNumbers).map(({ no, was, is }) => (isMoved ? movedWords(no, was, is) : no));
    const nos = names.join('、');
    const named = tickets.length > names.length ? fill('more', { nos }) : nos;
    const hidden = count - tickets.length;
    const notSeen = hidden === count ? fill('hiddenAll', {}) : hidden > 0 ? fill('hidden', { count: hidden }) : '';
    const parts = [named, notSeen].filter((part) => part !== '');
    return fill('tickets', { reason: label, count }) + fill('inner', { names: parts.join('，') });
  });
  return told.length === 0 ? '' : fill('named', { names: told.join('；') });
}

function movedWords(no: string, was: string | null, is: string | null): string {
  const noUnit = reportWords.noUnit[0];
  return fill('moved', { no, was: was ?? noUnit, is: is ?? noUnit });
}

const cameOrWent = (reason: RowCause, change: ContentDifference['change']) =>
  (changeReasonLabels as Partial<Record<string, EffectLabels>>)[reason]?.[change === 'added' ? 'more' : 'less'][0] ??
  '';

type EffectLabels = (typeof changeReasonLabels)[ChangeReason];

const changedWords = (reason: RowCause) =>
  (rowReasonLabels as Partial<Record<string, readonly [string, string]>>)[reason]?.[0] ?? '';

function fill(word: keyof typeof comparisonWords, facts: Readonly<Record<string, string | number>>): string {
  return comparisonWords[word][0].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}
