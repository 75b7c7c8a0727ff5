import type { ChangeReason } from '@xiaohao/messages';
import type { CountRule } from '@xiaohao/domain';

/** What a figure looks at; a fact it does not look at explains nothing of it. */
export type FigureFacet =
  | CountRule['scope']
  | 'source'
  | 'kind'
  | 'level'
  | 'industry'
  | 'campaign'
  | 'funds'
  | 'item'
  | 'raised'
  | 'occurred'
  | 'done'
  | 'done_date'
  | 'basic'
  | 'ongoing'
  | 'due'
  | 'original_due'
  | 'on_time'
  | 'outcome'
  | 'unit'
  | 'submitted'
  | 'paused'
  | 'assigned'
  | 'overdue'
  | 'measure';

/** Whether somebody had to work on it. */
const inWork = ['ongoing', 'paused', 'assigned'] as const satisfies readonly FigureFacet[];
const overdue = ['done', 'due', 'overdue', 'submitted', ...inWork] as const satisfies readonly FigureFacet[];

const stateFacets: Readonly<Record<NonNullable<CountRule['state']>, readonly FigureFacet[]>> = {
  done: ['done'],
  late: ['done', 'due', 'on_time'],
  submitted: ['done', 'submitted', ...inWork],
  basic: ['done', 'basic'],
  ongoing: ['done', 'ongoing'],
  due: ['due'],
  on_time: ['done', 'due', 'on_time'],
  original_due: ['original_due'],
  original_on_time: ['done', 'original_due', 'on_time'],
  under_way: ['done', 'basic', 'ongoing'],
  open: ['done'],
  overdue,
};

const dateFacets: Readonly<Record<NonNullable<CountRule['dated']>, readonly FigureFacet[]>> = {
  raised: ['raised'],
  occurred: ['occurred'],
  done: ['done', 'done_date'],
  outcome: [],
  at_hand: ['raised', 'done', 'done_date', 'assigned'],
  due: ['due'],
  overdue,
};

export function facetsOf(rules: readonly CountRule[]): FigureFacet[] {
  return [...new Set(rules.flatMap(facetsOfRule))];
}

function facetsOfRule(rule: CountRule): FigureFacet[] {
  const when = (holds: unknown, facet: FigureFacet) => (holds ? [facet] : []);
  return [
    rule.scope,
    ...when(rule.scope === 'round' || rule.kinds, 'kind'),
    ...when(rule.levels, 'level'),
    ...when(rule.industries, 'industry'),
    ...when(rule.campaign || rule.campaigns, 'campaign'),
    ...when(rule.sources, 'source'),
    ...when(rule.units, 'unit'),
    ...when(rule.counts === 'items', 'item'),
    ...when(rule.counts === 'outcomes', 'outcome'),
    ...when(rule.counts === 'measures', 'measure'),
    ...(rule.state ? stateFacets[rule.state] : []),
    ...(rule.dated ? dateFacets[rule.dated] : []),
  ];
}

/** Placeholders and facts the conditions speak of. */
export interface ReasonPlaces {
  /** The days up to which the two reports count. */
  earlierAsOf: string;
  laterAsOf: string;
  /** The day before which the earlier report could have known of something. */
  earlierKnownOn: string;
  samePeriod: boolean;
  sameRound: boolean;
}

/**
 * Reasons in the order they are tried, as SQL over `f` (the figure), `a` (the ticket as the earlier report knew it) and
 * `b` (as the later one did); an absent ticket is a row of nulls.
 */
export function reasonConditions(places: ReasonPlaces): readonly (readonly [ChangeReason, string])[] {
  const { earlierAsOf, laterAsOf, earlierKnownOn, samePeriod, sameRound } = places;
  const of = (facet: FigureFacet) => `'${facet}' = any(f.facets)`;
  const differs = (column: string) => `a.${column} is distinct from b.${column}`;
  const changed = (facet: FigureFacet, column: string) => `${of(facet)} and ${differs(column)}`;
  const isAfter = (column: string) => [`a.${column} > ${earlierAsOf}`, `b.${column} > ${laterAsOf}`] as const;
  const [raisedAfterEarlier, raisedAfterLater] = isAfter('raised_on');
  const [occurredAfterEarlier, occurredAfterLater] = isAfter('occurred');
  const isClosed = `${of('done')} and a.done_on is null and b.done_on is not null`;
  const isOpen = `${of('done')} and a.done_on is not null and b.done_on is null`;
  return [
    ['registered', 'a.id is null'],
    ['unregistered', 'b.id is null'],
    ['restored', `a.status = 'cancelled' and b.status <> 'cancelled'`],
    ['cancelled', `b.status = 'cancelled' and a.status <> 'cancelled'`],
    ['otherRound', sameRound ? 'false' : of('round')],
    ['kindChanged', changed('kind', 'kind')],
    ['sourceChanged', changed('round', 'source_id')],
    ['sourceChanged', changed('source', 'source_id')],
    ['unitChanged', changed('unit', 'lead_unit_id')],
    ['itemChanged', changed('item', 'item_id')],
    ['levelChanged', changed('level', 'level')],
    ['industryChanged', changed('industry', 'industry')],
    ['fundsChanged', changed('funds', 'funds')],
    ['campaignChanged', changed('campaign', 'campaign_id')],
    ['dateChanged', `${changed('round', 'raised_on')} and (${raisedAfterEarlier}) <> (${raisedAfterLater})`],
    ['dateChanged', changed('raised', 'raised_on')],
    ['dateChanged', changed('occurred', 'occurred')],
    ['afterDay', `(${of('round')} or ${of('raised')}) and (${raisedAfterEarlier}) <> (${raisedAfterLater})`],
    ['afterDay', `${of('occurred')} and (${occurredAfterEarlier}) <> (${occurredAfterLater})`],
    ['closedLate', `${isClosed} and b.done_on <= ${earlierAsOf} and b.done_on < ${earlierKnownOn}`],
    ['closed', isClosed],
    ['reopened', `${isOpen} and b.round > a.round`],
    ['undone', isOpen],
    ['dateChanged', changed('done_date', 'done_on')],
    ['completion', changed('basic', 'basic')],
    ['keptUp', changed('ongoing', 'ongoing')],
    ['suspended', `${of('paused')} and b.paused and not a.paused`],
    ['resumed', `${of('paused')} and a.paused and not b.paused`],
    ['objected', `${of('assigned')} and a.status <> 'draft' and b.status = 'draft'`],
    ['assigned', `${of('assigned')} and (a.status = 'draft') <> (b.status = 'draft')`],
    ['dueChanged', changed('due', 'due_on')],
    ['dueChanged', changed('original_due', 'original_due_on')],
    ['dueCame', changed('due', 'due')],
    ['dueCame', changed('original_due', 'original_due')],
    ['submitted', `${of('overdue')} and ${differs('submitted')}`],
    ['overdueCame', `${of('overdue')} and (a.due_on < ${earlierAsOf}) is distinct from (b.due_on < ${laterAsOf})`],
    ['onTimeChanged', of('on_time')],
    ['submitted', changed('submitted', 'submitted')],
    ['otherPeriod', samePeriod ? 'false' : of('period')],
    ['redefined', 'f.redefined'],
    ['measure', of('measure')],
    ['outcome', of('outcome')],
  ];
}
