import type { ChangeReason } from '@xiaohao/messages';
import { ticketConditions, type Side, type TicketFacet } from './ticket-conditions.js';

/** What differs between the reports themselves. */
export interface ReasonPlaces {
  /** The day before which the earlier report could have known of something. */
  earlierKnownOn: string;
  samePeriod: boolean;
  sameRound: boolean;
  /** All that any of the numbers asks; nothing else is looked at. */
  asked: ReadonlySet<TicketFacet>;
}

type Condition = keyof typeof ticketConditions;

/**
 * Reasons in the order they are tried, as SQL over `f` (what is asked), `a` (the ticket as the earlier report knew it)
 * and `b` (as the later one did); an absent ticket is a row of nulls. Only what made a condition that is asked hold on
 * one side alone is a reason: a fact that changed besides explains nothing.
 */
export function reasonConditions(
  [a, b]: readonly [Side, Side],
  places: ReasonPlaces,
): { shared: Readonly<Record<string, string>>; reasons: readonly (readonly [ChangeReason, string])[] } {
  const { earlierKnownOn, samePeriod, sameRound, asked } = places;
  const isAsked = (facet: TicketFacet) => (asked.has(facet) ? `'${facet}' = any(f.facets)` : 'false');
  const differs = (column: string) => `a.${column} is distinct from b.${column}`;
  const flips = (...conditions: Condition[]) => {
    const possible = conditions.filter((condition) => asked.has(condition));
    if (possible.length === 0) return 'false';
    return `(${possible.map((condition) => `case when ${isAsked(condition)} then ${flip(condition)} else false end`).join(' or ')})`;
  };
  const flip = (condition: Condition) => {
    const [was, is] = [a, b].map((side) => `coalesce(${ticketConditions[condition](side)}, false)`);
    return `${was} <> ${is}`;
  };
  const otherwise = samePeriod ? 'false' : 'true';
  const raised = 'g.raised';
  const due = 'g.due';
  const done = 'g.done';
  const wasDone = 'a.done_on is not null and b.done_on is null';
  const isDone = 'a.done_on is null and b.done_on is not null';
  const spans = (column: string) => `g.span and ${differs(column)}`;
  const pauses = (was: 'a' | 'b', is: 'a' | 'b') =>
    `(${flips('paused')} or ${spans('paused')}) and ${is}.paused and not ${was}.paused`;
  // Numbers ask for a state or for its absence: what became of the ticket is told by the ticket, not by the number.
  const begins = (column: string) => `b.${column} and a.${column} is not true`;
  const ends = (column: string) => `a.${column} and b.${column} is not true`;
  const keepsUp = `(${flips('ongoing', 'keptUp')} or ${spans('kept_up')})`;
  const completes = flips('basic', 'ongoing');
  const inTime = flips('inTime', 'late');
  const originalInTime = flips('originalInTime');
  const assigned = `(${flips('assigned')} or g.span and a.unassigned <> b.unassigned)`;
  const passesDay = (column: string) => `(a.${column} > ${a.times.asOf}) <> (b.${column} > ${b.times.asOf})`;
  // What several reasons ask is found once.
  const shared = {
    raised: flips('raised', 'begun', 'byDay'),
    done: flips('done', 'doneInPeriod', 'notDoneBefore', 'openOrOccurred', 'overdueInPeriod'),
    due: flips('due', 'dueInPeriod', 'pastDue'),
    span: flips('overdueInPeriod'),
  };
  const reasons: (readonly [ChangeReason, string])[] = [
    ['recordedLate', `a.id is null and b.happened_on <= ${a.times.asOf} and b.happened_on < ${earlierKnownOn}`],
    ['registered', 'a.id is null'],
    ['unregistered', 'b.id is null'],
    ['restored', `a.status = 'cancelled' and b.status <> 'cancelled'`],
    ['cancelled', `b.status = 'cancelled' and a.status <> 'cancelled'`],
    ['otherRound', `${sameRound ? 'false' : flips('round')} and not (${differs('source_id')})`],
    ['sourceChanged', flips('round', 'source')],
    ['kindChanged', flips('kind')],
    ['unitChanged', flips('unit', 'unitRow')],
    ['itemChanged', flips('item')],
    ['levelChanged', flips('level')],
    ['industryChanged', flips('industry', 'industryRow')],
    ['campaignRenamed', `${flips('campaign')} and a.campaign_id = b.campaign_id`],
    ['campaignChanged', flips('campaign')],
    ['dateChanged', `${raised} and (${differs('raised_on')} or ${differs('happened_on')})`],
    ['dateChanged', `${flips('occurred', 'openOrOccurred')} and ${differs('occurred_on')}`],
    ['afterDay', `${raised} and (${passesDay('raised_on')} or ${passesDay('occurred_on')})`],
    ['afterDay', `${flips('occurred', 'openOrOccurred')} and ${passesDay('occurred_on')}`],
    ['otherPeriod', `${otherwise} and (${raised} or ${flips('occurred')})`],
    ['closedLate', `${done} and ${isDone} and b.done_on <= ${a.times.asOf} and b.done_on < ${earlierKnownOn}`],
    ['closed', `${done} and ${isDone}`],
    ['reopened', `${done} and b.round > a.round and ${differs('done_on')}`],
    ['undone', `${done} and ${wasDone}`],
    ['dateChanged', `${done} and ${differs('done_on')}`],
    ['otherPeriod', `${otherwise} and ${flips('doneInPeriod', 'notDoneBefore', 'openOrOccurred')}`],
    ['keptUp', `${keepsUp} and ${begins('kept_up')}`],
    ['keptUpEnded', `${keepsUp} and ${ends('kept_up')}`],
    ['completion', `${completes} and ${begins('basic')}`],
    ['completionEnded', `${completes} and ${ends('basic')}`],
    ['suspended', pauses('a', 'b')],
    ['resumed', pauses('b', 'a')],
    ['afterDay', `${assigned} and b.unassigned and ${b.times.asOf} < ${a.times.asOf}`],
    ['objected', `${assigned} and b.unassigned`],
    ['assigned', assigned],
    ['submitted', `${flips('submitted')} or ${spans('submitted')}`],
    ['dueChanged', `${due} and ${differs('due_on')} or ${spans('due_on')}`],
    ['dueChanged', `${flips('originalDue')} and ${differs('original_due_on')}`],
    ['dueCame', flips('due', 'originalDue')],
    ['overdueCame', flips('pastDue')],
    ['otherPeriod', `${otherwise} and ${flips('dueInPeriod', 'overdueInPeriod')}`],
    ['dueCame', flips('dueInPeriod')],
    ['overdueCame', flips('overdueInPeriod')],
    ['onTime', `${inTime} and b.closed_on_time or ${originalInTime} and b.original_on_time`],
    ['late', `${inTime} and not b.closed_on_time or ${originalInTime} and not b.original_on_time`],
    ['partsRegistered', flips('withParts')],
    ['assuredChanged', flips('assured')],
    ['siteChanged', `${isAsked('site')} and ${differs('site')}`],
    ['fundsChanged', `${isAsked('funds')} and ${differs(`details ->> 'fundsYuan'`)}`],
    ['itemChanged', `${isAsked('item')} and ${differs('item_id')}`],
    ['otherPeriod', `${otherwise} and ${isAsked('outcomeInPeriod')}`],
    ['redefined', 'f.redefined'],
    ['measure', isAsked('measure')],
    ['outcome', isAsked('outcome')],
  ];
  return { shared, reasons };
}
