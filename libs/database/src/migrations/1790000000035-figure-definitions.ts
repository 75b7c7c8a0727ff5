import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createHistory, dropHistory } from '../temporal-history.js';

/** Figures a bureau defines itself. Every state is a version; the history says which one counted when. */
export class FigureDefinitions1790000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table figure_definition (
        key text primary key check (key ~ '^[a-z][a-z0-9_]{1,59}$'),
        name text not null unique,
        unit text not null,
        nature text not null check (nature in ('flow','stock','cumulative')),
        figure_group text not null,
        definition jsonb not null,
        owner_unit_id uuid references unit,
        card_period text check (card_period in ('month','quarter','half','year')),
        retired boolean not null default false,
        reason text,
        version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_by uuid references person,
        updated_at timestamptz(3) not null default now()
      );
      comment on column figure_definition.card_period is 'Shown on the dashboard for the period of this length that holds its day';
    `);
    await createHistory(runner, 'figure_definition');
    await runner.query('revoke insert, update, delete on figure_definition_history from xiaohao_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropHistory(runner, 'figure_definition');
    await runner.query('drop table figure_definition');
  }
}
