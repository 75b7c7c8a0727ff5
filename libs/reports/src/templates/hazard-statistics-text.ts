import type { TemplateBlock } from '../building/report-content.js';
import { column, heading, paragraph, table, title } from './template-blocks.js';

/** The quarterly statistics of hazards by industry: found and done, and the major ones still to be dealt with. */
export const hazardStatisticsBlocks: readonly TemplateBlock[] = [
  title('{bureau_name}{period_label}'),
  title('事故隐患排查治理情况统计表'),

  heading(1, '一、总体情况'),
  paragraph(
    '{period_word}排查发现一般隐患{hazards_general}条{#hazards_general}，已整改{hazards_general_done}条，整改率{hazards_general_rate}%{/hazards_general}；重大隐患{hazards_major}条{#hazards_major}，已整改销号{hazards_major_done}条，整改率{hazards_major_rate}%{/hazards_major}。',
  ),

  heading(1, '二、分行业排查整改情况'),
  table(
    'hazards_by_industry',
    [
      column('行业领域', 8, '{industry}'),
      column('涉及\n单位数', 4, '{sites}'),
      column('一般\n隐患数', 4, '{general}'),
      column('已整\n改数', 3.4, '{generalDone}'),
      column('一般隐患\n整改率\n（%）', 5, '{generalRate}'),
      column('重大\n隐患数', 4, '{major}'),
      column('已销\n号数', 3.4, '{majorDone}'),
      column('重大隐患\n整改率\n（%）', 5, '{majorRate}'),
    ],
    '注：隐患按发现日期计入本期，整改和销号截至统计日。涉及单位指本期发现隐患的单位和场所{#repeated_hazard_sites}；{repeatedSites}涉及几个行业领域，各行都计、合计只计一次，因此各行相加为{sitesAdded}，合计为{sites}{/repeated_hazard_sites}。',
  ),

  heading(1, '三、尚未销号重大隐患的治理落实情况'),
  table(
    'planned_hazards_by_industry',
    [
      column('行业领域', 8, '{industry}'),
      column('尚未\n销号数', 5.5, '{planned}'),
      column('落实\n责任', 3.5, '{duty}'),
      column('落实\n措施', 3.5, '{measure}'),
      column('落实\n资金', 3.5, '{funds}'),
      column('落实\n时限', 3.5, '{time}'),
      column('落实\n预案', 3.5, '{plan}'),
      column('治理资金\n（万元）', 5.5, '{fundsYuan|万}'),
    ],
    '注：含以前发现、截至统计日尚未销号的重大隐患。各项“落实”为已登记落实的条数。',
  ),

  heading(1, '四、尚未销号的重大隐患'),
  paragraph('截至{as_of_date}，尚未销号的重大隐患（含以前发现的）{hazards_major_open}条。'),
  table('major_hazards_open', [
    column('序号', 3, '{index}'),
    column('隐患', 11, '{title}', 'left'),
    column('单位或场所', 7.2, '{site}', 'left'),
    column('牵头单位', 7.2, '{leadUnit}'),
    column('治理时限', 6.2, '{dueDay}'),
    column('状态', 4, '{state}'),
  ]),
];
