import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that can be listed and ended, tokens for programs, and sign-ins on their way through another server. */
export class SignIn1790000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session
        add id uuid not null default gen_random_uuid(),
        add oidc boolean not null default false;
      create unique index session_id_key on session (id);
      create index session_expires_at_idx on session (expires_at);
      comment on column session.id is 'What a page may know of a session; the hash of its token stays here';

      create table api_token (
        id uuid primary key,
        person_id uuid not null references person,
        name text not null,
        token_hash text not null,
        scope text not null check (scope in ('read', 'full')),
        created_at timestamptz(3) not null default now(),
        expires_at timestamptz(3) not null,
        last_used_at timestamptz(3),
        revoked_at timestamptz(3)
      );
      create unique index api_token_token_hash_key on api_token (token_hash);
      create index api_token_person_id_idx on api_token (person_id);
      create trigger api_token_people after delete or update of revoked_at on api_token
        for each statement execute function notify_people();

      create table oidc_request (
        state_hash text primary key,
        browser_hash text not null,
        nonce text not null,
        code_verifier text not null,
        return_to text not null,
        expires_at timestamptz(3) not null
      );
      comment on table oidc_request is 'A sign-in on its way through the identity provider; gone when it comes back';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table oidc_request, api_token;
      drop index session_id_key, session_expires_at_idx;
      alter table session drop id, drop oidc;
    `);
  }
}
