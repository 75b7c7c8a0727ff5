import type { MigrationInterface, QueryRunner } from 'typeorm';
import { followColumns } from '../temporal-history.js';

const ticketColumns = `
  add column review_months integer check (review_months between 1 and 12),
  add column cancel_requested_by uuid,
  add column cancel_requested_on date,
  add column cancel_reason text`;

/** What governs a ticket: cancelling, objections, relations, leaders' instructions, checks of sister units. */
export class Governance1790000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ticket ${ticketColumns};
      alter table ticket_history ${ticketColumns};
      alter table ticket add foreign key (cancel_requested_by) references person;
      create index ticket_cancel_requested_by_idx on ticket (lead_unit_id) where cancel_requested_by is not null;
      create index ticket_review_on_idx on ticket (review_on) where status in ('ongoing','suspended');
    `);
    await followColumns(runner, 'ticket');
    await runner.query(`
      create table objection (
        id uuid primary key,
        ticket_id uuid not null references ticket,
        round integer not null,
        reason_code text not null,
        reason text not null,
        unit_id uuid not null references unit,
        by_id uuid not null references person,
        objected_on date not null,
        created_at timestamptz(3) not null default now()
      );
      create index objection_ticket_id_idx on objection (ticket_id);
      create index objection_objected_on_idx on objection (objected_on);

      create table ticket_relation (
        id uuid primary key,
        from_id uuid not null references ticket,
        to_id uuid not null references ticket,
        type text not null check (type in ('related','recurrence_of','spread_of','duplicate_of')),
        note text,
        created_by uuid not null references person,
        created_at timestamptz(3) not null default now(),
        check (from_id <> to_id)
      );
      create unique index ticket_relation_once_key on ticket_relation (least(from_id, to_id), greatest(from_id, to_id), type);
      create index ticket_relation_from_id_idx on ticket_relation (from_id);
      create index ticket_relation_to_id_idx on ticket_relation (to_id);
      comment on table ticket_relation is 'Read from the first to the second; between two tickets each type stands once, in one direction';

      create table instruction (
        id uuid primary key,
        ticket_id uuid not null references ticket,
        text text not null,
        addressee text not null check (addressee in ('handler','head','coordinator')),
        due_on date not null,
        given_by uuid not null references person,
        given_on date not null,
        acknowledged_by uuid references person,
        acknowledged_on date,
        answer text,
        answered_by uuid references person,
        answered_on date,
        version integer not null default 1,
        created_at timestamptz(3) not null default now()
      );
      create index instruction_ticket_id_idx on instruction (ticket_id);
      create index instruction_open_idx on instruction (due_on) where answered_on is null;

      create table spread (
        id uuid primary key,
        no text not null,
        ticket_id uuid not null references ticket,
        question text not null,
        due_on date not null,
        created_by uuid not null references person,
        created_on date not null,
        created_at timestamptz(3) not null default now()
      );
      create unique index spread_no_key on spread (no);
      create index spread_ticket_id_idx on spread (ticket_id);
      create table spread_answer (
        id uuid primary key,
        spread_id uuid not null references spread,
        unit_id uuid not null references unit,
        found integer check (found >= 0),
        text text,
        answered_by uuid references person,
        answered_on date,
        ticket_id uuid references ticket,
        version integer not null default 1,
        check ((answered_on is null) = (found is null))
      );
      create unique index spread_answer_spread_id_unit_id_key on spread_answer (spread_id, unit_id);
      create index spread_answer_unit_id_idx on spread_answer (unit_id);
      create index spread_answer_open_idx on spread_answer (spread_id) where answered_on is null;

      revoke update, delete on objection from xiaohao_app;
      revoke delete on instruction, spread, spread_answer from xiaohao_app;
      revoke update on spread from xiaohao_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const dropped = ['review_months', 'cancel_requested_by', 'cancel_requested_on', 'cancel_reason'];
    const drops = dropped.map((column) => `drop column ${column}`).join(', ');
    await runner.query(`
      drop table spread_answer, spread, instruction, ticket_relation, objection;
      drop index ticket_review_on_idx;
      alter table ticket ${drops};
      alter table ticket_history ${drops};
    `);
    await followColumns(runner, 'ticket');
  }
}
