import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { formatFigure, plainOptions, type FigureGap } from '@xiaohao/documents';
import { isRate, percentOf, type FigureDefinition } from '@xiaohao/domain';
import { listBureauValues } from '@xiaohao/indicators';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from '@xiaohao/tickets';
import { countingStatements } from '../figure-evaluation.js';
import { figureValue } from '../figure-values.js';
import type { Situation } from '../known-tickets.js';
import { ticketColumns, type FigureTicket } from '../../report.queries.js';
import { findUnkept } from '../unkept-figures.queries.js';
import { rulesOf, type FigureBook } from './figure-book.js';

/** A figure as a report of that period would print it, and the tickets behind it. */
export interface FigurePreview {
  value: number | null;
  text: string;
  /** Why there is no value: no round, nothing filed, or nothing to divide by. */
  gap: FigureGap | null;
  ticketCount: number;
  /** Of a rate. */
  parts: { part: number | null; whole: number | null } | null;
  items: FigureTicket[];
  /** Tickets behind it that the reader may not see. */
  hiddenCount: number;
  nextCursor: string | null;
}

/** The figure that is tried out; no key of anything may be it. */
const tried = '';

/**
 * Counts a definition without storing anything. A report's totals are the bureau's, so is the value; tickets are those the
 * reader may see. What a rate divides is valued as a report values it, filings included; it opens the tickets of its
 * whole, or of its part where departments file the whole.
 */
export async function previewFigure(
  db: Queryable,
  definition: FigureDefinition,
  figures: FigureBook,
  situation: Situation,
  reader: Actor,
  page: { limit: number; after: string | null },
): Promise<FigurePreview> {
  const rate = isRate(definition) ? definition.rate : null;
  const rules = rate
    ? rate.flatMap((key) => figures.rules(key).map((rule) => ({ key, rule })))
    : rulesOf(definition).map((rule) => ({ key: tried, rule }));
  const opened = rate ? ([...rate].reverse().find((key) => figures.rules(key).length > 0) ?? tried) : tried;
  const { values, page: tickets } = await countWithTickets(db, rules, opened, situation, reader, page);
  const parts = rate && (await partsOf(db, rate, figures, values, situation));
  const value = parts ? rateOf(parts) : (values[tried] ?? null);
  const gap = value !== null ? null : parts?.whole === 0 && parts.part !== null ? 'noDenominator' : 'missing';
  const options = rate ? { ...plainOptions, decimals: 1 } : plainOptions;
  return { ...tickets, value, gap, parts, text: formatFigure(value, options, gap ?? undefined) };
}

async function partsOf(
  db: Queryable,
  rate: readonly [string, string],
  figures: FigureBook,
  values: Readonly<Record<string, number>>,
  { period, knownAt }: Situation,
): Promise<{ part: number | null; whole: number | null }> {
  const findings = {
    ...nothingTyped,
    figures,
    counted: new Map(Object.entries(values).map(([key, value]) => [key, { value }])),
    filed: (await listBureauValues(db, period, knownAt)).values,
    unkept: await findUnkept(db, rate, knownAt, figures),
  };
  const [part, whole] = rate.map((key) => figureValue(key, findings).value);
  return { part: part!, whole: whole! };
}

/** No report is built: there is nothing of its own, and the value alone is asked for. */
const nothingTyped = { waiting: new Map(), parameters: new Map(), typed: new Map(), indicators: [] };

function rateOf({ part, whole }: { part: number | null; whole: number | null }): number | null {
  return part === null || whole === null ? null : percentOf(part, whole);
}

type Rules = Parameters<typeof countingStatements>[0];
type TicketPage = Pick<FigurePreview, 'ticketCount' | 'items' | 'hiddenCount' | 'nextCursor'>;

interface Row extends Omit<FigureTicket, 'id'> {
  id: string | null;
  values: Record<string, number>;
  ticketCount: number;
  seenCount: number;
}

/** Value by key, and one page of the tickets of the figure that is opened, in one statement. */
export async function countWithTickets(
  db: Queryable,
  rules: Rules,
  opened: string,
  situation: Situation,
  reader: Actor,
  { limit, after }: { limit: number; after: string | null },
): Promise<{ values: Record<string, number>; page: TicketPage }> {
  const nothing = { values: {}, page: { ticketCount: 0, items: [], hiddenCount: 0, nextCursor: null } };
  const params = new SqlParameters();
  const statements = countingStatements(rules, situation, params);
  if (statements.length === 0) return nothing;
  const rows = await select<Row>(
    db,
    `with counted as materialized (${statements.map(({ sql }) => sql).join(' union all ')}),
     ids as materialized (select distinct unnest(ids) as id from counted where key = ${params.add(opened)}),
     visible as materialized (select t.id, t.no from ticket t join ids using (id) where ${visibleTickets(reader, params)})
     select v.values, (select count(*)::int from ids) as "ticketCount", (select count(*)::int from visible) as "seenCount",
       ${ticketColumns}
     from (select json_object_agg(key, value) as values
       from (select key, sum(value)::float8 as value from counted group by key) s) v
     left join (select id from visible where ${params.add(after)}::text is null or no > ${params.add(after)} order by no
       limit ${params.add(limit + 1)}) p on true
     left join ticket t on t.id = p.id left join unit u on u.id = t.lead_unit_id
     order by t.no`,
    params.values,
  );
  const [first] = rows;
  const found = rows.filter((row): row is Row & { id: string } => row.id !== null);
  const items = found.slice(0, limit).map(({ values: _, ticketCount: __, seenCount: ___, ...ticket }) => ticket);
  return {
    values: first!.values ?? {},
    page: {
      ticketCount: first!.ticketCount,
      items,
      hiddenCount: first!.ticketCount - first!.seenCount,
      nextCursor: found.length > limit ? items.at(-1)!.no : null,
    },
  };
}
