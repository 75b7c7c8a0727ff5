import { select, type Queryable } from '@xiaohao/database';
import { AppError } from '@xiaohao/errors';
import type { Overrides } from './figure-override.js';

/** The build a new one follows, and what was typed over in it. */
export interface FormerBuild {
  previousId: string | null;
  overrides: Overrides;
}

/**
 * The last build of the same template and period. Only one that is named hands on what was typed over in it; a report
 * asked for anew shows what is computed.
 * @throws inputWrong where the one named is of another template or period
 */
export async function findFormerBuild(
  db: Queryable,
  templateCode: string,
  period: string,
  basedOn: string | null,
): Promise<FormerBuild> {
  const [former] = await select<{ id: string; overrides: Overrides }>(
    db,
    `select r.id, r.overrides from report r join report_template t on t.id = r.template_id
     where t.code = $1 and r.period = $2 and r.withdrawn_at is null
       and case when $3::uuid is null then r.status = 'ready' else r.id = $3 end
     order by r.id desc limit 1`,
    [templateCode, period, basedOn],
  );
  if (!former && basedOn !== null) {
    throw new AppError('inputWrong', { field: 'basedOn', fieldLabel: '所依据的报告', reason: '模板或报告期不同' });
  }
  return { previousId: former?.id ?? null, overrides: basedOn === null ? {} : (former?.overrides ?? {}) };
}
