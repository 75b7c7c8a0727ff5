import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { addDays, defaultYellowDays, kindsCoordinatedBy, type Day } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { doneOnSql } from '../reading/done-on-day.js';
import { lightSql } from '../reading/live.js';
import { visibleTickets } from '../reading/visibility.js';

export interface SourceRow {
  id: string;
  kind: string;
  name: string;
  feedbackOn: string | null;
  /** 文号 of the paper it came with. */
  documentNo: string | null;
  /** Nothing new is registered under it from this day on. */
  closedOn: Day | null;
  items: { id: string; no: number; title: string }[];
}

/** Sources of kinds the actor coordinates, or under which the actor sees at least one ticket. */
export function listSources(db: Queryable, actor: Actor): Promise<SourceRow[]> {
  const params = new SqlParameters();
  const kinds = params.add(kindsCoordinatedBy(actor.roles));
  const visible = visibleTickets(actor, params);
  return select<SourceRow>(
    db,
    `select s.id, s.kind, s.name, s.feedback_on as "feedbackOn", s.details->>'documentNo' as "documentNo",
       s.details->>'closedOn' as "closedOn",
       coalesce((select json_agg(json_build_object('id', i.id, 'no', i.no, 'title', i.title) order by i.no)
         from source_item i where i.source_id = s.id
           and (s.kind = any(${kinds}::text[]) or exists (select 1 from ticket t where t.item_id = i.id and ${visible}))), '[]') as items
     from source s
     where s.kind = any(${kinds}::text[]) or exists (select 1 from ticket t where t.source_id = s.id and ${visible})
     order by s.feedback_on desc nulls last, s.name`,
    params.values,
  );
}

const countedLights = ['green', 'yellow', 'red', 'grey'] as const;

export interface SourceCounts {
  total: number;
  /** Struck off, or accepted and kept up. */
  done: number;
  green: number;
  yellow: number;
  red: number;
  grey: number;
}

export type CountedSource = Omit<SourceRow, 'items'> &
  SourceCounts & { items: (SourceRow['items'][number] & SourceCounts)[] };

/** The same with the tickets the actor may see counted, for each source and each of its items. */
export async function listCountedSources(db: Queryable, actor: Actor, today: Day): Promise<CountedSource[]> {
  const params = new SqlParameters();
  const [now, until] = [params.add(today), params.add(addDays(today, defaultYellowDays))];
  const visible = visibleTickets(actor, params);
  const lights = countedLights.map(
    (light) => `count(*) filter (where ${lightSql(light, now, until)})::int as ${light}`,
  );
  const [sources, counted] = await Promise.all([
    listSources(db, actor),
    select<SourceCounts & { id: string }>(
      db,
      `select coalesce(t.item_id, t.source_id) as id, count(*)::int as total,
         count(*) filter (where ${doneOnSql(`${now}::date`)} is not null)::int as done, ${lights.join(', ')}
       from ticket t where t.source_id is not null and t.status <> 'cancelled' and ${visible}
       group by grouping sets ((t.source_id), (t.source_id, t.item_id))
       having grouping(t.item_id) = 1 or t.item_id is not null`,
      params.values,
    ),
  ]);
  const counts = new Map(counted.map(({ id, ...of }) => [id, of]));
  return sources.map(({ items, ...source }) => ({
    ...source,
    ...(counts.get(source.id) ?? none),
    items: items.map((item) => ({ ...item, ...(counts.get(item.id) ?? none) })),
  }));
}

const none: SourceCounts = { total: 0, done: 0, green: 0, yellow: 0, red: 0, grey: 0 };

/** Types of results offered for a kind, or all of them. */
export function listOutcomeTypes(
  db: Queryable,
  kind: string | null,
): Promise<{ code: string; name: string; unit: string }[]> {
  return select(
    db,
    `select code, name, unit from outcome_type where $1::text is null or kinds = '{}' or $1 = any(kinds) order by sort, code`,
    [kind],
  );
}
