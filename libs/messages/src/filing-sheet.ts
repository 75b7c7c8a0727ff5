import type { Label } from './labels.js';

/** The workbook departments fill in and send back. */
export const filingSheetWords = {
  title: ['{period}填报表', 'Figures of {period}'],
  sheet: ['填报', 'Filings'],
  note: [
    '只填“本期数”和“说明”两列：本期数按计量单位填准确数，没有请填 0，不填的不改动。其余各列请勿修改。',
    'Fill in the two columns at the end alone; a blank value changes nothing.',
  ],
  unit: ['填报单位', 'Unit'],
  period: ['期间', 'Period'],
  key: ['指标代码', 'Key'],
  indicator: ['指标', 'Indicator'],
  measure: ['计量单位', 'Measure'],
  meaning: ['含义', 'Meaning'],
  previous: ['上期数', 'Last period'],
  value: ['本期数', 'This period'],
  remark: ['说明', 'Note'],
} as const satisfies Record<string, Label>;

/** What an uploaded row has against it. */
export const filingFindingTexts = {
  unitUnknown: ['没有名为“{unit}”的单位', 'No unit called {unit}'],
  unitOther: ['您不能为“{unit}”填报，此行不存', 'You do not file for {unit}; the row is left out'],
  indicatorUnknown: ['没有这个指标：{indicator}', 'No such indicator: {indicator}'],
  periodOther: ['这一行是 {found} 的，不是所选的 {wanted}', 'The row is of {found}, not of {wanted}'],
  notNumber: ['“{written}”不是数字', '{written} is no number'],
  valueWrong: ['“{written}”{reason}', '{written}: {reason}'],
  repeated: ['与第 {row} 行是同一单位的同一指标', 'The same unit and indicator as row {row}'],
  noteTooLong: ['说明超过 {limit} 个字', 'The note has more than {limit} characters'],
  noteAlone: ['只写了说明，没有填数，此行不存', 'A note without a value; the row is left out'],
  rough: ['“{written}”不是准确数，按 {value} 填', '{written} is rough; taken as {value}'],
  farFromLast: ['与上期 {previous} 相差十倍以上，请核对计量单位', 'Ten times off last period’s {previous}'],
  belowLast: ['累计数少于上期 {previous}，请核对', 'Cumulative, yet less than last period’s {previous}'],
  exceedsWhole: ['大于“{whole}”{wholeValue}，请核对', 'More than {whole}, which is {wholeValue}'],
  accepted: ['已审定为 {value}，改后须重新审定', 'Accepted as {value}; must be accepted anew'],
} as const satisfies Record<string, Label>;

export type FilingFindingCode = keyof typeof filingFindingTexts;

/** A finding as a sentence; zh-CN unless English is asked for. */
export function filingFindingText(
  code: FilingFindingCode,
  facts: Readonly<Record<string, string | number>>,
  language: 'zh' | 'en' = 'zh',
): string {
  const text: string = filingFindingTexts[code][language === 'zh' ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name]));
}
