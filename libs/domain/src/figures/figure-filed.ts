import type { Figure, FigureDisplay, FigureGroup, FigureNature } from './figure.js';

type Row = readonly [key: string, alias: string, name: string, unit: string, display?: FigureDisplay];

const rows = (group: FigureGroup, nature: FigureNature, list: readonly Row[]): readonly Figure[] =>
  list.map(([key, alias, name, unit, display = {}]) => ({
    key,
    alias,
    name,
    unit,
    source: 'indicator',
    nature,
    group,
    display,
  }));

const over = { fuzz: '余' } as const;
const wan = { scale: '万' } as const;

/** Figures that departments file for a period. */
export const filedFigures: readonly Figure[] = [
  ...rows('party', 'flow', [
    ['party_center_group_study', '中心组学习次数', '党委理论学习中心组学习', '次'],
    ['party_committee_meetings', '党委会次数', '召开党委会', '次'],
    ['party_building_meetings', '党建专题会次数', '召开党建工作专题会', '次'],
    ['theme_party_days', '主题党日次数', '班子成员参加支部主题党日', '次'],
    ['party_lectures_secretary', '书记讲党课次数', '党委书记讲党课', '次'],
    ['party_research_visits', '党建调研次数', '开展党建调研', '次'],
  ]),
  ...rows('party', 'stock', [['contact_branches_per_member', '人均联系支部数', '班子成员每人联系的企业党支部', '个']]),
  ...rows('party', 'flow', [['party_lectures_all', '党课次数', '党委成员和支部书记讲党课', '次']]),
  ...rows('party', 'stock', [['party_applicants', '入党积极分子数', '在册入党积极分子', '名']]),
  ...rows('rectification', 'flow', [
    ['rect_democratic_life_meetings', '整改民主生活会次数', '巡察整改专题民主生活会', '次'],
    ['rect_special_meetings', '整改专题会次数', '巡察整改专题会议', '次'],
    ['rect_dispatch_meetings', '整改调度会次数', '整改推进调度会议', '次'],
  ]),
  ...rows('relief', 'cumulative', [
    ['demo_community_national', '国家级示范社区数', '累计创建全国综合减灾示范社区', '个'],
    ['demo_community_prov', '省级示范社区数', '累计创建省级综合减灾示范社区', '个'],
    ['safety_culture_enterprises', '安全文化示范企业数', '累计创建全国安全文化建设示范企业', '家'],
    ['prov_advanced_persons', '省级先进个人数', '累计获评省级先进个人', '名'],
  ]),
  ...rows('relief', 'flow', [
    ['disaster_info_training_attended', '参加灾害信息员培训次数', '参加省、市灾害信息员培训', '次'],
    ['disaster_info_training_held', '举办灾害信息员培训次数', '举办镇办灾害信息员培训', '次'],
    ['disaster_info_materials', '灾害信息员资料份数', '下发培训文件、操作手册', '份', { scale: '万', fuzz: '多' }],
    ['disaster_info_trained', '培训灾害信息员人次', '培训灾害信息员', '人次'],
  ]),
  ...rows('relief', 'stock', [['villages_ab_posts', '配齐AB岗村居数', '配齐灾害信息员A、B岗的村居', '个']]),
  ...rows('publicity', 'flow', [
    ['drowning_signs', '防溺水宣传牌数', '制作防溺水宣传牌', '块', over],
    ['safety_special_meetings', '安全生产专题会次数', '安全生产专题会议', '次'],
    ['leader_inspections', '领导督查检查次数', '区级领导带队督查检查', '次', over],
    ['publicity_events', '宣传活动场次', '安全宣传活动', '场次'],
    ['publicity_banners', '宣传横幅条数', '悬挂宣传横幅', '条', over],
    ['publicity_boards', '宣传展板块数', '制作宣传展板', '块', over],
    ['publicity_leaflets', '宣传册单份数', '发放宣传手册、宣传单', '份', { scale: '万', fuzz: '余' }],
    ['publicity_gifts', '宣传物品个数', '发放宣传扇子、手提袋', '个', over],
    ['drills', '应急演练场次', '事故应急演练', '场次', over],
    ['drill_participants', '演练参加人数', '参加应急演练人员', '人', { scale: '千', fuzz: '余' }],
    ['five_in_events', '五进宣讲场次', '安全宣讲和安全宣传“五进”', '场'],
  ]),
  ...rows('fire_flood', 'flow', [
    ['fire_leaflets', '防火宣传单份数', '发放防火宣传单', '份', over],
    ['fire_banners', '防火横幅幅数', '悬挂防火横幅', '幅', over],
    ['fire_equipment_repaired', '维修设备台套数', '维修防灭火设备', '台套', over],
    ['firebreak_km', '防火隔离带长度', '开设防火隔离带长度', '公里'],
    ['firebreak_mu', '防火隔离带面积', '开设防火隔离带面积', '亩', { fuzz: '约' }],
    ['warnings_issued', '预警信息次数', '接收发布预警信息', '次'],
    ['phone_reminders', '电话提醒次数', '电话提醒', '次'],
    ['flood_people_mobilised', '防汛发动人次', '防汛发动人员', '人次', over],
    ['flood_vehicles', '防汛动用车辆', '防汛动用车辆', '台套'],
    ['flood_drained', '累计排水量', '累计抽排积水', '立方', wan],
  ]),
  ...rows('relief', 'stock', [
    ['stock_quilts', '储备棉被数', '储备棉被（含被套）', '床'],
    ['stock_nets', '储备蚊帐数', '储备蚊帐', '顶'],
    ['stock_coats', '储备棉衣数', '储备棉衣', '件'],
    ['stock_beds', '储备折叠床数', '储备折叠床', '张'],
    ['stock_tents', '储备帐篷数', '储备帐篷', '顶'],
    ['stock_boats', '储备冲锋舟数', '储备冲锋舟', '艘'],
  ]),
  ...rows('relief', 'flow', [
    ['relief_funds', '冬春救助资金', '发放冬春救助资金', '元', wan],
    ['relief_households', '冬春救助户数', '冬春救助户数', '户'],
    ['relief_people', '冬春救助人数', '冬春救助人数', '人'],
    ['nominated_national', '推荐国家级社区数', '推荐申报全国综合减灾示范社区', '个'],
    ['nominated_prov', '推荐省级社区数', '推荐申报省级综合减灾示范社区', '个'],
    ['census_training', '普查培训班次数', '风险普查培训班', '次'],
  ]),
  ...rows('duty', 'flow', [['video_roll_calls', '视频点名次数', '省、市视频点名查岗', '次']]),
  ...rows('plan', 'target', [
    ['target_demo_communities', '计划创建社区数', '计划创建综合减灾示范社区', '家'],
    ['target_demo_national', '计划创建国家级社区数', '计划创建的国家级示范社区', '家'],
    ['target_demo_prov', '计划创建省级社区数', '计划创建的省级示范社区', '家'],
  ]),
];
