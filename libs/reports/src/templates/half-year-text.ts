import type { TemplateBlock } from '../building/report-content.js';
import { progressColumns } from './progress-columns.js';
import { heading, paragraph, table } from './template-blocks.js';

/** The half-year report of an emergency management bureau, section by section; every number and name is a tag. */
export const halfYearBlocks: readonly TemplateBlock[] = [
  { kind: 'title', text: '{bureau_name}关于' },
  { kind: 'title', text: '{period_label}工作情况的报告' },
  { kind: 'addressee', text: '{district_name}委、{district_name}人民政府：' },
  paragraph('现就我局{period_label}各项工作的进展、成效和下一步安排报告如下，数据统计截至{as_of_date}。'),

  heading(1, '一、{period_word}全区安全形势'),
  paragraph(
    '期内统计一般生产安全事故{accident_count}起、死亡{accident_deaths}人。{#accident_count}对发生的事故逐起核对信息。{/accident_count}坚持会商研判，对事故易发的行业和时段提前部署检查，把防范措施落到企业、班组和岗位。',
  ),

  paragraph(
    '{#any_accident_above_general}期内另有较大及以上生产安全事故：{/any_accident_above_general}{#accidents_above_general}{title}（{leadUnit}）{joint}{/accidents_above_general}',
  ),

  heading(1, '二、主要工作'),
  heading(2, '（一）党的建设'),
  heading(3, '1. 理论学习'),
  paragraph(
    '坚持把学习贯彻党的创新理论列为党委会第一议题和支部“三会一课”必学内容，集中研读与个人自学相结合，学习体会与应急管理实务相对照。',
  ),
  heading(3, '2. 从严治党责任'),
  paragraph(
    '党委中心组集体学习{party_center_group_study}次，党委会{party_committee_meetings}次、党建专题会议{party_building_meetings}次，班子成员到支部参加主题党日{theme_party_days}次，书记讲党课{party_lectures_secretary}次，赴基层调研党建工作{party_research_visits}次；班子成员人均联系企业党支部{contact_branches_per_member}个。',
  ),
  paragraph(
    '坚持抓早抓小，全局批评教育、约谈{talks_admonish_all}人次，组织处理{org_handling_all}人。党委成员和支部书记共讲党课{party_lectures_all}次，现有入党积极分子{party_applicants}名。',
  ),
  heading(3, '3. 意识形态工作'),
  paragraph(
    '意识形态工作与业务工作同部署、同检查、同考核。网站和新媒体信息先审后发，突发事件信息统一口径、及时回应，干部职工思想动态定期分析。',
  ),
  heading(3, '4. 巡察反馈问题整改'),
  paragraph(
    '聚焦问题抓整改。对{district_name}委巡察反馈意见，党委负整改主体责任，按{district_name}纪委监委意见对账销号。期内巡察整改专题民主生活会{rect_democratic_life_meetings}次、专题会议{rect_special_meetings}次，有关科室调度会{rect_dispatch_meetings}次。',
  ),
  paragraph(
    '“{inspection_round}”反馈{inspection_items}项{inspection_issues}个具体问题{#inspection_issues}，截至{as_of_date}已完成整改{inspection_issues_done}个{/inspection_issues}{#inspection_issues_basic}，基本完成、仍在推进{inspection_issues_basic}个{/inspection_issues_basic}{#inspection_issues_ongoing}，转入长期坚持{inspection_issues_ongoing}个{/inspection_issues_ongoing}{#inspection_issues}，整改率{inspection_rectification_rate}%{/inspection_issues}。整改时限已到的问题{inspection_issues_due}个{#inspection_issues_due}，其中按期完成{inspection_issues_on_time}个，按期整改率{inspection_on_time_rate}%{/inspection_issues_due}。{#inspection_issues_under_way}下一步，对正在整改的{inspection_issues_under_way}个问题逐个落实时限、牵头单位和责任人，跟踪到销号。{/inspection_issues_under_way}各单位进度如下表。',
  ),
  table('progress_by_unit', progressColumns),
  paragraph(
    '整改成果。出台改革措施{reform_measures}项，制定完善制度{rules_made}项，收缴违纪款{illicit_money_collected|万}万元，挽回经济损失{losses_recovered}元；整改中批评教育、约谈{talks_admonish_rect}人次，组织处理{org_handling_rect}人。',
  ),
  paragraph(
    '基层基础。按照{city_name}和{district_name}的部署推进基层应急能力建设：截至{as_of_date}，累计创建全国综合减灾示范社区{demo_community_national}个、省级综合减灾示范社区{demo_community_prov}个，全国安全文化建设示范企业{safety_culture_enterprises}家，获评省级先进个人{prov_advanced_persons}名。',
  ),

  heading(2, '（二）安全生产'),
  paragraph(
    '一是专项行动。按照{campaign_region_prefix}安全生产专项整治的部署开展重点行业排查，各专项行动消除安全隐患{campaign_hazards_eliminated}条。',
  ),
  paragraph(
    '二是监管执法。危险化学品领域立案处罚{chem_cases}起、罚款{chem_fines|万}万元；非煤矿山领域立案处罚{mine_cases}起、罚款{mine_fines|万}万元。',
  ),
  paragraph('三是水域安全。排查出危险水域隐患{water_hazards}处，制作防溺水宣传牌{drowning_signs|余}块。'),
  paragraph(
    '四是打非治违。查扣非法流动加油车{mobile_fuel_trucks_seized}台，取缔非法加油点{illegal_fuel_points_closed}处，查扣车用柴油{diesel_seized}吨、汽油{gasoline_seized|约}吨。',
  ),
  paragraph('五是环保督察整改。期内在办问题的时限、牵头单位和进展如下：{^env_issues}无。{/env_issues}'),
  paragraph('{#env_issues}'),
  paragraph('（{index}）{dueOn}{dueMark}，{title}（{leadUnit}）：{latestProgress}。'),
  paragraph('{/env_issues}'),
  paragraph('六是举报核查。办结安全生产举报{reports_handled}起，由此消除隐患{reports_hazards_eliminated}条。'),
  paragraph('七是事故调查。调查报告已批复的事故：{accident_case_approved}；正在调查的事故：{accident_case_ongoing}。'),
  paragraph(
    '八是统筹协调。安全生产专题会议{safety_special_meetings}次，区级领导带队督导检查{leader_inspections|余}次。',
  ),
  paragraph(
    '九是宣传和演练。每年以{disaster_day_date}全国防灾减灾日、{idrr_day_date}国际减灾日为重点时点。期内开展宣传活动{publicity_events}场次，悬挂横幅{publicity_banners|余}条，制作展板{publicity_boards|余}块，发放手册和宣传单{publicity_leaflets|万余}份、扇子和手提袋{publicity_gifts|余}个；组织事故应急演练{drills|余}场次、参加{drill_participants|千余}人，安全宣讲和“五进”活动{five_in_events}场。',
  ),

  heading(2, '（三）森林草原防灭火和防汛抗旱'),
  paragraph(
    '防灭火方面，发放宣传单{fire_leaflets|余}份，悬挂横幅{fire_banners|余}幅，检修各类装备{fire_equipment_repaired|余}台套，开设隔离带{firebreak_km}公里、面积{firebreak_mu|约}亩。',
  ),
  paragraph(
    '防汛抗旱方面，接收和发布预警信息{warnings_issued}次，电话提醒{phone_reminders}次，执行{duty_hours}小时值班；防汛应急发动人员{flood_people_mobilised|余}人次、车辆设备{flood_vehicles}台套，抽排积水{flood_drained|万}万立方米。',
  ),

  heading(2, '（四）防灾减灾救灾'),
  paragraph(
    '物资储备方面，库存棉被（含被套）{stock_quilts}床、蚊帐{stock_nets}顶、棉衣{stock_coats}件、折叠床{stock_beds}张、帐篷{stock_tents}顶、冲锋舟{stock_boats}艘。',
  ),
  paragraph(
    '群众救助方面，下拨冬春救助资金{relief_funds|万}万元，惠及{relief_households}户{relief_people}人。示范创建方面，推荐申报全国综合减灾示范社区{nominated_national}个、省级{nominated_prov}个。',
  ),
  paragraph(
    '队伍建设方面，参加省、市灾害信息员培训{disaster_info_training_attended}次，自办培训{disaster_info_training_held}次，培训{disaster_info_trained}人次，发放资料{disaster_info_materials|万多}份，A、B岗齐备的村居达到{villages_ab_posts}个。风险普查方面，{district_name}举办培训班{census_training}次。',
  ),

  heading(2, '（五）应急值守'),
  paragraph('执行领导带班和信息报送逐级签核制度，接受省、市视频点名{video_roll_calls}次。'),

  heading(1, '三、{next_period_word}重点工作'),
  heading(2, '（一）工作目标'),
  paragraph(
    '以防范较大以上事故为底线，严格控制事故起数和死亡人数；{campaign_region_prefix}安全生产专项整治的各项任务按期销号。',
  ),
  heading(2, '（二）主要任务'),
  paragraph('一是专项整治。对照{campaign_region_prefix}安全生产专项整治清单，补短板、建机制，把重大隐患逐项挂账督办。'),
  paragraph('二是执法监管。落实{district_name}年度执法检查计划，推行联合执法和说理式执法，既严格处罚也帮助整改。'),
  paragraph('三是防汛和防灭火。汛期、防火期前完成队伍、物资、预案三项检查，每支队伍至少实战演练一次。'),
  paragraph(
    '四是减灾基础。计划创建综合减灾示范社区{target_demo_communities}家{#target_demo_communities}，其中国家级{target_demo_national}家、省级{target_demo_prov}家{/target_demo_communities}；补齐专业抢险队伍，完善与企业的联动机制。',
  ),
  paragraph('五是风险普查。按国家和省、市确定的节点完成调查、质检和成果应用。'),
  paragraph('六是应急值守。执行{duty_hours}小时值班和领导带班，突发事件第一时间核实、报告、处置。'),
  paragraph('七是党建引领。党建工作与安全生产同谋划、同考核，廉洁从政、依法履职。'),
  paragraph('八是中心工作。上级交办的其他任务列入督办台账，与业务工作同步推进。'),
  paragraph('九是重点任务。尚未完成的重点任务按下列时限推进：{^key_tasks}无。{/key_tasks}'),
  paragraph('{#key_tasks}'),
  paragraph('（{index}）{dueOn}{dueMark}，{title}（{leadUnit}）。'),
  paragraph('{/key_tasks}'),
];
