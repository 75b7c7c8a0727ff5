import type { EntityManager } from 'typeorm';
import { execute, newId, type UnitType } from '@xiaohao/database';
import { recordUnitEvents, type Actor } from '@xiaohao/org';
import { plainName, type Directory } from './name-matching.js';
import { groupNames } from './unit-name-groups.js';
import { choiceFor, type UnitOptions } from './ticket-match.js';

/** What stands before the name of a section where it is written in full. */
const ownBureau = /^.{0,8}?应急(?:管理)?局(?=.{2,})/;
const areaBefore = '^(?:[\\u4e00-\\u9fff]{2,4}?[区县市旗]|[区县]|市(?!场))';

/** What a unit is by what its name ends with; the first that fits holds. */
const unitTypes: readonly (readonly [type: UnitType, ends: RegExp])[] = [
  ['group', /^(?:各|全体|所有|相关|有关)|班子(?:成员)?$|各(?:科室|单位|镇办)/],
  [
    'enterprise',
    /(?:公司|集团|企业|合作社|厂|矿|商行|商场|超市|门市部|酒店|宾馆|饭店|加[油气]站|购物中心|项目部|工地)$/,
  ],
  ['external', /(?:学校|[大中小]学|学院|幼儿园|医院|卫生院|[养敬]老院|福利院|景区|寺)$/],
  ['town', /(?:镇|乡|街道|街道办|办事处|(?:镇|乡|街道)(?:人民)?政府|开发区|经开区|园区|管委会|村|社区|[村居]委会)$/],
  // Other brigades are of the police, the firemen and other bureaus.
  ['section', /(?:^|应急(?:管理)?|安全生产|安监)(?:综合|行政|执法|监察)+(?:大队|中队|支队)$/],
  ['member', /局.{1,10}[科室股队]$/],
  ['member', new RegExp(`${areaBefore}.*(?:中心|[室处])$`)],
  ['section', /(?:科|室|股|处|中心|党委|支部|专班|组)$/],
  ['member', /./],
];

/** Sections live in the bureau, whatever else is named stands beside it. */
export function unitTypeOf(name: string): UnitType {
  const bare = plainName(name)
    .replace(/\([^()]*\)$/, '')
    .replace(ownBureau, '');
  return unitTypes.find(([, ends]) => ends.test(bare))?.[0] ?? 'member';
}

/** Creates the units a ledger names and the bureau lacks, in their order; one of several ways to write it makes one unit. */
export async function createUnits(
  tx: EntityManager,
  actor: Actor,
  names: readonly string[],
  directory: Directory,
  /** Of which type a person wants them. */
  choices: UnitOptions['units'] = {},
): Promise<{ id: string; name: string }[]> {
  const lacking = names.map(plainName).filter((name) => !directory.unitIds.has(name));
  const rows = groupNames(lacking).map(([name]) => {
    const choice = choiceFor(choices, name);
    const type = choice && 'create' in choice ? choice.create : unitTypeOf(name);
    return { id: newId(), name, type, parent_id: directory.bureauId };
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
