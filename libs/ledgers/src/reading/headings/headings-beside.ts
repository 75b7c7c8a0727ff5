import type { HeadingRow } from './heading-synonyms.js';

/** Headings of what stands beside the problem itself: where it is, its outcomes, what is kept as text, what we compute ourselves. */
export const headingsBeside: readonly HeadingRow[] = [
  { meaning: 'description', strength: 6, headings: '详细情况 情况说明 问题说明 问题详情' },
  { meaning: 'description', strength: 5, headings: '建设内容 建设规模 建设内容及规模 主要建设内容 建设规模及内容' },
  { meaning: 'rectifyKind', strength: 9, headings: '整改类型 整改方式 整改性质 整改类别 时限类型' },
  { meaning: 'leadUnit', strength: 3, otherwise: 'supportUnits', headings: '责任分工 任务分工 职责分工 分工 分工安排' },
  // Columns to be ticked: one for each kind, or for each state. One of a kind may hold its day.
  {
    meaning: 'rectifyKind',
    strength: 7,
    below: /[时期]限|时间|类型|类别|方式|性质/,
    headings: '立行立改 立查立改 立整立改 即知即改 长期坚持 持续坚持 长期整改 持续整改',
  },
  {
    meaning: 'deadline',
    strength: 6,
    otherwise: 'rectifyKind',
    below: /[时期]限|时间|类型|类别|方式|性质/,
    headings: '限期整改 限期完成 限期办结 限期解决',
  },
  {
    meaning: 'status',
    strength: 8,
    below: /情况|进展|状态|进度|结果|是否/,
    headings:
      '已整改 已完成 已办结 已销号 已落实 已解决 已整改到位 整改到位 完成 整改中 正在整改 正在办理 正在推进 进行中 办理中 推进中 部分完成 基本完成 未整改 未完成 未启动 未开展 未开始 未办结 未落实 未解决',
  },
  {
    meaning: 'level',
    strength: 9,
    headings: '隐患等级 隐患级别 问题等级 等级 级别 隐患分级 事故等级 事故级别 风险等级 隐患程度 严重程度 隐患性质',
  },
  {
    meaning: 'site',
    strength: 9,
    headings:
      '企业名称 被检查单位 被检查单位名称 受检单位 受检单位名称 隐患单位 单位名称 点位 点位名称 存在隐患单位 隐患所在单位 隐患点位 隐患点 存在问题单位 场所名称 企业单位名称 被检查企业 被检查对象 机构名称 养老机构名称 医疗机构名称 学校名称 生产经营单位 生产经营单位名称 经营单位 经营单位名称 使用单位 使用单位名称',
  },
  { meaning: 'site', strength: 5, headings: '企业 场所 检查对象 单位' },
  {
    meaning: 'industry',
    strength: 9,
    headings: '行业领域 行业 所属行业 行业类别 所属领域 领域 行业类型 所属行业领域 专业领域',
  },
  {
    meaning: 'town',
    strength: 9,
    headings:
      '镇办 镇街 乡镇 所属镇办 所属镇街 属地 属地镇办 所属乡镇 所在镇街 镇街道 辖区 镇 街道 所在乡镇 所属街道 镇街名称',
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

  {
    meaning: 'filledOn',
    strength: 9,
    headings:
      '填报时间 填报日期 更新时间 更新日期 填表日期 填表时间 填单日期 填单时间 制表日期 制表时间 制单日期 报送时间 报送日期',
  },
  { meaning: 'persons', strength: 4, headings: '对接人 对接人员 监管人员 监管责任人 包保人 专管员' },
  {
    meaning: 'leadUnit',
    strength: 3,
    otherwise: 'supportUnits',
    headings: '督促单位 督促整改单位 监管责任单位 行业监管部门',
  },
  // The day nearest to the discovery where no other is told.
  { meaning: 'raisedOn', strength: 4, headings: '录入时间 录入日期' },
  { meaning: 'remark', strength: 5, headings: '说明' },
  { meaning: 'remark', strength: 9, headings: '备注 备注说明 其他说明' },
  {
    meaning: 'details',
    strength: 9,
    headings:
      '整改目标 目标 工作目标 存在困难 存在的困难 困难问题 存在困难和问题 存在的困难和问题 存在困难及问题 存在问题及困难 存在的问题和困难 存在问题和困难 下步打算 下一步打算 下步措施 下一步措施 下步工作 下一步工作 下步工作措施 下一步工作措施 下步工作打算 下一步工作打算 下步计划 下一步计划 未完成原因 未整改原因 复查人员 复核人员 核查人员 验收人员 原因分析 问题原因 产生原因 来源 任务来源 问题来源 隐患来源 督办来源 任务级别 隐患类别 隐患类型 隐患部位 隐患地址 隐患地点 审核意见 审查意见 督查意见 督办意见 督查组意见 督办单位意见 领导意见 分管领导意见 主要领导意见 局领导意见 审批意见 领导审批意见 领导批示意见 复查人 验收人 检查人 联系电话 电话 佐证材料 证明材料 上级知晓 周期 开始时间 开始日期 启动时间 录入时间 录入日期 创建时间 创建日期 上传时间 提交时间 会议时间 会议日期 开会时间 召开时间 研究时间 挂牌级别 督办单位 督办日期 检查单位 死亡人数 受伤人数 重伤人数 直接经济损失 调查组组长 事故类型 举报人 举报方式 举报渠道 被举报单位 依据条款 检查依据 法律依据 处罚依据 违反条款 工作标准 领衔代表 代表姓名 提案人 建议人 职务 职称 满意度 满意程度 结果类别 答复类别 是否属实 污染类型 总投资 年度计划 年度投资 年度计划投资 需协调解决的困难 需协调解决的问题 需协调解决的事项',
  },
  {
    meaning: 'ignored',
    strength: 9,
    headings: '亮灯 亮灯情况 灯 业务类型 专有信息 照片 图片 整改前照片 整改后照片 整改照片',
  },
];
