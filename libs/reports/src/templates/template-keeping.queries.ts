import type { EntityManager } from 'typeorm';
import { execute, select, type Queryable } from '@xiaohao/database';
import { systemActor, type Actor } from '@xiaohao/org';
import { builtInTemplates } from './built-in-templates.js';

export const templateActions = ['add', 'rename', 'archive', 'restore'] as const;
export type TemplateAction = (typeof templateActions)[number];

export interface KeptTemplate {
  id: string;
  code: string;
  name: string;
  version: number;
  fileId: string | null;
  archivedAt: Date | null;
  /** Built with any of its versions. */
  reportCount: number;
  /** What was done to it last; null of a built-in one. */
  changed: { action: TemplateAction; by: string; at: Date } | null;
}

/**
 * The latest version of each, the built-in ones first and the half-year report before all; or of those that are archived,
 * the last archived one first.
 */
export function listTemplates(db: Queryable, archived: boolean): Promise<KeptTemplate[]> {
  return select<KeptTemplate>(
    db,
    `select t.id, t.code, t.name, t.version, t.file_id as "fileId", t.archived_at as "archivedAt",
       (select count(*)::int from report r join report_template o on o.id = r.template_id where o.code = t.code)
         as "reportCount",
       case when t.file_id is not null then coalesce(
         (select jsonb_build_object('action', e.action, 'by', e.actor_name, 'at', e.at) from report_template_event e
          join report_template o on o.id = e.template_id where o.code = t.code order by e.id desc limit 1),
         jsonb_build_object('action', 'add', 'by', coalesce(p.name, $3), 'at', t.created_at)) end as changed
     from (select distinct on (code) * from report_template order by code, version desc) t
     left join person p on p.id = t.created_by
     where (t.archived_at is not null) = $2
     order by t.archived_at desc nulls last, t.file_id is not null, array_position($1::text[], t.code), t.created_at,
       t.code`,
    [builtInTemplates.map(({ code }) => code), archived, systemActor.name],
  );
}

/** One change at a time per name: two uploads would take the same next version. */
export async function lockTemplateName(tx: EntityManager, name: string): Promise<void> {
  await execute(tx, `select pg_advisory_xact_lock(hashtextextended('template ' || $1, 0))`, [name]);
}

/** Tells what was done to a template; the event stands at its first version. */
export async function addTemplateEvent(
  tx: EntityManager,
  actor: Actor,
  code: string,
  action: TemplateAction,
  details: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  await execute(
    tx,
    `insert into report_template_event (template_id, action, details, actor_id, actor_name)
     select id, $2, $3::jsonb, $4, $5 from report_template where code = $1 order by version limit 1`,
    [
      code,
      action,
      JSON.stringify(details),
      actor.personId === systemActor.personId ? null : actor.personId,
      actor.name,
    ],
  );
}

/** All versions of a template at once; does nothing where it is so already. */
export async function setArchived(
  tx: EntityManager,
  actor: Actor,
  { code }: { code: string },
  archived: boolean,
): Promise<void> {
  const changed = await execute(
    tx,
    `update report_template set archived_at = case when $2 then now() end
     where code = $1 and (archived_at is not null) <> $2`,
    [code, archived],
  );
  if (changed > 0) await addTemplateEvent(tx, actor, code, archived ? 'archive' : 'restore');
}
