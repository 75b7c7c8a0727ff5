import { proposeForReport, type FigureProposal } from './figure-proposal.js';
import { findPlaces } from './figure-places.js';
import { areaOfReport } from './own-area.js';
import { figureTable } from './figure-table.js';
import { parsePeriod } from '../calendar/day.js';
import type { ReportLine } from '../reports/report-table.js';

interface Read {
  meant: string[];
  /** Of each place, the keys proposed, best first. */
  proposed: string[][];
  confidence: number[];
}

/** Sentences of invented bureaus; a key in braces is a place of a report, and what it means. */
function read(sentence: string): Read {
  const meant: string[] = [];
  const text = sentence.replace(/\{([a-z_]+)\}/g, (_, key: string) => {
    meant.push(key);
    return '*';
  });
  const { places } = findPlaces([{ text, cell: null }]);
  const all = proposeForReport(
    places.map(({ around }) => around),
    figureTable,
  );
  return {
    meant,
    proposed: all.map((proposals) => proposals.map(({ figure }) => figure.key)),
    confidence: all.map(([first]) => first!.confidence),
  };
}

const understood: readonly string[] = [
  '事故起数为{accident_count}起，亡{accident_deaths}人，伤{serious_injuries}人，财产损失约{direct_loss}万元。',
  '全年开展执法检查，责令停产停业整顿企业{production_halts}家，实施行政处罚{cases_filed}起，罚没款{fines}万元。',
  '对拒不整改的{production_halts}家企业下达停产指令，问责相关人员{persons_accountable}名。',
  '危化领域查处违法行为{chem_cases}起，罚款{chem_fines}万元；非煤矿山领域{mine_cases}起，罚款{mine_fines}万元。',
  '受理并核查群众举报{reports_handled}件，按规定兑现奖金{rewards}万元，督促消除隐患{reports_hazards_eliminated}处。',
  '12350平台转来线索{reports_handled}条，全部办结，排除隐患{reports_hazards_eliminated}条，发放举报奖励{rewards}元。',
  '联合公安查获流动黑加油车{mobile_fuel_trucks_seized}辆，端掉黑加油窝点{illegal_fuel_points_closed}个，没收柴油{diesel_seized}吨、汽油{gasoline_seized}吨。',
  '聚焦燃气、自建房等重点领域开展集中整治，整改销号问题隐患{campaign_hazards_eliminated}个。',
  '矿山生态修复复绿面积{area_restored}亩，清运弃渣{waste_removed}万吨。',
  '外运处置废渣{waste_removed}吨，恢复治理{area_restored}亩，投入治理资金{rectify_funds}万元。',
  '检查中查出一般隐患{hazards_general}处，其中{hazards_general_done}处已整改到位，整改率{hazards_general_rate}%；判定重大事故隐患{hazards_major}处，已闭环销号{hazards_major_done}处，剩余{hazards_major_open}处正在整治。',
  '全年排查整治重大隐患{hazards_major}项，动态清零{hazards_major_done}项，重大隐患整改率达{hazards_major_rate}%。',
  '运用第一种形态谈话提醒{talks_admonish_all}人次，给予组织处理{org_handling_all}人。',
  '党风廉政建设方面，约谈干部{talks_admonish_all}人次，{org_handling_all}人受到诫勉等组织处理。',
  '按照{district_name}区委巡察要求，召开巡察整改专题民主生活会{rect_democratic_life_meetings}次、整改专题会{rect_special_meetings}次、调度推进会{rect_dispatch_meetings}次。',
  '{district_name}区委第三巡察组反馈问题{inspection_items}大类{inspection_issues}个，整改完成{inspection_issues_done}个，整改率{inspection_rectification_rate}%。',
  '巡察指出的{inspection_issues}个问题中，整改到位{inspection_issues_done}个、基本完成{inspection_issues_basic}个、持续推进{inspection_issues_under_way}个、长期坚持{inspection_issues_ongoing}个，逾期{inspection_issues_overdue}个。',
  '时限已到的{inspection_issues_due}个问题中，按期完成{inspection_issues_on_time}个，按期整改率{inspection_on_time_rate}%。',
  '原定时限到期问题{inspection_issues_original_due}个，原定时限内完成{inspection_issues_original_on_time}个。',
  '承接区委重点工作任务{key_tasks_at_hand}项，办结{key_tasks_done}项，完成率{key_tasks_rate}%，超期{key_tasks_overdue}项。',
  '全年收到督办件{supervision_items_at_hand}件，按时办结{supervision_items_done}件，办结率{supervision_items_rate}%，逾期{supervision_items_overdue}件。',
  '在{disaster_day_date}全国防灾减灾日和{idrr_day_date}国际减灾日期间，举办集中宣传{publicity_events}场，拉挂标语横幅{publicity_banners}条，布置展板{publicity_boards}块，发放明白纸、宣传册{publicity_leaflets}万份，赠送环保袋、围裙{publicity_gifts}个。',
  '安委会召开安全生产例会、紧急部署会{safety_special_meetings}次，党政领导带队检查{leader_inspections}次。',
  '创成全国综合减灾示范社区{demo_community_national}个、省级{demo_community_prov}个，安全文化建设示范企业{safety_culture_enterprises}家，获评全省先进个人{prov_advanced_persons}名。',
  '选派骨干赴省市参加灾害信息员轮训{disaster_info_training_attended}期，区级举办灾害信息员业务培训班{disaster_info_training_held}期，受训{disaster_info_trained}人次，配发工作手册{disaster_info_materials}册，{villages_ab_posts}个村（社区）落实AB角。',
  '发放冬春救助资金{relief_funds}万元，救助困难家庭{relief_households}户{relief_people}人。',
  '召开党工委会议{party_committee_meetings}次，党组会{party_committee_meetings}次。',
  '受灾群众冬春生活救助惠及{relief_households}户、{relief_people}人，下拨补助{relief_funds}万元。',
  '举办自然灾害风险普查业务培训{census_training}次。',
  '开展森林防火宣传，散发宣传单{fire_leaflets}份，悬挂防火条幅{fire_banners}幅，检修风力灭火机等装备{fire_equipment_repaired}台，开设防火隔离带{firebreak_km}公里、{firebreak_mu}亩。',
  '严格执行{duty_hours}小时值班和领导带班制度，接受省市视频点名{video_roll_calls}次。',
  '会同水利、教育部门排查水库、河道等涉水隐患点{water_hazards}处，增设防溺水警示牌{drowning_signs}块。',
  '力争创建示范社区{target_demo_communities}个，其中国家级{target_demo_national}个、省级{target_demo_prov}个。',
  '推进{campaign_region_prefix}安全生产专项整治三年行动。{accident_case_approved}事故调查报告经县政府批复，{accident_case_ongoing}高坠事故正在调查。',
  '全年事故造成{accident_deaths}人死亡、{serious_injuries}人受重伤，核定直接经济损失{direct_loss}万元；对{persons_accountable}名责任人员给予党纪政务处分。',
  '扣押非法运油车{mobile_fuel_trucks_seized}台，关停“黑加油站”{illegal_fuel_points_closed}座，查扣柴油{diesel_seized}吨、汽油约{gasoline_seized}吨。',
  '结合百日攻坚、建筑领域大检查等专项行动，治理各类隐患{campaign_hazards_eliminated}条。',
  '督促企业落实隐患治理经费{rectify_funds}万元。',
  '开好巡察整改专题民主生活会{rect_democratic_life_meetings}场，召开专题会议研究巡察整改{rect_special_meetings}次，召集责任科室调度整改进展{rect_dispatch_meetings}次。',
  '年度重点任务{key_tasks_at_hand}项，完成{key_tasks_done}项，{key_tasks_overdue}项滞后，总体完成率{key_tasks_rate}%。',
  '领导批示督办事项{supervision_items_at_hand}项，办结{supervision_items_done}项，超时限{supervision_items_overdue}项，办结率为{supervision_items_rate}%。',
  '组织人员参加上级灾害信息员培训{disaster_info_training_attended}次，面向镇街组织灾害信息员培训{disaster_info_training_held}次、培训{disaster_info_trained}人次，印发培训资料{disaster_info_materials}本，全部{villages_ab_posts}个村居实现A、B岗配备。',
  '储备救灾帐篷{stock_tents}顶、棉被褥{stock_quilts}床、棉衣{stock_coats}套、折叠床{stock_beds}张、蚊帐{stock_nets}床、冲锋舟{stock_boats}艘。',
  '发放森林防火宣传资料{fire_leaflets}份、张挂防火横幅{fire_banners}条，维护保养扑火机具{fire_equipment_repaired}件，清理防火隔离带{firebreak_km}公里、面积{firebreak_mu}亩。',
  '摸排危险水域隐患{water_hazards}处，竖立警示标牌{drowning_signs}块。',
  '排查一般事故隐患{hazards_general}项，闭环{hazards_general_done}项；排查重大事故隐患{hazards_major}项，整改完毕{hazards_major_done}项，余下{hazards_major_open}项正抓紧治理，重大隐患整改率为{hazards_major_rate}%。',
  '一般隐患共{hazards_general}个，已完成治理{hazards_general_done}个，治理率{hazards_general_rate}%。',
  '{district_name}委巡察组共反馈{inspection_items}个方面问题，细分{inspection_issues}个具体问题；截至目前，{inspection_issues_done}个问题完成整改，占比{inspection_rectification_rate}%，{inspection_issues_basic}个基本完成，{inspection_issues_ongoing}个需长期坚持，{inspection_issues_under_way}个正在推进。',
  '巡察问题中到期{inspection_issues_due}个，按时完成{inspection_issues_on_time}个，按时整改率{inspection_on_time_rate}%；按原定时限应到期{inspection_issues_original_due}个，原时限内完成{inspection_issues_original_on_time}个，原时限按期率{inspection_original_on_time_rate}%。',
  '制定改革举措{reform_measures}个，健全制度机制{rules_made}项，退缴违纪资金{illicit_money_collected}万元，挽回损失{losses_recovered}万元，批评教育{talks_admonish_rect}人，给予组织处理{org_handling_rect}人。',
  '中心组学习研讨{party_center_group_study}次；召开党委会议{party_committee_meetings}次；召开党建工作例会{party_building_meetings}次；参加党员活动日{theme_party_days}次；党委书记带头上党课{party_lectures_secretary}次；下基层党组织调研{party_research_visits}次；每位班子成员挂联企业支部{contact_branches_per_member}个；党委班子成员及支部书记开展党课宣讲{party_lectures_all}次；新培养入党积极分子{party_applicants}人。',
  '巡察：问题{inspection_issues}个，完成{inspection_issues_done}个，逾期{inspection_issues_overdue}个，整改率{inspection_rectification_rate}%。',
  '防汛：预警{warnings_issued}次，电话提醒{phone_reminders}次，出动{flood_people_mobilised}人次，车辆{flood_vehicles}台，排水{flood_drained}立方。',
  '共建立完善规章制度{rules_made}项、推出改革措施{reform_measures}项，收缴违纪资金{illicit_money_collected}万元，挽回各类经济损失{losses_recovered}元，约谈提醒{talks_admonish_rect}人次，组织处理党员干部{org_handling_rect}人。',
  '全年实施行政处罚{cases_filed}起、罚款{fines}万元，其中危化领域{chem_cases}起{chem_fines}万元，非煤矿山领域{mine_cases}起{mine_fines}万元。',
  '举办安全生产宣讲和“五进”活动{five_in_events}场，开展应急演练{drills}场，参演{drill_participants}人次。',
  '帐篷{stock_tents}顶、折叠床{stock_beds}张、棉大衣{stock_coats}件、棉被{stock_quilts}床、冲锋舟{stock_boats}艘、蚊帐{stock_nets}顶已入库。',
  '已累计创建国家级示范社区{demo_community_national}个、省级示范社区{demo_community_prov}个，安全文化示范企业{safety_culture_enterprises}家，省级先进个人{prov_advanced_persons}名；年内推荐全国级示范社区{nominated_national}个、省级{nominated_prov}个。',
  '转发预警信息{warnings_issued}条，电话通知{phone_reminders}次，组织抢险队员{flood_people_mobilised}人次、抽水机等{flood_vehicles}台，抽排水{flood_drained}万立方。',
  '火灾爆炸等事故共{accident_count}宗，伤者{serious_injuries}名，物损{direct_loss}万元。',
  '局党委学习中心组{party_center_group_study}次；局党委开会{party_committee_meetings}次；党建开会{party_building_meetings}次；党日{theme_party_days}次；书记党课{party_lectures_secretary}次；党课总数{party_lectures_all}次；党建走访{party_research_visits}次；联系支部{contact_branches_per_member}个；积极分子{party_applicants}名。',
  '安全会{safety_special_meetings}次，领导查{leader_inspections}次，宣传{publicity_events}次，横幅{publicity_banners}面，展架{publicity_boards}个，单页{publicity_leaflets}页，礼品{publicity_gifts}个，演练{drills}回，参加演练{drill_participants}名，五进{five_in_events}次。',
  '推荐全国示范社区{nominated_national}家，推荐省级示范社区{nominated_prov}家；明年想建示范社区{target_demo_communities}个，全国的{target_demo_national}个，省里的{target_demo_prov}个。',
  '普查班{census_training}期，点名{video_roll_calls}次，值守{duty_hours}小时。',
  '区委巡察反馈的{inspection_issues}个具体问题已整改{inspection_issues_done}个。',
  '检查企业时发现隐患，其中重大隐患{hazards_major}项。',
  '县委巡察组反馈{inspection_items}个方面{inspection_issues}个具体问题，截至6月底已完成整改{inspection_issues_done}个，整改率{inspection_rectification_rate}%，其余{inspection_issues_under_way}个均按时序推进。',
  '巡察反馈问题60个，召开党委会{party_committee_meetings}次。',
  '尚未批复：{accident_case_ongoing}坠落事故，调查组正在取证。',
  '督促企业消除各类安全隐患{hazards_eliminated}条。',
  '检查企业时督促整改隐患{hazards_eliminated}处。',
  '单位名称：{bureau_name}',
  '在{city_name}市委、市政府领导下，全市安全形势平稳。',
  '群众来电来信反映的安全隐患线索，办结{reports_handled}件，由此清除隐患{reports_hazards_eliminated}条。',
  '办结隐患举报{reports_handled}起，据此除患{reports_hazards_eliminated}条。',
  '县委巡察整改情况如下。班子逐条认领，列出清单，定人定责，按周调度，倒排时间往前赶。销号{inspection_issues_done}条，其余{inspection_issues_under_way}条抓紧推进。',
  '开展专项行动。办结举报{reports_handled}起，由此整治隐患{reports_hazards_eliminated}条。',
  '办结群众诉求举报{reports_handled}件，从中化解{reports_hazards_eliminated}条。',
  '计划创建综合防灾示范社区{target_demo_communities}个，其中国家级{target_demo_national}个、省级{target_demo_prov}个。',
  '书记到基层支部摸党建实情{party_research_visits}趟，登台讲党课{party_lectures_secretary}堂。',
  '新立和修订内部规章{rules_made}部，受助家庭{relief_households}户。',
  '巡察组指出{inspection_issues}条具体问题。截至6月底，销号{inspection_issues_done}条；整改完成率{inspection_rectification_rate}%，按时办结率{inspection_on_time_rate}%。',
  '巡察反馈问题{inspection_issues}个，完成整改{inspection_issues_done}个。消除各类安全隐患{hazards_eliminated}条。',
];

describe('a figure is understood in the words of different bureaus', () => {
  it.each(understood)('%s', (sentence) => {
    const { meant, proposed } = read(sentence);
    expect(proposed.map(([first]) => first)).toEqual(meant);
  });

  it('every figure among them', () => {
    const meant = new Set(understood.flatMap((sentence) => read(sentence).meant));
    expect(figureTable.map(({ key }) => key).filter((key) => !meant.has(key))).toEqual([]);
  });
});

/** Too little is said, or in everyday words. */
const listed: readonly string[] = [
  '全县未发生较大以上事故，仅发生小事故{accident_count}起，{accident_deaths}条生命逝去。',
  '群众打来12350电话{reports_handled}个，均已处理，排掉险情隐患{reports_hazards_eliminated}个，奖给举报人{rewards}元。',
  '需完成整改的巡察问题{inspection_issues}个。',
  '调查处理一般事故{accident_count}起。',
  '举报案件中查出一般隐患{hazards_general}条。',
  '水库周边排查整治重大隐患{hazards_major}处。',
  '因强降雨出动维修车辆{flood_vehicles}台。',
  '区领导深入企业一线督导安全{leader_inspections}人次。',
  '叫停违规生产的企业{production_halts}户。',
  '建章立制{rules_made}项，出台改革办法{reform_measures}项，追缴违规发放资金{illicit_money_collected}万元，挽损{losses_recovered}元，约谈{talks_admonish_rect}人次、组织处理{org_handling_rect}人。',
  '一路排查下来，一般的隐患{hazards_general}处，改了{hazards_general_done}处；重大的隐患{hazards_major}处，改了{hazards_major_done}处，没改完的{hazards_major_open}处。',
  '巡察整改：改革{reform_measures}项，制度{rules_made}项，收缴{illicit_money_collected}万元，挽回{losses_recovered}元，谈话{talks_admonish_rect}人次，处理{org_handling_rect}人。',
  '国家级示范社区{demo_community_national}个，省级示范社区{demo_community_prov}个，示范企业{safety_culture_enterprises}家，省级先进{prov_advanced_persons}人。',
  '上面的灾害信息员培训去了{disaster_info_training_attended}次，区里的灾害信息员培训办了{disaster_info_training_held}次，灾害信息员受教{disaster_info_trained}人次，灾害信息员书册{disaster_info_materials}本，{villages_ab_posts}个村有双岗。',
  '石材矿被查处{mine_cases}起、罚{mine_fines}万元。',
  '补种树木，恢复林地{area_restored}公顷，搬走尾砂{waste_removed}吨。',
  '执法部门开出罚单{cases_filed}张，罚{fines}万元。',
  '防火：传单{fire_leaflets}张，标语{fire_banners}条，保养{fire_equipment_repaired}台，防火线{firebreak_km}米，防火线{firebreak_mu}公顷。',
];

it.each(listed)('lists what is meant among the first three of %s', (sentence) => {
  const { meant, proposed } = read(sentence);
  expect(meant.filter((key, at) => !proposed[at]!.slice(0, 3).includes(key))).toEqual([]);
});

/** What no figure counts: the bureau makes an indicator of its own. */
const unknown: readonly string[] = [
  '启动防汛应急响应*次。',
  '电话叫应*次，启动应急响应*次。',
  '培养入党积极分子*名，预备党员转正*名。',
  '发生事故*起，与上年相比减少*起。',
  '事故起数同比增加*起。',
  '罚款较上年增长*万元。',
  '死亡人数比去年减少*人。',
  '演练场次同比增加*场。',
  '同比事故少*起，死亡少*人。',
  '开展应急演练*场，接待参观*场。',
  '立案*起，听证*起。',
  '发放救助资金*万元，慰问品*万元。',
  '发放宣传手册*份，公文*份。',
  '下达地质灾害治理资金*万元。',
  '责令停产整顿*家，暂扣许可证*家。',
  '已有*家企业完成续保。',
  '转移避险群众*人。',
  '组织特种作业考试*人次。',
  '蚊帐*顶，救生衣*件。',
  '种植绿植*盆。',
  // Of bureaus of other fields.
  '临时救助困难群众*人次。',
  '临时救助36户，发放救助金*万元。',
  '医疗救助*人次，支出救助资金*万元。',
  '救助流浪乞讨人员*人次。',
  '发放助学补助资金*万元。',
  '下达耕地地力保护补助资金*万元。',
  '排查餐饮用户*户，整改问题*个。',
  '整改河湖“四乱”问题*个。',
  '责令整改食品安全问题*个。',
  '解决群众急难愁盼问题*个。',
  '检查养老机构，发现问题*个，整改*个。',
  '排查校园周边问题31个，完成整改*个，整改率*%。',
  '问题整改率*%。',
  '受理物业投诉*件。',
  '12315平台受理投诉举报*件。',
  '为消费者挽回经济损失*万元。',
  '为农民工挽回损失*万元。',
  '局领导谈心谈话*人次。',
  '党组书记讲党课1次，其他班子成员讲党课*次。',
  '小麦播种面积*万亩。',
  '新增高效节水灌溉面积*万亩。',
  '建设高标准农田*万亩。',
  '完成整改519处，剩余*处列入暑期整改计划。',
];

it.each(unknown)('does not trust its guess for the last place of %s', (sentence) => {
  expect(read(sentence).confidence.at(-1)).toBeLessThan(0.45);
});

/** Of a part of the bureau's work only: whoever binds the place has to say so. */
const narrower: readonly (readonly [sentence: string, scope: string])[] = [
  ['在燃气安全专项行动中排查隐患120条，其中重大事故隐患*条。', '燃气安全专项行动'],
  ['治本攻坚三年行动等各专项行动共整改销号安全隐患1936条，其中重大事故隐患*条。', '治本攻坚三年行动等各专项行动'],
  ['一是开展消防百日攻坚。检查企业60家，查出一般隐患*条。', '消防百日攻坚'],
  ['省督导组来我区检查，查出重大隐患*条。', '省督导组'],
  ['泊岸镇排查一般隐患*条。', '泊岸镇'],
  ['安全生产大检查期间，全局立案*起。', '安全生产大检查'],
];

it.each(narrower)('does not trust the count of the whole in %s', (sentence, scope) => {
  const { places } = findPlaces([{ text: sentence, cell: null }]);
  const [first] = proposeForReport(
    places.map(({ around }) => around),
    figureTable,
  )[0]!;
  expect([first!.narrowedTo, first!.confidence < 0.45]).toEqual([scope, true]);
});

it.each([
  '全年开展重大事故隐患专项排查整治行动，排查重大隐患*条。',
  '在各专项行动中消除安全隐患*条。',
  '全区排查重大隐患*条。',
])('trusts the count of what is meant in %s', (sentence) => {
  expect(read(sentence).confidence[0]).toBeGreaterThan(0.45);
});

/** The first proposal of each place of a report of 2025H1. */
function firstsIn(lines: readonly ReportLine[]) {
  const { places } = findPlaces(lines);
  const period = parsePeriod('2025H1')!;
  const time = { period, asOf: period.to };
  return proposeForReport(
    places.map(({ around }) => around),
    figureTable,
    5,
    { time, area: areaOfReport(lines.map(({ text }) => text)) },
  ).map(([first]) => first!);
}
const certain = 0.45;
const isTrusted = ({ confidence }: { confidence: number }) => confidence >= certain;
const tableOf = (rows: readonly (readonly string[])[]): ReportLine[] =>
  rows.flatMap((texts, row) =>
    texts.map((text, column) => ({ text, cell: { table: 1, row: row + 1, column, span: 1 } })),
  );

/** The words tell why the last number is none of the first half of 2025. */
const apart: readonly (readonly [sentence: string, why: string, words: string])[] = [
  ['一季度立案*起。', 'part', '一季度'],
  ['一季度立案3起，二季度立案*起。', 'part', '二季度'],
  ['一季度开展检查，立案*起。', 'part', '一季度'],
  ['4月份立案*起。', 'part', '4月份'],
  ['1—3月立案*起。', 'part', '1—3月'],
  ['2025年3月18日开展应急演练*场。', 'part', '2025年3月18日'],
  ['截至3月底，排查一般隐患*条。', 'part', '3月底'],
  ['全年立案*起。', 'part', '全年'],
  ['2024年底前完成的*个问题未反弹，巡察整改不松劲。', 'otherPeriod', '2024年底前'],
  ['6月“安全生产月”开展宣传活动*场。', 'part', '6月'],
  ['去年下半年遗留的*件督办事项已办结。', 'otherPeriod', '去年下半年'],
  ['立案8起，去年同期*起。', 'otherPeriod', '去年同期'],
  ['上半年立案8起，2024年上半年*起。', 'otherPeriod', '2024年上半年'],
  ['2024年立案的*起已经结案。', 'otherPeriod', '2024年'],
  ['上年，立案*起。', 'otherPeriod', '上年'],
  ['6月1日至6月30日开展应急演练*场。', 'part', '6月1日'],
  ['力争巡察问题整改完成率达到*%。', 'goal', ''],
  ['确保隐患排查到位，其中重大隐患整改率*%。', 'goal', ''],
  ['开展应急演练不少于*场。', 'goal', ''],
  ['“十四五”以来累计开展应急演练*场。', 'since', '“十四五”以来'],
  ['近三年立案*起。', 'otherPeriod', '近三年'],
  ['上周开展应急演练*场。', 'otherPeriod', '上周'],
  ['要求重点任务完成率达到*%以上。', 'goal', ''],
  ['去年上半年巡察反馈问题整改率*%。', 'otherPeriod', '去年上半年'],
  ['年度目标消除隐患*条。', 'goal', ''],
  ['全年预期目标开展应急演练*场。', 'goal', ''],
  ['按照开展应急演练*场的年度目标推进。', 'goal', ''],
  ['上一轮巡察时，组织处理为*名。', 'otherPeriod', '上一轮'],
  ['前次巡察反馈具体问题*个。', 'otherPeriod', '前次'],
  ['年初清点时棉被为*床。', 'otherPeriod', '年初'],
  ['年初库存棉被*床。', 'otherPeriod', '年初'],
];

it.each(apart)('does not trust the count of the period in %s', (sentence, why, words) => {
  const first = firstsIn([{ text: sentence.replace(/\*(?=[^*]*$)/, '7'), cell: null }]).at(-1)!;
  expect([first.apart, first.confidence < certain]).toEqual([{ why, words }, true]);
});

it('of a number that changed, what it was before is none of the period', () => {
  const read = (text: string) => firstsIn([{ text, cell: null }]).map(({ apart: why }) => why?.why ?? null);
  expect(read('督办事项办结率由88%提高到92.5%。')).toEqual(['former', null]);
  expect(read('重大隐患数从5条减少到3条。')).toEqual(['former', null]);
  expect(read('应急演练由去年的45场次增加到52场次。')).toEqual(['former', null]);
  expect(read('由执法大队立案12起。')).toEqual([null]);
  expect(read('重大隐患整改率比去年的88%上升为92.5%。')).toEqual(['former', null]);
});

it('what a number changed to is what the subject of its sentence says, not what stands further away', () => {
  const read = (text: string) =>
    firstsIn([{ text, cell: null }]).map((first) => (isTrusted(first) ? first.figure.key : null));
  expect(read('重大隐患4条全部整改，群众满意度由95.1%提高到97.2%。').at(-1)).toBeNull();
  expect(read('重大隐患整改率由95.1%提高到97.2%。')).toEqual([null, 'hazards_major_rate']);
  expect(read('一般隐患整改率较去年同期提高到97.8%。')).toEqual(['hazards_general_rate']);
  expect(read('发生事故2起，死亡两人，起数由上年同期的5起降至2起。').at(-1)).toBe('accident_count');
  expect(read('立案8起，死亡率由5%降至2%。').at(-1)).toBeNull();
});

it('percentage points tell a change, not a rate', () => {
  const firsts = firstsIn([{ text: '重大隐患整改率97.2%，提高2.1个百分点。', cell: null }]);
  expect(firsts.map(({ apart: why }) => why)).toEqual([null, { why: 'change', words: '百分点' }]);
});

it.each([
  '{district_name}区水务局上半年工作总结',
  '{district_name}区各级河长巡河，落实{district_name}县乡村振兴规划',
  '在{district_name}区委、区政府的领导下，{district_name}县“两会”期间',
  '全面贯彻{district_name}区委全会精神，由{district_name}区长带队',
  '{district_name}旗应急管理局，{city_name}市应急管理局到我局调研',
])('a name is that of the area told right behind it: %s', (sentence) => {
  const { meant, proposed, confidence } = read(sentence);
  expect(proposed.map(([first]) => first)).toEqual(meant);
  expect(confidence.every((one) => one >= 0.45)).toBe(true);
});

it.each([
  '*镇发生一起事故',
  '在*镇召开区委巡察反馈会',
  '*社区被评为示范社区',
  '*小区起火',
  '*街道办，区委督查室',
  '*公司，县委约谈',
  '*村召开区级现场会',
])('a name of what is no area of the bureau is left open: %s', (sentence) => {
  expect(read(sentence).confidence[0]).toBeLessThan(0.45);
});

it('a number behind 第 tells which, not how many', () => {
  const firsts = firstsIn([{ text: '*县委第*巡察组反馈具体问题*个。', cell: null }]);
  expect(firsts.map(({ apart: why }) => why?.why ?? null)).toEqual([null, 'ordinal', null]);
  expect(firsts.map(isTrusted)).toEqual([true, false, true]);
});

it('a goal goes on in the next clause of what is to be ensured', () => {
  const read = (text: string) => firstsIn([{ text, cell: null }]).map((first) => first.apart?.why ?? null);
  expect(read('确保一般隐患整改率98%以上，重大隐患整改率达到100%。')).toEqual(['goal', 'goal']);
  expect(read('力争立案20起，目前立案12起。')).toEqual(['goal', null]);
});

/** What names the period itself, its as-of day or what ran on since, and words that only sound like goals. */
const ofPeriod: readonly string[] = [
  '2025年上半年立案*起。',
  '1—6月立案*起。',
  '今年以来立案*起。',
  '2025年1月1日至6月30日，立案*起。',
  '截至6月30日，立案*起。',
  '截至7月5日，立案*起。',
  '一季度立案3起，上半年共立案*起。',
  '2025年3月18日召开动员会，全局立案*起。',
  '较去年同期有所下降，立案*起。',
  '立案3起（去年同期5起），罚款*万元。',
  '依据《2024年执法计划》立案*起。',
  '在5月12日全国防灾减灾日开展宣传活动*场。',
  '二季度入汛以来，接收发布预警信息*次。',
  '2024年第四季度区委巡察组反馈具体问题*个。',
  '近三年稳中向好，今年以来立案*起。',
  '按计划开展应急演练*场。',
  '为确保安全开展应急演练*场。',
  '力争巡察整改走在前，立案*起。',
  '计划创建示范社区*个。',
  '3月“宣传周”、6月“安全生产月”场场不落，开展宣传活动*场。',
  '冬春救助资金于1月18日前发放完毕，救助*户。',
  '6月16日“使命”综合演练带动全区各行业举办应急演练*场。',
  '争取自然灾害防治项目资金到位，立案*起。',
  '目标任务清晰，承担重点任务*项。',
  '承担年度目标任务*项。',
  '超额完成年度目标，开展应急演练*场。',
  '年初清点时棉被300床，现有棉被*床。',
  '与上一轮巡察相比，本轮巡察反馈具体问题*个。',
  '年初以来，立案*起。',
];

it.each(ofPeriod)('trusts the count of the period in %s', (sentence) => {
  const first = firstsIn([{ text: sentence.replace(/\*(?=[^*]*$)/, '70'), cell: null }]).at(-1)!;
  expect([first.apart, first.confidence >= certain]).toEqual([null, true]);
});

it('a column of another period, of a change or of a goal holds no figure of this one', () => {
  const rows = [
    ['项目', '2025年1—6月', '2024年1—6月', '同比', '全年目标'],
    ['悬挂宣传横幅（条）', '120', '110', '10', '300'],
  ];
  expect(firstsIn(tableOf(rows)).map(({ apart: why, confidence }) => [why, confidence >= certain])).toEqual([
    [null, true],
    [{ why: 'otherPeriod', words: '2024年1—6月' }, false],
    [{ why: 'change', words: '同比' }, false],
    [{ why: 'goal', words: '' }, false],
  ]);
});

/** Reports of a county, unless their first line names another bureau. */
describe("numbers of another area than the bureau's", () => {
  const read = (text: string, unit = '平川县应急管理局') =>
    firstsIn([unit, text].map((line) => ({ text: line, cell: null }))).map((first) =>
      isTrusted(first) ? 'own' : (first.apart?.words ?? first.narrowedTo),
    );

  it.each<[text: string, told: (string | null)[]]>([
    ['上半年全市共排查重大隐患63条；我县排查重大隐患4条。', ['全市', 'own']],
    ['全省立案320起，罚款900万元。', ['全省', '全省']],
    ['相邻的清河县立案15起，本县立案8起。', ['清河县', 'own']],
    ['邻近的南河县立案31起。', ['南河县']],
    ['市局立案2起，我局立案8起。', ['市局', 'own']],
    ['立案8起（全市立案85起）。', ['own', '全市']],
    ['全区排查重大隐患4条。', ['全区']],
    ['全县排查重大隐患4条，平川县立案8起。', ['own', 'own']],
    ['按照全市统一部署，立案8起。', ['own']],
    ['全市安全生产会议后，立案8起。', ['own']],
    ['全国安全生产月期间，开展应急演练8场。', ['own']],
    ['针对县委巡察反馈的19个问题，推动景区立案8起。', ['own', 'own']],
    ['承办全市应急演练1场。', ['own']],
    ['立案12起。市应急局直接查办的5件不在此列。', ['own', '不在此列']],
    ['受理举报63起，云栖镇接到的17起未计入。', ['own', '未计入']],
    ['立案12起（不含云栖镇3起）。', ['own', '不含云栖镇']],
    ['储备帐篷95顶。市级代储库另有帐篷40顶。', ['own', '市级代储库']],
    ['县级物资储备库现有帐篷95顶。', ['own']],
    ['县住建局立案5起，县应急局立案3起。', ['县住建局', 'own']],
    ['县水利局3起、罚款2万元，我局立案3起。', ['县水利局', '县水利局', 'own']],
    ['建成国家级示范社区3个，而全市国家级示范社区总量为21个。', ['own', '全市']],
    ['全省累计创建国家级示范社区40个。', ['全省']],
    ['对照全省重大隐患整改率95%，我县重大隐患整改率97%。', ['全省', 'own']],
    [
      '巡察反馈问题28个。同批接受巡察的其余11个部门共领办问题90个，整改率70%。',
      ['own', '同批接受巡察的其余*个部门', '同批接受巡察的其余11个部门', '同批接受巡察的其余11个部门'],
    ],
    ['巡察反馈的其余5个问题正在整改。', ['own']],
  ])('are left open with its name: %s', (text, told) => expect(read(text)).toEqual(told));

  it.each<[text: string, told: (string | null)[]]>([
    ['省厅转办隐患12条。', ['省厅']],
    ['省厅交办举报3件，已办结3件。', ['省厅', '省厅']],
    ['市应急管理局交办督办事项7件，已办结6件。', ['市应急管理局', '市应急管理局']],
    ['承接市安委会交办重点任务11项。', ['市安委会']],
    ['县住建局排查一般隐患210条，我局排查一般隐患120条。', ['县住建局', 'own']],
    ['市局责令我县2家企业停产整顿。', ['市局']],
    ['全县各企业自行开展演练420场次。', ['全县各企业']],
    ['市委巡察组向县财政局反馈问题21个。', ['县财政局']],
    ['市级综合演练1场。', ['市级']],
    ['汲取外地事故教训，该事故造成7人死亡。', ['汲取外地事故教训']],
    ['全县年度重点任务168项，已完成120项。', ['全县', '全县']],
    ['县应急管理局立案42起，县安委办召开安全生产专题会议8次。', ['own', 'own']],
    ['会同公安部门查扣流动加油车5台。', ['own']],
    ['市公安局另行侦办油品案件9起。', ['市公安局']],
    ['县城管局另行处置违法案件9起。', ['县城管局']],
    ['检察机关另案处理，我局立案8起。', ['own']],
    ['半年来全局共约谈、批评教育干部41人次，对2人作出组织处理。', ['own', 'own']],
    ['县住建局立案5起，上半年全局立案8起。', ['县住建局', 'own']],
    ['全省力争创建省级示范社区300个，我县今年拟创建省级示范社区4个。', ['全省', 'own']],
    ['邻近的南河县拟创建省级示范社区7个。', ['南河县']],
    ['接受市局视频点名12次。', ['own']],
    ['对市局通报的问题举一反三，排查一般隐患120条。', ['own']],
    ['承担县政府督办事项26件，办结24件。', ['own', 'own']],
    ['市委巡察组向我局反馈4个方面36个问题。', ['own', 'own']],
  ])('are so where somebody else did it or handed it over: %s', (text, told) => expect(read(text)).toEqual(told));

  it('what a bureau calls its own goes by its name, or by its words', () => {
    expect(read('全市立案85起，市局立案8起。', '滨海市应急管理局')).toEqual(['own', 'own']);
    expect(read('全市立案85起，全区立案8起。', '滨海市临江区市场监督管理局')).toEqual(['全市', 'own']);
    expect(read('我区立案8起。全市立案85起。', '工作总结')).toEqual(['own', '全市']);
    expect(read('全市立案85起。全省立案320起。', '工作总结')).toEqual(['own', '全省']);
    expect(read('全市立案85起。', '平川县城市管理局')).toEqual(['全市']);
  });

  it('are so in columns and rows too; the own row is no part among others', () => {
    const columns = [
      ['项目', '全市', '我县'],
      ['应急演练（场次）', '76', '9'],
    ];
    const rows = [
      ['地区', '应急演练（场次）'],
      ['全市合计', '76'],
      ['平川县', '9'],
      ['清河县', '11'],
    ];
    const named = { text: '平川县应急管理局', cell: null };
    const told = (table: string[][]) =>
      firstsIn([named, ...tableOf(table)]).map((first) => first.apart?.words ?? first.narrowedTo);
    expect(told(columns)).toEqual(['全市', null]);
    expect(told(rows)).toEqual(['全市', null, '清河县']);
  });
});

it.each<[text: string, why: (string | null)[]]>([
  ['2026年力争创建省级综合减灾示范社区5个。', ['otherPeriod']],
  ['2025年计划创建省级综合减灾示范社区5个。', ['part']],
  ['到2025年底，计划创建省级综合减灾示范社区5个。', [null]],
  ['下半年计划创建省级综合减灾示范社区5个。', [null]],
  ['到2027年全国综合减灾示范社区达到10个。', ['otherPeriod']],
  ['到“十五五”末，隔离带总长度达到80公里。', ['goal']],
  ['2025年目标：立案80起，罚款300万元。', ['goal', 'goal']],
  ['要求全年立案不少于60起，罚款200万元。', ['goal', 'goal']],
])('what is aimed at for another time than the next period is left open: %s', (text, why) => {
  expect(firstsIn([{ text, cell: null }]).map(({ apart }) => apart?.why ?? null)).toEqual(why);
});

it('of what is counted from another start only what runs on from its own beginning is trusted', () => {
  const read = (text: string) => firstsIn([{ text, cell: null }]).map(({ apart: why }) => why?.words ?? null);
  expect(read('自2023年以来，全局累计立案40起，罚款90万元。')).toEqual(['自2023年以来', '自2023年以来']);
  expect(read('治本攻坚三年行动开展以来累计立案40起，今年上半年立案8起。')).toEqual(['治本攻坚三年行动开展以来', null]);
  expect(read('2023—2025年累计立案40起。')).toEqual(['2023—2025年']);
  expect(read('近年来立案40起。')).toEqual(['近年来']);
  expect(read('巡察反馈以来制定制度12项。')).toEqual([null]);
  expect(read('我局今年以来立案8起。')).toEqual([null]);
  expect(read('自2025年集中整治以来，消除隐患40条。')).toEqual([null]);
  expect(read('立案40起，为历年来最多，罚款9万元。')).toEqual([null, null]);
});

it('what began before half a year is not of its second half', () => {
  const period = parsePeriod('2025H2')!;
  const { places } = findPlaces([{ text: '今年以来累计立案40起。', cell: null }]);
  const setting = { time: { period, asOf: period.to }, area: null };
  const [[first]] = proposeForReport(
    places.map(({ around }) => around),
    figureTable,
    1,
    setting,
  ) as [[FigureProposal]];
  expect(first.apart).toEqual({ why: 'since', words: '今年以来' });
});

it('of rows that count the same only the total tells the whole', () => {
  const units = [
    ['单位', '督办事项（件）'],
    ['减灾救灾科', '7'],
    ['危化科', '9'],
    ['合 计', '45'],
  ];
  const read = (rows: string[][]) => firstsIn(tableOf(rows)).map((first) => [first.narrowedTo, isTrusted(first)]);
  const parts = [
    ['减灾救灾科', false],
    ['危化科', false],
  ];
  expect(read(units)).toEqual([...parts, [null, true]]);
  expect(read(units.slice(0, 3))).toEqual(parts);
  const measures = [
    ['项目', '数量'],
    ['悬挂宣传横幅（条）', '120'],
    ['应急演练（场次）', '52'],
  ];
  expect(read(measures).map(([part]) => part)).toEqual([null, null]);
});

it.each(['巡察反馈的12个方面60个问题', '县委第二轮巡察反馈我局6个方面28个具体问题', '巡察反馈12项60个问题'])(
  'the problems right behind their items are counted with confidence: %s',
  (text) => {
    const firsts = firstsIn([{ text: `${text}中，完成整改38个。`, cell: null }]);
    expect(firsts.slice(0, 2).map(({ figure, confidence }) => [figure.key, confidence >= 0.7])).toEqual([
      ['inspection_items', true],
      ['inspection_issues', true],
    ]);
  },
);

it('the most certain one comes first', () => {
  const text = '召开党委会*次，全市立案*起，力争创建示范社区*个；群众反映*件，由此清除隐患*条；普查核定调查任务*条。';
  const { places } = findPlaces(
    [...understood, text].map((line) => ({ text: line.replace(/\{\w+\}/g, '*'), cell: null })),
  );
  const all = proposeForReport(
    places.map(({ around }) => around),
    figureTable,
  ).map((proposals) => proposals.map(({ confidence }) => confidence));
  expect(all).toEqual(all.map((list) => [...list].sort((one, other) => other - one)));
});

it('what a town found is told as a part of whatever is counted', () => {
  const [whole, part] = firstsIn([{ text: '排查危险水域安全隐患17处，其中城关镇排查4处。', cell: null }]);
  expect([whole!.narrowedTo, part!.narrowedTo, part!.confidence < certain]).toEqual([null, '城关镇', true]);
});

it('the part a row of a table is headed with has no words of the columns before', () => {
  const rows = [
    ['单位', '督办事项（件）', '其中：逾期', '立案（起）'],
    ['危化科', '9', '2', '7'],
    ['合计', '9', '2', '7'],
  ];
  const told = firstsIn(tableOf(rows)).map(({ figure, narrowedTo: scope }) => [figure.key, scope]);
  expect([told[0], told[2], told[5]]).toEqual([
    ['supervision_items_at_hand', '危化科'],
    ['chem_cases', null],
    ['cases_filed', null],
  ]);
});

it('of those counted right before, what claims the same figure is a part; in a sentence of its own it is not', () => {
  const scopes = (text: string) => firstsIn([{ text, cell: null }]).map(({ narrowedTo: scope }) => scope);
  expect(scopes('开展应急演练12场，其中桌面应急演练3场。')).toEqual([null, '桌面应急演练']);
  expect(scopes('立案12起，罚款9万元，其中重点领域立案3起。')).toEqual([null, null, '重点领域立案']);
  expect(scopes('开展应急演练12场。其中应急演练3场。')).toEqual([null, null]);
  expect(scopes('排查重大隐患12条，其中已整改销号9条。')).toEqual([null, null]);
});

it('who did it or where holds to the end of the sentence, or till another is named', () => {
  const scopes = (text: string) => firstsIn([{ text, cell: null }]).map(({ narrowedTo: scope }) => scope);
  expect(scopes('云栖镇督办事项5件，办结4件，办结率80%。')).toEqual(['云栖镇', '云栖镇', '云栖镇']);
  expect(scopes('危化科查处立案5起，执法大队立案12起，全区立案20起。')).toEqual(['危化科', '执法大队', null]);
  expect(scopes('安全生产督查专班查出一般隐患45条。全局排查一般隐患90条。')).toEqual(['安全生产督查专班', null]);
  expect(scopes('非煤矿山行业排查一般隐患31条，重大隐患1条。')).toEqual(['非煤矿山行业', '非煤矿山行业']);
  expect(scopes('各乡镇排查一般隐患31条，各科开展应急演练5场。')).toEqual([null, null]);
});

it('of parallel items each tells a figure of its own', () => {
  const firsts = (sentence: string) => read(sentence).proposed.map(([first]) => first);
  expect(firsts('造成*人死亡、*人重伤')).toEqual(['accident_deaths', 'serious_injuries']);
  expect(firsts('死亡*人、重伤*人')).toEqual(['accident_deaths', 'serious_injuries']);
  expect(firsts('创建国家级示范社区*个、省级*个')).toEqual(['demo_community_national', 'demo_community_prov']);
  expect(firsts('查处违法行为*起、罚款*万元')).toEqual(['cases_filed', 'fines']);
});

it('a figure that measures something else comes last', () => {
  const [proposed] = read('排查一般隐患*万元').proposed;
  expect(proposed!.every((key) => figureTable.find((figure) => figure.key === key)!.unit === '元')).toBe(true);
});

describe('a figure of 巡察 is trusted only where 巡察 is the subject', () => {
  /** What is trusted, or whose it is told to be. */
  const told = (text: string) =>
    firstsIn(text.split('\n').map((line) => ({ text: line, cell: null }))).map((first) =>
      isTrusted(first) ? first.figure.key : (first.apart?.words ?? null),
    );
  it.each<[text: string, told: (string | null)[]]>([
    ['环保督察反馈问题4个，已完成整改3个，整改率75%。', ['环保督察', '环保督察', '环保督察']],
    ['国务院安委会考核巡查反馈问题7个，已整改5个。', ['考核巡查', '考核巡查']],
    ['审计反馈问题6个。已完成整改6个。', ['审计', '审计']],
    ['（三）审计整改\n反馈问题6个，已完成整改6个。', ['审计', '审计']],
    ['巡察反馈问题28个；审计反馈问题6个，完成整改4个。', ['inspection_issues', '审计', '审计']],
    ['审计反馈问题6个；巡察反馈问题28个，完成整改20个。', ['审计', 'inspection_issues', 'inspection_issues_done']],
    ['隐患按期整改率95.4%。', ['隐患']],
    ['受理举报60件，按期办结率98%。', ['reports_handled', '举报']],
    ['开展督查，推动巡察反馈的消防问题完成整改20个。', ['inspection_issues_done']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));
});

it('a part stays open with what it is a part of, and is no figure of another thing', () => {
  const keys = (text: string) =>
    firstsIn([{ text, cell: null }]).map((first) => (isTrusted(first) ? first.figure.key : null));
  expect(keys('排查安全隐患1286条，已整改1204条。')).toEqual([null, null]);
  expect(keys('督促企业消除各类安全隐患1204条。')).toEqual(['hazards_eliminated']);
  expect(keys('召开党委会12次，其中研究安全生产5次。')).toEqual(['party_committee_meetings', null]);
  expect(keys('发现各类隐患120条，其中重大事故隐患3条。')).toEqual([null, 'hazards_major']);
  expect(keys('重大事故隐患整改销号：挂牌督办3条，已摘牌2条。')).toEqual([null, null]);
  expect(keys('挂牌督办重大隐患3条，已整改摘牌2条。')).toEqual(['hazards_major', null]);
  expect(keys('巡察反馈问题28个，其中涉及隐患排查3个，已完成整改20个。')).toEqual([
    'inspection_issues',
    null,
    'inspection_issues_done',
  ]);
});
