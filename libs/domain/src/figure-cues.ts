/**
 * Words that stand beside a figure in a report, by key. Cues are parted by blanks, alternatives by `|`. The first cue is
 * the telling one (after `>` it stands only behind the place), the others support it; one after `+` is needed somewhere, be it in the heading above; one after `!`
 * speaks against the figure.
 */
export const figureCues: Readonly<Record<string, string>> = {
  accident_count: '事故 生产安全|安全事故|一般 发生|接报|统计 !死亡|演练|调查|举报|批复',
  accident_deaths: '死亡|亡人|亡|遇难|身亡 事故|生产安全 !起',
  water_hazards: '隐患|风险点|隐患点 +水域|水库|河道|坑塘|涉水|溺水 排查|发现|摸排 !宣传牌|警示牌|标牌',
  reports_handled: '举报|12350|投诉 案件|线索|件 处理|办结|核查|受理|查处|结案 !消除|整改隐患|排除|发放',
  reports_hazards_eliminated: '消除|整改|排除|查实|治理 隐患 +举报|12350|投诉 查处|核查',

  hazards_general:
    '一般隐患|一般事故隐患|一般性隐患 排查|发现|查出|隐患 !重大隐患|重大事故隐患|完成整改|整改完成|已整改|整改到位|其中|率|举报|水域',
  hazards_general_done:
    '已整改|完成整改|整改完成|整改到位|整改 +一般隐患|一般事故隐患|一般性隐患 其中|已 !重大隐患|重大事故隐患|举报|率',
  hazards_general_rate: '整改率|完成率 +一般隐患|一般事故隐患|一般性隐患 整改 !重大隐患|重大事故隐患|按期',
  hazards_major:
    '重大隐患|重大事故隐患 排查|发现|查出|挂牌|隐患 !一般隐患|一般事故隐患|完成整改|整改完成|已整改|整改到位|销号|在治|尚未|未销号|其中|率',
  hazards_major_done:
    '销号|整改销号|已整改|完成整改|整改完成|整改到位|整改 +重大隐患|重大事故隐患 其中|已 !在治|尚未|未销号|正在|率|一般隐患|举报',
  hazards_major_rate: '整改率|销号率|完成率 +重大隐患|重大事故隐患 整改 !一般隐患|一般事故隐患|按期',
  hazards_major_open: '在治|尚未销号|未销号|尚未整改|正在治理|正在整改|尚有|仍有 +重大隐患|重大事故隐患 治理|挂牌 !率',

  key_tasks_at_hand: '重点任务|重点工作任务|重点工作 任务|承担|在办|共 !完成率|已完成|逾期|督办|巡察',
  key_tasks_done: '完成|办结 +重点任务|重点工作任务|重点工作 已|其中|任务 !逾期|未完成|完成率|率|督办|巡察|问题',
  key_tasks_overdue:
    '逾期|超期|超时限|未按期|滞后 +重点任务|重点工作任务|重点工作 任务|未完成|未报结 !督办|巡察|问题|率',
  key_tasks_rate: '完成率|办结率 +重点任务|重点工作任务|重点工作 任务 !督办|巡察|隐患|按期',
  supervision_items_at_hand: '督办|督办事项|交办事项|督办件 承办|在办|共|事项 !办结率|已办结|逾期|重点任务|巡察',
  supervision_items_done: '办结|完成|已办结 +督办|交办 已|其中|事项 !逾期|未办结|率|重点任务|巡察|举报',
  supervision_items_overdue: '逾期|超期|超时限|未按期 +督办|交办 事项|未办结|未报结 !重点任务|巡察|问题|率',
  supervision_items_rate: '办结率|完成率 +督办|交办 事项 !重点任务|巡察|隐患|按期|举报',

  inspection_items: '>方面|大项|大类|项|类 +反馈|巡察|巡视|问题 意见|反馈 !重点任务|任务|督办|隐患|措施|制度|完成|改革',
  inspection_issues:
    '>具体问题|个问题|问题 +反馈|巡察|巡视|问题 反馈问题|问题共|具体|共|认领|查找|合计|方面|大项 !未完成|逾期|未整改|尚未|隐患|任务|督办|措施|完成|整改到位|销号|已整改|句号|清零',
  inspection_issues_done:
    '完成整改|整改完成|整改到位|已整改|已完成|办结|销号|句号|清零|解决 问题|巡察 已|完成 !未完成|逾期|未整改|尚未|未销号|隐患|任务|督办|基本|长期',
  inspection_issues_basic: '基本完成|基本整改 整改|问题|巡察',
  inspection_issues_ongoing: '长期坚持|持续整改|长期 整改|问题',
  inspection_issues_under_way:
    '正在整改|整改中|正在推进|推进中|在整改|尚在整改 +反馈|巡察|巡视|问题 !逾期|长期|共|隐患|任务|督办',
  inspection_issues_overdue: '逾期|超期|超时限|未按期 +反馈|巡察|巡视|问题 未完成|仍未 !任务|督办|隐患|率',
  inspection_issues_due: '到期|时限已到|应完成 整改|问题',
  inspection_issues_on_time: '按期|按时 完成|整改|问题 !率',
  inspection_issues_original_due: '原定|原时限 到期',
  inspection_issues_original_on_time: '原定|原时限 按期|按时|完成 !率',
  inspection_rectification_rate: '整改率|完成率 +巡察|巡视|反馈 整改 !任务|督办|按期|按时|隐患',
  inspection_on_time_rate: '按期整改率|按时整改率|按期率 整改',
  inspection_original_on_time_rate: '原定|原时限 按期',
  reform_measures: '改革措施|改革举措|改革 出台|推出',
  rules_made: '制度|规章|办法 制定|完善|修订|建立|健全|出台 !改革',
  illicit_money_collected: '违纪款|违纪资金|违规资金|违纪 收缴|追缴|上缴|清退',
  losses_recovered: '挽回|挽损 损失 经济',
  talks_admonish_rect: '批评教育|约谈|谈话提醒|提醒谈话 +巡察|整改|挽回|违纪款|违纪资金',
  org_handling_rect: '组织处理|组织调整 +巡察|整改|挽回|违纪款|违纪资金',
  talks_admonish_all:
    '批评教育|约谈|谈话提醒|提醒谈话 四种形态|从严治党|监督执纪|党风廉政|全局|警示|廉政|干部 !巡察|违纪款|挽回',
  org_handling_all: '组织处理|组织调整 四种形态|从严治党|监督执纪|党风廉政|全局|警示|廉政|干部 !巡察|违纪款|挽回',

  campaign_hazards_eliminated:
    '消除|整治|整改|排除|清零|销号 专项|行动|三年行动|大检查|燃气|建筑|集中 隐患 !措施|重大隐患|重大|排查隐患|发现|举报|水域|12350|防溺水|查实',
  chem_cases: '危化|危险化学品|化工 立案|案件|处罚 !罚款|矿山',
  chem_fines: '危化|危险化学品|化工 罚款|罚没|处罚款 立案',
  mine_cases: '非煤矿山|矿山|非煤 立案|案件|处罚 !罚款',
  mine_fines: '非煤矿山|矿山|非煤 罚款|罚没|处罚款 立案',
  mobile_fuel_trucks_seized: '加油车|流动加油|油罐车|黑加油 查扣|扣押|查获|暂扣',
  illegal_fuel_points_closed: '加油点|加油站点|黑油点|储油点|窝点|黑窝 取缔|关停|捣毁|端掉|查处 非法',
  diesel_seized: '柴油 查扣|扣押|收缴|查获 车用',
  gasoline_seized: '汽油 查扣|扣押|收缴|查获',

  party_center_group_study: '中心组|理论学习 学习 集体|集中|专题|研讨',
  party_committee_meetings: '党委会|党组会|局党委会议|党委会议 召开|主持|党委 !专题|党建|第一议题',
  party_building_meetings: '党建专题|党建工作|党建 会|专题|推进|部署 !调研|课|党委会',
  theme_party_days: '主题党日|党日 支部|活动|参加',
  party_lectures_secretary:
    '党课 +书记|主要负责人|主要领导|一把手|带头 讲 !委员|各级|党委成员|班子成员|支部书记|合计|全局|累计|共',
  party_research_visits: '调研 党建|基层党建|支部|党组织',
  contact_branches_per_member: '联系|包联|联系点|挂钩|结对 支部|党支部|党组织|企业 每人|每名|人均|班子成员',
  party_lectures_all: '党课 成员|班子成员|委员|各级|都|支部书记|党委委员|累计|共|合计|全局 落实|讲授 !主要负责人|带头',
  party_applicants: '积极分子 入党|发展|培养',

  rect_democratic_life_meetings: '民主生活会|生活会 巡察|整改 专题',
  rect_special_meetings: '专题会|专题会议|专题研究|专题党委 +巡察|整改|反馈 研究|部署 !民主生活会|调度|党建|安全生产',
  rect_dispatch_meetings: '调度|推进会|推进调度|督导会|协调会 整改|巡察 部门|科室|相关 !防汛',

  demo_community_national:
    '国家级|全国 +创建|累计|建成|命名|获评|截至|创成|拥有|现有|已有 示范社区|社区 !计划|力争|拟|省级|安全文化',
  demo_community_prov:
    '省级|全省 +创建|累计|建成|命名|获评|截至|创成|拥有|现有|已有 示范社区|社区 !计划|力争|拟|国家级|先进',
  safety_culture_enterprises: '安全文化 示范企业|企业 全国|创建',
  prov_advanced_persons: '先进个人|先进工作者|先进 省级|全省 个人|表彰|荣获|获评',
  disaster_info_training_attended:
    '信息员|灾害信息 +外出|受训|参加|参训|选派|派员|派人|省、市|省市|上级|赴 培训|轮训 !组织镇|举办|自办|制发|人次|办班',
  disaster_info_training_held:
    '信息员|灾害信息 +区级|本级|组织|举办|自办|开办|办班|镇办|镇街|乡镇|街道|面向 培训|培训班|班 !选派|上级|参加省|普查',
  disaster_info_materials:
    '资料|手册|操作手册|教材|培训文件|文件 +信息员|培训|灾害信息|教材 下发|印发|编印|发放 !宣传|横幅|防火',
  disaster_info_trained: '信息员|灾害信息 培训|轮训|受训|参训 人次|累计',
  villages_ab_posts: 'A、B|AB|A/B|A角|双岗|Ａ 村居|村（居|社区|村 配齐|落实|岗',

  drowning_signs: '防溺水|溺水|水域 宣传牌|警示牌|标牌|标识牌|提示牌|警示标 制作|安装|设置|竖立',
  safety_special_meetings:
    '会议|专题会|会 +安全生产|安委会|安全|紧急 召开|专题 !巡察|整改|党建|党委|防汛|民主生活|调度',
  leader_inspections:
    '四套班子|区级领导|区领导|党政领导|县级领导|主要领导|领导 督查|检查|督导|带队 深入|一线 !党课|党建',
  publicity_events: '宣传活动|活动场次|主题宣传|集中宣传|宣传 活动|场次 安全|减灾 !五进|横幅|展板|大宣讲|宣讲',
  publicity_banners: '横幅|条幅|标语 悬挂|张挂|拉挂 !防火|防灭火|森林',
  publicity_boards: '展板|宣传栏|展架 制作|摆放|布置',
  publicity_leaflets:
    '宣传手册|宣传单|宣传册|手册|宣传资料|传单|折页|明白纸|单页 发放 安全|五进|咨询 !防火|森林|信息员|培训文件|防灭火',
  publicity_gifts: '扇子|手提袋|宣传品|纪念品|购物袋|环保袋|围裙 发放|赠送',
  drills: '演练 应急|事故|组织|开展|举办 场次|场 !参加|参演|人员|人',
  drill_participants: '参演|参加|参与|人员 +演练 参加|参与|人员 人|人次',
  five_in_events: '五进|宣讲|进企业|进社区|大宣讲 安全|宣传 活动',

  fire_leaflets: '宣传单|传单|宣传资料|明白纸|宣传页|宣传品 +防火|防灭火|森林|草原|林|火险|扑火 发放|印发 !横幅',
  fire_banners: '横幅|条幅|标语 +防火|防灭火|森林|草原|林|火险|扑火 悬挂|张挂 !宣传单',
  fire_equipment_repaired: '维修|检修|维护|保养|修理|修好|修复 设备|装备|机具|器材 防火|防灭火|森林|各类|扑火',
  firebreak_km: '隔离带|阻隔带|防火道|防火线 长|公里|开设|清理|开挖',
  firebreak_mu: '隔离带|阻隔带|面积|防火道|防火线 面积|亩|约',
  warnings_issued: '预警 信息|短信 发布|收发|发出|接收|转发|叫应',
  phone_reminders: '电话 提醒|通知|叫应|抽查|叮嘱 值班',
  flood_people_mobilised: '发动|动员|组织|出动|投入|出动人员 人员|人力|干部群众|群众|人次 +防汛|抢险|排涝|雨|汛|积水',
  flood_vehicles: '车辆|机械|机具|泵车|装备 动用|出动|调用|投入|调集 +防汛|抢险|排涝|汛|雨|积水 !维修|检修|加油|修好',
  flood_drained: '排水|抽排|排涝|强排|积水|排除积水 累计 立方',

  stock_quilts: '棉被|被子|被褥 储备|库存|物资',
  stock_nets: '蚊帐 储备|库存',
  stock_coats: '棉衣|大衣|棉服 储备|库存',
  stock_beds: '折叠床|行军床 储备|库存',
  stock_tents: '帐篷 储备|库存',
  stock_boats: '冲锋舟|橡皮艇|救生艇|冲锋艇 储备|库存',
  relief_funds: '救助资金|救助款|救助金|补助资金 冬春|救助|发放|下拨 资金 !罚款',
  relief_households: '户 +冬春|救助|受灾|困难 惠及|救助',
  relief_people: '群众|人 +冬春|救助|受灾|困难群众 惠及|救助|受益 !户数|床|资金',
  nominated_national: '国家级|全国 +报全国|推荐|申报|推报|上报|推选 示范社区|社区 !省级',
  nominated_prov: '省级|全省|报省 +报省|推荐|申报|推报|上报|推选 示范社区|社区 !国家级|全国',
  census_training: '普查 培训 风险|自然灾害|培训班 !信息员',
  video_roll_calls: '点名|查岗 视频|值班|抽查 省|市 !电话',

  target_demo_communities:
    '示范社区|社区 +计划|力争|拟|目标|下半年|预计|争取|下一步|再创|新创|今后|打算|安排 创建|打造|建成|创成 !其中|国家级|省级|推荐|累计|截至',
  target_demo_national:
    '国家级|全国 +计划|力争|拟|目标|下半年|预计|争取|下一步|再创|新创|今后|打算|安排 示范社区|社区|创建 !推荐|申报|累计|截至|省级',
  target_demo_prov:
    '省级 +计划|力争|拟|目标|下半年|预计|争取|下一步|再创|新创|今后|打算|安排 示范社区|社区|创建 !推荐|申报|累计|截至|国家级',

  bureau_name: '单位名称|单位全称',
  city_name: '>市 市委|市政府|市级|全市 !区委',
  district_name: '>区|县|旗|委|应急管理局|应急局|人民政府 巡察|全区|按照 !市委',
  campaign_region_prefix: '安全生产专项整治|三年行动|专项整治三年 贯彻|推进|深入|加强',
  duty_hours: '小时 值班|值守|带班|在岗',
  disaster_day_date: '防灾减灾日|减灾日 全国|宣传周 !国际',
  idrr_day_date: '国际减灾日|国际减灾|减灾日 国际',
  accident_case_approved: '批复|结案 事故|调查报告 调查|已 !高坠|坠落|正在|正由|仍在',
  accident_case_ongoing: '高坠|坠落|坠亡|正在|正由|在办|仍在 事故|调查 组织|开展 !批复|结案',
};
