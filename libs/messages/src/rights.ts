import type { Permission, Sight } from '@xiaohao/domain';
import type { Label } from './labels.js';

/** On which ground a ticket is seen, as the page of rights says it. */
export const sightLabels: Readonly<Record<Sight, Label>> = {
  all: ['全部事项', 'All tickets'],
  office: ['归口或由其销号的各类事项，含涉密', 'All of the kinds it coordinates or strikes off'],
  open: ['全部不涉密事项', 'All that are not confidential'],
  unit: ['本单位及下级单位牵头的事项，含涉密', 'All led by the own unit or one below it'],
  charge: ['分管单位牵头的事项，含涉密', 'All led by units in charge'],
  supported: ['这些单位配合的不涉密事项', 'Supported by these units, unless confidential'],
  named: ['本人承办、负责或被列名的事项', 'Those that name the person'],
};

export const permissionLabels: Readonly<Record<Permission, Label>> = {
  'ticket.read': ['查看事项（范围见上表）', 'See tickets, as far as above'],
  'ticket.create': ['登记事项', 'Register tickets'],
  'ticket.edit': ['修改事项要素', 'Correct tickets'],
  'ticket.act': ['办理事项（按流程中的身份）', 'Act on tickets, by duty'],
  'ticket.export': ['导出台账', 'Export the ledger'],
  'look_back.run': ['组织回头看', 'Run look-backs'],
  'source.edit': ['维护来源', 'Keep sources'],
  'campaign.edit': ['维护专项行动', 'Keep campaigns'],
  'deadline.edit': ['维护时限规则', 'Keep deadline rules'],
  'import.run': ['导入台账', 'Import ledgers'],
  'reminder.read': ['查看催办', 'See reminders'],
  'reminder.edit': ['调整催办规则', 'Change reminder rules'],
  'delivery.read': ['查看发送记录', 'See deliveries'],
  'report.read': ['查看报告', 'Read reports'],
  'report.build': ['生成报告', 'Build reports'],
  'figure.edit': ['编辑统计口径', 'Edit definitions of figures'],
  'report.submit': ['报告送审', 'Submit reports'],
  'report.finalize': ['报告定稿', 'Finalise reports'],
  'report.withdraw': ['作废已定稿的报告', 'Withdraw finalised reports'],
  'dashboard.read': ['查看看板', 'See the dashboard'],
  'indicator.read': ['查看填报', 'See filings'],
  'indicator.file': ['填报数据', 'File figures'],
  'indicator.accept': ['审定或退回填报、催报', 'Accept or return filings, urge'],
  'indicator.define': ['定义指标', 'Define indicators'],
  'parameter.edit': ['维护单位参数', 'Keep parameters'],
  'people.read': ['查看通讯录', 'See people'],
  'people.edit': ['管理账号与任职', 'Manage accounts and posts'],
  'token.create': ['创建接口令牌', 'Create API tokens'],
  'jobs.read': ['查看后台任务', 'See jobs'],
  'mail.read': ['查看邮件样张', 'See captured mails'],
  'audit.verify': ['核验与审计', 'Verify and audit'],
};
