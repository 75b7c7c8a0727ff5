import type { Times } from './known-tickets.js';

/**
 * Campaigns whose name holds the word, or held it once: a rename takes no ticket from a figure. Those it had up to the
 * instant, of all the names it has had by now where the tables themselves are read.
 */
export const campaignsNamedSql = (word: string, times: Pick<Times, 'present' | 'knownAt'>): string =>
  `select c.id from campaign_history c
    where position(${word} in c.name) > 0${times.present ? '' : ` and c.recorded_from <= ${times.knownAt}`}`;
