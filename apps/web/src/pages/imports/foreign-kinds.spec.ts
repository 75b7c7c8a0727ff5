import type { Import } from '../../api/imports.js';
import { foreignKinds } from './foreign-kinds.js';

const one = (kind: string, rows: object) =>
  ({
    sheets: [{ name: '台账', facts: { kind } }],
    outline: [{ sheet: '台账', rows, held: [] }],
  }) as unknown as Import;

it('new tickets of a kind somebody else registers are told with the office that does', () => {
  const told = [{ kind: 'hazard', office: 'safety', count: 3 }];
  expect(foreignKinds(one('hazard', { create: [5, 6], attention: [7] }), ['supervision'])).toEqual(told);
  expect(foreignKinds(one('hazard', { attention: [7] }), ['supervision'])).toHaveLength(1);
  expect(foreignKinds(one('hazard', { create: [5, 6] }), ['safety'])).toEqual([]);
  expect(foreignKinds(one('hazard', { create: [5] }), ['clerk'])).toEqual([]);
  expect(foreignKinds(one('hazard', { update: [5], unchanged: [6] }), ['supervision'])).toEqual([]);
});
