import { figureTable } from '@xiaohao/domain';

export interface ParameterRow {
  key: string;
  name: string;
  unit: string;
  /** What stands there before anybody says otherwise. */
  initial: string | null;
}

/** Working days after a period's end by which it is to be filed. */
export const filingDaysKey = 'filing_days';
export const defaultFilingDays = 5;

const initials: Readonly<Record<string, string>> = {
  duty_hours: '24',
  // 全国防灾减灾日; 国际减少灾害风险日
  disaster_day_date: '5月12日',
  idrr_day_date: '10月13日',
};

/** Names, dates and settings of the bureau: those a report prints, and those the product itself goes by. */
export const parameterTable: readonly ParameterRow[] = [
  ...figureTable
    .filter(({ source }) => source === 'parameter')
    .map(({ key, name, unit }) => ({ key, name, unit, initial: initials[key] ?? null })),
  { key: 'yellow_days', name: '临期天数', unit: '天', initial: '7' },
  { key: filingDaysKey, name: '填报期限（期末后）', unit: '个工作日', initial: String(defaultFilingDays) },
];

/** Parameters that are whole numbers, with their bounds. */
export const parameterBounds: Readonly<Record<string, readonly [least: number, most: number]>> = {
  duty_hours: [1, 24],
  yellow_days: [0, 60],
  [filingDaysKey]: [1, 30],
};
