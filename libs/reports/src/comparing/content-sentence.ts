import { changeReasonLabels, comparisonWords, rowReasonLabels } from '@xiaohao/messages';
import type { ContentDifference } from './content-difference.js';
import type { RowReason } from './row-reasons.queries.js';

/** The difference in one sentence, to be pasted. */
export function contentSentence(difference: ContentDifference, found: RowReason | null): string {
  const { change, part, place, row, changes, count } = difference;
  const [{ was, is } = { was: '', is: '' }] = changes;
  const about = found ? aboutTicket(difference, found) : '';
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
function aboutTicket({ change }: ContentDifference, { no, reason }: RowReason): string {
  const words = change === 'changed' ? changedWords(reason) : cameOrWent(reason, change);
  const parts = [no, words].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? '' : fill('named', { names: parts.join('，') });
}

const cameOrWent = (reason: RowReason['reason'], change: ContentDifference['change']) =>
  reason === 'other' ? '' : changeReasonLabels[reason][change === 'added' ? 'more' : 'less'][0];

const changedWords = (reason: RowReason['reason']) =>
  (rowReasonLabels as Partial<Record<string, readonly [string, string]>>)[reason]?.[0] ?? '';

function fill(word: keyof typeof comparisonWords, facts: Readonly<Record<string, string | number>>): string {
  return comparisonWords[word][0].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}
