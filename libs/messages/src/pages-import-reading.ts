import type { Label } from './labels.js';

/** What was made of a cell, as it stands under the text of the file. */
export const importReadingTexts = {
  'import.day': ['{year}年{month}月{date}日', '{year}-{month}-{date}'],
  'import.countedTo': ['{day}（从 {from} 起 5 个工作日）', '{day} (five working days from {from})'],
  'import.latestMeasure': ['（取最晚一条措施的期限）', '(of the latest measure)'],
  'import.readAs': ['读作“{status}”', 'read as “{status}”'],
  'import.leadAndSupport': ['{lead}；配合：{support}', '{lead}; helped by {support}'],
  'import.measureBy': ['{text}（{day}）', '{text} ({day})'],
  'import.likelyColumns': [
    '有 {count} 列没有认出，像有用的内容（{names}）',
    '{count} columns were not understood and seem to tell something ({names})',
  ],
  'import.altDate': ['（顺延为 {day}）', '(or {day})'],
} as const satisfies Record<string, Label>;
