import type { Label } from './labels.js';

/** Two reports side by side. */
export const comparisonTexts = {
  'compare.open': ['对数', 'Compare'],
  'compare.choose': ['与哪份报告对数', 'Compare with which report'],
  'compare.noOther': ['没有另一份已生成的报告', 'No other report is ready'],
  'compare.noOtherNext': [
    '重新生成一份，或另选报告期新建后再对数。',
    'Build it again, or another period, then compare.',
  ],
  'compare.title': ['两份报告对数', 'Two reports compared'],
  'compare.earlier': ['前一份', 'Earlier'],
  'compare.later': ['后一份', 'Later'],
  'compare.figure': ['数字', 'Figure'],
  'compare.difference': ['增减', 'Difference'],
  'compare.explanation': ['差异说明', 'Explanation'],
  'compare.differing': ['有差异 {count}', '{count} differ'],
  'compare.all': ['全部 {count}', 'All {count}'],
  'compare.none': ['没有差异', 'No difference'],
  'compare.noneNote': [
    '两份报告的 {count} 个数字一致，所计事项也相同。',
    'All {count} figures agree, and so do the tickets behind them.',
  ],
  'compare.noneShared': ['两份报告没有相同的数字可对。', 'The reports have no figure in common.'],
  'compare.copy': ['复制说明', 'Copy the explanation'],
  'compare.copyAll': ['复制全部说明', 'Copy all explanations'],
  'compare.copied': ['已复制', 'Copied'],
  'compare.print': ['打印', 'Print'],
  'compare.tickets': ['列出事项', 'List the tickets'],
  'compare.cut': ['只列前 {count} 件', 'the first {count} only'],
  'compare.unchanged': ['一致', 'the same'],
  'compare.absent': ['无', 'none'],
} as const satisfies Record<string, Label>;
