import type { Figure } from './figure.js';

type Row = readonly [key: string, alias: string, name: string, unit?: string];

const rows = (list: readonly Row[]): readonly Figure[] =>
  list.map(([key, alias, name, unit = '']) => ({
    key,
    alias,
    name,
    unit,
    source: 'parameter',
    nature: 'stock',
    group: 'bureau',
    display: {},
  }));

/** Names, dates and fixed numbers of the bureau, printed as they are kept. */
export const parameterFigures: readonly Figure[] = rows([
  ['bureau_name', '单位名称', '单位名称'],
  ['city_name', '市名', '所在市'],
  ['district_name', '区名', '所在区（县）'],
  ['campaign_region_prefix', '专项行动地区名', '专项整治行动名称前的地区'],
  ['duty_hours', '值班小时数', '值班值守小时数', '小时'],
  ['disaster_day_date', '防灾减灾日日期', '全国防灾减灾日'],
  ['idrr_day_date', '国际减灾日日期', '国际减灾日'],
  ['accident_case_approved', '已批复事故名称', '调查报告已批复的事故'],
  ['accident_case_ongoing', '在办事故名称', '正在调查的事故'],
]);
