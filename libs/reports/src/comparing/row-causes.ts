import { reportWords, type ChangeReason, type RowCause } from '@xiaohao/messages';
import type { FigureFacet } from './change-reasons.js';
import type { ContentDifference } from './content-difference.js';

/** What a ticket is that a cell may print. */
export type RowPart = 'unit' | 'due' | 'state' | 'progress';

/** Both reports on the ticket behind a row, the earlier first. */
export interface CellFacts {
  /** Why it differs, looked at for one part alone; `list`: why it came or went. */
  reasons: Partial<Record<RowPart | 'list', ChangeReason>>;
  units: [string | null, string | null];
  days: [string | null, string | null];
  /** Its newest report where the earlier document does not know it. */
  progress: string | null;
}

export const facetsOfParts: Readonly<Record<RowPart, readonly FigureFacet[]>> = {
  unit: ['unit'],
  due: ['due'],
  state: ['done', 'submitted', 'overdue', 'ongoing', 'paused', 'assigned', 'due'],
  progress: [],
};

/** What a column prints, by its heading. */
const columnsOfParts: readonly (readonly [RegExp, RowPart | null])[] = [
  [/状态|办理情况|逾期/, 'state'],
  [/时限|期限/, 'due'],
  [/场所/, null],
  [/单位|科室|部门/, 'unit'],
  [/进展|进度/, 'progress'],
];

/** What a row of running text says otherwise is told by what the ticket was and is. */
const saysOtherwise: Readonly<Record<RowPart, (was: string, is: string, facts: CellFacts) => boolean>> = {
  unit: (was, is, { units: [before, after] }) =>
    before !== after && was.includes(named(before)) && is.includes(named(after)),
  due: (was, is, { days: [before, after] }) => before !== after && (namesDay(was, before) || namesDay(is, after)),
  state: (was, is) => stateWords.some((word) => was.includes(word) !== is.includes(word)),
  progress: (_, is, { progress }) => {
    const said = withoutStop(is);
    return progress !== null && said !== '' && (progress.includes(said) || said.includes(withoutStop(progress)));
  },
};

const named = (unit: string | null) => unit ?? reportWords.noUnit[0];
const withoutStop = (text: string) => text.trim().replace(/[。；：，]+$/, '');

function namesDay(text: string, day: string | null): boolean {
  const [, month, date] = (day ?? '').split('-').map(Number);
  return date !== undefined && new RegExp(`(^|\\D)${month}[月.]${date}(\\D|$)`).test(text);
}

const stateWords: readonly string[] = (
  [
    'stateDraft',
    'stateDone',
    'stateOverdue',
    'stateSubmitted',
    'stateOngoing',
    'stateSuspended',
    'stateUnderWay',
  ] as const
).map((word) => reportWords[word][0]);

/** Why cells of one row differ, each told by a cause of its own kind. */
export function causesOfCells(changes: ContentDifference['changes'], facts: CellFacts): RowCause[] {
  const parts = changes.flatMap((change) => partsOf(change, facts));
  const causes = [...new Set(parts)].map((part) => causeOf(part, facts)).filter((cause) => cause !== null);
  return [...new Set(causes)];
}

function partsOf({ column, was, is }: ContentDifference['changes'][number], facts: CellFacts): RowPart[] {
  if (column === null) {
    return (Object.keys(saysOtherwise) as RowPart[]).filter((part) => saysOtherwise[part](was, is, facts));
  }
  const part = columnsOfParts.find(([form]) => form.test(column))?.[1];
  return part ? [part] : [];
}

function causeOf(part: RowPart, { reasons, units, progress }: CellFacts): RowCause | null {
  const reason = reasons[part];
  if (part === 'progress') return progress === null ? null : 'progressed';
  if (part === 'unit' && reason !== 'unitChanged') return units[0] === units[1] ? null : 'unitRenamed';
  return reason === undefined || reason === 'other' ? null : reason;
}
