import { addDays, type Day } from '@xiaohao/domain';
import type { DashboardPart, DashboardQuestion } from '../../api/dashboard.js';

type Part = Omit<DashboardPart, keyof DashboardQuestion>;

const listFields = ['kind', 'sourceId', 'campaignId'] as const;
const textFields = ['state', 'light', 'unitId', 'raisedIn', 'closedIn', 'industry', 'town'] as const;
const numberFields = ['lateFrom', 'lateTo'] as const;

/** The question an address stands for. */
export function readQuestion(params: URLSearchParams): DashboardQuestion {
  const question: Record<string, unknown> = {};
  for (const field of listFields) {
    const values = (params.get(field) ?? '').split(',').filter(Boolean);
    if (values.length > 0) question[field] = values;
  }
  for (const field of ['asOf', 'knownAt']) {
    const value = params.get(field);
    if (value) question[field] = value;
  }
  return question as DashboardQuestion;
}

/** The part of the dashboard that is open beside it, written as one word of the address. */
export function writePart(part: Part): string {
  return new URLSearchParams(Object.entries(part).map(([key, value]) => [key, String(value)])).toString();
}

export function readPart(text: string | null): Part | null {
  if (!text) return null;
  const params = new URLSearchParams(text);
  const part: Record<string, unknown> = {};
  for (const field of textFields) if (params.get(field)) part[field] = params.get(field);
  for (const field of numberFields) if (params.get(field)) part[field] = Number(params.get(field));
  return part as Part;
}

/** The end of that day in Shanghai, where clocks have known no summer time since 1991. */
export const endOfDay = (day: Day) => `${day}T23:59:59.999+08:00`;

/**
 * Where a number leads: to the ledger where its filters say the same, which they do for today's lights; else to the
 * tickets listed beside the dashboard.
 */
export function addressOf(part: Part, params: URLSearchParams, today: Day): string {
  const question = readQuestion(params);
  const ofToday = (question.asOf ?? today) === today && !question.knownAt && !question.campaignId;
  const ledger = ofToday ? ledgerFilter(part, today) : null;
  if (ledger) {
    for (const field of ['kind', 'sourceId'] as const) {
      if (question[field]) ledger.set(field, question[field].join(','));
    }
    return `/tickets?${ledger}`;
  }
  const next = new URLSearchParams(params);
  next.set('part', writePart(part));
  return `/dashboard?${next}`;
}

function ledgerFilter({ light, unitId, lateFrom, lateTo, ...other }: Part, today: Day): URLSearchParams | null {
  if (!light || light === 'none' || unitId === 'none' || Object.keys(other).length > 0) return null;
  const filter = new URLSearchParams(light === 'red' ? { overdue: 'true' } : { light });
  if (unitId) filter.set('leadUnitId', unitId);
  if (lateTo !== undefined) filter.set('dueFrom', addDays(today, -lateTo));
  if (lateFrom !== undefined) filter.set('dueTo', addDays(today, -lateFrom));
  return filter;
}
