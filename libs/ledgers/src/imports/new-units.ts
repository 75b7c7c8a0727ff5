import type { EntityManager } from 'typeorm';
import { execute, newId, type UnitType } from '@xiaohao/database';
import { recordUnitEvents, type Actor } from '@xiaohao/org';
import { plainName, type Directory } from './name-matching.js';
import { choiceFor, type UnitOptions } from './ticket-match.js';

/** What a unit is by the last word of its name; the first row that fits holds. */
const unitTypes: readonly { type: UnitType; pattern: RegExp }[] = [
  { type: 'group', pattern: /^(各|全体|所有|相关|有关)|班子(成员)?$|各(科室|单位|镇办)/ },
  { type: 'enterprise', pattern: /(公司|集团|厂|矿|商行|超市|门市部|加油站|企业|合作社)$/ },
  { type: 'town', pattern: /(镇|乡|街道|办事处|镇政府|开发区|经开区|园区|村|社区)$/ },
  { type: 'section', pattern: /(科|室|股|处|大队|中队|中心|党委|支部|专班|组)$/ },
  { type: 'member', pattern: /./ },
];

/** Sections live in the bureau, whatever else is named stands beside it. */
export function unitTypeOf(name: string): UnitType {
  return unitTypes.find(({ pattern }) => pattern.test(plainName(name)))!.type;
}

/** Creates the units a ledger names and the bureau lacks, in their order. */
export async function createUnits(
  tx: EntityManager,
  actor: Actor,
  names: readonly string[],
  directory: Directory,
  /** Of which type a person wants them. */
  choices: UnitOptions['units'] = {},
): Promise<{ id: string; name: string }[]> {
  const created = new Map<string, string>();
  for (const name of names) {
    const key = plainName(name);
    if (created.has(key) || directory.unitIds.has(key)) continue;
    created.set(key, newId());
  }
  const rows = [...created].map(([name, id]) => {
    const choice = choiceFor(choices, name);
    const type = choice && 'create' in choice ? choice.create : unitTypeOf(name);
    return { id, name, type, parent_id: directory.bureauId };
  });
  if (rows.length > 0) {
    await execute(
      tx,
      `insert into unit (id, parent_id, name, type) select id, parent_id, name, type
       from jsonb_to_recordset($1::jsonb) as r (id uuid, parent_id uuid, name text, type text)`,
      [JSON.stringify(rows)],
    );
    await recordUnitEvents(tx, actor, 'unit_added', rows);
  }
  return rows;
}
