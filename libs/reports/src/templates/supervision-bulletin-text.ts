import type { TemplateBlock } from '../building/report-content.js';
import { column, heading, paragraph, table, title } from './template-blocks.js';

/** The monthly bulletin on supervised items, with the sections ranked. */
export const supervisionBulletinBlocks: readonly TemplateBlock[] = [
  title('{bureau_name}关于{period_label}'),
  title('督办事项办理情况的通报'),
  { kind: 'addressee', text: '各成员单位、各科室：' },
  paragraph('现将{period_word}督办事项的办理情况通报如下，数据统计截至{as_of_date}。'),

  heading(1, '一、总体情况'),
  paragraph(
    '{period_word}在办督办事项{supervision_items_at_hand}件{#supervision_items_at_hand}，已办结{supervision_items_done}件，办结率{supervision_items_rate}%；逾期未报结{supervision_items_overdue}件{/supervision_items_at_hand}。',
  ),

  heading(1, '二、各单位排名'),
  paragraph(
    '按办结率从高到低排列，办结率相同的按逾期件数从少到多排列；没有办结、也没有到期事项的单位不排名次，列在后面。各单位都未办结或都没有到期事项时，一律不排名次。',
  ),
  table(
    'supervision_by_unit',
    [
      column('名次', 3, '{rank}'),
      column('牵头单位', 12.5, '{leadUnit}', 'left'),
      column('督办\n事项', 3.4, '{count}'),
      column('已办结', 4, '{done}'),
      column('逾期\n未报结', 4, '{overdue}'),
      column('办结率\n（%）', 4.4, '{rate}'),
      column('按期\n办结率\n（%）', 4.4, '{onTimeRate}'),
    ],
    '注：按期办结率=按期办结÷办理时限已到的事项；没有到期事项的以“—”表示。',
  ),

  heading(1, '三、逾期事项'),
  paragraph('截至{as_of_date}，已过办理时限、尚未报结的督办事项{supervision_items_overdue}件。'),
  table('overdue_supervision_items', [
    column('序号', 3, '{index}'),
    column('督办事项', 13.5, '{title}', 'left'),
    column('牵头单位', 8, '{leadUnit}'),
    column('办理时限', 7.5, '{dueDay}'),
    column('逾期\n天数', 3.5, '{overdueDays}'),
  ]),

  heading(1, '四、有关要求'),
  paragraph(
    '{#supervision_items_overdue}逾期事项的牵头单位应尽快报送原因和办结计划。{/supervision_items_overdue}确需延期的，在时限前按程序报批。办理情况随时更新进展，以便下期通报准确反映。',
  ),
];
