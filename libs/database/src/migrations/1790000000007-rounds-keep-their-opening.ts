import type { MigrationInterface, QueryRunner } from 'typeorm';

const mirror = (opened: string, reopened: string) => `
  create or replace function mirror_round() returns trigger language plpgsql security definer set search_path from current as $$
    begin
      if tg_op = 'UPDATE'
        and (new.round, new.assigned_on, new.submitted_on, new.closed_on, new.accepted_on, new.closed_on_time,
             new.due_on, new.original_due_on, new.raised_on)
          is not distinct from
            (old.round, old.assigned_on, old.submitted_on, old.closed_on, old.accepted_on, old.closed_on_time,
             old.due_on, old.original_due_on, old.raised_on)
      then return null; end if;
      insert into ticket_round as kept (ticket_id, round, opened_on, assigned_on, submitted_on, closed_on, accepted_on,
          closed_on_time, due_on, original_due_on)
        values (new.id, new.round, ${opened}, new.assigned_on, new.submitted_on, new.closed_on, new.accepted_on,
          new.closed_on_time, new.due_on, new.original_due_on)
        on conflict (ticket_id, round) do update set opened_on = ${reopened},
          assigned_on = excluded.assigned_on, submitted_on = excluded.submitted_on, closed_on = excluded.closed_on,
          accepted_on = excluded.accepted_on, closed_on_time = excluded.closed_on_time, due_on = excluded.due_on,
          original_due_on = excluded.original_due_on;
      return null;
    end $$;`;

/**
 * A later round keeps the day it was opened on: objecting to it takes its assignment back, assigning it anew moves that,
 * neither moves the opening. And the index by which a report finds the tickets of one source as known then.
 */
export class RoundsKeepTheirOpening1790000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      mirror(
        'case when new.round = 1 then new.raised_on else coalesce(new.assigned_on, new.raised_on) end',
        'case when new.round = 1 then excluded.opened_on else kept.opened_on end',
      ),
    );
    await runner.query(
      'create index ticket_history_kind_source_id_idx on ticket_history (kind, source_id, recorded_to)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ticket_history_kind_source_id_idx');
    await runner.query(
      mirror('case when new.round = 1 then new.raised_on else new.assigned_on end', 'excluded.opened_on'),
    );
  }
}
