import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the law itself lets a clock be extended, and rules that have ended. */
export class DeadlineRules1790000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table deadline_rule
        add column extension_amount integer check (extension_amount between 1 and 1000),
        add column ended_on date,
        add check (extension_amount is null or statutory);
      comment on column deadline_rule.extension_amount is 'In the unit of the rule; null where the law allows no extension';
      update deadline_rule set extension_amount = e.amount
        from (values ('public_report', 30), ('accident_report', 60), ('accident_approval_extreme', 30)) as e (code, amount)
        where deadline_rule.code = e.code and statutory;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table deadline_rule drop column extension_amount, drop column ended_on');
  }
}
