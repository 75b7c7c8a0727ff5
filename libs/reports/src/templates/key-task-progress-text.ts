import type { TemplateBlock } from '../building/report-content.js';
import { column, heading, paragraph, table, title } from './template-blocks.js';

/** The key tasks one by one with how far each is. */
export const keyTaskProgressBlocks: readonly TemplateBlock[] = [
  title('{bureau_name}{period_label}'),
  title('重点任务进展情况表'),

  heading(1, '一、总体进展'),
  paragraph(
    '{period_word}在办重点任务{key_tasks_at_hand}项{#key_tasks_at_hand}，截至{as_of_date}已完成{key_tasks_done}项，完成率{key_tasks_rate}%；逾期未报结{key_tasks_overdue}项{/key_tasks_at_hand}。',
  ),

  heading(1, '二、逐项进展'),
  paragraph('{^key_task_rows}{period_word}没有在办的重点任务。{/key_task_rows}'),
  table(
    'key_task_rows',
    [
      column('序号', 2.85, '{index}'),
      column('重点任务', 6, '{title}', 'left'),
      column('牵头单位', 7.2, '{leadUnit}'),
      column('完成时限', 6.7, '{dueDay}'),
      column('进度\n（%）', 3.95, '{percent}'),
      column('状态', 3.9, '{state}'),
      column('最新进展', 8.5, '{latestProgress}', 'left'),
    ],
    '注：进度为牵头单位最近一次填报，有子任务的取平均，已完成的按100计{#key_tasks_unreported}；“—”表示尚未填报{/key_tasks_unreported}。',
  ),
];
