import type { TemplateBlock } from './report-content.js';
import { column, heading, paragraph, table, title } from './template-blocks.js';

/** The quarterly statistics of hazards by industry: found and done, and the major ones still to be dealt with. */
export const hazardStatisticsBlocks: readonly TemplateBlock[] = [
  title('{bureau_name}{period_label}'),
  title('事故隐患排查治理情况统计表'),

  heading(1, '一、总体情况'),
  paragraph(
    '{period_word}排查发现一般隐患{hazards_general}条，已整改{hazards_general_done}条，整改率{hazards_general_rate}%；重大隐患{hazards_major}条，已整改销号{hazards_major_done}条，整改率{hazards_major_rate}%。截至{as_of_date}，尚未销号的重大隐患（含以前发现的）{hazards_major_open}条，全部列入治理计划。',
  ),

  heading(1, '二、分行业排查整改情况'),
  table(
    'hazards_by_industry',
    [
      column('行业领域', 8, '{industry}', 'left'),
      column('涉及单位数', 4, '{sites}'),
      column('一般隐患数', 4, '{general}'),
      column('已整改数', 4, '{generalDone}'),
      column('整改率（%）', 4.5, '{generalRate}'),
      column('重大隐患数', 4, '{major}'),
      column('已销号数', 4, '{majorDone}'),
      column('整改率（%）', 4.5, '{majorRate}'),
    ],
    '注：隐患按发现日期计入本期，整改和销号截至统计日。涉及单位指本期发现隐患的单位和场所。',
  ),

  heading(1, '三、重大隐患列入治理计划情况'),
  table(
    'hazards_by_industry',
    [
      column('行业领域', 8, '{industry}', 'left'),
      column('列入治理计划数', 4.5, '{planned}'),
      column('落实责任', 4, '{duty}'),
      column('落实措施', 4, '{measure}'),
      column('落实资金', 4, '{funds}'),
      column('落实时限', 4, '{time}'),
      column('落实预案', 4, '{plan}'),
      column('治理资金（万元）', 4.5, '{fundsYuan|万}'),
    ],
    '注：列入治理计划的为截至统计日尚未销号的重大隐患，含以前发现的。',
  ),

  heading(1, '四、尚未销号的重大隐患'),
  table('major_hazards_open', [
    column('序号', 3, '{index}'),
    column('隐患', 12, '{title}', 'left'),
    column('单位或场所', 8, '{site}', 'left'),
    column('牵头单位', 6, '{leadUnit}'),
    column('治理时限', 6, '{dueOn}'),
    column('状态', 4, '{state}'),
  ]),
];
