/** Measure words that people use for one another, and those that mean one thing. */
const kindredUnits: readonly (readonly string[])[] = [
  ['元', '万元', '圆', '亿元'],
  ['次', '场', '场次', '期', '批次', '堂', '节', '轮', '回', '趟'],
  ['次', '条', '通', '则'],
  ['人', '名', '人次', '位'],
  ['起', '件', '宗', '例', '条'],
  ['起', '份'],
  ['个', '项', '条', '处', '家', '类', '所', '座', '件', '方面'],
  ['台', '辆', '台套', '台（套）', '台(套)', '套', '台件', '部', '车', '件', '架', '具', '台次', '车次'],
  ['块', '幅', '条', '张', '面', '个'],
  ['份', '册', '本', '张', '个', '页'],
  ['公里', '千米', '米'],
  ['立方', '立方米', '方', '吨'],
  ['户', '户次'],
  ['艘', '只', '条'],
  ['顶', '个'],
  ['床', '套', '条', '顶'],
  ['件', '套'],
  ['项', '部', '个', '件', '份'],
  ['%', '％', '百分点', '个百分点'],
];
const sameUnits: readonly (readonly string[])[] = [
  ['元', '万元', '圆', '亿元'],
  ['台套', '台（套）', '台(套)', '台/套'],
  ['立方', '立方米', '方'],
  ['公里', '千米'],
  ['%', '％'],
  ['场次', '场'],
];
/** Measure words of which a writer takes the one that goes with the word: a meeting is counted by 次 and 场, a lesson by 堂. */
const alikeUnits: readonly (readonly string[])[] = [
  ['次', '场', '场次', '期', '堂', '节', '回', '趟'],
  ['起', '件', '宗'],
  ['个', '家'],
  ['人', '名', '位'],
];

/** What a measure word measures: of two that measure different things, one cannot stand for the other. */
const measures: readonly (readonly [string, RegExp])[] = [
  ['money', /元$|^圆$/],
  ['rate', /^[%％‰]$|百分点$/],
  ['area', /^(?:亩|公顷|平方米|平方公里)$/],
  ['length', /^(?:公里|千米|米|厘米|毫米)$/],
  ['volume', /^(?:立方|立方米|方)$/],
  ['weight', /^(?:吨|公斤|千克)$/],
  ['time', /^(?:小时|分钟)$/],
  ['name', /^$/],
];
const measureBy = (unit: string) => measures.find(([, form]) => form.test(unit))?.[0] ?? 'count';

/**
 * `alike`: another one that goes as well with what is counted · `kindred`: one that may · `other`: another measure word for counted things · `contrary`: it measures something else · `unwritten`: none stands at
 * a place that should have one · `none`: none stands there and none should · `untold`: a table does not tell it.
 */
export type UnitFit = 'same' | 'alike' | 'kindred' | 'none' | 'other' | 'unwritten' | 'contrary' | 'untold';

/** How the unit written at a place agrees with the unit of a figure. */
export function unitFit(written: string | null, unit: string): UnitFit {
  if (written === null) return 'untold';
  if (written === unit) return written === '' ? 'none' : 'same';
  const together = (groups: readonly (readonly string[])[]) =>
    groups.some((group) => group.includes(written) && group.includes(unit));
  if (together(sameUnits)) return 'same';
  if (together(alikeUnits)) return 'alike';
  if (together(kindredUnits)) return 'kindred';
  if (written === '') return 'unwritten';
  return measureBy(written) === measureBy(unit) ? 'other' : 'contrary';
}

/** Whether the measure word says nothing against a figure. */
export const agrees = (fit: UnitFit) => fit === 'same' || fit === 'alike' || fit === 'none';
