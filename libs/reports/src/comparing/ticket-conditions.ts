import type { CountRule, TicketKind } from '@xiaohao/domain';
import { campaignsNamedSql } from '../figures/campaign-names.js';
import { spellingsOf } from '../figures/figure-conditions.js';
import { knownSql, type Times } from '../figures/known-tickets.js';

/** What one report knew of a ticket: alias of the row, the report's times and the id of its round. */
export interface Side {
  x: 'a' | 'b';
  times: Times;
  round: string;
}

/**
 * What a number may ask of a ticket, each as SQL over what a report knew of it and over `f`, which says what is asked
 * for. A ticket counts while all that is asked holds, so what holds on one side alone is why it counts there only.
 */
export const ticketConditions = {
  round: ({ x, round }) => `${x}.source_id = ${round}`,
  kind: ({ x }) => `(f.kinds is null or ${x}.kind = any(f.kinds))`,
  source: ({ x }) => `${x}.source_id = any(f.sources)`,
  level: ({ x }) => `${x}.level = any(f.levels)`,
  industry: ({ x }) => `${x}.industry = any(f.industries)`,
  unit: ({ x }) => `${x}.lead_unit_id = any(f.units)`,
  campaign: ({ x, times }) => `case when f.campaigns is not null then ${x}.campaign_id = any(f.campaigns)
    when f.campaign = 'any' then ${x}.campaign_id is not null
    else ${x}.campaign_id in (${campaignsNamedSql('f.campaign', times)}) end`,
  /** In the row of a table; of those without a unit or industry `f.place` is null. */
  unitRow: ({ x }) => `${x}.lead_unit_id::text is not distinct from f.place`,
  industryRow: ({ x }) => `nullif(${x}.industry, '') is not distinct from f.place`,
  item: ({ x }) => `${x}.item_id is not null`,
  byDay: ({ x, times }) => `(${x}.raised_on <= ${times.asOf} or ${x}.happened_on <= ${times.asOf})`,
  begun: ({ x, times }) => `(${x}.raised_on <= ${times.until} or ${x}.happened_on <= ${times.until})`,
  raised: ({ x, times }) => `${x}.raised_on between ${times.from} and ${times.until}`,
  occurred: ({ x, times }) => `${x}.occurred_on between ${times.from} and ${times.until}`,
  done: ({ x }) => `${x}.done_on is not null`,
  doneInPeriod: ({ x, times }) => `${x}.done_on between ${times.from} and ${times.until}`,
  notDoneBefore: ({ x, times }) => `(${x}.done_on is null or ${x}.done_on >= ${times.from})`,
  openOrOccurred: ({ x, times }) =>
    `(${x}.done_on is null or ${x}.occurred_on between ${times.from} and ${times.until})`,
  basic: ({ x }) => `${x}.basic`,
  ongoing: ({ x }) => `${x}.ongoing`,
  keptUp: ({ x }) => `${x}.kept_up`,
  paused: ({ x }) => `${x}.paused`,
  assigned: ({ x }) => `(${x}.done_on is not null or not ${x}.unassigned)`,
  submitted: ({ x }) => `${x}.submitted`,
  due: ({ x, times }) => `${x}.due_on <= ${times.asOf}`,
  dueInPeriod: ({ x, times }) => `${x}.due_on between ${times.from} and ${times.until}`,
  pastDue: ({ x, times }) => `${x}.due_on < ${times.asOf}`,
  originalDue: ({ x, times }) => `${x}.original_due_on <= ${times.asOf}`,
  overdueInPeriod: ({ x }) => `${x}.overdue_in_period`,
  inTime: ({ x }) => `${x}.closed_on_time`,
  late: ({ x }) => `${x}.closed_on_time is false`,
  originalInTime: ({ x }) => `${x}.original_on_time`,
  withParts: ({ x, times }) => `exists (select 1 from ticket_history c where c.parent_id = ${x}.id
    and c.kind = f.without and ${knownSql('c', times.knownAt)})`,
  assured: ({ x }) => `${x}.details ->> f.assured = 'true'`,
} as const satisfies Record<string, (side: Side) => string>;

/** Further things that are compared as they are: no condition, but part of what is added up. */
export const ticketAmounts = ['site', 'funds', 'outcome', 'outcomeInPeriod', 'measure'] as const;

export type TicketFacet = keyof typeof ticketConditions | (typeof ticketAmounts)[number];

/** What a number asks of a ticket, as a row of `f`. */
export interface Asked {
  facets: TicketFacet[];
  kinds?: readonly TicketKind[] | null;
  levels?: readonly string[] | null;
  industries?: readonly string[] | null;
  sources?: readonly string[] | null;
  units?: readonly string[] | null;
  campaigns?: readonly string[] | null;
  campaign?: string | null;
  without?: TicketKind | null;
  place?: string | null;
  assured?: string | null;
  redefined?: boolean;
}

/** The columns of such a row. */
export const askedColumns = `facets text[], kinds text[], levels text[], industries text[], sources uuid[], units uuid[],
  campaigns uuid[], campaign text, without text, place text, assured text, redefined boolean`;

/** Somebody had to work on it and did not wait for a reviewer. */
export const liveFacets = ['keptUp', 'paused', 'assigned', 'submitted'] as const satisfies readonly TicketFacet[];
export const overdueFacets = ['done', ...liveFacets, 'pastDue'] as const satisfies readonly TicketFacet[];

const stateFacets: Readonly<Record<NonNullable<CountRule['state']>, readonly TicketFacet[]>> = {
  done: ['done'],
  late: ['done', 'late'],
  submitted: ['done', ...liveFacets],
  basic: ['done', 'basic'],
  ongoing: ['done', 'basic', 'ongoing'],
  due: ['due'],
  on_time: ['done', 'due', 'inTime'],
  original_due: ['originalDue'],
  original_on_time: ['done', 'originalDue', 'originalInTime'],
  under_way: ['done', 'basic', 'ongoing'],
  open: ['done'],
  overdue: overdueFacets,
};

const dateFacets: Readonly<Record<NonNullable<CountRule['dated']>, readonly TicketFacet[]>> = {
  raised: ['raised'],
  occurred: ['occurred'],
  done: ['done', 'doneInPeriod'],
  outcome: ['outcomeInPeriod'],
  at_hand: ['notDoneBefore', 'assigned'],
  due: ['dueInPeriod'],
  overdue: ['overdueInPeriod'],
};

/** Measures have days and a state of their own; of their ticket they ask little. */
const measureFacets: Partial<Record<string, readonly TicketFacet[]>> = {
  open: ['done'],
  overdue: ['done'],
  at_hand: ['notDoneBefore', 'assigned'],
  raised: ['raised'],
};

export function askedBy(rule: CountRule): Asked {
  const when = (holds: unknown, ...facets: TicketFacet[]) => (holds ? facets : []);
  const ofRound = rule.scope === 'round';
  const { counts, state, dated } = rule;
  return {
    facets: [
      ...when(ofRound, 'round'),
      'kind',
      ...when(rule.levels, 'level'),
      ...when(rule.industries, 'industry'),
      ...when(rule.campaign || rule.campaigns, 'campaign'),
      ...when(rule.sources, 'source'),
      ...when(rule.units, 'unit'),
      ...when(counts === 'items', 'item'),
      ...when(ofRound && counts !== 'outcomes', 'byDay'),
      ...when(!ofRound && counts !== 'outcomes', 'begun'),
      ...(counts === 'measures'
        ? [...(measureFacets[state ?? ''] ?? []), ...(measureFacets[dated ?? ''] ?? []), 'measure' as const]
        : [...(dated && !ofRound ? dateFacets[dated] : []), ...(state ? stateFacets[state] : [])]),
      ...when(counts === 'outcomes', 'outcome'),
      ...when(rule.withoutChildrenOf, 'withParts'),
    ],
    kinds: ofRound ? ['inspection_issue'] : (rule.kinds ?? null),
    levels: rule.levels ? spellingsOf(rule.levels) : null,
    industries: rule.industries ?? null,
    sources: rule.sources ?? null,
    units: rule.units ?? null,
    campaigns: rule.campaigns ?? null,
    campaign: rule.campaign ?? null,
    without: rule.withoutChildrenOf ?? null,
  };
}
