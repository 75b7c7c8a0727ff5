import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { kindsCoordinatedBy } from '@xiaohao/domain';
import type { Actor } from '@xiaohao/org';
import { visibleTickets } from './visibility.js';

export interface SourceRow {
  id: string;
  kind: string;
  name: string;
  feedbackOn: string | null;
  items: { id: string; no: number; title: string }[];
}

/** Sources of kinds the actor coordinates, or under which the actor sees at least one ticket. */
export function listSources(db: Queryable, actor: Actor): Promise<SourceRow[]> {
  const params = new SqlParameters();
  const kinds = params.add(kindsCoordinatedBy(actor.roles));
  const visible = visibleTickets(actor, params);
  return select<SourceRow>(
    db,
    `select s.id, s.kind, s.name, s.feedback_on as "feedbackOn",
       coalesce((select json_agg(json_build_object('id', i.id, 'no', i.no, 'title', i.title) order by i.no)
         from source_item i where i.source_id = s.id
           and (s.kind = any(${kinds}::text[]) or exists (select 1 from ticket t where t.item_id = i.id and ${visible}))), '[]') as items
     from source s
     where s.kind = any(${kinds}::text[]) or exists (select 1 from ticket t where t.source_id = s.id and ${visible})
     order by s.feedback_on desc nulls last, s.name`,
    params.values,
  );
}

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
