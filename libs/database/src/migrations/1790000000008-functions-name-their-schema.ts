import type { MigrationInterface, QueryRunner } from 'typeorm';
import { temporalTables } from '../temporal-history.js';

const triggers = [
  ...Object.keys(temporalTables).map((table) => `record_${table}()`),
  'mirror_round()',
  'refuse_change_of_final_report()',
  'refuse_change_of_final_figure()',
];
const functions = [...triggers, 'record_time()', 'backdate_record_time(timestamptz, text)'];

/**
 * A temporary table comes before one of the schema wherever a search path does not say otherwise: whoever made one named
 * `ticket_history` changed tickets without a history, one named `report` opened the figures of final reports.
 */
export class FunctionsNameTheirSchema1790000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of functions) await runner.query(`alter function ${name} set search_path = public, pg_temp`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of functions) await runner.query(`alter function ${name} set search_path = "$user", public`);
  }
}
