import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox and its failed jobs, imports, reminders, notices and their deliveries. */
export class Work1790000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox (
        id uuid primary key,
        job text not null,
        payload jsonb not null,
        run_at timestamptz(3) not null default now(),
        created_at timestamptz(3) not null default now(),
        relayed_at timestamptz(3),
        done_at timestamptz(3),
        failed_at timestamptz(3),
        failure text,
        attempts integer not null default 0
      );
      create index outbox_waiting_idx on outbox (run_at) where relayed_at is null and done_at is null;
      create index outbox_open_idx on outbox (relayed_at) where done_at is null;
      create index outbox_failed_idx on outbox (failed_at) where failed_at is not null;
      create function notify_outbox() returns trigger language plpgsql as $$
        begin perform pg_notify('outbox', ''); return null; end $$;
      create trigger outbox_notify after insert on outbox for each statement execute function notify_outbox();

      create table ledger_import (
        id uuid primary key,
        status text not null check (status in ('queued','running','ready','failed','committing','committed','undone')),
        progress integer not null default 0,
        file_id uuid not null references file,
        file_name text not null,
        kind text not null,
        options jsonb not null default '{}',
        sheets jsonb not null default '[]',
        ignored jsonb not null default '[]',
        counts jsonb not null default '{}',
        failure jsonb,
        version integer not null default 1,
        created_by uuid not null references person,
        created_at timestamptz(3) not null default now(),
        committed_by uuid references person,
        committed_at timestamptz(3)
      );
      create table ledger_import_row (
        import_id uuid not null references ledger_import on delete cascade,
        no integer not null,
        ticket jsonb not null,
        decision text not null,
        ticket_id uuid,
        primary key (import_id, no)
      );
      create index ledger_import_row_decision_idx on ledger_import_row (import_id, decision);

      create table reminder_rule (
        code text primary key,
        sort integer not null,
        enabled boolean not null default true,
        moment jsonb not null,
        audience text[] not null,
        channels text[] not null,
        level integer not null,
        version integer not null default 1
      );
      create table reminder_occurrence (
        id uuid primary key,
        rule_code text not null references reminder_rule,
        subject_type text not null,
        subject_id uuid not null,
        round integer not null,
        due_on date,
        iso_week text,
        person_id uuid not null references person,
        for_on date not null,
        level integer not null,
        message_id uuid,
        dropped text,
        created_at timestamptz(3) not null default now()
      );
      create unique index reminder_occurrence_once_key on reminder_occurrence
        (rule_code, person_id, subject_type, subject_id, round, due_on, iso_week) nulls not distinct;
      create index reminder_occurrence_open_idx on reminder_occurrence (for_on) where message_id is null and dropped is null;
      create index reminder_occurrence_subject_id_idx on reminder_occurrence (subject_id);

      create table reminder_sweep (
        id uuid primary key,
        for_on date not null,
        kind text not null,
        started_at timestamptz(3) not null,
        finished_at timestamptz(3),
        counts jsonb not null default '{}'
      );
      create index reminder_sweep_for_on_idx on reminder_sweep (for_on);

      create table message (
        id uuid primary key,
        person_id uuid not null references person,
        rule_code text not null,
        level integer not null default 0,
        for_on date not null,
        subject text not null,
        body jsonb not null,
        link text,
        read_at timestamptz(3),
        acknowledged_at timestamptz(3),
        created_at timestamptz(3) not null default now()
      );
      create index message_person_id_created_at_idx on message (person_id, created_at);
      create index message_unread_idx on message (person_id) where read_at is null;
      create index message_for_on_idx on message (for_on);
      create table message_ticket (
        message_id uuid not null references message on delete cascade,
        ticket_id uuid not null references ticket,
        primary key (message_id, ticket_id)
      );
      create index message_ticket_ticket_id_idx on message_ticket (ticket_id);
      create table delivery (
        id uuid primary key,
        message_id uuid not null references message,
        channel text not null,
        address text,
        status text not null check (status in ('queued','sent','failed','dropped')),
        attempts integer not null default 0,
        mail_message_id text,
        failure text,
        sent_at timestamptz(3),
        created_at timestamptz(3) not null default now()
      );
      create unique index delivery_message_id_channel_key on delivery (message_id, channel);
      create index delivery_status_idx on delivery (status, created_at);
      create table captured_mail (
        id uuid primary key,
        mail_message_id text not null,
        recipient text not null,
        subject text not null,
        body text not null,
        html text,
        created_at timestamptz(3) not null default now()
      );
      create unique index captured_mail_mail_message_id_key on captured_mail (mail_message_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table captured_mail, delivery, message_ticket, message, reminder_sweep, reminder_occurrence, reminder_rule,
        ledger_import_row, ledger_import, outbox;
      drop function notify_outbox();
    `);
  }
}
