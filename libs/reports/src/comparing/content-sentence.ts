import { comparisonWords } from '@xiaohao/messages';
import type { ToldCauses } from './content-causes.js';
import type { ContentChange, ContentDifference } from './content-difference.js';
import { fillWords } from './fill-words.js';

const untold: ToldCauses = { no: null, cause: '', ofChanges: [], reason: null };

/** The difference in one sentence, to be pasted. */
export function contentSentence(difference: ContentDifference, told: ToldCauses = untold): string {
  const { change, part, place, row, changes, count } = difference;
  const [{ was, is } = { was: '', is: '' }] = changes;
  const shared = sharedCause(told);
  const about = bracketed(row === null ? [told.cause] : [told.no ?? '', told.cause, shared ?? '']);
  const where = comparisonWords[part === 'list' ? 'inList' : 'inTable'][0];
  const why = told.cause === '' ? '' : fillWords('why', { cause: told.cause });
  const facts = { place: quoted(place), was: quoted(was), is: quoted(is), count, row: nameOf(row), about, where, why };
  if (part === 'word') return fillWords('wordChanged', facts);
  if (part === 'column') return fillWords(columnWords[change], facts);
  if (change === 'order') return fillWords('rowsMoved', facts);
  if (change === 'numbers') return fillWords('rowsRenumbered', facts);
  if (part === 'text') return fillWords(textWords[change], facts);
  if (row === null) return fillWords(change === 'added' ? 'tableAdded' : 'tableGone', facts);
  if (change !== 'changed') {
    const contents = changes.map(contentWords).join('，');
    const said = contents === '' ? '' : fillWords('contents', { contents });
    return fillWords(change === 'added' ? 'rowAdded' : 'rowGone', { ...facts, contents: said });
  }
  const words = shared === null ? byCause(changes, told.ofChanges) : changes.map(changeWords).join('，');
  return fillWords('rowChanged', { ...facts, changes: words });
}

type Change = ContentDifference['change'];

const columnWords = {
  added: 'columnAdded',
  gone: 'columnGone',
  changed: 'columnChanged',
  order: 'columnsMoved',
  numbers: 'columnsMoved',
} as const satisfies Record<Change, keyof typeof comparisonWords>;

const textWords = {
  added: 'textAdded',
  gone: 'textGone',
  changed: 'textChanged',
  order: 'textChanged',
  numbers: 'textChanged',
} as const satisfies Record<Change, keyof typeof comparisonWords>;

const bracketed = (parts: readonly string[]) => {
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? '' : fillWords('named', { names: said.join('，') });
};

/** One cause of all that changed, which is said once beside the name of the row; null where each has its own. */
function sharedCause({ ofChanges }: ToldCauses): string | null {
  const causes = [...new Set(ofChanges.filter((cause) => cause !== ''))];
  if (causes.length === 0) return '';
  return causes.length === 1 && ofChanges.every((cause) => cause !== '') ? causes[0]! : null;
}

/** Changes of one cause together, the cause behind them. */
function byCause(changes: readonly ContentChange[], causes: readonly string[]): string {
  const groups = new Map<string, ContentChange[]>();
  changes.forEach((change, at) => groups.set(causes[at]!, [...(groups.get(causes[at]!) ?? []), change]));
  return [...groups].map(([cause, group]) => group.map(changeWords).join('、') + bracketed([cause])).join('；');
}

function nameOf(row: ContentDifference['row']): string {
  if (!row) return '';
  const { label, formerLabel } = row;
  return quoted(formerLabel ? fillWords('renamed', { was: formerLabel, is: label }) : label);
}

/** Equal quotes do not nest. */
const quoted = (text: string) => text.replaceAll('“', '‘').replaceAll('”', '’');

function contentWords({ column, was, is }: ContentChange): string {
  const text = quoted(was || is);
  return column === null
    ? fillWords('contentText', { text })
    : fillWords('contentCell', { column: quoted(column), text });
}

function changeWords({ column, was, is }: ContentChange): string {
  const blank = comparisonWords.blank[0];
  const facts = { column: quoted(column ?? ''), was: quoted(was || blank), is: quoted(is || blank) };
  if (column !== null) return fillWords('cellChanged', facts);
  if (was === '') return fillWords('clauseAdded', facts);
  return fillWords(is === '' ? 'clauseGone' : 'clauseChanged', facts);
}
