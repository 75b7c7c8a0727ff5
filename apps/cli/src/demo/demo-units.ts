import type { UnitType } from '@xiaohao/database';

export interface DemoUnit {
  readonly key: string;
  readonly name: string;
  readonly type: UnitType;
  readonly parent: string | null;
}

const section = (key: string, name: string): DemoUnit => ({ key, name, type: 'section', parent: 'bureau' });
const town = (key: string, name: string): DemoUnit => ({ key, name, type: 'town', parent: null });
const member = (key: string, name: string): DemoUnit => ({ key, name, type: 'member', parent: null });

/** The demo bureau, the towns below it and the member units of its safety committee; every name is invented. */
export const demoUnits: readonly DemoUnit[] = [
  { key: 'bureau', name: '青屏区应急管理局', type: 'bureau', parent: null },
  section('leaders', '局领导'),
  section('office', '局办公室'),
  section('inspection', '巡察整改办'),
  section('discipline', '驻局纪检监察组'),
  section('supervision', '督查室'),
  section('safety', '区安委办'),
  section('chemicals', '危化科'),
  section('mines', '非煤矿山科'),
  section('industry', '工贸安全科'),
  section('command', '应急指挥中心'),
  section('flood', '防汛抗旱科'),
  section('forest', '森林防灭火科'),
  section('relief', '减灾救灾科'),
  section('law', '政策法规科'),
  section('training', '宣传教育科'),
  section('enforcement', '执法大队'),
  { key: 'sections', name: '各业务科室', type: 'group', parent: 'bureau' },
  town('town', '云栖镇'),
  town('town2', '松岭镇'),
  town('town3', '临河镇'),
  town('town4', '石桥镇'),
  town('town5', '白鹤街道'),
  town('town6', '南湖街道'),
  member('housing', '青屏区住房城乡建设局'),
  member('transport', '青屏区交通运输局'),
  member('water', '青屏区农业农村水利局'),
  member('land', '青屏区自然资源规划分局'),
  member('market', '青屏区市场监管局'),
  member('education', '青屏区教育体育局'),
  member('culture', '青屏区文化旅游局'),
  member('commerce', '青屏区商务局'),
  member('fire', '青屏区消防救援大队'),
  member('police', '公安青屏分局'),
];

/** Whom a collective owner stands for. */
export const demoGroups: Readonly<Record<string, readonly string[]>> = {
  sections: [
    'chemicals',
    'mines',
    'industry',
    'command',
    'flood',
    'forest',
    'relief',
    'law',
    'training',
    'enforcement',
  ],
};

export function unitName(key: string): string {
  return demoUnits.find((unit) => unit.key === key)!.name;
}

export const isTown = (key: string): boolean => demoUnits.some((unit) => unit.key === key && unit.type === 'town');
