import type { HeadingPattern } from './heading-parts.js';

/**
 * What headings are made of, a letter for each sort of word. Of words that begin alike the longest is taken; a heading with
 * any other word in it is not read by its parts.
 */
const words = {
  /** Which, of what level, on what field: it changes nothing. */
  a:
    '的 了 所 之 具体 主要 突出 重点 详细 相关 有关 全部 整体 总体 专项 年度 本次 本轮 现场 重大 一般 行业 属地 基层 业务 内部 安全 生产 消防 环保 ' +
    '生态环境 风险 党建 校园 食品 民生 中央 国务院 国家 上级 省级 市级 区级 县级 镇级 局级 省委 市委 区委 县委 安委会 安委办 整改办 ' +
    '审计局 审计厅 审计署 领导 所属 所在 医疗 护理 教学 质量 内控 财务 资金 工程 党风廉政建设',
  /** Who looks, and what they do. */
  s:
    '巡视组 巡视 巡察组 巡察办 巡察 审计组 审计 督察组 督察 督查组 督查 督导组 督导 检查组 检查 排查 抽查 巡查 自查 暗访 专家组 专家 监督 监管 ' +
    '反馈 查出 发现 指出 揭示 提出 查摆 查找 暴露 存在 纪检监察 批示',
  /** Whoever brings it, and what is made of it. */
  f: '群众 市民 网民 信访 来电 来信 来访 投诉 举报 热线 诉求人 反映 交办 转办 移交 议定 决定 部署',
  b: '被 受',
  v: '涉事 涉案 涉及 违规 违法',
  m:
    '问题 隐患 事项 任务 情形 诉求 不足 短板 弱项 缺陷 漏洞 差距 症结 积案 信访件 交办件 反馈意见 司法建议 检察建议 监察建议 违法违规情形 违法违规问题 违法违规行为 违法行为 违规行为 ' +
    '不规范行为 不安全行为',
  t: '表现 表述 描述 内容 简述 概述 摘要 概况 详情 要点 条目 明细 形式 分解',
  /** A field of work under which problems are grouped. */
  i: '领域 方面 板块 类别 类型 分类 大类',
  r: '整改 整治 治理 办理 处理 处置 解决 落实 化解 推进 推动 实施 执行 改进 完善',
  c: '措施 举措 办法 对策 做法',
  h: '目标',
  k: '情况 结果 结论',
  L: '责任 牵头 主办 主责 主抓 主管 承办 承担 承接 领办 经办 负责 包案 包保 主',
  S: '配合 协办 会办 联办 会同 协同 协助 协作 参与 参加 联合 共同 协管 协',
  U: '单位 部门 科室 处室 股室 站所 主体 机构 院系 镇街 镇办 村居 支部 党支部 班组',
  N: '名称 全称 姓名',
  D: '时间 日期 日',
  Q: '时间节点 时限 期限 节点 截止时间 截止日期',
  p: '计划 预计 拟 要求 应 限定 限时 承诺 规定 约定 截止',
  d: '实际 已',
  e: '完成 到位 办结 结案 闭环 办复 办毕 答复 完毕 销号 摘牌',
  x: '销号 摘牌 核销 销案',
  u: '审核 审批 审定 认定',
  j: '以及 及 和 与 、 或 /',
} as const;

type Sort = keyof typeof words;

const sortOf = new Map<string, string>();
for (const [sort, list] of Object.entries(words) as [Sort, string][]) {
  for (const word of list.split(' ')) sortOf.set(word, (sortOf.get(word) ?? '') + sort);
}
const longestFirst = [...sortOf.keys()].sort((a, b) => b.length - a.length);
const word = new RegExp(longestFirst.join('|'), 'y');

/** The sorts of the words of a heading, of some words two; null where it has any other word. */
function sortsOf(heading: string): readonly string[] | null {
  const sorts: string[] = [];
  word.lastIndex = 0;
  while (word.lastIndex < heading.length) {
    const [found] = word.exec(heading) ?? [];
    if (found === undefined) return null;
    sorts.push(sortOf.get(found)!);
  }
  return sorts.length === 0 ? null : sorts;
}

const row = (meaning: HeadingPattern['meaning'], pattern: string, otherwise?: HeadingPattern['meaning']) => ({
  meaning,
  strength: 2,
  pattern: new RegExp(`^(?:${pattern})$`),
  ...(otherwise && { otherwise }),
});

/** What the sorts of words make of a heading, first match wins: the last noun says what is asked, the words before it of whom. */
const made: readonly HeadingPattern[] = [
  // Whose matter it is: 被审计事项 and 被督查项目 hold many problems.
  row('item', 'a*b[asfr]+m'),
  row('leadUnit', 'b[asfr]+UN?', 'site'),
  row('site', '(?:ma*)?va*UN?', 'details'),
  row('leadUnit', '[asfmr]*L[ar]*j[ar]*S[ar]*U', 'supportUnits'),
  row('supportUnits', '[asfmrjeLU]*S[aSLrp]*U?N?'),
  row('leadUnit', '[asfmre]*L[aLrm]*U+N?|[asfmrL]*U[ar]*L', 'supportUnits'),
  row('measures', '[asfmrph]*j?[arp]*c+'),
  row('deadline', '[asfmr]*p?[rse]*Q|[asfmr]*p[re]+D'),
  // What stands below a head that asks for a time: 应办结 below 办结时间, 实际 below 完成时限.
  row('deadline', '[asfmre]*[DQ]p[re]*'),
  row('completedOn', '[asfmre]*[DQ]d[re]*'),
  row('struckOff', '[asfr]*xu?k|[asfr]*xu'),
  row('item', '[ramsf]+i'),
  row('title', '[asfh]*m+[amt]*t', 'description'),
  row('title', '[asfh]*m+', 'item'),
  row('title', '[asf]*f[asf]*t', 'description'),
];

/** Reads a heading of words nobody wrote together before; null where one of them is unknown or they make no sense. */
export function readMorphemes(heading: string): HeadingPattern | null {
  const sorts = sortsOf(heading);
  if (!sorts) return null;
  const spelled = sorts.reduce<string[]>(
    (before, some) => before.flatMap((one) => [...some].map((sort) => one + sort)),
    [''],
  );
  return made.find(({ pattern }) => spelled.some((one) => pattern.test(one))) ?? null;
}

/** 参与部门, 主责科室: names both the part somebody has and the noun, whatever head stands above. */
export function namesRole(heading: string): boolean {
  const sorts = sortsOf(heading);
  return sorts !== null && sorts.some((one) => /[LS]/.test(one)) && sorts.at(-1) === 'U';
}
