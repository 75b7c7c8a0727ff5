import { trimEndOf } from '@xiaohao/domain';
import { reportWords, type ChangeReason, type RowCause } from '@xiaohao/messages';
import { listedTickets } from '../building/list-blocks.queries.js';
import type { ContentChange } from './content-difference.js';
import { overdueFacets, type Asked, type TicketFacet } from './ticket-conditions.js';

type Both<Value> = readonly [was: Value, is: Value];

/** What both reports knew of the ticket behind a row, the earlier first. */
export interface TicketFacts {
  /** Null where the reader may not see the ticket. */
  no: string | null;
  /** Why it came to the list or left it; why its state or being done differs. */
  reasons: Partial<Record<'list' | 'state' | 'done', ChangeReason>>;
  unitIds: Both<string | null>;
  units: Both<string | null>;
  days: Both<string | null>;
  titles: Both<string | null>;
  sites: Both<string | null>;
  confidential: Both<boolean | null>;
  /** Of its newest report. */
  texts: Both<string | null>;
  percents: Both<number | null>;
  /** The newest report is one the earlier document did not know. */
  progressed: boolean;
}

/** A state is told by the first of these that moved; what is not asked after an earlier one is no part of it. */
export const askedByState: Readonly<Record<'state' | 'done', Asked>> = {
  state: { facets: ['done', 'keptUp', 'paused', 'assigned', 'submitted', 'pastDue'] },
  done: { facets: ['done'] },
};

/** What puts a ticket on a list or takes it off. */
const facetsOfList: Readonly<Record<string, readonly TicketFacet[]>> = {
  inspection_issues_open: ['done', 'ongoing'],
  key_tasks: ['done', 'assigned'],
  env_issues: ['notDoneBefore', 'assigned'],
  key_task_rows: ['notDoneBefore', 'assigned'],
  overdue_inspection_issues: overdueFacets,
  overdue_supervision_items: overdueFacets,
  major_hazards_open: ['done'],
  accidents: ['openOrOccurred'],
  accidents_above_general: ['occurred'],
};

export function askedByList(list: string): Asked {
  const { kind, ofRound, levels } = listedTickets(list);
  const narrowed: TicketFacet[] = ['kind', 'byDay', ...(ofRound ? ['round' as const] : [])];
  return {
    facets: [...narrowed, ...(levels ? ['level' as const] : []), ...(facetsOfList[list] ?? [])],
    kinds: [kind],
    levels: levels ?? null,
  };
}

type CauseOf = (facts: TicketFacts) => RowCause | null;

const differ = <Value>([was, is]: Both<Value>) => was !== is;
const known = (reason: ChangeReason | undefined): RowCause | null => (reason && reason !== 'other' ? reason : null);
const hidden: CauseOf = ({ confidential }) => (differ(confidential) ? 'confidentialChanged' : null);
const due: CauseOf = ({ days }) => (differ(days) ? 'dueChanged' : null);

const progress: CauseOf = (facts) => {
  if (facts.progressed) return 'progressed';
  return differ(facts.texts) || differ(facts.percents) ? 'progressCorrected' : null;
};

/** Why a field of a ticket's row prints something else. */
const causeOfField: Readonly<Record<string, CauseOf>> = {
  title: (facts) => hidden(facts) ?? (differ(facts.titles) ? 'retitled' : null),
  latestProgress: (facts) => hidden(facts) ?? progress(facts),
  leadUnit: ({ unitIds, units }) => (differ(unitIds) ? 'unitChanged' : differ(units) ? 'unitRenamed' : null),
  dueOn: due,
  dueDay: due,
  percent: (facts) => known(facts.reasons.done) ?? progress(facts),
  state: ({ reasons }) => known(reasons.state),
  overdueDays: (facts) => due(facts) ?? known(facts.reasons.state) ?? 'otherDay',
  site: (facts) => hidden(facts) ?? (differ(facts.sites) ? 'siteChanged' : null),
};

/** What a row of running text says otherwise is told by what the ticket was and is. */
const saysOtherwise: Readonly<Record<string, (was: string, is: string, facts: TicketFacts) => boolean>> = {
  title: (was, is, { titles: [before, after] }) => shares(was, before) || shares(is, after),
  leadUnit: (was, is, { units: [before, after] }) => was.includes(named(before)) && is.includes(named(after)),
  dueOn: (was, is, { days: [before, after] }) => namesDay(was, before) || namesDay(is, after),
  state: (was, is) => stateWords.some((word) => was.includes(word) !== is.includes(word)),
  latestProgress: (was, is, { texts: [before, after] }) => shares(was, before) || shares(is, after),
};

const named = (unit: string | null) => unit ?? reportWords.noUnit[0];
const withoutStop = (text: string) => trimEndOf(/[。；：，]/, text.trim());

/** A clause holds the text or is part of it. */
function shares(clause: string, text: string | null): boolean {
  const [said, whole] = [withoutStop(clause), withoutStop(text ?? '')];
  return said !== '' && whole !== '' && (whole.includes(said) || said.includes(whole));
}

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

/** Why a cell or clause of a ticket's row differs, each by a cause of what it prints. */
export function causesOfChange({ column, was, is, fields = [] }: ContentChange, facts: TicketFacts): RowCause[] {
  const printed =
    column === null ? Object.keys(saysOtherwise).filter((field) => saysOtherwise[field]!(was, is, facts)) : fields;
  const causes = printed.map((field) => causeOfField[field]?.(facts) ?? null);
  return [...new Set(causes.filter((cause) => cause !== null))];
}
