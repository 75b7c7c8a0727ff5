import type { Label } from './labels.js';

/** The bureau's own layouts of exported ledgers. */
export const layoutTexts = {
  'layouts.title': ['台账版式', 'Ledger layouts'],
  'layouts.note': [
    '上传一份只有表头的空台账，导出时就按它的标题、列、字体和纸张填好',
    'Upload an empty ledger with its headings: exports come out in its titles, columns, fonts and paper',
  ],
  'layouts.none': ['还没有自己的版式', 'No layout of your own yet'],
  'layouts.noneNext': [
    '把本局在用的台账删去内容，只留标题和表头，存成 .xlsx 传上来即可。',
    'Take a ledger in use, delete its rows, keep title and headings, save as .xlsx and upload it.',
  ],
  'layouts.noneOthers': ['由各归口办公室上传，上传后在台账“导出”中选用。', 'Kept by the offices; chosen under Export.'],
  'layouts.new': ['上传版式', 'Upload a layout'],
  'layouts.name': ['版式名称', 'Name'],
  'layouts.columns': ['列数', 'Columns'],
  'layouts.by': ['上传人', 'By'],
  'layouts.edit': ['修改', 'Change'],
  'layouts.editOf': ['修改版式“{name}”', 'Change {name}'],
  'layouts.changed': ['已修改，以后导出按此填写', 'Changed; exports follow from now on'],
  'layouts.changedBy': ['{name}修改于', 'changed by {name}'],
  'layouts.columnsOf': ['版式的 {count} 列', '{count} columns of the layout'],
  'layouts.remove': ['删除', 'Delete'],
  'layouts.removeAsk': ['删除版式“{name}”？已导出的台账不受影响。', 'Delete {name}? Exported files stay.'],
  'layouts.removed': ['已删除版式', 'Layout deleted'],
  'layouts.try': ['导出看看', 'Export with it'],
  'layouts.drop': [
    '把空台账拖到这里（.xlsx，只有标题和表头）',
    'Drop the empty ledger here (.xlsx, title and headings only)',
  ],
  'layouts.read': [
    '第 {rows} 行为表头，共 {count} 列，请核对每列填什么',
    'Header in row {rows}, {count} columns: check what fills each',
  ],
  'layouts.heading': ['表头', 'Heading'],
  'layouts.field': ['填什么', 'Filled with'],
  'layouts.notUnderstood': ['没有认出', 'Not understood'],
  'layouts.noHeading': ['（无表头）', '(no heading)'],
  'layouts.keep': ['保存版式', 'Keep'],
  'layouts.kept': ['已保存，可在台账“导出”中选用', 'Kept; choose it under Export'],
  'layouts.point': ['请指出表头在哪一行：', 'Which row is the header?'],
  'layouts.oneRow': ['第 {row} 行', 'Row {row}'],
  'layouts.twoRows': ['第 {row}—{next} 行（两行表头）', 'Rows {row}–{next}'],
  'layouts.own': ['本局版式', 'Own layouts'],
  'layouts.house': ['通用版式', 'House layouts'],
  'layouts.manage': ['管理版式', 'Manage layouts'],
  'layouts.withoutCancelled': [
    '没有按状态筛选时，不含已撤销的事项',
    'Without a status filter cancelled tickets are left out',
  ],
  'layouts.ownHint': ['{count} 列，按本局样式', '{count} columns, in your own form'],
} as const satisfies Record<string, Label>;
