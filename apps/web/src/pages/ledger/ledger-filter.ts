import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { TicketQuery } from '../../api/tickets.js';

/** Filters that take several values, comma-joined in the address. */
export const listFields = [
  'kind',
  'status',
  'level',
  'leadUnitId',
  'sourceId',
  'itemId',
  'campaignId',
  'industry',
  'town',
  'parentId',
  'handlerId',
  'importId',
  'light',
] as const;
/** Filters with one value. */
export const singleFields = ['q', 'dueFrom', 'dueTo', 'waiting', 'overdue', 'sort'] as const;

export type ListField = (typeof listFields)[number];
export type SingleField = (typeof singleFields)[number];
export type FilterChange = Partial<Record<ListField, readonly string[]> & Record<SingleField, string | null>>;

/** What an address without any word means: work that is still going on. */
export const openStatuses = [
  'draft',
  'assigned',
  'in_progress',
  'dept_review',
  'pending_review',
  'pending_acceptance',
  'suspended',
] as const;

/** Stands in the address where every status is wanted, since an empty address means open work. */
const anyStatus = 'any';

/** The question to the server that an address stands for. */
export function readFilter(params: URLSearchParams): TicketQuery {
  const query: Record<string, unknown> = {};
  for (const field of listFields) {
    const values = (params.get(field) ?? '').split(',').filter((value) => value !== '' && value !== anyStatus);
    if (values.length > 0) query[field] = values;
  }
  for (const field of singleFields) {
    const value = params.get(field);
    if (value) query[field] = field === 'overdue' ? value === 'true' : value;
  }
  if (isBare(params)) query['status'] = [...openStatuses];
  return query as TicketQuery;
}

/** The address after a change; emptied filters leave it. */
export function writeFilter(params: URLSearchParams, change: FilterChange): URLSearchParams {
  const next = new URLSearchParams(params);
  if (isBare(params) && change.status === undefined) next.set('status', openStatuses.join(','));
  for (const [field, value] of Object.entries(change)) {
    const text = Array.isArray(value) ? value.join(',') : value;
    if (text) next.set(field, text as string);
    else next.delete(field);
  }
  if (isBare(next)) next.set('status', anyStatus);
  return next;
}

/** True while no filter at all is named. */
function isBare(params: URLSearchParams): boolean {
  return ![...listFields, ...singleFields].some((field) => field !== 'sort' && params.get(field));
}

export function useLedgerFilter() {
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const query = useMemo(() => readFilter(new URLSearchParams(address)), [address]);
  return {
    query,
    params,
    /** Changes some filters; the others stay. */
    change: (change: FilterChange) => setParams((present) => writeFilter(present, change)),
    /** Keeps only these filters: a view. */
    replace: (change: FilterChange) => setParams(writeFilter(new URLSearchParams({ status: anyStatus }), change)),
  };
}
