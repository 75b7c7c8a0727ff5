import type { Label } from './labels.js';

/** Keyed by the names of the job table; the page of failed jobs shows them. */
export const jobLabels = {
  'import.read': ['读取导入文件', 'Read an uploaded ledger'],
  'import.commit': ['导入入库', 'Commit an import'],
  'report.build': ['生成报告', 'Build a report'],
  'report.pdf': ['生成报告的 PDF', 'Print a report as PDF'],
  'ticket.changed': ['事项变动通知', 'Tell of a change'],
  'message.send': ['发送邮件', 'Send mails'],
  'reminder.daily': ['每日催办', 'Daily reminders'],
  'reminder.weekly': ['每周逾期通报', 'Weekly overdue notice'],
  'backup.daily': ['每日备份', 'Daily backup'],
  'root.daily': ['每日校验根', 'Daily root'],
  'outbox.clean': ['清理已完成任务和过期登录', 'Clear finished jobs and old sign-ins'],
} as const satisfies Record<string, Label>;
