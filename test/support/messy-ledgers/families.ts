export type Field =
  | 'seq'
  | 'item'
  | 'title'
  | 'description'
  | 'measure'
  | 'leader'
  | 'lead'
  | 'support'
  | 'persons'
  | 'deadline'
  | 'status'
  | 'struckOff'
  | 'percent'
  | 'base'
  | 'level'
  | 'site'
  | 'amount'
  | 'remark'
  | 'other';

/** A ledger as one sort of office keeps it: `heading=field`, a group head before a dot where the header has two rows. */
export interface Family {
  readonly name: string;
  readonly kind: string;
  readonly title: string;
  /** What its own title says of every row: a ledger of major hazards. */
  readonly level: string | null;
  readonly columns: readonly FamilyColumn[];
}

export interface FamilyColumn {
  readonly group: string | null;
  readonly heading: string;
  readonly field: Field;
}

const family = (name: string, kind: string, title: string, columns: string): Family => ({
  name,
  kind,
  title,
  level: title.includes('重大') ? 'major' : null,
  columns: columns.split('｜').map((column) => {
    const [path, field] = column.split('=') as [string, Field];
    const parts = path.split('·');
    return { group: parts.length > 1 ? parts[0]! : null, heading: parts.at(-1)!, field };
  }),
});

export const families: readonly Family[] = [
  family(
    '巡察 V1',
    'inspection_issue',
    '2021年区委第二轮巡察第一巡察组反馈问题整改台账',
    '序号=seq｜反馈问题·类别=item｜反馈问题·具 体\n问 题=title｜整改措施=measure｜责任领导=leader｜责任科室=lead｜责任人=persons｜整改时限=deadline｜完成情况=status｜备注=remark',
  ),
  family(
    '巡察 V2',
    'inspection_issue',
    '2021年区委巡察反馈问题整改“六个明确”清单',
    '序号=seq｜问题=title｜整改目标=other｜整改措施=measure｜牵头领导=leader｜责任部门=lead｜责任人=persons｜整改时限=deadline｜整改类型=other｜整改结果=status｜佐证材料=other',
  ),
  family(
    '巡察 V3',
    'inspection_issue',
    '2021年区委巡察反馈问题整改对账销号表',
    '序号=seq｜巡察反馈问题=title｜整改任务=measure｜责任单位=lead｜配合单位=support｜完成时限=deadline｜进展情况=status｜是否销号=other｜销号时间=other｜审核意见=other',
  ),
  family(
    '环保销号',
    'env_inspection_issue',
    '2021年生态环境保护督察反馈问题整改销号台账',
    '项目名称=title｜问题简述=description｜问题整改完成时限=deadline｜整改进度=status｜实际县级验收时间=other｜实际市级验收时间=other｜提交行业验收时间=other｜完成行业审查时间=other',
  ),
  family(
    '隐患 V1',
    'hazard',
    '2021年安全隐患排查整改台账',
    '序号=seq｜检查日期=base｜单位名称=site｜隐患部位=other｜隐患描述=title｜隐患等级=level｜整改措施=measure｜整改责任人=persons｜整改期限=deadline｜整改资金（元）=amount｜复查日期=other｜复查人=other｜整改状态=status',
  ),
  family(
    '隐患 V2',
    'hazard',
    '2021年企业隐患自查自改台账',
    '隐患来源=other｜隐患描述=title｜隐患类别·大类=other｜隐患类别·小类=other｜整改情况=status｜治理经费（元）=amount｜录入时间=other｜整改完成日期=other',
  ),
  family(
    '隐患 V3',
    'hazard',
    '2021年重大事故隐患挂牌督办台账',
    '单位名称=site｜隐患编号=other｜隐患地址=other｜隐患基本情况=title｜来源=other｜发现日期=base｜五落实·资金=other｜五落实·预案=other｜计划完成时间=deadline｜治理经费（元）=amount｜挂牌级别=other｜督办单位=other｜督办完成时间=other',
  ),
  family(
    '隐患 V4',
    'hazard',
    '2021年镇安全隐患整改台账',
    '点位=site｜隐患内容=title｜发现时间=base｜责任单位=support｜牵头单位=lead｜配合单位=support｜完成时限=deadline｜进展=status｜照片=other',
  ),
  family(
    '督办 V1',
    'supervision_item',
    '2021年督办事项台账',
    '序号=seq｜督办事项=title｜来源=other｜交办日期=base｜承办单位=lead｜协办单位=support｜责任领导=leader｜办理时限=deadline｜进展情况=other｜办结情况=status｜亮灯=other',
  ),
  family(
    '督办 V2',
    'supervision_item',
    '2021年督查督办任务一览表',
    '任务名称=title｜任务来源=other｜任务级别=other｜周期=other｜责任领导=leader｜承办部门=lead｜办理时限=deadline｜当前进度=status',
  ),
  family(
    '任务 V1',
    'key_task',
    '2021年度重点工作任务分解表',
    '序号=seq｜重点工作=item｜具体任务=title｜目标=other｜牵头领导=leader｜牵头单位=lead｜责任（配合）单位=support｜完成时限=deadline｜进展=other｜进度%=percent',
  ),
  family(
    '任务 V2',
    'key_task',
    '2021年重点工作推进情况表',
    '序号=seq｜重点工作内容=title｜开始时间=other｜完成时间=deadline｜进度情况=status｜责任单位=lead｜配合单位=support｜责任人=persons｜上级知晓=other',
  ),
  family(
    '任务 V3',
    'key_task',
    '2021年重点任务举措清单',
    '任务=title｜举措=measure｜预计完成时间=deadline｜责任人=persons｜配合单位或部门=support｜是否完成=status｜措施完成时间=other',
  ),
  family(
    '问题清单',
    'inspection_issue',
    '2021年巡察反馈问题清单',
    '序号=seq｜问题类别=item｜问题表现=title｜原因分析=other｜整改措施=measure｜责任单位=lead｜时限=deadline',
  ),
];
