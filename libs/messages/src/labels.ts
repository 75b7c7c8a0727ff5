import type {
  AddableUnitType,
  Duty,
  ExtensionGround,
  FigureGroup,
  Light,
  Need,
  Role,
  TicketAction,
  TicketKind,
  TicketStatus,
} from '@xiaohao/domain';

/** zh-CN first, English second; a code without both texts does not compile. */
export type Label = readonly [zh: string, en: string];

export const roleLabels: Readonly<Record<Role, Label>> = {
  admin: ['系统管理员', 'Administrator'],
  chief: ['局长/书记', 'Chief'],
  deputy: ['分管领导', 'Deputy in charge'],
  inspection: ['巡察整改办', 'Inspection rectification office'],
  liaison: ['纪检联络员', 'Discipline liaison'],
  supervision: ['督查室', 'Supervision office'],
  safety: ['安委办', 'Safety committee office'],
  office: ['办公室', 'Office'],
  head: ['科室负责人', 'Section head'],
  handler: ['承办人', 'Handler'],
  clerk: ['镇办/成员单位', 'Town or member unit'],
  stats: ['统计填报人', 'Statistics clerk'],
  auditor: ['只读/审计', 'Auditor'],
};

export const unitTypeLabels: Readonly<Record<AddableUnitType | 'bureau', Label>> = {
  bureau: ['本局', 'Bureau'],
  section: ['科室', 'Section'],
  town: ['镇办', 'Town'],
  member: ['成员单位', 'Member unit'],
  enterprise: ['企业', 'Enterprise'],
  group: ['集合称谓（如“各科室”）', 'Collective name'],
  external: ['其他单位', 'Other unit'],
};

export const kindLabels: Readonly<Record<TicketKind, Label>> = {
  inspection_issue: ['巡察反馈问题', 'Inspection issue'],
  hazard: ['隐患', 'Hazard'],
  public_report: ['举报案件', 'Public report'],
  env_inspection_issue: ['环保督察问题', 'Environment inspection issue'],
  accident_investigation: ['事故调查', 'Accident investigation'],
  key_task: ['重点任务', 'Key task'],
  supervision_item: ['督办事项', 'Supervision item'],
};

export const statusLabels: Readonly<Record<TicketStatus, Label>> = {
  draft: ['待立项', 'Draft'],
  assigned: ['待签收', 'Assigned'],
  in_progress: ['整改中', 'In progress'],
  dept_review: ['待科室审核', 'Section review'],
  pending_review: ['待审核', 'Pending review'],
  pending_acceptance: ['待验收', 'Pending acceptance'],
  closed: ['已销号', 'Closed'],
  ongoing: ['长期坚持', 'Ongoing'],
  suspended: ['挂起', 'Suspended'],
  cancelled: ['已撤销', 'Cancelled'],
};

export const actionLabels: Readonly<Record<TicketAction, Label>> = {
  assign: ['交办', 'Assign'],
  sign: ['签收', 'Sign'],
  object: ['退单', 'Object'],
  submit: ['报结', 'Submit'],
  review_pass: ['科室通过', 'Pass section review'],
  approve: ['审核通过', 'Approve'],
  accept: ['销号', 'Strike off'],
  return: ['退回', 'Return'],
  withdraw: ['撤回', 'Withdraw'],
  to_ongoing: ['转长期坚持', 'Keep up'],
  close_ongoing: ['结束长期坚持', 'Close'],
  suspend: ['挂起', 'Suspend'],
  resume: ['恢复办理', 'Resume'],
  reopen: ['重启整改', 'Reopen'],
  reassign: ['改派', 'Reassign'],
  request_cancel: ['申请撤销', 'Ask to cancel'],
  confirm_cancel: ['同意撤销', 'Confirm cancelling'],
  refuse_cancel: ['不同意撤销', 'Refuse cancelling'],
  review_ongoing: ['复核长期坚持', 'Look again'],
  request_extension: ['申请延期', 'Request extension'],
  grant_extension: ['同意延期', 'Grant extension'],
  refuse_extension: ['不同意延期', 'Refuse extension'],
};

export const dutyLabels: Readonly<Record<Duty, Label>> = {
  coordinator: ['归口办公室', 'the coordinating office'],
  head: ['牵头单位负责人', 'the head of the lead unit'],
  deputy: ['分管领导', 'the deputy in charge'],
  handler: ['承办人', 'the handler'],
  acceptor: ['销号部门', 'the accepting office'],
  second_person: ['本单位其他人员', 'a second person of the unit'],
  chief: ['主要负责人', 'the chief'],
  submitter: ['报结人', 'the submitter'],
  participant: ['参与人员', 'a participant'],
};

export const needLabels: Readonly<Record<Need, Label>> = {
  leadUnitId: ['牵头单位', 'lead unit'],
  deadline: ['整改时限', 'deadline'],
  leaderId: ['责任领导', 'leader'],
  handlerId: ['承办人', 'handler'],
  result: ['整改结果', 'result'],
  evidence: ['佐证材料', 'evidence'],
  measures: ['整改措施', 'measures'],
  opinion: ['意见', 'opinion'],
  reason: ['理由', 'reason'],
  reasonCode: ['延期原因', 'kind of reason'],
  objectionCode: ['退单原因', 'kind of objection'],
  requestedDueOn: ['申请延至', 'requested date'],
  grantedDueOn: ['同意延至', 'granted date'],
  reviewOn: ['复核日期', 'review date'],
};

export const lightLabels: Readonly<Record<Light, Label>> = {
  green: ['正常', 'On schedule'],
  yellow: ['临近', 'Due soon'],
  red: ['逾期', 'Overdue'],
  grey: ['待审核', 'Waiting'],
  none: ['—', '—'],
};

export const extensionReasonLabels: Readonly<Record<ExtensionGround, Label>> = {
  funds: ['资金未到位', 'Funds not in place'],
  construction: ['施工周期', 'Construction takes longer'],
  approval: ['审批手续', 'Approval pending'],
  weather: ['天气、汛期', 'Weather'],
  third_party: ['第三方原因', 'Third party'],
  other: ['其他', 'Other'],
  suspension: ['挂起期间顺延', 'Time suspended'],
};

export const figureGroupLabels: Readonly<Record<FigureGroup, Label>> = {
  safety: ['安全形势', 'Safety'],
  party: ['党的建设', 'Party building'],
  rectification: ['巡察整改', 'Inspection rectification'],
  enforcement: ['专项行动与执法', 'Campaigns and enforcement'],
  supervision: ['重点任务和督办', 'Key tasks and supervision'],
  publicity: ['宣传与演练', 'Publicity and drills'],
  fire_flood: ['防灭火与防汛', 'Fire and flood'],
  relief: ['防灾减灾救灾', 'Disaster relief'],
  duty: ['应急值守', 'Duty'],
  plan: ['下期目标', 'Targets'],
  bureau: ['单位参数', 'Bureau'],
};
