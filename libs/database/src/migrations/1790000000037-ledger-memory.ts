import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createHistory, dropHistory } from '../temporal-history.js';

const kept = ['ledger_layout', 'unit_alias'] as const;

/**
 * Names of ledgers a person told the unit of, or that none is meant; and own layouts that may be changed. Both keep every
 * former state, with who changed it.
 */
export class LedgerMemory1790000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table unit_alias (
        id uuid primary key,
        name text not null unique,
        unit_id uuid references unit,
        kept_by uuid not null references person,
        kept_at timestamptz(3) not null,
        file_name text not null
      );
      comment on table unit_alias is 'Whom a name in a ledger (plain, without spaces) means, as said by a person; no unit_id: nobody, it is left as it is';
      create index unit_alias_unit_id_idx on unit_alias (unit_id);

      alter table ledger_layout add column version integer not null default 1, add column changed_by uuid references person,
        add column changed_at timestamptz(3);
    `);
    for (const table of kept) {
      await createHistory(runner, table);
      await runner.query(`revoke insert, update, delete on ${table}_history from xiaohao_app`);
    }
    await runner.query(`insert into ledger_layout_history select *, created_at, 'infinity' from ledger_layout`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of kept) await dropHistory(runner, table);
    await runner.query(`
      drop table unit_alias;
      alter table ledger_layout drop column version, drop column changed_by, drop column changed_at;
    `);
  }
}
