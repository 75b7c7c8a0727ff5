import { column } from './template-blocks.js';

/** Of `progress_by_unit`: how far each unit is with the issues of the round. */
export const progressColumns = [
  column('牵头单位', 10, '{leadUnit}'),
  column('问题数', 4, '{count}'),
  column('已完成', 4, '{done}'),
  column('基本\n完成', 4, '{basic}'),
  column('长期\n坚持', 4, '{ongoing}'),
  column('正在\n整改', 4, '{underWay}'),
  column('其中\n逾期', 4, '{overdue}'),
  column('整改率\n（%）', 4.5, '{rate}'),
];
