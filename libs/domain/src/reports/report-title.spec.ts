import { templateNameOf } from './report-title.js';

it.each<[string, Parameters<typeof templateNameOf>[1], string | null]>([
  ['平川县应急管理局\n2025年上半年工作总结\n县政府办：', 'half', '平川县应急管理局半年工作总结'],
  [
    '平应急报〔2025〕18号\n平川县应急管理局关于\n2025年第三季度工作情况的报告\n县委：',
    'quarter',
    '平川县应急管理局关于季度工作情况的报告',
  ],
  ['平川县应急管理局\n2025年上半年工作总结暨下半年工作打算\n县委：', 'half', '平川县应急管理局半年工作总结'],
  ['平川县应急管理局\n2024年工作总结及2025年工作计划\n县委：', 'year', '平川县应急管理局年度工作总结'],
  ['平川县应急管理局\n2025年下半年重点工作安排\n县委：', 'half', '平川县应急管理局半年重点工作安排'],
  ['2025年度工作总结（征求意见稿）\n一年来，全局上下同心。', 'year', '年度工作总结'],
  ['安全生产简报\n2025年6月30日\n本月平稳。', 'month', '安全生产简报'],
  ['2025年1-6月工作汇报\n各位领导：', 'half', '半年工作汇报'],
  ['上半年，全局上下同心，召开会议3次。', 'half', null],
])('a template of %j (%s) may be called %s', (text, kind, name) => {
  expect(templateNameOf(text.split('\n'), kind)).toBe(name);
});
