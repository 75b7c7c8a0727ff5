import type { Label } from './labels.js';

/** Where the year of dates that name none was taken from. */
export const yearSourceLabels = {
  option: ['按您填写', 'as given'],
  title: ['取自标题', 'from the title'],
  days: ['取自表上的日期', 'from a day above or below the table'],
  subtitle: ['取自副标题', 'from the line below the title'],
  number: ['取自文号（期号）', 'from the number of the document'],
  sheet: ['取自表名', 'from the sheet'],
  row: ['取自本行日期', 'from the day of the row'],
  baseDate: ['取自起算日', 'from the base day'],
  today: ['按今年', 'this year'],
} as const satisfies Readonly<Record<string, Label>>;
