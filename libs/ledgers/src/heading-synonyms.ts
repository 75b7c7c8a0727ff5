/** What a column says of its tickets. `details` is kept as text beside the ticket, `ignored` is what we compute ourselves. */
export const columnMeanings = [
  'seq',
  'no',
  'theirNo',
  'item',
  'title',
  'description',
  'measures',
  'leader',
  'leadUnit',
  'supportUnits',
  'persons',
  'deadline',
  'rectifyKind',
  'struckOff',
  'status',
  'progressPercent',
  'progress',
  'struckOffOn',
  'completedOn',
  'reviewedOn',
  'raisedOn',
  'assignedOn',
  'filledOn',
  'level',
  'site',
  'industry',
  'town',
  'outcome.money_collected',
  'outcome.losses_recovered',
  'outcome.reform_measures',
  'outcome.rules_made',
  'outcome.talks_admonish',
  'outcome.org_handling',
  'outcome.cases_filed',
  'outcome.fines',
  'outcome.rectify_funds',
  'remark',
  'details',
  'ignored',
] as const;

export type ColumnMeaning = (typeof columnMeanings)[number];

export interface HeadingRow {
  meaning: ColumnMeaning;
  /** Of two columns with one meaning the stronger keeps it. */
  strength: number;
  /** What the weaker one means then; `details` where nothing is said. */
  otherwise?: ColumnMeaning;
  /** As they stand after `plainHeading`: no spaces, no brackets. */
  headings: string;
}

/** Meanings several columns may share; each is read, the stronger first. */
export const sharedMeanings: readonly ColumnMeaning[] = [
  'supportUnits',
  'struckOff',
  'status',
  'progress',
  'reviewedOn',
  'remark',
  'details',
  'ignored',
];

/**
 * The headings bureaus write, strongest first within a meaning. A `title` row may turn into the `item` above a more
 * concrete column, or into the `description` beside a name.
 */
export const headingSynonyms: readonly HeadingRow[] = [
  { meaning: 'seq', strength: 9, headings: '序号 序 项次 条目 NO No. 顺序号' },
  { meaning: 'no', strength: 9, headings: '台账编号 系统编号 销号编号' },
  {
    meaning: 'theirNo',
    strength: 9,
    headings: '隐患编号 督办编号 问题编号 任务编号 督办单号 交办单号 案件编号 受理编号 举报编号 事项编号 编码 文号',
  },
  { meaning: 'seq', strength: 4, otherwise: 'theirNo', headings: '编号' },

  { meaning: 'title', strength: 10, headings: '具体问题 督办事项 具体任务 隐患描述 隐患内容' },
  { meaning: 'title', strength: 9, otherwise: 'item', headings: '巡察反馈问题 巡视反馈问题' },
  { meaning: 'title', strength: 9, otherwise: 'description', headings: '问题表现 隐患基本情况 隐患情况 问题隐患' },
  {
    meaning: 'title',
    strength: 8,
    otherwise: 'description',
    headings: '存在问题 存在的问题 主要问题 问题内容 发现问题 发现的问题 检查发现问题 检查发现的问题',
  },
  { meaning: 'title', strength: 8, otherwise: 'item', headings: '反馈问题 反馈的问题 举报内容 举报事项 事项 事项名称' },
  {
    meaning: 'title',
    strength: 7,
    headings: '问题名称 项目名称 任务名称 工作任务 任务内容 隐患名称 事故名称 交办事项 督查事项',
  },
  { meaning: 'title', strength: 6, otherwise: 'item', headings: '问题 任务 重点工作内容 工作内容 重点任务 督办内容' },
  {
    meaning: 'title',
    strength: 4,
    otherwise: 'description',
    headings: '问题描述 问题简述 具体表现 主要表现 问题具体表现 隐患具体情况 情况描述 具体内容',
  },
  { meaning: 'title', strength: 3, otherwise: 'item', headings: '重点工作 反馈意见 整改事项 整改内容' },
  {
    meaning: 'item',
    strength: 9,
    headings: '类别 问题类别 方面 问题方面 问题分类 反馈问题类别 问题类型 整改项目 工作类别',
  },
  { meaning: 'item', strength: 7, headings: '分类 大类 一级任务 板块 项目' },
  { meaning: 'description', strength: 6, headings: '详细情况 情况说明 问题说明 问题详情' },

  {
    meaning: 'measures',
    strength: 9,
    headings: '整改措施 整改举措 具体措施 具体举措 工作措施 主要措施 推进措施 工作举措',
  },
  { meaning: 'measures', strength: 7, headings: '措施 举措 治理措施 防范措施' },
  { meaning: 'measures', strength: 5, headings: '整改任务 整改方案 整改要求' },

  {
    meaning: 'leader',
    strength: 9,
    headings: '责任领导 牵头领导 牵头责任领导 包保领导 挂包领导 包案领导 包联领导 挂点领导 挂钩领导 责任局领导',
  },
  { meaning: 'leader', strength: 6, headings: '分管领导 主管领导 领导 带队领导 责任区领导 责任县领导' },
  {
    meaning: 'leadUnit',
    strength: 10,
    otherwise: 'supportUnits',
    headings: '牵头单位 牵头科室 牵头部门 牵头责任单位 牵头处室',
  },
  {
    meaning: 'leadUnit',
    strength: 9,
    otherwise: 'supportUnits',
    headings: '承办单位 承办科室 承办部门 主责单位 主责部门 主责科室 主办单位 主办科室',
  },
  {
    meaning: 'leadUnit',
    strength: 8,
    otherwise: 'supportUnits',
    headings: '责任科室 责任处室 责任股室 整改责任科室',
  },
  {
    meaning: 'leadUnit',
    strength: 7,
    otherwise: 'supportUnits',
    headings: '责任部门 整改责任单位 整改责任部门 整改单位 办理单位 落实单位 负责单位 负责部门 负责科室',
  },
  { meaning: 'leadUnit', strength: 6, otherwise: 'supportUnits', headings: '责任单位 责任主体 整改责任主体' },
  { meaning: 'leadUnit', strength: 3, otherwise: 'supportUnits', headings: '责任(配合)单位 责任及配合单位 科室 部门' },
  {
    meaning: 'supportUnits',
    strength: 9,
    headings:
      '配合单位 协办单位 配合部门 配合科室 配合单位或部门 协办部门 协办科室 协助单位 协同单位 参与单位 责任配合单位 配合责任单位',
  },
  {
    meaning: 'persons',
    strength: 9,
    headings: '责任人 整改责任人 具体责任人 直接责任人 责任人员 整改责任人员 整改负责人 具体负责人',
  },
  {
    meaning: 'persons',
    strength: 7,
    headings: '承办人 经办人 具体承办人 承办责任人 负责人 整改人 承办人员 经办人员 责任人及电话 责任人及联系电话',
  },
  { meaning: 'persons', strength: 5, headings: '联系人 联络员' },

  {
    meaning: 'deadline',
    strength: 10,
    headings: '整改时限 整改期限 整改完成时限 问题整改完成时限 整改完成期限 整改截止时间 整改截止日期',
  },
  {
    meaning: 'deadline',
    strength: 9,
    headings: '完成时限 办理时限 办结时限 完成期限 办理期限 要求完成时间 要求完成时限 完成时限要求',
  },
  {
    meaning: 'deadline',
    strength: 8,
    headings:
      '计划完成时间 计划完成时限 计划完成日期 预计完成时间 拟完成时间 目标完成时间 应完成时间 计划整改时间 要求整改时间 截止日期 截止时间 到期时间 到期日期',
  },
  {
    meaning: 'deadline',
    strength: 6,
    headings: '时限 期限 限期 时限要求 时间要求 时间节点 完成时间节点 整改时间要求 完成节点',
  },
  {
    meaning: 'deadline',
    strength: 5,
    otherwise: 'completedOn',
    headings: '完成时间 整改完成时间 完成整改时间 整改时间',
  },
  { meaning: 'deadline', strength: 3, headings: '督办完成时间 反馈时限' },
  { meaning: 'rectifyKind', strength: 9, headings: '整改类型 整改方式 整改性质 整改类别 时限类型' },

  {
    meaning: 'struckOff',
    strength: 9,
    headings: '是否销号 销号情况 销号状态 复查结果 验收结果 是否摘牌 复查验收结果 是否复查合格 是否验收合格',
  },
  {
    meaning: 'status',
    strength: 9,
    headings:
      '整改状态 办结情况 是否完成 是否整改 是否办结 是否整改完成 是否整改到位 是否完成整改 办结状态 办理状态 完成状态 状态 任务状态',
  },
  {
    meaning: 'progressPercent',
    strength: 9,
    headings: '进度% 完成% 完成率 完成比例 完成百分比 完成进度百分比 进度百分比 整改率',
  },
  {
    meaning: 'progress',
    strength: 9,
    headings: '完成情况 进展情况 整改情况 整改进展 整改进展情况 整改落实情况 整改完成情况 工作进展 最新进展 目前进展',
  },
  {
    meaning: 'progress',
    strength: 7,
    headings:
      '进展 进度 进度情况 当前进度 整改进度 完成进度 落实情况 办理情况 办理进展 办理结果 推进情况 整改结果 整改成效 工作进展情况 整改进度情况',
  },

  { meaning: 'struckOffOn', strength: 9, headings: '销号时间 销号日期 摘牌时间 摘牌日期 核销时间 核销日期' },
  {
    meaning: 'completedOn',
    strength: 9,
    headings: '整改完成日期 实际完成时间 实际完成日期 完成日期 办结时间 办结日期 实际办结时间 措施完成时间 整改日期',
  },
  {
    meaning: 'reviewedOn',
    strength: 9,
    headings: '复查日期 复查时间 验收日期 验收时间 实际县级验收时间 实际市级验收时间',
  },
  {
    meaning: 'raisedOn',
    strength: 9,
    headings:
      '发现日期 发现时间 检查日期 检查时间 排查日期 排查时间 反馈时间 反馈日期 问题反馈时间 举报时间 举报日期 受理日期 受理时间 上报时间',
  },
  {
    meaning: 'assignedOn',
    strength: 9,
    headings: '交办日期 交办时间 下达时间 下达日期 下发时间 立项时间 立项日期 转办时间 派发时间 任务下达时间',
  },
  { meaning: 'filledOn', strength: 9, headings: '填报时间 填报日期 更新时间 更新日期' },

  { meaning: 'level', strength: 9, headings: '隐患等级 隐患级别 问题等级 等级 级别 隐患分级' },
  {
    meaning: 'site',
    strength: 9,
    headings: '企业名称 被检查单位 被检查单位名称 受检单位 受检单位名称 隐患单位 单位名称 点位 点位名称 存在隐患单位',
  },
  { meaning: 'site', strength: 5, headings: '企业 场所 检查对象 单位' },
  { meaning: 'industry', strength: 9, headings: '行业领域 行业 所属行业 行业类别 所属领域 领域' },
  {
    meaning: 'town',
    strength: 9,
    headings: '镇办 镇街 乡镇 所属镇办 所属镇街 属地 属地镇办 所属乡镇 所在镇街 镇街道 辖区',
  },

  { meaning: 'outcome.money_collected', strength: 9, headings: '收缴违纪款 收缴资金 追缴资金 收缴金额 清退金额' },
  { meaning: 'outcome.losses_recovered', strength: 9, headings: '挽回经济损失 挽回损失' },
  { meaning: 'outcome.reform_measures', strength: 9, headings: '改革措施 出台改革措施' },
  { meaning: 'outcome.rules_made', strength: 9, headings: '制定完善制度 建章立制 完善制度 制定制度 建立制度' },
  { meaning: 'outcome.talks_admonish', strength: 9, headings: '批评教育 约谈 批评教育、约谈 批评教育约谈' },
  { meaning: 'outcome.org_handling', strength: 9, headings: '组织处理 组织处理人数' },
  { meaning: 'outcome.cases_filed', strength: 9, headings: '立案 立案数' },
  { meaning: 'outcome.fines', strength: 9, headings: '罚款 罚款金额 处罚金额' },
  { meaning: 'outcome.rectify_funds', strength: 9, headings: '整改资金 治理经费 治理资金 整改经费 投入资金' },

  { meaning: 'remark', strength: 9, headings: '备注 备注说明 其他说明' },
  {
    meaning: 'details',
    strength: 9,
    headings:
      '整改目标 目标 工作目标 目标任务 原因分析 问题原因 产生原因 来源 任务来源 问题来源 隐患来源 督办来源 任务级别 隐患类别 隐患类型 隐患部位 隐患地址 隐患地点 审核意见 复查人 验收人 检查人 联系电话 电话 佐证材料 证明材料 上级知晓 周期 开始时间 录入时间 挂牌级别 督办单位 督办日期 检查单位',
  },
  {
    meaning: 'ignored',
    strength: 9,
    headings: '亮灯 亮灯情况 灯 业务类型 专有信息 照片 图片 整改前照片 整改后照片 整改照片',
  },
  // Kept sealed on the ticket's page, never in clear: see `reporterColumns`.
  { meaning: 'ignored', strength: 9, headings: '举报人 举报人姓名 举报人电话 信访人 信访人姓名 投诉人 反映人' },
];

/** For headings no row names word by word; tried in order on headings of at most sixteen characters. */
export const headingPatterns: readonly { meaning: ColumnMeaning; strength: number; pattern: RegExp }[] = [
  { meaning: 'struckOff', strength: 2, pattern: /是否.*(销号|摘牌)/ },
  { meaning: 'struckOffOn', strength: 2, pattern: /(销号|摘牌|核销).*(时间|日期)$/ },
  { meaning: 'status', strength: 2, pattern: /^是否.*(完成|整改|办结)|(整改|办理|办结)状态$/ },
  { meaning: 'deadline', strength: 2, pattern: /(时限|期限)$|^(时限|期限)/ },
  {
    meaning: 'leadUnit',
    strength: 2,
    pattern: /(牵头|承办|主责|主办|责任).{0,2}(单位|科室|部门|主体).{0,3}(责任人|负责人|联系人|承办人)$/,
  },
  { meaning: 'leader', strength: 2, pattern: /(责任|牵头|分管|包保).{0,4}领导$/ },
  { meaning: 'supportUnits', strength: 2, pattern: /(配合|协办|协助|协同).{0,4}(单位|科室|部门|股室)$/ },
  { meaning: 'leadUnit', strength: 2, pattern: /(牵头|承办|主责|主办|责任).{0,4}(单位|科室|部门|股室|处室)$/ },
  { meaning: 'persons', strength: 2, pattern: /(责任人|负责人|承办人|经办人)/ },
  { meaning: 'raisedOn', strength: 2, pattern: /(发现|检查|排查|反馈).{0,3}(时间|日期)$/ },
  { meaning: 'assignedOn', strength: 2, pattern: /(交办|下达|转办).{0,3}(时间|日期)$/ },
  { meaning: 'completedOn', strength: 2, pattern: /(实际|办结).{0,4}(时间|日期)$/ },
  { meaning: 'measures', strength: 2, pattern: /(措施|举措)(和要求|及要求|及目标|及进展)?$/ },
  {
    meaning: 'title',
    strength: 2,
    pattern: /(具体|存在|反馈|主要|突出).{0,4}问题$|隐患.{0,4}(描述|内容|情况)$|问题.{0,2}表现$/,
  },
  { meaning: 'progress', strength: 2, pattern: /(整改|完成|进展|落实|办理|推进).{0,4}(情况|进展|进度|结果|成效)$/ },
];

/** Under one of these group heads a column says yes or no to a demand; its own words would mislead. */
export const swallowingGroups = /^[“"]?五(落实|到位)/;

/** Headings of tables that count instead of listing. */
export const statisticHeadings =
  /^(应整改|已整改|未整改|整改完成数|合计|小计|总计|总数)|(完成率|整改率|数量|个数|件数|总数)$|(应|已|未).*数$/;

/** Sheets that explain or index a ledger. */
export const explainingSheets =
  /填表说明|填报说明|填写说明|使用说明|^说明$|封面|目录|索引|字典|代码|下拉|选项|参数|数据源/;
