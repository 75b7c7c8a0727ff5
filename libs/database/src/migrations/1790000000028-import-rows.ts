import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * By what a row of an import is found and shown without opening it: its place in the file, and what it may share with
 * others. And how sheets with certain headings were read before.
 */
export class ImportRows1790000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ledger_import_row
        add column sheet text not null generated always as (ticket#>>'{preview,sheet}') stored,
        add column sheet_row integer not null generated always as ((ticket#>>'{preview,row}')::integer) stored,
        add column key text not null generated always as (ticket->>'key') stored,
        add column known_id uuid generated always as ((ticket#>>'{target,ticketId}')::uuid) stored;
      comment on column ledger_import_row.key is 'Equal for rows that tell the same';
      comment on column ledger_import_row.known_id is 'The ticket the row tells of';
      create index ledger_import_row_place_idx on ledger_import_row (import_id, sheet, sheet_row);

      create table ledger_profile (
        id uuid primary key,
        shape text not null,
        headings text[] not null,
        meanings text[] not null check (cardinality(meanings) = cardinality(headings)),
        file_name text not null,
        sheet text not null,
        kept_by uuid not null references person,
        kept_at timestamptz(3) not null
      );
      create unique index ledger_profile_shape_key on ledger_profile (shape);
      comment on table ledger_profile is 'What a person made of the headings of a sheet, for the next file with the same';
      comment on column ledger_profile.shape is 'Of the headings in their order';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table ledger_profile;
      alter table ledger_import_row drop column sheet, drop column sheet_row, drop column key, drop column known_id;
    `);
  }
}
