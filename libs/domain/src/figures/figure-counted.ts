import type { Figure, FigureDisplay, FigureGroup, FigureNature } from './figure.js';

type Row = readonly [key: string, alias: string, name: string, unit: string, display?: FigureDisplay];

const rows = (
  source: 'tickets' | 'outcomes',
  group: FigureGroup,
  nature: FigureNature,
  list: readonly Row[],
): readonly Figure[] =>
  list.map(([key, alias, name, unit, display = {}]) => ({ key, alias, name, unit, source, nature, group, display }));

const wan = { scale: '万' } as const;
const oneDecimal = { decimals: 1 } as const;

/** Figures that tickets and their outcomes answer; what each counts is the evaluator's table. */
export const countedFigures: readonly Figure[] = [
  ...rows('tickets', 'safety', 'flow', [
    ['accident_count', '一般事故起数', '一般生产安全事故起数', '起'],
    ['water_hazards', '水域隐患数', '排查出的危险水域隐患', '处'],
    ['reports_handled', '举报办结数', '办结的安全生产举报', '起'],
  ]),
  ...rows('tickets', 'safety', 'flow', [
    ['hazards_general', '一般隐患数', '排查发现的一般隐患', '条'],
    ['hazards_general_done', '一般隐患整改数', '其中已整改的一般隐患', '条'],
    ['hazards_general_rate', '一般隐患整改率', '一般隐患整改率', '%', oneDecimal],
    ['hazards_major', '重大隐患数', '排查发现的重大隐患', '条'],
    ['hazards_major_done', '重大隐患销号数', '其中已整改销号的重大隐患', '条'],
    ['hazards_major_rate', '重大隐患整改率', '重大隐患整改率', '%', oneDecimal],
  ]),
  ...rows('outcomes', 'safety', 'flow', [
    ['hazards_eliminated', '消除隐患数', '各类事项消除的隐患', '条'],
    ['rectify_funds', '隐患治理资金', '隐患治理投入的资金', '元', wan],
    ['production_halts', '停产停业家数', '责令停产停业的企业', '家'],
    ['serious_injuries', '一般事故重伤人数', '一般生产安全事故重伤人数', '人'],
    ['direct_loss', '事故直接损失', '一般生产安全事故直接经济损失', '元', wan],
    ['persons_accountable', '事故追责人数', '事故调查追究责任的人员', '人'],
    ['rewards', '举报奖励金额', '发放的举报奖励', '元'],
  ]),
  ...rows('tickets', 'safety', 'stock', [['hazards_major_open', '在治重大隐患数', '尚未销号的重大隐患', '条']]),
  ...rows('tickets', 'supervision', 'flow', [
    ['key_tasks_at_hand', '重点任务数', '本期在办的重点任务', '项'],
    ['key_tasks_done', '重点任务完成数', '其中已完成的重点任务', '项'],
    ['key_tasks_overdue', '重点任务逾期数', '其中逾期未报结的重点任务', '项'],
    ['key_tasks_rate', '重点任务完成率', '重点任务完成率', '%', oneDecimal],
    ['supervision_items_at_hand', '督办事项数', '本期在办的督办事项', '件'],
    ['supervision_items_done', '督办办结数', '其中已办结的督办事项', '件'],
    ['supervision_items_overdue', '督办逾期数', '其中逾期未报结的督办事项', '件'],
    ['supervision_items_rate', '督办办结率', '督办事项办结率', '%', oneDecimal],
  ]),
  ...rows('outcomes', 'safety', 'flow', [
    ['accident_deaths', '一般事故死亡人数', '一般生产安全事故死亡人数', '人'],
    ['reports_hazards_eliminated', '举报消除隐患数', '查处举报消除的隐患', '条'],
  ]),
  ...rows('tickets', 'rectification', 'cumulative', [
    ['inspection_items', '巡察反馈项数', '巡察反馈问题所属的方面', '项'],
    ['inspection_issues', '巡察问题数', '巡察反馈的具体问题', '个'],
    ['inspection_issues_done', '巡察完成整改数', '已完成整改的巡察问题', '个'],
    ['inspection_issues_basic', '巡察基本完成数', '基本完成、仍在整改的巡察问题', '个'],
    ['inspection_issues_ongoing', '巡察长期坚持数', '长期坚持、尚未验收的巡察问题', '个'],
    ['inspection_issues_under_way', '巡察正在整改数', '尚未完成、正在整改的巡察问题', '个'],
    ['inspection_issues_overdue', '巡察逾期问题数', '已过整改时限、尚未报结的巡察问题', '个'],
    ['inspection_issues_due', '巡察到期问题数', '整改时限已到的巡察问题', '个'],
    ['inspection_issues_on_time', '巡察按期完成数', '时限已到且按期完成的巡察问题', '个'],
    ['inspection_issues_original_due', '巡察原时限到期数', '原定整改时限已到的巡察问题', '个'],
    ['inspection_issues_original_on_time', '巡察原时限内完成数', '在原定时限内完成的巡察问题', '个'],
    ['inspection_rectification_rate', '巡察整改率', '巡察问题整改率', '%', oneDecimal],
    ['inspection_on_time_rate', '巡察按期整改率', '巡察问题按期整改率', '%', oneDecimal],
    ['inspection_original_on_time_rate', '巡察原时限按期率', '巡察问题按原定时限的按期整改率', '%', oneDecimal],
  ]),
  ...rows('outcomes', 'rectification', 'cumulative', [
    ['reform_measures', '出台改革措施数', '巡察整改出台的改革措施', '项'],
    ['rules_made', '制定完善制度数', '巡察整改制定完善的制度', '项'],
    ['illicit_money_collected', '收缴违纪款', '巡察整改收缴的违纪款', '元', wan],
    ['losses_recovered', '挽回经济损失', '巡察整改挽回的经济损失', '元'],
    ['talks_admonish_rect', '巡察批评教育约谈', '巡察整改中批评教育、约谈', '人次'],
    ['org_handling_rect', '巡察组织处理', '巡察整改中组织处理', '人'],
  ]),
  ...rows('outcomes', 'party', 'flow', [
    ['talks_admonish_all', '全局批评教育约谈', '全局批评教育、约谈', '人次'],
    ['org_handling_all', '全局组织处理', '全局组织处理', '人'],
  ]),
  ...rows('outcomes', 'enforcement', 'flow', [
    ['campaign_hazards_eliminated', '专项行动消除隐患数', '各专项行动消除的隐患', '条'],
    ['cases_filed', '立案数', '各领域立案', '起'],
    ['fines', '罚款总额', '各领域罚款', '元', wan],
    ['chem_cases', '危化立案数', '危险化学品领域立案', '起'],
    ['chem_fines', '危化罚款', '危险化学品领域罚款', '元', wan],
    ['mine_cases', '非煤矿山立案数', '非煤矿山领域立案', '起'],
    ['mine_fines', '非煤矿山罚款', '非煤矿山领域罚款', '元', wan],
    ['mobile_fuel_trucks_seized', '查扣流动加油车', '查扣的非法流动加油车', '台'],
    ['illegal_fuel_points_closed', '取缔非法加油点', '取缔的非法加油点', '处'],
    ['diesel_seized', '查扣柴油', '查扣的车用柴油', '吨'],
    ['gasoline_seized', '查扣汽油', '查扣的汽油', '吨', { fuzz: '约' }],
    ['area_restored', '修复面积', '环保督察问题整改修复的面积', '亩'],
    ['waste_removed', '清运废渣吨数', '环保督察问题整改清运的废渣', '吨'],
  ]),
];
