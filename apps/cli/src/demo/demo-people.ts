import type { Role } from '@xiaohao/domain';
import type { UnitType } from '@xiaohao/database';

/** The demo bureau's units; every name is invented. */
export const demoUnits: readonly { key: string; name: string; type: UnitType; parent: string | null }[] = [
  { key: 'bureau', name: '青屏区应急管理局', type: 'bureau', parent: null },
  { key: 'leaders', name: '局领导', type: 'section', parent: 'bureau' },
  { key: 'office', name: '局办公室', type: 'section', parent: 'bureau' },
  { key: 'inspection', name: '巡察整改办', type: 'section', parent: 'bureau' },
  { key: 'discipline', name: '驻局纪检监察组', type: 'section', parent: 'bureau' },
  { key: 'supervision', name: '督查室', type: 'section', parent: 'bureau' },
  { key: 'safety', name: '区安委办', type: 'section', parent: 'bureau' },
  { key: 'chemicals', name: '危化科', type: 'section', parent: 'bureau' },
  { key: 'relief', name: '减灾救灾科', type: 'section', parent: 'bureau' },
  { key: 'sections', name: '各业务科室', type: 'group', parent: 'bureau' },
  { key: 'town', name: '云栖镇', type: 'town', parent: null },
];

export interface DemoPerson {
  username: string;
  name: string;
  role: Role;
  unit: string;
  /** A deputy's units in charge. */
  charge?: readonly string[];
}

/** One account per role (username = role), and the second section's people. */
export const demoPeople: readonly DemoPerson[] = [
  { username: 'admin', name: '周启明', role: 'admin', unit: 'office' },
  { username: 'chief', name: '沈向东', role: 'chief', unit: 'leaders' },
  { username: 'deputy', name: '陆建平', role: 'deputy', unit: 'leaders', charge: ['chemicals', 'office'] },
  { username: 'deputy2', name: '何秋萍', role: 'deputy', unit: 'leaders', charge: ['relief', 'safety', 'supervision'] },
  { username: 'inspection', name: '程若兰', role: 'inspection', unit: 'inspection' },
  { username: 'liaison', name: '李敏', role: 'liaison', unit: 'discipline' },
  { username: 'supervision', name: '邵文博', role: 'supervision', unit: 'supervision' },
  { username: 'safety', name: '方志远', role: 'safety', unit: 'safety' },
  { username: 'office', name: '许佳宁', role: 'office', unit: 'office' },
  { username: 'head', name: '韩立新', role: 'head', unit: 'chemicals' },
  { username: 'handler', name: '王磊', role: 'handler', unit: 'chemicals' },
  { username: 'handler2', name: '孟晓舟', role: 'handler', unit: 'chemicals' },
  { username: 'head2', name: '贺春梅', role: 'head', unit: 'relief' },
  { username: 'handler3', name: '丁一凡', role: 'handler', unit: 'relief' },
  { username: 'handler4', name: '苏婉清', role: 'handler', unit: 'relief' },
  { username: 'head3', name: '顾长青', role: 'head', unit: 'office' },
  { username: 'clerk', name: '谭小满', role: 'clerk', unit: 'town' },
  { username: 'stats', name: '罗嘉怡', role: 'stats', unit: 'relief' },
  { username: 'auditor', name: '江远航', role: 'auditor', unit: 'discipline' },
];

export const demoPassword = 'xiaohao-demo';

/** Parameters the report needs; invented places. */
export const demoParameters: Readonly<Record<string, string>> = {
  bureau_name: '青屏区应急管理局',
  city_name: '澜州市',
  district_name: '青屏区',
  campaign_region_prefix: '澜州市',
  duty_hours: '24',
  disaster_day_date: '5月12日',
  idrr_day_date: '10月13日',
  accident_case_approved: '“3·18”机械伤害事故',
  accident_case_ongoing: '“5·27”高处坠落事故',
};
