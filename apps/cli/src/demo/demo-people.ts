import type { Role } from '@xiaohao/domain';

export interface DemoPerson {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: string;
  /** A deputy's units in charge. */
  readonly charge?: readonly string[];
  /** A second post beside the first. */
  readonly also?: { readonly role: Role; readonly unit: string };
}

type More = Pick<DemoPerson, 'charge' | 'also'>;
const person = (username: string, name: string, role: Role, unit: string, more: More = {}): DemoPerson => {
  return { username, name, role, unit, ...more };
};
const also = (role: Role, unit: string): More => ({ also: { role, unit } });

/** One account per role bears the role's name; each unit has a head (a town its clerk) and people who handle. */
export const demoPeople: readonly DemoPerson[] = [
  person('admin', '周启明', 'admin', 'office'),
  person('chief', '沈向东', 'chief', 'leaders'),
  person('deputy', '陆建平', 'deputy', 'leaders', { charge: ['chemicals', 'office', 'mines', 'industry'] }),
  person('deputy2', '何秋萍', 'deputy', 'leaders', {
    charge: ['relief', 'safety', 'supervision', 'training', 'town', 'town2', 'town3', 'town4', 'town5', 'town6'],
  }),
  person('deputy3', '段宏毅', 'deputy', 'leaders', { charge: ['command', 'flood', 'forest', 'water', 'land'] }),
  person('deputy4', '秦雅文', 'deputy', 'leaders', {
    charge: [
      'enforcement',
      'law',
      'housing',
      'transport',
      'market',
      'education',
      'culture',
      'commerce',
      'fire',
      'police',
    ],
  }),
  person('inspection', '程若兰', 'inspection', 'inspection'),
  person('liaison', '李敏', 'liaison', 'discipline'),
  person('supervision', '邵文博', 'supervision', 'supervision', also('head', 'supervision')),
  person('safety', '方志远', 'safety', 'safety', also('head', 'safety')),
  person('safety2', '韦子衡', 'handler', 'safety'),
  person('office', '许佳宁', 'office', 'office'),
  person('head', '韩立新', 'head', 'chemicals'),
  person('handler', '王磊', 'handler', 'chemicals'),
  person('handler2', '孟晓舟', 'handler', 'chemicals'),
  person('head2', '贺春梅', 'head', 'relief'),
  person('handler3', '丁一凡', 'handler', 'relief'),
  person('handler4', '苏婉清', 'handler', 'relief', also('stats', 'relief')),
  person('head3', '顾长青', 'head', 'office', also('stats', 'office')),
  person('handler5', '侯雨桐', 'handler', 'office'),
  person('head4', '龚伟成', 'head', 'mines'),
  person('handler6', '薛定山', 'handler', 'mines', also('handler', 'enforcement')),
  person('handler7', '尹若溪', 'handler', 'mines'),
  person('head5', '鲁守诚', 'head', 'industry'),
  person('handler8', '常思远', 'handler', 'industry'),
  person('handler9', '冉秀英', 'handler', 'industry'),
  person('head6', '万海涛', 'head', 'command'),
  person('handler10', '安可欣', 'handler', 'command', also('handler', 'flood')),
  person('head7', '费明亮', 'head', 'flood'),
  person('handler11', '柏青松', 'handler', 'flood'),
  person('head8', '裴云生', 'head', 'forest'),
  person('handler12', '岳小川', 'handler', 'forest'),
  person('head9', '席静怡', 'head', 'law', also('handler', 'enforcement')),
  person('handler13', '瞿文杰', 'handler', 'law'),
  person('head10', '焦玉兰', 'head', 'training'),
  person('handler14', '卞晨曦', 'handler', 'training'),
  person('head11', '耿志刚', 'head', 'enforcement'),
  person('handler15', '路一鸣', 'handler', 'enforcement'),
  person('handler16', '牟春晓', 'handler', 'enforcement'),
  person('clerk', '谭小满', 'clerk', 'town'),
  person('handler17', '古建林', 'handler', 'town'),
  person('clerk2', '祝丽华', 'clerk', 'town2', also('handler', 'forest')),
  person('handler18', '敖大勇', 'handler', 'town2'),
  person('clerk3', '楚天阔', 'clerk', 'town3'),
  person('handler19', '房秋月', 'handler', 'town3'),
  person('clerk4', '晏清和', 'clerk', 'town4'),
  person('handler20', '车文斌', 'handler', 'town4'),
  person('clerk5', '宫雪莹', 'clerk', 'town5'),
  person('handler21', '巩立国', 'handler', 'town5'),
  person('clerk6', '池映红', 'clerk', 'town6'),
  person('handler22', '班振宇', 'handler', 'town6'),
  person('housing', '鞠长安', 'head', 'housing'),
  person('housing2', '糜晓芸', 'handler', 'housing'),
  person('transport', '寿永强', 'head', 'transport'),
  person('water', '仇玉庭', 'head', 'water'),
  person('land', '甘少鹏', 'head', 'land'),
  person('market', '闻秀珍', 'head', 'market'),
  person('market2', '景浩然', 'handler', 'market'),
  person('education', '滕淑芬', 'head', 'education'),
  person('culture', '蒲新宇', 'head', 'culture'),
  person('commerce', '桑国栋', 'head', 'commerce'),
  person('fire', '雷卫东', 'head', 'fire'),
  person('fire2', '蓝天宇', 'handler', 'fire'),
  person('police', '尚志勇', 'head', 'police'),
  person('stats', '罗嘉怡', 'stats', 'relief'),
  person('auditor', '江远航', 'auditor', 'discipline'),
];

export const demoPassword = 'xiaohao-demo';

export interface UnitCast {
  readonly head: string;
  readonly handlers: readonly string[];
  readonly deputy: string;
}

/** Who works on tickets that a unit leads; where nobody else handles, the head does. */
export function castOf(unit: string): UnitCast {
  const holding = (...roles: readonly Role[]) =>
    demoPeople
      .filter(({ role, unit: own, also: second }) =>
        [{ role, unit: own }, second].some((post) => post && post.unit === unit && roles.includes(post.role)),
      )
      .map(({ username }) => username);
  const [head] = holding('head', 'clerk');
  const handlers = holding('handler');
  const deputy = demoPeople.find(({ charge }) => charge?.includes(unit));
  return { head: head!, handlers: handlers.length > 0 ? handlers : [head!], deputy: deputy!.username };
}

/** Parameters the report needs; invented places. */
export const demoParameters: Readonly<Record<string, string>> = {
  bureau_name: '青屏区应急管理局',
  city_name: '澜州市',
  district_name: '青屏区',
  campaign_region_prefix: '澜州市',
  duty_hours: '24',
  disaster_day_date: '5月12日',
  idrr_day_date: '10月13日',
};

/** Who is on leave as the visitor comes, and who of the section stands in, until so many days from then. */
export const demoLeave = { person: 'head5', standIn: 'handler8', role: 'head', unit: 'industry', days: 6 } as const;
