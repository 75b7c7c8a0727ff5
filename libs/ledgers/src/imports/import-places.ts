import type { EntityManager } from 'typeorm';
import type { Day, TicketKind } from '@xiaohao/domain';
import { execute, newId, select } from '@xiaohao/database';

/** A source tickets belong to, and the titles of its items in the order they first appear. */
export interface WantedSource {
  kind: TicketKind;
  source: string;
  feedbackOn: Day | null;
  items: Set<string>;
}

interface Place {
  kind: TicketKind;
  source: string;
  item: string | null;
}

export interface Places {
  of(place: Place): { sourceId: string; itemId: string | null };
}

export const sourceKey = ({ kind, source }: Pick<Place, 'kind' | 'source'>) => `${kind} ${source}`;

/** Finds or creates the sources, which remember who made them, and their items; the sources are locked from then on. */
export async function createPlaces(
  tx: EntityManager,
  importId: string,
  wanted: readonly WantedSource[],
): Promise<Places> {
  const sourceIds = new Map<string, string>();
  const itemIds = new Map<string, ReadonlyMap<string, string>>();
  // By name, so that two imports into several sources never lock them crosswise.
  const sorted = [...wanted].sort((a, b) => (sourceKey(a) < sourceKey(b) ? -1 : 1));
  for (const { kind, source, feedbackOn, items } of sorted) {
    const [row] = await select<{ id: string }>(
      tx,
      `insert into source as s (id, kind, name, feedback_on, details)
       values ($1, $2, $3, $4, jsonb_build_object('importId', $5::uuid))
       on conflict (kind, name) do update set feedback_on = coalesce(s.feedback_on, excluded.feedback_on) returning id`,
      [newId(), kind, source, feedbackOn, importId],
    );
    sourceIds.set(sourceKey({ kind, source }), row!.id);
    itemIds.set(row!.id, await createItems(tx, row!.id, items));
  }
  return {
    of: (place) => {
      const sourceId = sourceIds.get(sourceKey(place))!;
      return { sourceId, itemId: place.item === null ? null : itemIds.get(sourceId)!.get(place.item)! };
    },
  };
}

/** Ids by title; of two items of one title the first is meant. */
async function createItems(
  tx: EntityManager,
  sourceId: string,
  titles: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const present = await select<{ id: string; no: number; title: string }>(
    tx,
    'select id, no, title from source_item where source_id = $1 order by no',
    [sourceId],
  );
  const ids = new Map(present.map(({ id, title }) => [title, id] as const).reverse());
  const last = present.at(-1)?.no ?? 0;
  const items = [...titles]
    .filter((title) => !ids.has(title))
    .map((title, at) => ({ id: newId(), no: last + 1 + at, title }));
  if (items.length === 0) return ids;
  await execute(
    tx,
    `insert into source_item (id, source_id, no, title) select r.id, $1, r.no, r.title
     from jsonb_to_recordset($2::jsonb) as r (id uuid, no int, title text)`,
    [sourceId, JSON.stringify(items)],
  );
  for (const { id, title } of items) ids.set(title, id);
  return ids;
}
