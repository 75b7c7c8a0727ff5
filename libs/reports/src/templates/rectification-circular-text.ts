import type { TemplateBlock } from '../building/report-content.js';
import { progressColumns } from './progress-columns.js';
import { column, heading, paragraph, table, title } from './template-blocks.js';

/** The monthly circular on the rectification of an inspection round: how far it is, by section, what is overdue. */
export const rectificationCircularBlocks: readonly TemplateBlock[] = [
  title('{bureau_name}关于{period_label}'),
  title('巡察反馈问题整改情况的通报'),
  { kind: 'addressee', text: '各科室、局属各单位：' },
  paragraph('现将{period_word}“{inspection_round}”反馈问题的整改情况通报如下，数据统计截至{as_of_date}。'),

  heading(1, '一、总体进度'),
  paragraph(
    '“{inspection_round}”反馈{inspection_items}项{inspection_issues}个具体问题。{#inspection_issues}其中已完成整改{inspection_issues_done}个，正在整改{inspection_issues_under_way}个{/inspection_issues}{#inspection_issues_basic}，基本完成、仍在推进{inspection_issues_basic}个{/inspection_issues_basic}{#inspection_issues_ongoing}，转入长期坚持{inspection_issues_ongoing}个{/inspection_issues_ongoing}{#inspection_issues}，整改率{inspection_rectification_rate}%。{/inspection_issues}',
  ),
  paragraph(
    '整改时限已到的问题{inspection_issues_due}个{#inspection_issues_due}，其中按期完成{inspection_issues_on_time}个，按期整改率{inspection_on_time_rate}%{/inspection_issues_due}；已过时限、尚未报结{inspection_issues_overdue}个。',
  ),
  paragraph(
    '整改成果：出台改革措施{reform_measures}项，制定完善制度{rules_made}项，收缴违纪款{illicit_money_collected|万}万元，挽回经济损失{losses_recovered}元，批评教育、约谈{talks_admonish_rect}人次，组织处理{org_handling_rect}人。',
  ),

  heading(1, '二、各单位进度'),
  paragraph('按牵头单位统计，进度如下表。'),
  table('progress_by_unit', progressColumns, '注：整改率=已完成÷问题数。逾期指已过整改时限、尚未报结。'),

  heading(1, '三、逾期问题'),
  paragraph('截至{as_of_date}，已过整改时限、尚未报结的问题{inspection_issues_overdue}个。'),
  table('overdue_inspection_issues', [
    column('序号', 3, '{index}'),
    column('问题', 13.5, '{title}', 'left'),
    column('牵头单位', 8, '{leadUnit}'),
    column('整改时限', 7.5, '{dueDay}'),
    column('逾期\n天数', 3.5, '{overdueDays}'),
  ]),

  heading(1, '四、下步要求'),
  paragraph(
    '一是临近时限的问题提前自查，佐证材料齐全后再报结；需要延期的按程序报批，不得自行后延。二是已完成的问题适时回头看，防止反弹。{#inspection_issues_overdue}三是逾期问题由牵头单位负责人说明原因，重新排定措施和步骤。{/inspection_issues_overdue}',
  ),
];
