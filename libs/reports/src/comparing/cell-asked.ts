import type { CountRule } from '@xiaohao/domain';
import { countedLists, type CellCounts, type CountedListName } from '../building/counted-lists.js';
import { hazardLevels } from '../figures/figure-definition.js';
import { askedBy, overdueFacets, type Asked, type TicketFacet } from './ticket-conditions.js';

type State = CountRule['state'];

const issues = (state?: State) => askedBy({ scope: 'round', counts: 'tickets', ...(state ? { state } : {}) });

const supervised = (state?: State) =>
  askedBy({
    scope: 'period',
    counts: 'tickets',
    kinds: ['supervision_item'],
    dated: 'at_hand',
    ...(state ? { state } : {}),
  });

const found = (level: keyof typeof hazardLevels, state?: State) =>
  askedBy({
    scope: 'period',
    counts: 'tickets',
    kinds: ['hazard'],
    levels: hazardLevels[level],
    dated: 'raised',
    ...(state ? { state } : {}),
  });

const planned = (...further: TicketFacet[]): Asked => ({
  facets: ['kind', 'level', 'byDay', 'done', ...further],
  kinds: ['hazard'],
  levels: hazardLevels.major,
});

const assured = (what: string): Asked => ({ ...planned('assured'), assured: `assured${what}` });

const hazards: Record<keyof CellCounts<'hazards_by_industry'>, Asked> = {
  general: found('general'),
  generalDone: found('general', 'done'),
  major: found('major'),
  majorDone: found('major', 'done'),
  planned: planned(),
  duty: assured('Duty'),
  measure: assured('Measure'),
  funds: assured('Funds'),
  time: assured('Time'),
  plan: assured('Plan'),
  fundsYuan: planned('funds'),
  sites: {
    facets: ['kind', 'level', 'raised', 'site'],
    kinds: ['hazard'],
    levels: [...hazardLevels.general, ...hazardLevels.major],
  },
};

/** What each cell of a row asks of a ticket, beside that it is in the row. */
const askedByCells: { [List in CountedListName]: Readonly<Record<keyof CellCounts<List>, Asked>> } = {
  overdue_by_unit: { count: { facets: ['byDay', ...overdueFacets] } },
  progress_by_unit: {
    count: issues(),
    done: issues('done'),
    basic: issues('basic'),
    ongoing: issues('ongoing'),
    underWay: issues('under_way'),
    overdue: issues('overdue'),
  },
  supervision_by_unit: {
    count: supervised(),
    done: supervised('done'),
    overdue: supervised('overdue'),
    due: supervised('due'),
    onTime: supervised('on_time'),
  },
  hazards_by_industry: hazards,
  planned_hazards_by_industry: hazards,
};

/** What a row that stands there stands on. */
export const standingFields: Readonly<Record<CountedListName, readonly string[]>> = {
  overdue_by_unit: ['count'],
  progress_by_unit: ['count'],
  supervision_by_unit: ['count'],
  hazards_by_industry: ['general', 'major'],
  planned_hazards_by_industry: ['planned'],
};

/** What a percent divides. */
export const rateFields: Readonly<
  Partial<Record<CountedListName, Readonly<Record<string, readonly [string, string]>>>>
> = {
  progress_by_unit: { rate: ['done', 'count'] },
  supervision_by_unit: { rate: ['done', 'count'], onTimeRate: ['onTime', 'due'] },
  hazards_by_industry: { generalRate: ['generalDone', 'general'], majorRate: ['majorDone', 'major'] },
  planned_hazards_by_industry: { generalRate: ['generalDone', 'general'], majorRate: ['majorDone', 'major'] },
};

export const countedFields = (list: CountedListName): string[] => Object.keys(askedByCells[list]);

/** What a cell asks of a ticket; null where it counts none. `row`: the unit or industry, undefined of the total. */
export function askedByCell(list: CountedListName, field: string, row: string | null | undefined): Asked | null {
  const cells: Readonly<Record<string, Asked>> = askedByCells[list];
  if (!Object.hasOwn(cells, field)) return null;
  const asked = cells[field]!;
  if (row === undefined) return asked;
  const inRow: TicketFacet = countedLists[list].place === 'industry' ? 'industryRow' : 'unitRow';
  return { ...asked, facets: [inRow, ...asked.facets], place: row };
}
