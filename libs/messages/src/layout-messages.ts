import type { KindFieldCode } from '@xiaohao/domain';
import { kindFieldLabels } from './kind-fields.js';
import type { Label } from './labels.js';
import { columnMeaningLabels } from './column-meanings.js';

/** Stands for the file where a sheet is read with the meanings of a layout. */
export const layoutProfileName: Label = ['版式“{name}”', 'the layout {name}'];

/** What a column of a bureau's own layout may be filled with, beside outcomes and the facts of a kind. */
export const layoutFieldLabels = {
  seq: ['序号', 'Number in the sheet'],
  no: ['台账编号', 'Our number'],
  theirNo: ['对方编号', 'Their number'],
  kind: ['业务类型', 'Kind'],
  source: ['来源', 'Source'],
  item: ['类别（项），相邻合并', 'Item, neighbours merged'],
  title: ['问题/任务', 'Title'],
  description: ['问题描述', 'Description'],
  measures: ['整改措施', 'Measures'],
  leader: ['责任领导', 'Leader'],
  leadUnit: ['牵头单位', 'Lead unit'],
  supportUnits: ['配合单位', 'Supporting units'],
  units: ['牵头和配合单位', 'Lead and supporting units'],
  persons: ['责任人', 'Persons'],
  deadline: ['整改时限', 'Deadline'],
  rectifyKind: ['整改类型', 'Kind of rectification'],
  status: ['状态', 'Status'],
  struckOff: ['是否销号', 'Struck off or not'],
  progress: ['状态和最新进展', 'Status and latest progress'],
  latestProgress: ['最新进展', 'Latest progress'],
  progressPercent: ['进度%', 'Percentage'],
  struckOffOn: ['销号日期', 'Struck off on'],
  completedOn: ['报结日期', 'Reported done on'],
  raisedOn: ['发现（反馈）日期', 'Raised on'],
  assignedOn: ['交办日期', 'Assigned on'],
  filledOn: ['导出当天', 'Day of the export'],
  level: ['等级', 'Level'],
  site: ['企业/点位', 'Site'],
  industry: ['行业领域', 'Industry'],
  town: ['镇办', 'Town'],
  target: ['目标', 'Goal'],
  kindFacts: ['专有信息', 'Facts of the kind'],
  remark: ['备注', 'Remark'],
  light: ['亮灯（带底色）', 'Light, with its fill'],
  kept: ['导入时同名列的内容', 'What an import kept under this heading'],
  empty: ['留空', 'Left empty'],
} as const satisfies Record<string, Label>;

/** `outcome.…` and `fact.…` take their names from the outcome and the fact. */
export function layoutFieldLabel(field: string): Label {
  const fact = field.startsWith('fact.') ? kindFieldLabels[field.slice('fact.'.length) as KindFieldCode] : undefined;
  const outcome = columnMeaningLabels[field as keyof typeof columnMeaningLabels];
  return layoutFieldLabels[field as keyof typeof layoutFieldLabels] ?? fact ?? outcome ?? [field, field];
}

/** What a person should know of a layout before keeping it. */
export const layoutNotes = {
  rowsLeftOut: [
    '表头以下有 {count} 行内容，只取表头和样式，内容不保留',
    '{count} rows below the header: only the header and its looks are taken',
  ],
  otherSheets: ['工作簿有 {count} 个工作表，取“{sheet}”', '{count} sheets in the workbook, “{sheet}” is taken'],
  notUnderstood: [
    '{count} 列没有认出：{headings}。请选择填什么，或者留空',
    '{count} columns were not understood: {headings}. Choose what to fill in, or leave them empty',
  ],
  noTitle: [
    '没有一列填写问题（任务）内容，导出的台账看不出是什么事，请选定一列',
    'No column tells the problem or task: choose one',
  ],
  noNumber: [
    '没有“台账编号”列：改过的台账再导入时只能按来源和内容对应。建议在最后加一列“台账编号”',
    'No column for our number: a changed ledger is matched by its words. Better add one at the end',
  ],
  noIdentity: [
    '没有“台账编号”列，也没有“来源”列：导出后再导入，除非标题就是来源名称，否则对应不上，会重复登记。请加一列“台账编号”',
    'No column for our number, nor for the source: unless the title names the source, an exported ledger is not known again and its tickets are created twice. Add a column for our number',
  ],
} as const satisfies Record<string, Label>;
