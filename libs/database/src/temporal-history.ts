import type { QueryRunner } from 'typeorm';

/** Tables whose every state is kept with the time we knew it, and the columns that identify a row: those of the start. */
export const temporalTables = {
  unit: ['id'],
  post: ['id'],
  source: ['id'],
  source_item: ['id'],
  ticket: ['id'],
  ticket_round: ['ticket_id', 'round'],
  measure: ['id'],
  progress_entry: ['id'],
  outcome: ['id'],
  extension: ['id'],
  indicator_filing: ['id'],
  bureau_parameter: ['key'],
} as const satisfies Record<string, readonly string[]>;

/** Tables that came, each with a migration of its own. */
export const laterTemporalTables = {
  ledger_layout: ['id'],
  unit_alias: ['id'],
  figure_definition: ['key'],
  campaign: ['id'],
} as const satisfies Record<string, readonly string[]>;

const keysOf = { ...temporalTables, ...laterTemporalTables };
type TemporalTable = keyof typeof keysOf;

/**
 * Gives a table its record-time history: `<table>_history` holds every state with
 * `recorded_from`/`recorded_to` (the present state ends at infinity). A trigger of the owner writes it,
 * so no application code and no hand-typed UPDATE can go round it.
 */
export async function createHistory(runner: QueryRunner, table: TemporalTable): Promise<void> {
  const keys = keysOf[table];
  await runner.query(`
    create table ${table}_history as select *, now() as recorded_from, now() as recorded_to from ${table} with no data;
    alter table ${table}_history alter recorded_from set not null, alter recorded_to set not null;
    create index ${table}_history_key_idx on ${table}_history (${keys.join(', ')}, recorded_from);
  `);
  await followColumns(runner, table);
  await runner.query(`
    create trigger ${table}_record after insert or update or delete on ${table}
      for each row execute function record_${table}();
  `);
}

/** Makes the trigger write the columns the table has now; to be called after columns came to both tables or went. */
export async function followColumns(runner: QueryRunner, table: TemporalTable): Promise<void> {
  const match = keysOf[table].map((key) => `${key} = old.${key}`).join(' and ');
  const columns: { name: string }[] = await runner.query(
    `select column_name as name from information_schema.columns
     where table_schema = current_schema() and table_name = $1 order by ordinal_position`,
    [table],
  );
  const names = columns.map(({ name }) => name);
  await runner.query(`
    create or replace function record_${table}() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      declare moment timestamptz := record_time();
      begin
        if tg_op <> 'INSERT' then
          update ${table}_history set recorded_to = greatest(moment, recorded_from)
            where ${match} and recorded_to = 'infinity';
        end if;
        if tg_op <> 'DELETE' then
          insert into ${table}_history (${names.join(', ')}, recorded_from, recorded_to)
            values (${names.map((name) => `new.${name}`).join(', ')}, moment, 'infinity');
        end if;
        return null;
      end $$;
  `);
}

export async function dropHistory(runner: QueryRunner, table: TemporalTable): Promise<void> {
  await runner.query(`
    drop trigger ${table}_record on ${table};
    drop function record_${table}();
    drop table ${table}_history;
  `);
}
