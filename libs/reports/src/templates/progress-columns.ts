import { column } from './template-blocks.js';

/** Of `progress_by_unit`: how far each unit is with the issues of the round. */
export const progressColumns = [
  column('牵头单位', 12.5, '{leadUnit}'),
  column('问题数', 3.9, '{count}'),
  column('已完成', 3.9, '{done}'),
  column('基本\n完成', 3.4, '{basic}'),
  column('长期\n坚持', 3.4, '{ongoing}'),
  column('正在\n整改', 3.4, '{underWay}'),
  column('其中\n逾期', 3.4, '{overdue}'),
  column('整改率\n（%）', 4.4, '{rate}'),
];
