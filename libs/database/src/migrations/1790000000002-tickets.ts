import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sources, tickets of every kind, what hangs on them, and their hash-chained events. */
export class Tickets1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table source (
        id uuid primary key,
        kind text not null,
        name text not null,
        feedback_on date,
        details jsonb not null default '{}',
        created_at timestamptz(3) not null default now()
      );
      create unique index source_kind_name_key on source (kind, name);

      create table source_item (
        id uuid primary key,
        source_id uuid not null references source,
        no integer not null,
        title text not null
      );
      create unique index source_item_source_id_no_key on source_item (source_id, no);

      create table campaign (
        id uuid primary key,
        name text not null,
        from_on date,
        to_on date
      );

      create table outcome_type (
        code text primary key,
        name text not null,
        unit text not null,
        kinds text[] not null default '{}',
        sort integer not null default 0
      );

      create table ticket_number (
        prefix text not null,
        year integer not null,
        last integer not null,
        primary key (prefix, year)
      );
      comment on table ticket_number is 'Last number given per kind and year; a number is never given twice';

      create table ticket (
        id uuid primary key,
        no text not null,
        kind text not null,
        title text not null,
        description text,
        status text not null check (status in ('draft','assigned','in_progress','dept_review','pending_review',
          'pending_acceptance','closed','ongoing','suspended','cancelled')),
        level text,
        source_id uuid references source,
        item_id uuid references source_item,
        campaign_id uuid references campaign,
        parent_id uuid references ticket,
        their_no text,
        industry text,
        site text,
        town text,
        lead_unit_id uuid references unit,
        leader_id uuid references person,
        leader_name text,
        handler_id uuid references person,
        submitter_id uuid references person,
        submitted_by_head boolean not null default false,
        confidential boolean not null default false,
        deadline_kind text not null check (deadline_kind in ('date','immediate','ongoing','recurring','unresolved')),
        due_on date,
        original_due_on date,
        deadline_ongoing boolean not null default false,
        deadline_raw text,
        deadline_rule jsonb,
        statutory_deadline boolean not null default false,
        raised_on date not null,
        occurred_on date,
        assigned_on date,
        signed_on date,
        submitted_on date,
        closed_on date,
        accepted_on date,
        closed_on_time boolean,
        review_on date,
        completion text check (completion = 'basic'),
        result text,
        progress_percent integer check (progress_percent between 0 and 100),
        latest_progress text,
        latest_progress_on date,
        round integer not null default 1,
        extension_count integer not null default 0,
        extension_pending boolean not null default false,
        details jsonb not null default '{}',
        import_id uuid,
        import_sheet text,
        import_row integer,
        version integer not null default 1,
        event_count integer not null default 0,
        event_head text not null default '',
        created_by uuid references person,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        sort_due_on date not null generated always as (coalesce(due_on, 'infinity'::date)) stored
      );
      create unique index ticket_no_key on ticket (no);
      create index ticket_sort_due_on_id_idx on ticket (sort_due_on, id);
      create index ticket_updated_at_id_idx on ticket (updated_at, id);
      create index ticket_kind_status_sort_due_on_id_idx on ticket (kind, status, sort_due_on, id);
      create index ticket_lead_unit_id_sort_due_on_id_idx on ticket (lead_unit_id, sort_due_on, id);
      create index ticket_live_idx on ticket (lead_unit_id, sort_due_on, id) where status in ('assigned','in_progress');
      create index ticket_handler_id_idx on ticket (handler_id, sort_due_on, id);
      create index ticket_source_id_item_id_idx on ticket (source_id, item_id);
      create index ticket_import_id_idx on ticket (import_id) where import_id is not null;

      create table ticket_round (
        ticket_id uuid not null references ticket,
        round integer not null,
        opened_on date not null,
        assigned_on date,
        submitted_on date,
        closed_on date,
        accepted_on date,
        closed_on_time boolean,
        due_on date,
        original_due_on date,
        primary key (ticket_id, round)
      );
      comment on table ticket_round is 'Effective dates of each round; the present round mirrors its ticket, former rounds are frozen';

      create table ticket_support_unit (
        ticket_id uuid not null references ticket,
        unit_id uuid not null references unit,
        sort integer not null default 0,
        primary key (ticket_id, unit_id)
      );
      create index ticket_support_unit_unit_id_idx on ticket_support_unit (unit_id);

      create table ticket_person (
        ticket_id uuid not null references ticket,
        sort integer not null,
        name text not null,
        person_id uuid references person,
        primary key (ticket_id, sort)
      );
      create index ticket_person_person_id_idx on ticket_person (person_id) where person_id is not null;

      create table measure (
        id uuid primary key,
        ticket_id uuid not null references ticket,
        sort integer not null,
        text text not null,
        persons text[] not null default '{}',
        due_on date,
        deadline_raw text,
        done_on date,
        undone_reason text,
        version integer not null default 1
      );
      create index measure_ticket_id_idx on measure (ticket_id, sort);

      create table progress_entry (
        id uuid primary key,
        ticket_id uuid not null references ticket,
        round integer not null,
        reported_on date not null,
        text text not null,
        percent integer check (percent between 0 and 100),
        by_id uuid references person,
        created_at timestamptz(3) not null default now()
      );
      create index progress_entry_ticket_id_idx on progress_entry (ticket_id, reported_on);

      create table outcome (
        id uuid primary key,
        ticket_id uuid not null references ticket,
        round integer not null,
        type text not null references outcome_type,
        amount numeric(18,4) not null check (amount >= 0),
        happened_on date not null,
        note text,
        after_closing boolean not null default false,
        by_id uuid references person,
        created_at timestamptz(3) not null default now()
      );
      create index outcome_ticket_id_idx on outcome (ticket_id);
      create index outcome_type_happened_on_idx on outcome (type, happened_on);

      create table evidence (
        id uuid primary key,
        ticket_id uuid not null references ticket,
        round integer not null,
        file_id uuid not null references file,
        name text not null,
        file_version integer not null default 1,
        after_closing boolean not null default false,
        by_id uuid references person,
        created_at timestamptz(3) not null default now()
      );
      create index evidence_ticket_id_idx on evidence (ticket_id, round);

      create table ticket_comment (
        id uuid primary key,
        ticket_id uuid not null references ticket,
        text text not null,
        by_id uuid references person,
        created_at timestamptz(3) not null default now()
      );
      create index ticket_comment_ticket_id_idx on ticket_comment (ticket_id);

      create table extension (
        id uuid primary key,
        ticket_id uuid not null references ticket,
        round integer not null,
        reason_code text not null,
        reason text not null,
        requested_on date not null,
        requested_due_on date not null,
        former_due_on date,
        late boolean not null,
        decision text check (decision in ('granted','refused')),
        granted_due_on date,
        opinion text,
        requested_by uuid not null references person,
        decided_by uuid references person,
        decided_on date,
        created_at timestamptz(3) not null default now()
      );
      create index extension_ticket_id_idx on extension (ticket_id);
      create unique index extension_pending_key on extension (ticket_id) where decision is null;

      create table event (
        ticket_id uuid not null references ticket,
        seq integer not null,
        at timestamptz(3) not null,
        actor_id uuid,
        actor_name text not null,
        action text not null,
        payload jsonb not null,
        prev_hash text not null,
        hash text not null,
        primary key (ticket_id, seq)
      );
      create index event_at_idx on event (at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table event, extension, ticket_comment, evidence, outcome, progress_entry, measure, ticket_person,
        ticket_support_unit, ticket_round, ticket, ticket_number, outcome_type, campaign, source_item, source;
    `);
  }
}
