import type { Label } from './labels.js';

/** The mail that hands the day's root to the auditors. */
export const rootNoticeTexts = {
  heading: ['{day} 全过程记录校验根', 'Root of all records up to {day}'],
  root: [
    '截至当日共 {tickets} 件事项、{events} 个事件，校验根：{root}',
    '{tickets} tickets, {events} events, root: {root}',
  ],
  how: [
    '请留存本邮件。日后执行 npm run xiaohao -- verify --root {day}:{root} 即可核对当日及以前的记录是否被改动。',
    'Keep this mail. npm run xiaohao -- verify --root {day}:{root} tells later whether any record up to that day was altered.',
  ],
} as const satisfies Record<string, Label>;
