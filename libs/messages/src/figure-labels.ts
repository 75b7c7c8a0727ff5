import type { Label } from './labels.js';

/** Where the value of a figure comes from. */
export const figureSourceLabels = {
  tickets: ['按事项统计', 'Counted from tickets'],
  outcomes: ['按事项和登记的成果统计', 'Counted from tickets and their outcomes'],
  indicator: ['科室填报', 'Filed by departments'],
  parameter: ['参数', 'Parameter'],
  ledger: ['按事故台账', 'Named by the ledger of accidents'],
} as const satisfies Record<string, Label>;

/** How the value of a figure relates to its period. */
export const figureNatureLabels = {
  flow: ['期内发生', 'Within the period'],
  stock: ['期末数', 'At its end'],
  cumulative: ['累计数', 'Up to its end'],
  target: ['下期计划', 'Planned'],
} as const satisfies Record<string, Label>;
