import type { Label } from './labels.js';

/** What was made of a cell, as it stands under the text of the file, and what a sheet leaves open. */
export const importReadingTexts = {
  'import.whichTitle': ['哪一列写的是问题（任务）？', 'Which column tells the problem?'],
  'import.whichTitleNote': [
    '表头没有写明，先取了第一个；点一下确定或改取别列。',
    'No heading says so; the first was taken. One click settles it.',
  ],
  'import.titleIs': ['{column} 列是问题（任务）', 'Column {column} tells the problem'],
  'import.titleYes': ['就是这一列', 'This is it'],
  'import.titleThis': ['改取这一列', 'Take this one'],
  'import.noneLeft': ['这一组已经没有行', 'No rows are left in this group'],
  'import.showAll': ['显示全部', 'Show all'],
  'import.heldRow': ['留待人工', 'Left to a person'],
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
