import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was made of headings is kept for those who made it: the offices together, or one town. What a town's clerk kept
 * before is the town's from now on.
 */
export class ProfileScopes1790000000078 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table ledger_profile add column unit_id uuid references unit;
      comment on column ledger_profile.unit_id is 'The town whose imports are read by it; null: those of the offices';
      update ledger_profile l set unit_id = (select min(p.unit_id::text)::uuid from post p
        where p.person_id = l.kept_by and p.role = 'clerk' and p.to_on is null)
      where not exists (select 1 from post p where p.person_id = l.kept_by and p.role <> 'clerk' and p.to_on is null);
      drop index ledger_profile_shape_key;
      create unique index ledger_profile_shape_key on ledger_profile (shape, unit_id) nulls not distinct;
      create index ledger_profile_unit_id_idx on ledger_profile (unit_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from ledger_profile where unit_id is not null;
      drop index ledger_profile_shape_key;
      alter table ledger_profile drop column unit_id;
      create unique index ledger_profile_shape_key on ledger_profile (shape);
    `);
  }
}
