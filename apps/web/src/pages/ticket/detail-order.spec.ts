import { inOrderOfNumbers } from './detail-order.js';

const ordered = (...names: string[]) => inOrderOfNumbers(names.map((name) => [name] as const)).map(([name]) => name);

it.each([
  [['序时进度-一季度', '序时进度-三季度', '序时进度-二季度', '序时进度-四季度'], '一二三四'],
  [['10月进展', '4月进展', '5月进展'], '4月5月10月'],
  [['十一月', '九月', '十月'], '九十十一'],
  [['下半年目标', '上半年目标'], '上下'],
  [['2027年投资', '2026年投资'], '20262027'],
] as const)('%j stand in the order of time', (names, order) => {
  const told = ordered(...names).map((name) => name.replace(/[^\d一二三四五六七八九十上下月]|(?<![\d])月/g, ''));
  expect(told.join('')).toBe(order);
});

it('what differs in more than numbers stays where it stood', () => {
  expect(ordered('审计建议', '三季度', '备注', '一季度')).toEqual(['审计建议', '一季度', '三季度', '备注']);
});
