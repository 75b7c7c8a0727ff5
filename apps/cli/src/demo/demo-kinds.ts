import type { TicketKind } from '@xiaohao/domain';

/** One demo ticket of another kind than inspection issues; days count from today, the past is negative. */
export interface DemoKindPlan {
  kind: TicketKind;
  title: string;
  unit: 'chemicals' | 'relief' | 'town';
  fate: 'draft' | 'assigned' | 'in_progress' | 'pending_acceptance' | 'closed';
  raised: number;
  due: number;
  level?: string;
  site?: string;
  industry?: string;
  town?: string;
  theirNo?: string;
  campaign?: keyof typeof demoCampaigns;
  /** Names the ticket for its sub-tasks. */
  key?: string;
  parent?: string;
  details?: Record<string, unknown>;
  /** Details that are days, by their distance from today. */
  days?: Record<string, number>;
  occurred?: number;
  percent?: number;
  progress?: string;
  outcome?: { type: string; amount: number };
}

/** Days from today on which each campaign begins and ends. */
export const demoCampaigns = {
  gas: { name: '燃气隐患排查整治', from: -150, to: 40 },
  water: { name: '水域安全隐患排查整治', from: -120, to: 60 },
  fuel: { name: '打击非法经营成品油', from: -90, to: 90 },
} as const;

/** A handful of each kind, so that no page is empty; every name is invented. */
export const demoKindPlans: readonly DemoKindPlan[] = [
  {
    kind: 'hazard',
    title: '储罐区可燃气体探测器失效 3 处，报警信号未接入值班室',
    unit: 'chemicals',
    fate: 'in_progress',
    raised: -40,
    due: 45,
    level: 'major',
    site: '澜州恒昌化工有限公司',
    industry: '危化',
    details: {
      inspectionKind: 'expert',
      foundBy: '专家组',
      fundsYuan: 460000,
      assuredDuty: true,
      assuredMeasure: true,
      listed: true,
      listedNo: '青安办督〔2〕号',
      listedLevel: 'county',
      listedUnit: '区安委会',
    },
    days: { listedOn: -35 },
    percent: 45,
    progress: '探测器已到货，正在逐台安装调试',
  },
  {
    kind: 'hazard',
    title: '液化气瓶与明火同处一室，未安装报警装置',
    unit: 'chemicals',
    fate: 'closed',
    raised: -60,
    due: -30,
    level: 'general',
    site: '临河小吃店',
    industry: '燃气',
    campaign: 'gas',
    details: { inspectionKind: 'special', foundBy: '燃气检查组', fundsYuan: 1800 },
    outcome: { type: 'hazards_eliminated', amount: 2 },
  },
  {
    kind: 'hazard',
    title: '燃气管道穿越配电间，无防护套管',
    unit: 'chemicals',
    fate: 'in_progress',
    raised: -35,
    due: -4,
    level: 'general',
    site: '松岭宾馆',
    industry: '燃气',
    campaign: 'gas',
    details: { inspectionKind: 'special', fundsYuan: 12000 },
    percent: 60,
    progress: '已委托施工单位，套管加工中',
  },
  {
    kind: 'hazard',
    title: '青石水库东岸缺少警示牌和救生设施',
    unit: 'town',
    fate: 'pending_acceptance',
    raised: -25,
    due: 5,
    level: 'general',
    site: '青石水库东岸',
    industry: '水域',
    town: '云栖镇',
    campaign: 'water',
    details: { inspectionKind: 'daily' },
  },
  {
    kind: 'public_report',
    title: '反映城东一处仓库夜间违规存放汽油',
    unit: 'chemicals',
    fate: 'in_progress',
    raised: -20,
    due: 38,
    site: '城东路仓库',
    industry: '成品油',
    campaign: 'fuel',
    details: { channel: 'hotline_12350', reporterKind: 'named' },
    days: { receivedOn: -20 },
    percent: 30,
    progress: '已现场核查并取样，责令停止经营',
  },
  {
    kind: 'public_report',
    title: '反映某加工厂粉尘车间通风不良',
    unit: 'chemicals',
    fate: 'closed',
    raised: -70,
    due: -12,
    industry: '工贸',
    details: { channel: 'hotline_12345', reporterKind: 'anonymous', verified: 'partly' },
    days: { receivedOn: -70 },
    outcome: { type: 'hazards_eliminated', amount: 3 },
  },
  {
    kind: 'env_inspection_issue',
    title: '鹰嘴岩石料厂矿坑未按方案复绿',
    unit: 'relief',
    fate: 'in_progress',
    raised: -100,
    due: 60,
    theirNo: 'D-017',
    site: '鹰嘴岩石料厂',
    industry: '非煤矿山',
    details: { target: '完成矿坑回填，复绿 40 亩并通过县级验收' },
    percent: 55,
    progress: '已回填 26 亩，完成苗木采购',
    outcome: { type: 'area_restored', amount: 22 },
  },
  {
    kind: 'env_inspection_issue',
    title: '石桥砂场堆场未覆盖、运输道路扬尘',
    unit: 'relief',
    fate: 'pending_acceptance',
    raised: -95,
    due: 12,
    theirNo: 'D-021',
    site: '石桥砂场',
    industry: '非煤矿山',
    details: { target: '堆场全覆盖，道路硬化并配喷淋', noticeDays: '5' },
    days: { countyAcceptedOn: -20, noticeFrom: -14, noticeTo: -5 },
  },
  {
    kind: 'accident_investigation',
    title: '青屏某建材厂“高处坠落”一般事故调查',
    unit: 'chemicals',
    fate: 'in_progress',
    raised: -24,
    due: 34,
    occurred: -25,
    level: 'general',
    site: '青屏建材厂',
    industry: '建筑施工',
    details: { accidentType: 'fall' },
    percent: 40,
    progress: '完成现场勘查和询问笔录，正在起草调查报告',
    outcome: { type: 'deaths', amount: 1 },
  },
  {
    kind: 'key_task',
    key: 'community',
    title: '创建综合减灾示范社区',
    unit: 'relief',
    fate: 'in_progress',
    raised: -80,
    due: 36,
    details: { target: '年内创建综合减灾示范社区 3 个', targetValue: 3, presentValue: 1, valueUnit: '个' },
    progress: '一个社区已通过市级验收',
  },
  {
    kind: 'key_task',
    parent: 'community',
    title: '省级示范社区申报材料',
    unit: 'relief',
    fate: 'in_progress',
    raised: -75,
    due: 10,
    percent: 70,
    progress: '材料已报市局预审',
  },
  {
    kind: 'key_task',
    parent: 'community',
    title: '社区应急物资储备点建设',
    unit: 'relief',
    fate: 'in_progress',
    raised: -75,
    due: 25,
    percent: 40,
    progress: '两处储备点完成选址',
  },
  { kind: 'key_task', title: '防汛抢险综合演练', unit: 'relief', fate: 'draft', raised: -6, due: 60 },
  {
    kind: 'supervision_item',
    title: '落实区政府常务会议关于危化品运输车辆停放的要求',
    unit: 'chemicals',
    fate: 'in_progress',
    raised: -18,
    due: -2,
    details: { sourceForm: 'meeting', sourceNo: '区政府第 9 次常务会议', replyForm: 'written' },
    percent: 80,
    progress: '已划定停放区域，正在征求运输企业意见',
  },
  {
    kind: 'supervision_item',
    title: '报送冬春救助资金发放情况',
    unit: 'relief',
    fate: 'assigned',
    raised: -3,
    due: 12,
    details: { sourceForm: 'instruction', instruction: '请抓紧办理，确保节前发放到户', replyForm: 'special' },
  },
];
