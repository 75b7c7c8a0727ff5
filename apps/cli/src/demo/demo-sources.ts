import type { TicketKind } from '@xiaohao/domain';

export interface DemoSource {
  readonly kind: TicketKind;
  readonly name: string;
  /** Days from today on which it was fed back; the rounds of inspection lie by the half-years, see `demoDates`. */
  readonly on: number;
}

/** Where tickets come from; `{year}` is that of the day. */
export const demoSources = {
  hazard_city: { kind: 'hazard', name: '市安委会{year}年明查暗访', on: -210 },
  hazard_quarter: { kind: 'hazard', name: '{year}年第三季度安全生产检查', on: -120 },
  hazard_experts: { kind: 'hazard', name: '{year}年重点企业专家会诊', on: -75 },
  hazard_winter: { kind: 'hazard', name: '{year}年今冬明春安全检查', on: -30 },
  env_province: { kind: 'env_inspection_issue', name: '省生态环境保护督察反馈（{year}年）', on: -330 },
  env_city: { kind: 'env_inspection_issue', name: '市级生态环境问题清单（{year}年）', on: -140 },
  task_year: { kind: 'key_task', name: '{year}年区政府工作报告重点任务', on: -300 },
  task_half: { kind: 'key_task', name: '{year}年下半年重点工作', on: -150 },
  sup_meeting: { kind: 'supervision_item', name: '区政府常务会议议定事项（{year}年）', on: -280 },
  sup_letter: { kind: 'supervision_item', name: '区委督查室督办函（{year}年）', on: -160 },
  sup_congress: { kind: 'supervision_item', name: '人大建议和政协提案（{year}年）', on: -240 },
} as const satisfies Record<string, DemoSource>;

export type DemoSourceKey = keyof typeof demoSources;

/** Days from today on which each campaign begins and ends; figures of the report find some of them by their name. */
export const demoCampaigns = {
  gas: { name: '燃气隐患排查整治', from: -150, to: 40 },
  water: { name: '水域安全隐患排查整治', from: -220, to: 60 },
  fuel: { name: '打击非法经营成品油', from: -330, to: 90 },
  major: { name: '重大事故隐患专项排查', from: -300, to: 30 },
  mines: { name: '露天矿山边坡整治', from: -260, to: 120 },
  building: { name: '建筑工地“安全帽、安全绳”检查', from: -200, to: -20 },
  fire: { name: '消防通道集中整治', from: -170, to: 45 },
  forest: { name: '今冬明春森林防火', from: -60, to: 150 },
  flood: { name: '汛期安全隐患排查', from: -230, to: -50 },
  traffic: { name: '农村道路安全提升', from: -180, to: 100 },
  winter: { name: '秋冬季安全生产专项整治', from: -70, to: 60 },
  emergency: { name: '政企联动应急演练', from: -110, to: 20 },
} as const;

export type DemoCampaignKey = keyof typeof demoCampaigns;
