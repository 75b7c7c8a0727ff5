import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units as a tree, people, posts, sign-in, the working calendar, bureau parameters and files. */
export class People1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table unit (
        id uuid primary key,
        parent_id uuid references unit,
        name text not null,
        type text not null check (type in ('bureau','section','town','member','enterprise','group','external')),
        sort integer not null default 0,
        closed_on date,
        created_at timestamptz(3) not null default now(),
        check (parent_id <> id)
      );
      create unique index unit_name_key on unit (name) where closed_on is null;
      create index unit_parent_id_idx on unit (parent_id);

      create table person (
        id uuid primary key,
        username text not null,
        name text not null,
        password_hash text,
        must_change_password boolean not null default false,
        email text,
        phone text,
        demo boolean not null default false,
        disabled_at timestamptz(3),
        version integer not null default 1,
        created_at timestamptz(3) not null default now()
      );
      create unique index person_username_key on person (lower(username));
      create index person_name_idx on person (name);

      create table post (
        id uuid primary key,
        person_id uuid not null references person,
        unit_id uuid not null references unit,
        role text not null,
        from_on date not null,
        to_on date,
        check (to_on is null or to_on >= from_on)
      );
      create index post_person_id_idx on post (person_id);
      create index post_unit_id_role_idx on post (unit_id, role);

      create table post_charge (
        post_id uuid not null references post on delete cascade,
        unit_id uuid not null references unit,
        primary key (post_id, unit_id)
      );
      comment on table post_charge is 'Units a deputy is in charge of';

      create table session (
        token_hash text primary key,
        person_id uuid not null references person,
        created_at timestamptz(3) not null default now(),
        last_seen_at timestamptz(3) not null default now(),
        expires_at timestamptz(3) not null,
        address text,
        agent text
      );
      create index session_person_id_idx on session (person_id);

      create table sign_in_failure (
        id bigint generated always as identity primary key,
        username text not null,
        address text not null,
        failed_at timestamptz(3) not null default now()
      );
      create index sign_in_failure_username_failed_at_idx on sign_in_failure (username, failed_at);
      create index sign_in_failure_address_failed_at_idx on sign_in_failure (address, failed_at);

      create table calendar_day (
        day date primary key,
        working boolean not null,
        name text,
        provisional boolean not null default false
      );

      create table bureau_parameter (
        key text primary key,
        value text,
        changed_by uuid,
        version integer not null default 1
      );

      create table file (
        id uuid primary key,
        sha256 text not null,
        size_bytes bigint not null,
        media_type text not null,
        name text not null,
        storage_key text not null,
        created_by uuid,
        created_at timestamptz(3) not null default now()
      );
      create index file_sha256_idx on file (sha256);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table file, bureau_parameter, calendar_day, sign_in_failure, session, post_charge, post, person, unit;
    `);
  }
}
