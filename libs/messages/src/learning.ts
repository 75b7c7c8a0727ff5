import type { Label } from './labels.js';

/** Why a figure is proposed for a place of a former report. */
export const learningWords = {
  words: ['上下文有{words}', 'Words around it: {words}'],
  unitSame: ['单位一致', 'the unit fits'],
  unitOther: ['单位不同，请核对', 'another unit, please check'],
  unsure: ['依据不足，可另选或新建指标', 'little speaks for it, choose another or make an indicator'],
  narrower: [
    '范围：{scope}，与指标的口径不同，请新建指标或核对',
    'of {scope} only, which the figure is not; make an indicator or check',
  ],
  otherPeriod: ['属于另一期间：{words}', 'of another period: {words}'],
  part: ['范围：{words}', 'of {words} only'],
  area: ['说的是{words}，不是本单位的数', 'told of {words}, not of the bureau'],
  actor: ['说的是{words}，不是本单位的数', 'told of {words}, not of the bureau itself'],
  outside: ['不计入：{words}', 'not counted in: {words}'],
  since: ['从另一时间算起：{words}', 'counted from another start: {words}'],
  goal: ['属于目标，不是结果', 'what was aimed at, not what came of it'],
  ordinal: ['是序号，不是数量', 'which of them, not how many'],
  former: ['变化前的数', 'what it was before it changed'],
  body: ['说的是{words}，不是巡察的数', 'told of {words}, not of the inspection'],
  change: ['属于增减，不是本期数：{words}', 'by how much it changed: {words}'],
  nothing: ['没有明显依据，请人工确定', 'nothing speaks for it, please decide'],
  firstUsed: ['{count} 处：{certain} 处已对应数字，{open} 处待确定', '{count} places: {certain} bound, {open} open'],
  left: [
    '另有 {left} 个数字未作占位，原样留在模板里；加 --numbers 一并列出',
    '{left} more numbers are no places and stay as they are; --numbers takes them too',
  ],
  periods: [
    '另有 {count} 处报告期用词、日期换成了标签，随报告期变化',
    '{count} words and days of the period became tags and follow the period',
  ],
  periodOpen: [
    '报告期不明确（{labels}），用词、日期未换成标签；加 --period 指定',
    'The period is not clear ({labels}): its words stay as they are; name it with --period',
  ],
  literals: [
    '仍是原稿的数字 {count} 处，生成报告前请核对：{places}',
    '{count} numbers stay as they were written, look at them before a report is built: {places}',
  ],
  claims: [
    '用文字下的结论 {count} 处不会随数字变，生成报告后请核对：{places}',
    '{count} claims in words do not follow the numbers, look at them in each report: {places}',
  ],
  beside: ['同一句的“{words}”会变', '“{words}” in its sentence follows'],
  otherValue: ['与第 {index} 处的数不同', 'not the number of place {index}'],
  conflict: [
    '第 {index} 处与第 {twin} 处是同一数字，数值、单位或量级不同',
    'Places {index} and {twin} are one figure with two values or units',
  ],
} satisfies Record<string, Label>;
