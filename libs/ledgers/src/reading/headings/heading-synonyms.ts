import type { ColumnMeaning } from './column-meanings.js';

export interface HeadingRow {
  meaning: ColumnMeaning;
  /** Of two columns with one meaning the stronger keeps it. */
  strength: number;
  /** What the weaker one means then; `details` where nothing is said. */
  otherwise?: ColumnMeaning;
  /** The head over several columns below which they head one, to be ticked: elsewhere they are what a cell says. */
  below?: RegExp;
  /** As they stand after `plainHeading`: no spaces, no brackets. */
  headings: string;
}

/**
 * The headings bureaus write, strongest first within a meaning. A `title` row may turn into the `item` above a more
 * concrete column, or into the `description` beside a name.
 */
export const headingSynonyms: readonly HeadingRow[] = [
  { meaning: 'seq', strength: 9, headings: '序号 序 项次 条目 NO No No. 顺序号' },
  { meaning: 'no', strength: 9, headings: '台账编号 系统编号 销号编号' },
  {
    meaning: 'theirNo',
    strength: 9,
    headings:
      '隐患编号 督办编号 问题编号 任务编号 督办单号 建议编号 提案编号 提案号 建议号 议案编号 交办单号 案件编号 受理编号 举报编号 事项编号 编码',
  },
  { meaning: 'seq', strength: 4, otherwise: 'theirNo', headings: '编号' },
  // One paper assigns many matters: it is where they come from, and no number of theirs. See `sourceColumns`.
  { meaning: 'source', strength: 9, headings: '督办文号 交办文号 文号 来文文号 批示文号 转办文号 发文文号 发文字号' },

  {
    meaning: 'title',
    strength: 10,
    headings: '具体问题 督办事项 具体任务 隐患描述 隐患内容 具体工作任务 隐患问题 隐患详情 隐患具体内容 问题隐患描述',
  },
  { meaning: 'title', strength: 9, otherwise: 'item', headings: '巡察反馈问题 巡视反馈问题' },
  {
    meaning: 'title',
    strength: 9,
    otherwise: 'description',
    headings:
      '问题表现 隐患基本情况 隐患情况 问题隐患 风险隐患 安全隐患 存在隐患 存在的隐患 主要隐患 隐患概况 隐患事实',
  },
  {
    meaning: 'title',
    strength: 8,
    otherwise: 'description',
    headings:
      '存在问题 存在的问题 主要问题 问题内容 发现问题 发现的问题 检查发现问题 检查发现的问题 查摆问题 突出问题 安全问题 检查问题 存在不足 查找问题 整改问题 举报内容 诉求内容 反映内容 事项内容 自查问题 自查发现问题 审计发现问题 审计查出问题 存在差距 存在的差距 存在的不足',
  },
  {
    meaning: 'title',
    strength: 8,
    otherwise: 'item',
    headings:
      '反馈问题 反馈的问题 举报事项 事项 事项名称 交办问题 信访事项 信访诉求 诉求 反映问题 具体事项 议定事项 会议议定事项 决定事项 批示事项',
  },
  {
    meaning: 'title',
    strength: 7,
    headings:
      '问题名称 项目名称 任务名称 工作任务 任务内容 隐患名称 事故名称 交办事项 督查事项 交办内容 转办内容 案件名称 督办任务 督查内容 督查任务 工作事项 主要任务 主要工作 具体工作 年度任务 改革任务 工作项目 反馈问题内容',
  },
  {
    meaning: 'title',
    strength: 6,
    otherwise: 'item',
    headings: '问题 任务 重点工作内容 工作内容 重点任务 督办内容 隐患 问题清单 任务清单 隐患清单',
  },
  {
    meaning: 'title',
    strength: 4,
    otherwise: 'description',
    headings:
      '问题描述 问题简述 问题具体描述 问题情况描述 具体表现 主要表现 问题具体表现 隐患具体情况 情况描述 具体内容 突出表现 表现形式 具体情形 风险描述 风险内容 险情描述 病害情况',
  },
  {
    meaning: 'title',
    strength: 3,
    headings:
      '审计发现 检查发现 督查发现 存在风险 安全风险 廉政风险 廉政风险点 岗位风险点 危险源 危险有害因素 不符合事实 不符合内容 问题线索 群众反映 信访反映 会议决定 决定内容 决议内容 事由 制度名称 拟出台制度 拟制定制度 拟制定制度名称 应建立制度 公开承诺 承诺内容 攻坚任务 攻坚目标 堵点 难点 痛点 考核扣分项 扣分原因 失分原因',
  },
  { meaning: 'title', strength: 3, otherwise: 'item', headings: '重点工作 反馈意见 整改事项 整改内容' },
  { meaning: 'title', strength: 3, otherwise: 'measures', headings: '整改任务 制度措施 机制措施 整改要点' },
  { meaning: 'title', strength: 2, headings: '目标任务' },
  // Of several the strongest groups: 项 and 方面 before any sort of 类别, and that before what may only label a problem.
  { meaning: 'item', strength: 10, headings: '项 方面 问题方面 反馈项 大项 整改项目' },
  {
    meaning: 'item',
    strength: 9,
    headings: '类别 大类 问题大类 工作类别 工作分类 事项类别 事项分类 任务类别',
  },
  { meaning: 'item', strength: 7, headings: '分类 一级任务 板块 项目 议题' },
  { meaning: 'item', strength: 6, headings: '问题类别 问题分类 反馈问题类别 问题类型' },

  {
    meaning: 'measures',
    strength: 9,
    headings:
      '整改措施 整改举措 具体措施 具体举措 工作措施 主要措施 推进措施 工作举措 主要举措 推进举措 整改具体措施 整改落实措施 采取措施 采取的措施 拟采取措施 拟采取的措施',
  },
  { meaning: 'measures', strength: 7, headings: '措施 举措 治理措施 防范措施' },
  {
    meaning: 'measures',
    strength: 5,
    headings: '整改方案 整改要求 整改计划 整改思路 整改建议 落实措施 处理意见 处置措施 管控措施',
  },

  {
    meaning: 'leader',
    strength: 9,
    headings: '责任领导 牵头领导 牵头责任领导 包保领导 挂包领导 包案领导 包联领导 挂点领导 挂钩领导 责任局领导',
  },
  {
    meaning: 'leader',
    strength: 6,
    headings:
      '分管领导 主管领导 领导 带队领导 责任区领导 责任县领导 市级领导 区级领导 县级领导 局领导 分管局领导 联系领导 包抓领导 督办领导 责任班子成员 牵头区领导 牵头县领导',
  },
  {
    meaning: 'leadUnit',
    strength: 10,
    otherwise: 'supportUnits',
    headings: '牵头单位 牵头科室 牵头部门 牵头责任单位 牵头处室 牵头股室 牵头责任部门 牵头责任科室',
  },
  {
    meaning: 'leadUnit',
    strength: 9,
    otherwise: 'supportUnits',
    headings:
      '承办单位 承办科室 承办部门 主责单位 主责部门 主责科室 主办单位 主办科室 主办部门 承办股室 经办科室 经办单位',
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
    headings:
      '责任部门 整改责任单位 整改责任部门 整改单位 办理单位 落实单位 负责单位 负责部门 负责科室 办理科室 办理部门 落实科室 落实部门 整改部门 整改科室 具体责任科室 责任镇街 主管科室 承担单位 承担部门 承担科室 包案单位',
  },
  {
    meaning: 'leadUnit',
    strength: 6,
    otherwise: 'supportUnits',
    headings: '责任单位 牵头及配合单位 牵头单位及配合单位 牵头配合单位',
  },
  {
    meaning: 'leadUnit',
    strength: 3,
    otherwise: 'supportUnits',
    headings:
      '责任(配合)单位 责任及配合单位 科室 部门 股室 所属科室 所在科室 主管部门 监管部门 监管单位 责任归口 归口科室 归口部门 归口单位 属地单位 属地责任单位 属事单位 属事责任单位',
  },
  // Beside whoever supervises it is the enterprise or village whose hazard it is.
  { meaning: 'leadUnit', strength: 2, otherwise: 'details', headings: '责任主体 整改责任主体 主体责任单位' },
  { meaning: 'leadUnit', strength: 5, otherwise: 'supportUnits', headings: '牵头 承办 主办' },
  { meaning: 'leadUnit', strength: 3, otherwise: 'site', headings: '被审计单位 被巡察单位 被督查单位' },
  { meaning: 'supportUnits', strength: 5, headings: '协办 配合' },
  {
    meaning: 'supportUnits',
    strength: 9,
    headings:
      '配合单位 协办单位 配合部门 配合科室 配合单位或部门 协办部门 协办科室 协助单位 协同单位 会办单位 会办部门 协作单位 参与单位 责任配合单位 配合责任单位',
  },
  {
    meaning: 'persons',
    strength: 9,
    headings:
      '责任人 整改责任人 具体责任人 直接责任人 责任人员 整改责任人员 整改负责人 具体负责人 责任人姓名 主要责任人 工作责任人 整改落实人',
  },
  {
    meaning: 'persons',
    strength: 7,
    headings: '承办人 经办人 具体承办人 承办责任人 负责人 整改人 承办人员 经办人员 责任人及电话 责任人及联系电话',
  },
  { meaning: 'persons', strength: 5, headings: '联系人 联络员 人员 经办 承办人姓名 网格员 网格长 专干' },

  {
    meaning: 'deadline',
    strength: 10,
    headings: '整改时限 整改期限 整改完成时限 问题整改完成时限 整改完成期限 整改截止时间 整改截止日期',
  },
  {
    meaning: 'deadline',
    strength: 9,
    headings:
      '完成时限 办理时限 办结时限 完成期限 办理期限 要求完成时间 要求完成时限 完成时限要求 办结期限 规定时限 规定完成时间 要求时限 完成时限节点',
  },
  {
    meaning: 'deadline',
    strength: 8,
    headings:
      '计划完成时间 计划完成时限 计划完成日期 预计完成时间 拟完成时间 目标完成时间 应完成时间 计划整改时间 要求整改时间 截止日期 截止时间 到期时间 到期日期 计划时间 计划完成节点 计划结束时间 计划结束日期 预计完成日期 预计完成时限 拟完成时限 限改时间 限改日期 整改到期日 拟整改时间 拟整改完成时间 计划整改完成时间 计划整改完成日期 应办结时间 办理截止时间 结束时间 结束日期 要求完成日期',
  },
  {
    meaning: 'deadline',
    strength: 6,
    headings:
      '时限 期限 限期 时限要求 时间要求 时间节点 完成时间节点 整改时间要求 完成节点 限时 时间进度 进度安排 时间安排',
  },
  {
    meaning: 'deadline',
    strength: 5,
    otherwise: 'completedOn',
    headings: '完成时间 整改完成时间 完成整改时间 整改时间 完成日期',
  },
  { meaning: 'deadline', strength: 3, headings: '督办完成时间 反馈时限' },

  {
    meaning: 'struckOff',
    strength: 9,
    headings:
      '是否销号 销号情况 销号状态 复查结果 验收结果 是否摘牌 复查验收结果 是否复查合格 是否验收合格 验收情况 复查情况 复查意见 验收意见 验收结论 复核结果 复核情况 核查结果 销号意见 摘牌情况 验收 复查 复核 核查 核验 销号 摘牌',
  },
  {
    meaning: 'status',
    strength: 9,
    headings:
      '整改状态 办结情况 是否完成 是否整改 是否办结 是否结案 是否闭环 结案情况 结案状态 闭环情况 闭环状态 是否整改完成 是否整改到位 是否完成整改 办结状态 办理状态 完成状态 状态 任务状态 完成与否 整改与否 是否到位 是否落实 是否已整改 是否已完成 当前状态 目前状态 进展状态 任务完成状态',
  },
  { meaning: 'status', strength: 6, headings: '办结 化解等次 化解结果 化解状态 是否化解' },
  {
    meaning: 'progressPercent',
    strength: 9,
    headings:
      '进度% 完成% 完成率 完成比例 完成百分比 完成进度百分比 进度百分比 累计进度 总体进度 总进度 整改率 完成度 整改完成率',
  },
  {
    meaning: 'progress',
    strength: 9,
    headings:
      '完成情况 进展情况 整改情况 整改进展 整改进展情况 整改落实情况 整改完成情况 工作进展 最新进展 目前进展 当前进展 目前进度 最新进展情况 截至目前进展 本月进展 具体进展 具体完成情况',
  },
  {
    meaning: 'progress',
    strength: 7,
    headings:
      '进展 进度 进度情况 当前进度 调查进展 调查情况 处理情况 处置情况 处理结果 处置结果 整改进度 完成进度 落实情况 办理情况 办理进展 办理结果 推进情况 整改结果 整改成效 工作进展情况 整改进度情况 答复情况 办复情况 回复情况 跟踪情况 跟踪复查情况 督改情况 查处情况 调查处理情况 核查处理情况 调查核实情况 处理进展 办理进度 落实进展 工作开展情况 推进落实情况 工作成效 取得成效 进度说明 目前情况 目前状况 现状',
  },

  { meaning: 'struckOffOn', strength: 9, headings: '销号时间 销号日期 摘牌时间 摘牌日期 核销时间 核销日期' },
  {
    meaning: 'completedOn',
    strength: 9,
    headings: '整改完成日期 实际完成时间 实际完成日期 办结时间 办结日期 实际办结时间 措施完成时间 整改日期',
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
      '发现日期 发现时间 检查日期 检查时间 排查日期 排查时间 反馈时间 反馈日期 问题反馈时间 举报时间 举报日期 受理日期 受理时间 上报时间 发生时间 发生日期 事故时间 事发时间 登记时间 登记日期 接报时间 排查发现时间',
  },
  {
    meaning: 'assignedOn',
    strength: 9,
    headings:
      '交办日期 交办时间 下达时间 下达日期 下发时间 立项时间 立项日期 转办时间 派发时间 任务下达时间 派单时间 批示时间 批示日期 分办时间',
  },
  // Kept sealed on the ticket's page, never in clear: see `reporterColumns`.
  { meaning: 'ignored', strength: 9, headings: '举报人 举报人姓名 举报人电话 信访人 信访人姓名 投诉人 反映人' },
];
