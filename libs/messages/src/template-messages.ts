import type { Label } from './labels.js';

/** What is wrong with a tag of a Word template and what to do about it; `{tag}` is the tag as written. */
export const templateHints = {
  empty: ['花括号内没有内容', 'Nothing stands between the braces'],
  keyWrong: [
    '名称只能由汉字、字母、数字和下划线组成，中间不留空格',
    'A key is made of letters, digits and underscores',
  ],
  optionUnknown: [
    '竖线后只能写 百、千、万、亿，一位小数位数，千位的逗号，或 余、多、约、万余 等',
    'Options are a scale (百 千 万 亿), one digit for decimals, a comma for thousands, or a fuzz word (余 多 约 万余 …)',
  ],
  optionTwice: ['同一类选项写了两次', 'An option of the same sort is given twice'],
  optionOnList: ['列表标签不能带选项', 'A list tag takes no options'],
  fullWidthBrace: ['花括号请用半角 { }', 'Use half-width braces { }'],
  braceInTag: ['左花括号之后又出现左花括号，前一个没有结束', 'A second opening brace before the first is closed'],
  noOpeningBrace: ['右花括号没有对应的左花括号', 'A closing brace without an opening one'],
  noClosingBrace: ['左花括号没有对应的右花括号', 'An opening brace without a closing one'],
  overLines: ['标签中间有换行或制表符，请写在同一行内', 'The tag holds a line break or a tab; write it on one line'],
  overParagraphs: ['标签跨了两段，请写在同一段内', 'The tag runs over two paragraphs; write it in one'],
  notClosed: ['列表没有结束标签 {/…}', 'The list is never closed by {/…}'],
  notOpened: ['结束标签没有对应的开始标签 {#…}', 'The list is closed but was not opened by {#…}'],
  listInList: ['{#…} 或 {^…} 内不能再放 {#…} 或 {^…}', 'A block cannot stand inside another'],
  acrossTable: [
    '列表的开始和结束须同在正文、同一单元格或同一表格的行内',
    'A list begins and ends in running text, in one cell, or in cells of one table',
  ],
  notKnown: ['没有这个名称的指标、参数或列表字段', 'No figure, parameter or list field has this key'],
  listNotKnown: ['没有这个名称的列表或数字', 'No list or figure has this name'],
} as const satisfies Record<string, Label>;

/** The sentence about a problem, with the place. */
export const templateProblemText: Label = ['第 {paragraph} 段 {tag}：{hint}', 'Paragraph {paragraph}, {tag}: {hint}'];
