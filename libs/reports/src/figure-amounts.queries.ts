import { select, SqlParameters, type Queryable } from '@xiaohao/database';
import { situationOf } from './comparing/known-facts.js';
import { definitionIn, type ComparedReport } from './comparing/report-comparison.queries.js';
import { rulesOf } from './figures/definitions/figure-book.js';
import { perTicketSql } from './figures/figure-evaluation.js';

/** What each ticket adds to a figure of the report that is a sum, by the ticket's id; null where each counts as one. */
export async function findAddedAmounts(
  db: Queryable,
  report: ComparedReport,
  key: string,
): Promise<ReadonlyMap<string, number> | null> {
  const rules = rulesOf(definitionIn(report, key)).map((rule, at) => ({ key, rule, at }));
  if (!rules.some(({ rule }) => rule.counts === 'outcomes' || rule.counts === 'measures')) return null;
  const params = new SqlParameters();
  const rows = await select<{ id: string; amount: string }>(
    db,
    `select id, sum(amount) as amount from (${perTicketSql(rules, situationOf(report), params)}) c group by id`,
    params.values,
  );
  return new Map(rows.map(({ id, amount }) => [id, Number(amount)]));
}
